import { Button, Group, Loader } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react';
import type { Template } from '../../lib/registry/templates';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { isTyping } from '../keys/typing';
import { useWeeks, type WeeksRows } from '../norm/use-norm';
import { NothingFound } from '../screen/NothingFound';
import { Split } from '../screen/Split';
import frame from '../screen/screen.module.css';
import { type ScreenView, useView } from '../screen/use-view';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { useToday } from '../time/today';
import { isLimited, monthOn, type PlanView, planAddress, readPlan, weeksOf } from './address';
import { Calendar } from './Calendar';
import { NewEntry, StoredEntry } from './EntryPane';
import { PlanHead } from './PlanHead';
import { PlanImport } from './PlanImport';
import { TemplatesPane } from './TemplatesPane';
import { usePlanDeeds, useTemplates, useWeekDeeds } from './use-plan';
import { type PlanSeen, usePlanSeen, useRecalled } from './use-plan-seen';

/** The content plan: calendar or list, filters in the address, entry, templates, files. */
export function PlanScreen() {
  const place = useView(readPlan, planAddress);
  const { view } = place;
  const today = useToday();
  const mondays = weeksOf(view.mode, view.day ?? today);
  const { messages } = useApp();
  const [last, setLast] = useState<WeeksRows | undefined>();
  const read = useWeeks(mondays);
  // Not in an effect, after which all of it would be drawn once more.
  if (read && read !== last) setLast(read);
  // The month before stays until the next one is read: nothing flickers.
  const rows = read ?? last;
  if (!rows)
    return (
      <Group justify="center" p="xl">
        <Loader size="sm" type="dots" aria-label={messages.table.loading} />
      </Group>
    );
  return <Planning place={place} today={today} mondays={mondays} rows={rows} />;
}

const CLOSED = { entry: null, add: null, side: null } as const;

interface PlanningProps {
  place: ScreenView<PlanView>;
  today: string;
  mondays: readonly string[];
  rows: WeeksRows;
}

function Planning({ place, today, mondays, rows }: PlanningProps) {
  const { view, change, step } = place;
  const day = view.day ?? today;
  const seen = usePlanSeen(view, rows, mondays, day);
  const templates = useTemplates();
  const table = useRef<TableHandle>(null);
  /** Grows with each new entry, so that it begins empty. */
  const [turn, setTurn] = useState(0);
  const open = (id: string) => (view.entry === null ? step : change)({ ...CLOSED, entry: id });
  const add = (on: string) => {
    setTurn((known) => known + 1);
    step({ ...CLOSED, add: on });
  };
  const page = (by: -1 | 1) =>
    change({ day: view.mode === 'week' ? addDays(day, 7 * by) : monthOn(day, by) });
  const week = useWeekDeeds({ rows, templates, entries: seen.entries, today });
  const isTodayShown = mondays.some((one) => one <= today && today <= addDays(one, 6));
  /** The day that is meant where none is pointed at. */
  const meant = isTodayShown ? today : day;
  useKeyOfNew(() => add(meant));
  const isOpen = view.entry !== null || view.add !== null || view.side !== null;
  return (
    <div className={frame.screen}>
      <PlanHead
        place={place}
        day={day}
        today={today}
        mondays={mondays}
        rows={rows}
        seen={seen}
        onAdd={() => add(meant)}
        onSide={(side) => step({ ...CLOSED, side })}
        onPage={page}
        onLeave={() => table.current?.focus()}
      />
      <Split
        open={isOpen}
        beside="clamp(25rem, 36vw, 36rem)"
        loading={false}
        onClose={() => change(CLOSED)}
      >
        {view.mode === 'list' ? (
          <PlanList view={view} seen={seen} table={table} onOpen={open} onAdd={() => add(day)} />
        ) : (
          <PlanCalendar
            mode={view.mode}
            view={view}
            weeks={mondays}
            today={today}
            day={day}
            seen={seen}
            onOpen={open}
            onAdd={add}
            onShowWeek={(monday) => step({ mode: 'week', day: monday })}
            onCopyWeek={week.copy}
            onFillWeek={(monday) => week.fill([monday])}
            onPage={page}
          />
        )}
        {isOpen && (
          <Beside
            view={view}
            rows={rows}
            templates={templates}
            day={day}
            meant={meant}
            turn={turn}
            onFill={() => week.fill(mondays)}
            onOpen={open}
            onClose={() => change(CLOSED)}
          />
        )}
      </Split>
    </div>
  );
}

