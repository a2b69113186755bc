import { Button, Group, Loader } from '@mantine/core';
import { IconTheater } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { ownAddress } from './address';
import { useExample } from './example-store';

/** Shows what is inside once the registry that it speaks of is here. */
export function ExampleGate({ children }: { children: ReactNode }) {
  return isExample() ? <Gate>{children}</Gate> : children;
}

function Gate({ children }: { children: ReactNode }) {
  const { messages, profile } = useApp();
  const words = messages.example;
  const { example, look, load } = useExample();
  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (example.state === 'absent') void load(profile);
  }, [example.state, load, profile]);

  if (example.state === 'present') return children;
  if (example.state === 'failed')
    return (
      <EmptyState icon={IconTheater} title={words.failed} hint={words.failedHint} alert>
        <Group gap="xs">
          <Button onClick={() => void load(profile)}>{words.again}</Button>
          <Button variant="default" component="a" href={ownAddress()}>
            {words.own}
          </Button>
        </Group>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconTheater}
      title={example.state === 'removing' ? words.removing : words.loading}
      hint={example.state === 'loading' ? words.rows(example.rows) : words.loadingHint}
    >
      <Loader size="sm" type="dots" aria-label={words.loading} />
    </EmptyState>
  );
}
