import { Anchor, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { dayName } from '../../lib/i18n/day';
import { useApp } from '../app/app-context';
import { publicationsAddress } from '../publications/address';
import classes from './overview.module.css';
import type { NormToday } from './use-today';

/** Accounts that are shown by name. */
const SHOWN = 6;

/** How the week stands, and who is most behind. */
export function NormCard({ all, accounts, since }: NormToday) {
  const { locale, messages } = useApp();
  const words = messages.today;
  const behind = accounts.filter(({ figures }) => figures.behind > 0);
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} className={classes.cardTitle} p={0}>
          {words.norm}
        </Title>
        <Anchor component={Link} href={publicationsAddress({})} size="sm">
          {words.normLink}
        </Anchor>
      </Group>
      {accounts.length === 0 ? (
        <Text c="dimmed">{words.normEmpty}</Text>
      ) : (
        <>
          <Text className={classes.figure} data-figure="norm">
            {words.normAll(all.done, all.norm)}
          </Text>
          <Text size="sm" c="dimmed" mb="sm">
            {since && `${words.normSince(dayName(since, locale))} `}
            {words.normBehind(behind.length, accounts.length)}
          </Text>
          <Stack gap="xs">
            {behind.slice(0, SHOWN).map(({ account, figures }) => {
              const network = messages.common.network[account.network];
              const text = words.normAll(figures.done, figures.norm);
              return (
                <div key={account.id}>
                  <Group justify="space-between" gap="xs" wrap="nowrap">
                    <Text size="sm" truncate>
                      {account.name}{' '}
                      <Text span c="dimmed" size="sm">
                        {network}
                      </Text>
                    </Text>
                    <Text size="sm" c="dimmed" className={classes.quiet}>
                      {text}, {words.lacks(figures.behind)}
                    </Text>
                  </Group>
                  <Progress.Root size="sm" aria-hidden="true">
                    <Progress.Section value={shareOf(figures.done, figures.norm)} />
                    <Progress.Section
                      value={shareOf(figures.planned, figures.norm)}
                      color="petrol.3"
                    />
                  </Progress.Root>
                </div>
              );
            })}
          </Stack>
        </>
      )}
    </Paper>
  );
}

const shareOf = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
