import { Button, Group, Text, Title, VisuallyHidden } from '@mantine/core';
import type { PanelCommand } from '../../lib/messages/panel';
import { sendMessage } from '../../lib/messages/protocol';
import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import { planAddress } from '../plan/address';
import classes from './panel.module.css';

interface Props {
  entries: readonly PlanEntry[];
  send(command: PanelCommand): void;
}

/** What is to come out on this account today; a text goes into the network's editor with one press. */
export function TodayPlan({ entries, send }: Props) {
  const { messages } = useApp();
  const words = messages.panel.plan;
  if (entries.length === 0) return null;
  return (
    <section className={classes.plan} aria-label={words.title}>
      <Title order={3}>{words.title}</Title>
      <ul className={classes.queue}>
        {entries.map(({ id, title, time, text, state }) => (
          <li key={id} className={classes.planned}>
            <div className={classes.plannedTop}>
              <Text fw={550}>{title}</Text>
              <Text size="xs" c="dimmed">
                {[time, messages.plan.states[state].toLowerCase()].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {text !== '' && (
              <Text size="sm" c="dimmed" lineClamp={2}>
                {text}
              </Text>
            )}
            <Group gap={6} mt={6}>
              {text !== '' && (
                <Button size="compact-sm" onClick={() => send({ type: 'fill', text, entry: id })}>
                  {words.insert}
                  <VisuallyHidden>: {title}</VisuallyHidden>
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  void sendMessage('openDashboard', { hash: `#${planAddress({ entry: id })}` })
                }
              >
                {text === '' ? words.write : words.open}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={6}>
        {words.hint}
      </Text>
    </section>
  );
}
