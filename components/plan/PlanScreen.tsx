import {
  ActionIcon,
  Button,
  Group,
  Loader,
  SegmentedControl,
  Select,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconCalendarPlus,
  IconChevronLeft,
  IconChevronRight,
  IconFileImport,
  IconFilterOff,
  IconPlus,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { monthName, weekName } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import { PLAN_STATES, type PlanEntry } from '../../lib/registry/plan';
import { blankEntry, copies, recurring, templateFrom } from '../../lib/registry/planning';
import { accountFinder, pagesByDay, sumFigures } from '../../lib/regulation/norm';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { isTyping } from '../keys/typing';
import { useToday, useWeeks, type WeeksRows } from '../norm/use-norm';
import { SidePane } from '../pane/SidePane';
import { useDesk } from '../record/use-desk';
import { ReminderButton } from '../reminders/ReminderButton';
import { FilterMenu } from '../screen/FilterMenu';
import { SearchField } from '../screen/SearchField';
import { Split } from '../screen/Split';
import frame from '../screen/screen.module.css';
import { type ScreenView, useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import {
  monthOn,
  PLAN_MODES,
  type PlanView,
  planAddress,
  readPlan,
  WHOLE_PLAN,
  weeksOf,
} from './address';
import { Calendar } from './Calendar';
import { EntryForm } from './EntryForm';
import { ExportMenu } from './ExportMenu';
import { accountsSeen, entriesSeen, inOrder } from './filter';
import { PlanImport } from './PlanImport';
import classes from './plan.module.css';
import { usePlanColumns } from './plan-columns';
import { TemplatesPane } from './TemplatesPane';
import { useEntry, usePlanDeeds, useTemplates } from './use-plan';
import { Warnings } from './Warnings';

/** Different values that were written before, in alphabetical order. */
const written = (values: readonly string[]) =>
  [...new Set(values.filter((value) => value !== ''))].sort((a, b) => a.localeCompare(b, 'ru'));

/** The content plan: calendar or list, filters in the address, entry, templates, files. */
export function PlanScreen() {
  const screen = useView(readPlan, planAddress);
  const { view } = screen;
  const today = useToday();
  const mondays = weeksOf(view.mode, view.day ?? today);
  const { messages } = useApp();
  const [last, setLast] = useState<WeeksRows | undefined>();
  const read = useWeeks(mondays);
  useEffect(() => {
    if (read) setLast(read);
  }, [read]);
  // The month before stays until the next one is read: nothing flickers.
  const rows = read ?? last;
  if (!rows)
    return (
      <Group justify="center" p="xl">
        <Loader size="sm" type="dots" aria-label={messages.table.loading} />
      </Group>
    );
  return <Planning screen={screen} today={today} mondays={mondays} rows={rows} />;
}

interface PlanningProps {
  screen: ScreenView<PlanView>;
  today: string;
  mondays: readonly string[];
  rows: WeeksRows;
}

function Planning({ screen, today, mondays, rows }: PlanningProps) {
  const { view, change, step } = screen;
  const { locale, messages, settings } = useApp();
  const words = messages.plan;
  const templates = useTemplates() ?? [];
  const isBlank = useLiveQuery(async () => (await openRegistry().plan.count()) === 0, []);
  const deeds = usePlanDeeds();
  const apply = useDesk();
  const table = useRef<TableHandle>(null);
  const day = view.day ?? today;

  const closed = { entry: null, add: null, side: null } as const;
  const open = (id: string) => (view.entry === null ? step : change)({ ...closed, entry: id });
  const add = (on: string) => step({ ...closed, add: on });
  const close = () => change(closed);

  const { body, account } = view;
  const accounts = useMemo(
    () => accountsSeen(rows.accounts, rows.bodies, { body, account }),
    [rows, body, account],
  );
  const ids = useMemo(() => new Set(accounts.map(({ id }) => id)), [accounts]);
  const byId = new Map(rows.accounts.map((account) => [account.id, account]));
  const seen = inOrder(entriesSeen(rows.entries, ids, view));
  const columns = usePlanColumns(byId);
  const listed = sortRows(
    view.mode === 'list' ? seen.filter((one) => one.day.startsWith(day.slice(0, 7))) : seen,
    columns.all,
    columns.sort,
  );
  const published = useMemo(() => {
    const accountOf = accountFinder(rows.accounts);
    return pagesByDay(
      rows.pages.filter(({ network, account }) => ids.has(accountOf(network, account) ?? '')),
    );
  }, [rows, ids]);
  const figures = mondays.map((_, place) =>
    sumFigures(accounts.flatMap(({ id }) => rows.norm.accounts.get(id)?.[place] ?? [])),
  );
  const rubrics = written([
    ...rows.entries.map(({ rubric }) => rubric),
    ...templates.map(({ rubric }) => rubric),
  ]);
  const people = written([
    ...rows.entries.map(({ responsible }) => responsible),
    ...rows.accounts.flatMap(({ responsible }) => responsible.map(({ name }) => name)),
    settings.operator,
  ]);

  const page = (by: -1 | 1) =>
    change({ day: view.mode === 'week' ? addDays(day, 7 * by) : monthOn(day, by) });
  const showWeek = (monday: string) => step({ mode: 'week', day: monday });
  const weekEntries = (monday: string) =>
    seen.filter((one) => one.day >= monday && one.day <= addDays(monday, 6));
  const say = (message: string) => void apply([], message);
  const copyWeek = (monday: string) => {
    const made = copies(weekEntries(monday), (one) => addDays(one, 7));
    if (made.length === 0) say(words.nothingToCopy);
    else void deeds.add(made, words.copied(made.length));
  };
  const fill = (weeks: readonly string[]) => {
    const days = weeks
      .flatMap((monday) => Array.from({ length: 7 }, (_, place) => addDays(monday, place)))
      .filter((one) => one >= today);
    const made = recurring(templates, rows.entries, days);
    if (made.length === 0) say(words.nothingToFill);
    else void deeds.add(made, words.filled(made.length));
  };

  const keys = useRef({ add, day });
  keys.current = {
    add,
    day: mondays.some((one) => one <= today && today <= addDays(one, 6)) ? today : day,
  };
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
      if (code !== 'KeyN' || altKey || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      keys.current.add(keys.current.day);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  const isOpen = view.entry !== null || view.add !== null || view.side !== null;
  const limited =
    view.search !== '' || view.body !== null || view.account !== null || view.states.length > 0;
  const isList = view.mode === 'list';
  const span = isList ? 'month' : view.mode === 'week' ? 'week' : 'month';
  const shown = isList ? listed : seen;
  return (
    <div className={frame.screen}>
      <header className={frame.top}>
        <Group justify="space-between" gap="xs" mb="xs">
          <Group gap="xs" align="center">
            <Title order={1}>{words.title}</Title>
            <Group gap={2} wrap="nowrap">
              <Step label={words.previous[span]} icon={IconChevronLeft} onClick={() => page(-1)} />
              <Text fw={600} className={classes.period} role="status">
                {span === 'week'
                  ? weekName(mondays[0] ?? day, addDays(mondays[0] ?? day, 6), locale)
                  : monthName(day, locale)}
              </Text>
              <Step label={words.next[span]} icon={IconChevronRight} onClick={() => page(1)} />
            </Group>
            <Button
              size="compact-sm"
              variant="default"
              disabled={view.day === null}
              onClick={() => change({ day: null })}
            >
              {words.today}
            </Button>
            <SegmentedControl
              size="xs"
              aria-label={words.mode}
              value={view.mode}
              data={PLAN_MODES.map((mode) => ({ value: mode, label: words.modes[mode] }))}
              onChange={(mode) => change({ mode: mode as PlanView['mode'] })}
            />
          </Group>
          <Group gap="xs">
            <Button variant="default" onClick={() => step({ ...closed, side: 'templates' })}>
              {words.templates.button}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
              onClick={() => step({ ...closed, side: 'import' })}
            >
              {words.import.button}
            </Button>
            <ExportMenu entries={shown} accounts={rows.accounts} today={today} />
            {isList && <ColumnMenu choice={columns} />}
            <ReminderButton />
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => add(keys.current.day)}
            >
              {words.add}
            </Button>
          </Group>
        </Group>
        <Group gap={6} role="search" aria-label={words.filters}>
          <SearchField
            label={words.search}
            value={view.search}
            onChange={(search) => change({ search })}
            onLeave={() => table.current?.focus()}
          />
          <Select
            size="xs"
            flex="0 1 14rem"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': messages.log.reset }}
            aria-label={words.body}
            placeholder={words.allBodies}
            value={view.body}
            data={rows.bodies.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(body) => change({ body, account: null })}
          />
          <Select
            size="xs"
            flex="0 1 14rem"
            searchable
            clearable
            limit={60}
            clearButtonProps={{ 'aria-label': messages.log.reset }}
            aria-label={words.account}
            placeholder={words.allAccounts}
            value={view.account}
            data={accountsSeen(rows.accounts, rows.bodies, { ...view, account: null }).map(
              ({ id, name, network }) => ({
                value: id,
                label: `${name} · ${messages.common.network[network]}`,
              }),
            )}
            onChange={(account) => change({ account })}
          />
          <FilterMenu
            label={words.state}
            chosen={view.states}
            options={PLAN_STATES.map((state) => ({ value: state, label: words.states[state] }))}
            onChange={(states) => change({ states })}
          />
          {limited && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => change({ ...WHOLE_PLAN, mode: view.mode, day: view.day })}
            >
              {words.resetAll}
            </Button>
          )}
        </Group>
        {isBlank ? (
          <Text size="sm" c="dimmed" mt="sm">
            {words.empty.title}. {words.empty.hint}
          </Text>
        ) : (
          <Warnings view={view} today={today} onShow={step} />
        )}
      </header>
      <Split open={isOpen} beside="clamp(25rem, 36vw, 36rem)" loading={false} onClose={close}>
        {isList && listed.length === 0 && (
          <EmptyState
            icon={limited ? IconFilterOff : IconCalendarPlus}
            title={limited ? words.empty.noneTitle : words.empty.title}
            hint={limited ? words.empty.noneHint : words.empty.hint}
          >
            {!limited && <Button onClick={() => add(day)}>{words.add}</Button>}
          </EmptyState>
        )}
        {isList && listed.length > 0 && (
          <RowsTable
            ref={table}
            name="plan"
            label={words.table}
            description={words.tableKeys}
            rows={listed}
            columns={columns}
            open={view.entry}
            onOpen={open}
            onRemove={(entry) => void deeds.remove(entry)}
          />
        )}
        {!isList && (
          <div className={classes.scroller}>
            <Calendar
              mode={view.mode === 'week' ? 'week' : 'month'}
              weeks={mondays}
              today={today}
              month={day.slice(0, 7)}
              entries={seen}
              published={published}
              figures={figures}
              open={view.entry}
              detailOf={(entry) => {
                const [first, ...rest] = entry.accounts.flatMap((id) => byId.get(id)?.name ?? []);
                return first === undefined
                  ? words.noAccounts
                  : words.accountsOf(first, rest.length);
              }}
              onOpen={open}
              onAdd={add}
              onMove={(entry, to) => void deeds.move(entry, to)}
              onShowWeek={showWeek}
              onCopyWeek={copyWeek}
              onFillWeek={(monday) => fill([monday])}
              onPage={page}
            />
          </div>
        )}
        {view.side === 'templates' && (
          <TemplatesPane
            templates={templates}
            rubrics={rubrics}
            accounts={rows.accounts}
            bodies={rows.bodies}
            day={keys.current.day}
            onFill={() => fill(mondays)}
            onClose={close}
          />
        )}
        {view.side === 'import' && (
          <PlanImport
            accounts={rows.accounts}
            onImport={(entries) => deeds.add(entries, words.import.done(entries.length))}
            onClose={close}
          />
        )}
        {view.side === null && (view.entry !== null || view.add !== null) && (
          <EntryPane
            key={view.entry ?? `new ${view.add}`}
            id={view.entry}
            day={view.add ?? day}
            account={view.account}
            rows={rows}
            rubrics={rubrics}
            people={people}
            onOpen={open}
            onClose={close}
          />
        )}
      </Split>
    </div>
  );
}

