import {
  Alert,
  Anchor,
  Button,
  Group,
  Loader,
  Paper,
  Progress,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import {
  IconAlertTriangle,
  IconClockHour4,
  IconDatabaseCog,
  IconReport,
  IconSunrise,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Criterion } from '../../lib/moderation/contract';
import { isExample, type LogRow, openRegistry } from '../../lib/registry/database';
import { upkeepUnderWay } from '../../lib/registry/upkeep';
import { dayOf } from '../../lib/regulation/zone';
import { OPERATOR_LIMIT } from '../../lib/settings/settings';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { ExampleOffer } from '../example/ExampleOffer';
import { addressOf } from '../log/address';
import { Ground } from '../log/Ground';
import { NextStep } from '../record/NextStep';
import { reportAddress } from '../report/address';
import { BackupReminder } from '../safety/BackupReminder';
import { CriterionBadge } from '../text/CriterionBadge';
import { MarkedText } from '../text/MarkedText';
import { excerptOf } from '../text/marked';
import { useMinute } from '../time/clock';
import { dayWords } from '../time/format';
import { Moment } from '../time/Moment';
import { WelcomeLink } from '../welcome/WelcomeLink';
import { Agenda } from './Agenda';
import { NormCard } from './NormCard';
import classes from './overview.module.css';
import { type OverviewFigures, useOutbox, useOverview } from './use-overview';
import { useAgenda, useNormToday } from './use-today';

/** The first screen: what waits for a person, then what was done. */
export function Overview() {
  const { locale, messages, profile, settings } = useApp();
  const now = useMinute();
  const today = dayOf(now, profile.timeZone);
  const figures = useOverview(today, profile.timeZone);
  const agenda = useAgenda(today, profile);
  const norm = useNormToday(today, profile);
  const untouched = figures?.untouched && agenda?.empty && agenda.plan.length === 0;
  return (
    <Stack gap="lg" p="lg" maw="90rem">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1}>{messages.dashboard.nav.overview}</Title>
          <Text c="dimmed">{dayWords(now, profile.timeZone, locale)}</Text>
        </div>
        {untouched === false && (
          <Button
            variant="default"
            component={Link}
            href={reportAddress({})}
            leftSection={<IconReport size={16} aria-hidden="true" />}
          >
            {messages.today.report}
          </Button>
        )}
      </Group>
      <Upkeep />
      {!isExample() && (
        <>
          <Outbox />
          <BackupReminder />
          {settings.operator === '' && <NameCard />}
        </>
      )}
      {untouched && (
        <Paper withBorder>
          <EmptyState
            icon={IconSunrise}
            title={messages.dashboard.overview.emptyTitle}
            hint={messages.dashboard.overview.emptyHint}
          >
            <NextStep />
            <Group gap="xs" justify="center">
              <WelcomeLink />
              <ExampleOffer />
            </Group>
          </EmptyState>
        </Paper>
      )}
      {untouched === false && (
        <>
          <div className={classes.start}>
            <Stack gap="md">
              {agenda && <Agenda agenda={agenda} />}
              {figures && <Handled {...figures} />}
            </Stack>
            <Stack gap="md">
              {norm && <NormCard {...norm} />}
              {figures && <Violations {...figures} />}
            </Stack>
          </div>
          {figures && <RecentRows {...figures} />}
        </>
      )}
      {untouched === undefined && (
        <Loader size="sm" type="dots" aria-label={messages.screen.loading} />
      )}
    </Stack>
  );
}

/** Fewer rows are done before anybody has read of it. */
const WORTH_TELLING = 5_000;

/** How far an upgrade's work has come; everything can be used meanwhile. */
function Upkeep() {
  const words = useApp().messages.dashboard.overview;
  const state = useLiveQuery(() => upkeepUnderWay(openRegistry()), []);
  if (!state || state.total < WORTH_TELLING) return null;
  const share = Math.min(100, Math.floor((state.count / state.total) * 100));
  return (
    <Alert icon={<IconDatabaseCog aria-hidden="true" />} color="petrol">
      {words.upkeep(share)}
      <Progress mt={6} size="sm" value={share} aria-label={words.upkeep(share)} />
    </Alert>
  );
}

