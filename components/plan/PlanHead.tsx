import { ActionIcon, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { monthName, weekName } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import { PLAN_STATES } from '../../lib/registry/plan';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import type { WeeksRows } from '../norm/use-norm';
import { ReminderButton } from '../reminders/ReminderButton';
import { FilterMenu } from '../screen/FilterMenu';
import { OwnerFilter } from '../screen/OwnerFilter';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import type { ScreenView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { isLimited, PLAN_MODES, type PlanView, WHOLE_PLAN } from './address';
import { ExportMenu } from './ExportMenu';
import classes from './plan.module.css';
import type { PlanSeen } from './use-plan-seen';
import { Warnings } from './Warnings';

interface Props {
  place: ScreenView<PlanView>;
  /** A day of the period shown. */
  day: string;
  today: string;
  mondays: readonly string[];
  rows: WeeksRows;
  seen: PlanSeen;
  onAdd(): void;
  /** Opens templates or the import beside the plan. */
  onSide(side: 'templates' | 'import'): void;
  /** One period back or forth. */
  onPage(by: -1 | 1): void;
  /** From the search field to what was found. */
  onLeave(): void;
}

/** Which part of the plan is shown, what limits it, what can be done with it, and what needs a look. */
export function PlanHead(props: Props) {
  const { place, today, rows, seen } = props;
  const { view, change, step } = place;
  const { messages } = useApp();
  const words = messages.plan;
  const isBlank = useLiveQuery(async () => (await openRegistry().plan.count()) === 0, [], false);
  const isList = view.mode === 'list';
  const shown = isList ? seen.listed : seen.entries;
  const limited = isLimited(view);
  return (
    <SearchHead
      title={words.title}
      beside={<Period {...props} />}
      label={words.filters}
      tools={
        <>
          <Button variant="default" onClick={() => props.onSide('templates')}>
            {words.templates.button}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden="true" />}
            onClick={() => props.onSide('import')}
          >
            {words.import.button}
          </Button>
          <ExportMenu entries={shown} accounts={rows.accounts} today={today} />
          {isList && <ColumnMenu choice={seen.columns} />}
          <ReminderButton />
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={props.onAdd}>
            {words.add}
          </Button>
        </>
      }
      onReset={
        limited
          ? () => {
              const { search, body, account, states } = WHOLE_PLAN;
              change({ search, body, account, states });
            }
          : undefined
      }
      below={
        isBlank ? (
          <Text size="sm" c="dimmed" mt="sm">
            {words.empty.title}. {words.empty.hint}
          </Text>
        ) : (
          <Warnings view={view} today={today} onShow={step} />
        )
      }
    >
      <SearchField
        label={words.search}
        value={view.search}
        onChange={(search) => change({ search })}
        onLeave={props.onLeave}
      />
      <OwnerFilter
        body={view.body}
        account={view.account}
        bodies={rows.bodies}
        accounts={rows.accounts}
        onChange={change}
      />
      <FilterMenu
        label={words.state}
        chosen={view.states}
        options={PLAN_STATES.map((state) => ({ value: state, label: words.states[state] }))}
        onChange={(states) => change({ states })}
      />
    </SearchHead>
  );
}

/** The month or the week that is shown, the ways to others, and how it is shown. */
function Period({
  place,
  day,
  mondays,
  onPage,
}: Pick<Props, 'place' | 'day' | 'mondays' | 'onPage'>) {
  const { view, change } = place;
  const { locale, messages } = useApp();
  const words = messages.plan;
  const span = view.mode === 'week' ? 'week' : 'month';
  const monday = mondays[0] ?? day;
  return (
    <>
      <Group gap={2} wrap="nowrap">
        <Step label={words.previous[span]} icon={IconChevronLeft} onClick={() => onPage(-1)} />
        <Text fw={600} className={classes.period} role="status">
          {span === 'week' ? weekName(monday, addDays(monday, 6), locale) : monthName(day, locale)}
        </Text>
        <Step label={words.next[span]} icon={IconChevronRight} onClick={() => onPage(1)} />
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
        onChange={(mode) => change({ mode: PLAN_MODES.find((one) => one === mode) ?? 'month' })}
      />
    </>
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
