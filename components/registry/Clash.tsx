import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useApp } from '../app/app-context';

interface Props {
  editing: {
    clashes: readonly PropertyKey[];
    keepMine(): void;
    reset(): void;
  };
}

/** Two people changed the same: says what, and lets the one at the screen decide. */
export function Clash({ editing }: Props) {
  const { form, history } = useApp().messages.registry;
  if (editing.clashes.length === 0) return null;
  const fields: Record<string, string> = history.field;
  const names = editing.clashes.map((field) => fields[String(field)] ?? String(field)).join(', ');
  return (
    <Alert role="alert" color="orange" icon={<IconArrowsSplit2 size={18} />} title={form.clash}>
      <Text size="sm">{form.clashHint(names)}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={editing.keepMine}>
          {form.keepMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={editing.reset}>
          {form.takeTheirs}
        </Button>
      </Group>
    </Alert>
  );
}