function Outbox() {
  const words = useApp().messages.dashboard.overview;
  const { waiting, rejected } = useOutbox();
  return (
    <>
      {waiting > 0 && (
        <Alert icon={<IconClockHour4 aria-hidden="true" />} color="petrol">
          {words.waiting(waiting)}
        </Alert>
      )}
      {rejected > 0 && (
        <Alert icon={<IconAlertTriangle aria-hidden="true" />} color="orange">
          {words.rejected(rejected)}
        </Alert>
      )}
    </>
  );
}

function NameCard() {
  const { messages, change } = useApp();
  const words = messages.dashboard.overview;
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void change({ operator: name.trim() });
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={save}>
      <Title order={2}>{words.nameTitle}</Title>
      <Text c="dimmed" size="sm" mb="sm">
        {words.nameHint}
      </Text>
      <Group gap="xs">
        <TextInput
          flex="1 1 14rem"
          maw="24rem"
          size="xs"
          aria-label={words.nameTitle}
          placeholder={words.namePlaceholder}
          maxLength={OPERATOR_LIMIT}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {words.nameSave}
        </Button>
      </Group>
    </Paper>
  );
}

function Handled({ handledToday }: OverviewFigures) {
  const words = useApp().messages.dashboard.overview;
  return (
    <Card title={words.handledToday} href={addressOf({ period: 'today' })}>
      {handledToday === 0 ? (
        <Text c="dimmed">{words.emptyQuiet}</Text>
      ) : (
        <Text className={classes.figure}>{words.handled(handledToday)}</Text>
      )}
    </Card>
  );
}

function Violations({ week: { violations, kept } }: OverviewFigures) {
  const words = useApp().messages.dashboard.overview;
  const most = violations[0]?.count ?? 0;
  return (
    <Card title={words.violationsWeek} href={addressOf({ period: '7d' })}>
      {violations.length === 0 ? (
        <Text c="dimmed">{words.quietWeek}</Text>
      ) : (
        <ul className={classes.bars}>
          {violations.map(({ criterion, count }) => (
            <Bar key={criterion} criterion={criterion} count={count} most={most} />
          ))}
        </ul>
      )}
      {kept > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {words.keptWeek(kept)}
        </Text>
      )}
    </Card>
  );
}

function RecentRows({ recent }: OverviewFigures) {
  const words = useApp().messages.dashboard.overview;
  if (recent.length === 0) return null;
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{words.recent}</Title>
        <Anchor component={Link} href="/log" size="sm">
          {words.all}
        </Anchor>
      </Group>
      <Paper withBorder>
        <ul className={classes.recent}>
          {recent.map((row) => (
            <Recent key={row.id} row={row} />
          ))}
        </ul>
      </Paper>
    </section>
  );
}

function Card({ title, href, children }: { title: string; href?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz="sm" c="dimmed" fw={550} mb="xs">
        {href === undefined ? (
          title
        ) : (
          <Anchor component={Link} href={href} inherit c="inherit">
            {title}
          </Anchor>
        )}
      </Title>
      {children}
    </Paper>
  );
}

interface BarProps {
  criterion: Criterion | null;
  count: number;
  most: number;
}

function Bar({ criterion, count, most }: BarProps) {
  const { messages } = useApp();
  return (
    <li>
      <span>
        {criterion === null ? (
          messages.log.entry.noGround
        ) : (
          <Anchor
            component={Link}
            underline="never"
            c="inherit"
            href={addressOf({ period: '7d', criteria: [criterion] })}
          >
            <CriterionBadge criterion={criterion} />
          </Anchor>
        )}
      </span>
      <span className={classes.bar} style={{ inlineSize: `${(count / most) * 100}%` }} />
      <span className={classes.count}>{count}</span>
    </li>
  );
}

/** One line of a comment. */
const LINE = { reach: 45, room: 160 };

function Recent({ row }: { row: LogRow }) {
  const { messages } = useApp();
  const { text, findings } = excerptOf(
    (row.text || row.note).replaceAll('\n', ' '),
    row.text === '' ? [] : row.findings,
    LINE,
  );
  return (
    <li>
      <Link href={addressOf({ entry: row.id })} className={classes.record ?? ''}>
        <span className={classes.quiet}>
          <Moment time={row.time} />
        </span>
        <span className={classes.line} data-undone={row.undone || undefined}>
          <MarkedText text={text || messages.log.noText} findings={findings} />
        </span>
        <span className={classes.line}>
          <Ground {...row} />
        </span>
        <span className={classes.quiet}>
          {row.undone ? messages.log.undone : messages.common.kind[row.kind]}
        </span>
      </Link>
    </li>
  );
}
