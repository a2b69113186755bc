import { Alert, Anchor } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context';
import { checksAddress } from './address';
import { usePoints } from './use-points';

/** On the day's first screen, when something is not in order or an answer is too old. */
export function ChecksReminder() {
  const words = useApp().messages.checks.reminder;
  const points = usePoints() ?? [];
  const count = (state: string) => points.filter((point) => point.state === state).length;
  const [bad, overdue] = [count('bad'), count('overdue')];
  if (bad + overdue === 0) return null;
  return (
    <Alert
      icon={<IconChecklist aria-hidden="true" />}
      color="petrol"
      title={words.title(bad + overdue)}
    >
      {words.hint(bad, overdue)}.{' '}
      <Anchor component={Link} href={checksAddress({ states: ['bad', 'overdue'] })}>
        {words.link}
      </Anchor>
    </Alert>
  );
}
