import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDay } from '../../lib/i18n/day';
import type { PlanEntry } from '../../lib/registry/plan';
import { pagesByDay } from '../../lib/regulation/norm';
import { addDays, mondayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useWeeks } from '../norm/use-norm';
import { accountsSeen } from '../screen/owner';
import type { PlanView } from './address';
import { entriesSeen } from './filter';
import classes from './plan.module.css';

/** How far ahead an empty working day is worth a word, and how far back a missed entry, days. */
const AHEAD = 7;
const BACK = 7;

interface Props {
  view: PlanView;
  today: string;
  onShow(part: Partial<PlanView>): void;
}

const isOpen = ({ state }: PlanEntry) => state !== 'published' && state !== 'dropped';

/** What of the plan needs a person now, whatever month is shown. */
export function Warnings({ view, today, onShow }: Props) {
  const { locale, messages } = useApp();
  const words = messages.plan.warnings;
  const monday = mondayOf(today);
  const rows = useWeeks([addDays(monday, -7), monday, addDays(monday, 7)]);
  if (!rows) return null;
  const accounts = accountsSeen(rows.accounts, rows.bodies, view);
  const ids = new Set(accounts.map(({ id }) => id));
  const entries = entriesSeen(rows.entries, ids, { ...view, search: '', states: [] });
  const behind = accounts.filter(({ id }) => (rows.norm.accounts.get(id)?.[1]?.behind ?? 0) > 0);
  const lack = behind.reduce(
    (sum, { id }) => sum + (rows.norm.accounts.get(id)?.[1]?.behind ?? 0),
    0,
  );
  const published = pagesByDay(rows.pages);
  const planned = new Set(entries.filter(({ state }) => state !== 'dropped').map(({ day }) => day));
  const empty = Array.from({ length: AHEAD }, (_, place) => addDays(today, place)).filter(
    (day) =>
      new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0 &&
      !planned.has(day) &&
      !published.has(day),
  );
  const missed = entries.filter(
    (entry) => isOpen(entry) && entry.day < today && entry.day >= addDays(today, -BACK),
  );
  const now = entries.filter((entry) => isOpen(entry) && entry.day === today);

  const lines: { key: string; icon: typeof IconAlertTriangle; text: string; button: ReactNode }[] =
    [];
  if (now.length > 0)
    lines.push({
      key: 'today',
      icon: IconCalendarEvent,
      text: words.today(now.length),
      button: <Show onClick={() => onShow({ mode: 'week', day: today, states: [] })} />,
    });
  if (missed.length > 0)
    lines.push({
      key: 'missed',
      icon: IconClockExclamation,
      text: words.missed(missed.length),
      button: (
        <Show
          onClick={() =>
            onShow({
              mode: 'list',
              day: missed[0]?.day ?? today,
              states: ['idea', 'draft', 'ready'],
            })
          }
        />
      ),
    });
  if (lack > 0)
    lines.push({
      key: 'behind',
      icon: IconAlertTriangle,
      text: words.behind(lack, behind.length),
      button: <Show onClick={() => onShow({ mode: 'week', day: today, states: [] })} />,
    });
  if (empty.length > 0 && rows.entries.length > 0)
    lines.push({
      key: 'empty',
      icon: IconAlertTriangle,
      text: words.empty(empty.map((day) => shortDay(day, locale)).join(', ')),
      button: null,
    });
  if (lines.length === 0) return null;
  return (
    <ul className={classes.warnings} aria-label={words.label}>
      {lines.map(({ key, icon: Icon, text, button }) => (
        <li key={key}>
          <Icon
            size={16}
            className={classes.warningIcon}
            data-calm={key === 'today' || undefined}
            aria-hidden="true"
          />
          <span>{text}</span>
          {button}
        </li>
      ))}
    </ul>
  );
}

function Show({ onClick }: { onClick(): void }) {
  const words = useApp().messages.plan.warnings;
  return (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {words.show}
    </Button>
  );
}