interface StepProps {
  label: string;
  icon: typeof IconChevronLeft;
  onClick(): void;
}

function Step({ label, icon: Icon, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={onClick}>
        <Icon size={18} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

interface EntryPaneProps {
  /** Null for a new entry. */
  id: string | null;
  day: string;
  /** The account that the plan is limited to: a new entry is meant for it. */
  account: string | null;
  rows: WeeksRows;
  rubrics: readonly string[];
  people: readonly string[];
  onOpen(id: string): void;
  onClose(): void;
}

/** The form with what it does to the plan. */
function EntryPane({ id, day, account, rows, rubrics, people, onOpen, onClose }: EntryPaneProps) {
  const { messages } = useApp();
  const words = messages.plan.form;
  const stored = useEntry(id);
  const [blank] = useState(
    (): PlanEntry => ({ ...blankEntry(day), accounts: account === null ? [] : [account] }),
  );
  const deeds = usePlanDeeds();
  const apply = useDesk();
  const isGone = id !== null && stored === null;
  if (stored === undefined || isGone)
    return (
      <SidePane label={words.editTitle} title={words.editTitle} onClose={onClose}>
        {isGone && <EmptyState icon={IconFilterOff} title={words.gone} hint={words.goneHint} />}
      </SidePane>
    );
  const entry = stored ?? blank;
  return (
    <EntryForm
      entry={entry}
      isNew={stored === null}
      accounts={rows.accounts}
      bodies={rows.bodies}
      rubrics={rubrics}
      people={people}
      onSave={(row) => void deeds.change(row, (stored ? words.changed : words.saved)(row.title))}
      onRemove={(row) => {
        onClose();
        void deeds.remove(row);
      }}
      onTemplate={(row) => {
        const template = templateFrom(row);
        void apply([{ table: 'templates', put: template }], words.templateMade(template.name));
      }}
      onDuplicate={async (row) => {
        const [copy] = copies([row], (on) => addDays(on, 1));
        if (copy && (await deeds.add([copy], words.duplicated(copy.title)))) onOpen(copy.id);
      }}
      onClose={onClose}
    />
  );
}
