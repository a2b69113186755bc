import { Anchor, Paper, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChecklist,
  IconCircleCheck,
  IconEyeOff,
  IconMail,
  IconMessage,
  IconPencil,
  IconWorldUpload,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { checksAddress } from '../checks/address';
import { planAddress } from '../plan/address';
import { noticesAddress, PUBLISH_ADDRESS } from '../registry/address';
import classes from './overview.module.css';
import { type Agenda as AgendaRows, goToTab, useWaitingTabs, type WaitingTab } from './use-today';

/** Lines of one kind that are shown; the rest is a number. */
const SHOWN = 4;

/** What waits for a person, line by line; each leads to the place where it is done. */
export function Agenda({ agenda }: { agenda: AgendaRows }) {
  const { messages } = useApp();
  const words = messages.today;
  const tabs = useWaitingTabs();
  // The open tabs are not the example's.
  const waiting = isExample() ? [] : tabs;
  const { notices, plan, checks } = agenda;
  const calm =
    waiting.length === 0 && notices.length === 0 && plan.length === 0 && checks.points === 0;
  return (
    <Paper withBorder component="section" className={classes.agenda}>
      <Title order={2} className={classes.cardTitle}>
        {words.waits}
      </Title>
      {calm && (
        <div className={classes.calm}>
          <IconCircleCheck size={20} stroke={1.7} aria-hidden="true" />
          <div>
            <Text fw={550}>{words.calm}</Text>
            <Text size="sm" c="dimmed">
              {words.calmHint}
            </Text>
          </div>
        </div>
      )}
      {waiting.length > 0 && (
        <Group title={words.tabs}>
          {waiting.map((tab) => (
            <TabLine key={tab.id} {...tab} />
          ))}
        </Group>
      )}
      {notices.length > 0 && (
        <Group title={words.notices} rest={notices.length - SHOWN} href={noticesAddress({})}>
          {notices.slice(0, SHOWN).map(({ notice, account, left }) => (
            <Line
              key={notice.id}
              href={noticesAddress({ open: notice.id })}
              icon={<IconMail size={17} stroke={1.7} aria-hidden="true" />}
              what={account?.name ?? '—'}
              detail={`${account ? messages.common.network[account.network] : ''}, ${words.event[notice.event]}`}
              state={
                left < 0 ? words.overdue(-left) : left === 0 ? words.lastDay : words.left(left)
              }
              late={left < 0}
            />
          ))}
        </Group>
      )}
      {plan.length > 0 && (
        <Group title={words.plan} rest={plan.length - SHOWN} href="/plan">
          {plan.slice(0, SHOWN).map((entry) => (
            <Line
              key={entry.id}
              href={planAddress({ entry: entry.id })}
              icon={<IconPencil size={17} stroke={1.7} aria-hidden="true" />}
              what={entry.title}
              detail={`${entry.time ?? words.anyTime}, ${words.accountsOf(entry.accounts.length)}`}
              state={entry.text === '' ? words.noText : words.state[entry.state]}
              late={entry.text === ''}
            />
          ))}
        </Group>
      )}
      {checks.points > 0 && (
        <Group title={words.checks}>
          <Line
            href={checksAddress({})}
            icon={<IconChecklist size={17} stroke={1.7} aria-hidden="true" />}
            what={words.checksDue(checks.points, checks.accounts)}
          />
        </Group>
      )}
      {!agenda.empty && <Published published={agenda.published} />}
    </Paper>
  );
}

function Published({ published }: Pick<AgendaRows, 'published'>) {
  const { locale, messages } = useApp();
  const words = messages.today;
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(Date.parse(iso));
  return (
    <Group title={words.paper}>
      <Line
        href={PUBLISH_ADDRESS}
        icon={<IconWorldUpload size={17} stroke={1.7} aria-hidden="true" />}
        what={published ? words.publishedOn(day(published.day)) : words.publishedNever}
        detail={published ? words.publishedChanged(published.changed) : ''}
      />
    </Group>
  );
}

interface GroupProps {
  title: string;
  children: ReactNode;
  /** How many lines are not shown, and where all of them are. */
  rest?: number;
  href?: string;
}

function Group({ title, children, rest = 0, href = '/' }: GroupProps) {
  const words = useApp().messages.today;
  return (
    <>
      <Title order={3} className={classes.kind}>
        {title}
        {rest > 0 && (
          <Anchor component={Link} href={href} inherit className={classes.more ?? ''}>
            {words.more(rest)}
          </Anchor>
        )}
      </Title>
      <ul className={classes.lines}>{children}</ul>
    </>
  );
}

interface LineProps {
  href: string;
  icon: ReactNode;
  what: string;
  detail?: string;
  state?: string;
  /** Past its day, or not ready for it. */
  late?: boolean;
}

function Line({ href, icon, what, detail = '', state = '', late = false }: LineProps) {
  return (
    <li>
      <Link href={href} className={classes.due ?? ''}>
        {icon}
        <span className={classes.line}>{what}</span>
        {detail !== '' && <span className={classes.quiet}>{detail}</span>}
        {state !== '' && (
          <span className={classes.state} data-late={late || undefined}>
            {late && <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />}
            {state}
          </span>
        )}
      </Link>
    </li>
  );
}

function TabLine({ id, state, left }: WaitingTab) {
  const { messages } = useApp();
  const words = messages.today;
  const network = messages.common.network[state.network];
  return (
    <li>
      <button
        type="button"
        className={classes.due ?? ''}
        title={words.goTab(network)}
        onClick={() => void goToTab(id)}
      >
        {state.blind ? (
          <IconEyeOff size={17} stroke={1.7} aria-hidden="true" />
        ) : (
          <IconMessage size={17} stroke={1.7} aria-hidden="true" />
        )}
        <span className={classes.line}>{state.blind ? words.blind : words.commentsWait(left)}</span>
        <span className={classes.quiet}>{network}</span>
      </button>
    </li>
  );
}
