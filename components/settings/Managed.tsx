import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context';

/** Under a control: what it does, and that the administrator has fixed it. */
export function Fixed({ when, children }: { when: boolean; children: ReactNode }) {
  const { fixed } = useApp().messages.managed;
  return when ? (
    <>
      {children}
      <Text span inherit display="block" fw={550}>
        {fixed}
      </Text>
    </>
  ) : (
    children
  );
}

/** That some settings are the administrator's, and which of his did not work; quiet where none are. */
export function ManagedNote() {
  const { managed, messages } = useApp();
  const words = messages.managed;
  const { values, faulty } = managed;
  if (Object.keys(values).length === 0 && faulty.length === 0) return null;
  return (
    <Alert icon={<IconLock aria-hidden="true" />} color="petrol" variant="light" mb="md">
      {values.organisation !== undefined && <Text fw={550}>{values.organisation}</Text>}
      <Text size="sm">{words.note}</Text>
      {faulty.length > 0 && <Text size="sm">{words.faulty(faulty.join(', '))}</Text>}
    </Alert>
  );
}