/** N begins a new entry wherever nobody types. */
function useKeyOfNew(onNew: () => void): void {
  const latest = useRef(onNew);
  latest.current = onNew;
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
      if (code !== 'KeyN' || altKey || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

interface ListProps {
  view: PlanView;
  seen: PlanSeen;
  table: RefObject<TableHandle | null>;
  onOpen(id: string): void;
  onAdd(): void;
}

/** The month as a table. */
function PlanList({ view, seen, table, onOpen, onAdd }: ListProps) {
  const words = useApp().messages.plan;
  const deeds = usePlanDeeds();
  if (seen.listed.length === 0)
    return isLimited(view) ? (
      <NothingFound words={words.empty} />
    ) : (
      <EmptyState icon={IconCalendarPlus} title={words.empty.title} hint={words.empty.hint}>
        <Button onClick={onAdd}>{words.add}</Button>
      </EmptyState>
    );
  return (
    <RowsTable
      ref={table}
      name="plan"
      label={words.table}
      description={words.tableKeys}
      rows={seen.listed}
      columns={seen.columns}
      open={view.entry}
      onOpen={onOpen}
      onRemove={(entry) => void deeds.remove(entry)}
    />
  );
}

interface CalendarProps
  extends Pick<
    ComponentProps<typeof Calendar>,
    | 'mode'
    | 'weeks'
    | 'today'
    | 'onOpen'
    | 'onAdd'
    | 'onShowWeek'
    | 'onCopyWeek'
    | 'onFillWeek'
    | 'onPage'
  > {
  view: PlanView;
  seen: PlanSeen;
  /** A day of the month shown. */
  day: string;
}

/** The month or the week as a calendar. */
function PlanCalendar({ view, seen, day, ...props }: CalendarProps) {
  const words = useApp().messages.plan;
  const deeds = usePlanDeeds();
  return (
    <Calendar
      {...props}
      month={day.slice(0, 7)}
      entries={seen.entries}
      published={seen.published}
      figures={seen.figures}
      open={view.entry}
      detailOf={(entry) => {
        const [first, ...rest] = entry.accounts.flatMap((id) => seen.byId.get(id)?.name ?? []);
        return first === undefined ? words.noAccounts : words.accountsOf(first, rest.length);
      }}
      onMove={(entry, to) => void deeds.move(entry, to)}
    />
  );
}

interface BesideProps {
  view: PlanView;
  rows: WeeksRows;
  templates: readonly Template[];
  /** A day of the period shown, and the one that is meant where none is pointed at. */
  day: string;
  meant: string;
  /** Of the new entry. */
  turn: number;
  /** Sets out the rubrics in all that is shown. */
  onFill(): void;
  onOpen(id: string): void;
  onClose(): void;
}

/** What stands open beside the plan. */
function Beside(props: BesideProps) {
  const { view, rows, templates, onOpen, onClose } = props;
  const words = useApp().messages.plan;
  const deeds = usePlanDeeds();
  const recalled = useRecalled(rows, templates);
  if (view.side === 'templates')
    return (
      <TemplatesPane
        templates={templates}
        rubrics={recalled.rubrics}
        accounts={rows.accounts}
        bodies={rows.bodies}
        day={props.meant}
        onFill={props.onFill}
        onClose={onClose}
      />
    );
  if (view.side === 'import')
    return (
      <PlanImport
        accounts={rows.accounts}
        onImport={(entries) => deeds.add(entries, words.import.done(entries.length))}
        onClose={onClose}
      />
    );
  const usual = { rows, recalled, onOpen, onClose };
  if (view.entry !== null) return <StoredEntry key={view.entry} id={view.entry} {...usual} />;
  if (view.add === null) return null;
  return <NewEntry key={props.turn} day={view.add} account={view.account} {...usual} />;
}
