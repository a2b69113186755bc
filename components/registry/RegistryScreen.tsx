import { Badge, Tabs, Title } from '@mantine/core';
import { useLocation, useSearch } from 'wouter';
import { useApp } from '../app/app-context';
import { PublishTab } from '../publish/PublishTab';
import { AccountsTab } from './AccountsTab';
import { NoticesTab } from './NoticesTab';
import classes from './registry.module.css';
import { useOverdue } from './use-overdue';

/** Parts of the registry in their order; the first one needs no name in the address. */
const TABS = [
  { id: 'accounts', screen: AccountsTab },
  { id: 'notices', screen: NoticesTab },
  { id: 'publish', screen: PublishTab },
] as const;

/** Bodies and accounts, and what must be reported of them: a tab each, its view in the address. */
export function RegistryScreen() {
  const { messages } = useApp();
  const words = messages.registry;
  const named = new URLSearchParams(useSearch()).get('tab');
  const [, navigate] = useLocation();
  const current = TABS.find(({ id }) => id === named) ?? TABS[0];
  const overdue = useOverdue();
  const badges: Partial<Record<string, number>> = { notices: overdue };

  return (
    <Tabs
      className={classes.screen ?? ''}
      value={current.id}
      keepMounted={false}
      onChange={(id) => {
        if (id !== null) navigate(id === TABS[0].id ? '/registry' : `/registry?tab=${id}`);
      }}
    >
      <header className={classes.head}>
        <Title order={1}>{words.title}</Title>
        <Tabs.List aria-label={words.tabs.label} className={classes.tabs ?? ''}>
          {TABS.map(({ id }) => (
            <Tabs.Tab
              key={id}
              value={id}
              rightSection={
                badges[id] ? (
                  <Badge
                    size="sm"
                    variant="light"
                    color="orange"
                    c="var(--vakhta-warn)"
                    aria-label={words.waiting(badges[id])}
                  >
                    {badges[id]}
                  </Badge>
                ) : undefined
              }
            >
              {words.tabs[id]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </header>
      {TABS.map(({ id, screen: Screen }) => (
        <Tabs.Panel key={id} value={id} className={classes.panel ?? ''}>
          <Screen />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
