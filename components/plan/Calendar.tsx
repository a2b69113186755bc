import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Menu } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconAlertTriangle, IconDots, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { dayName, fullDay } from '../../lib/i18n/day';
import type { PlanEntry } from '../../lib/registry/plan';
import { isoWeek, type WeekFigures } from '../../lib/regulation/norm';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useElements } from '../keys/use-elements';
import { ChipFace } from './ChipFace';
import { MoreInDay } from './MoreInDay';
import classes from './plan.module.css';

/** Entries of a day that a month shows; a week shows them all. */
const MOST_IN_MONTH = 5;

interface Props {
  mode: 'month' | 'week';
  /** Mondays of the weeks shown, oldest first. */
  weeks: readonly string[];
  today: string;
  /** `YYYY-MM` of the month that is shown: other days are paler. */
  month: string;
  /** In the order of a day. */
  entries: readonly PlanEntry[];
  /** Posts that stand in the network, by day. */
  published: ReadonlyMap<string, number>;
  /** Norm of the accounts seen, one a week. */
  figures: readonly WeekFigures[];
  /** The entry that stands open. */
  open: string | null;
  /** Line below a title where there is room. */
  detailOf(entry: PlanEntry): string;
  onOpen(id: string): void;
  onAdd(day: string): void;
  onMove(entry: PlanEntry, day: string): void;
  onShowWeek(monday: string): void;
  onCopyWeek(monday: string): void;
  onFillWeek(monday: string): void;
  /** One step back or forth, as Page Up and Page Down ask. */
  onPage(by: -1 | 1): void;
}

/** Where the keyboard is: a day, an entry, or what opens the entries that a day has no room for. */
type Slot = string;
const daySlot = (day: string): Slot => `day ${day}`;
const moreSlot = (day: string): Slot => `more ${day}`;

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/**
 * Days in rows of weeks. One tab stop: arrows go from day to day and through the entries of one, Shift
 * with an arrow moves the entry itself; a pointer drags it.
 */
export function Calendar(props: Props) {
  const { mode, weeks, today, entries, onOpen, onAdd, onMove, onPage } = props;
  const words = useApp().messages.plan;
  const places = useElements<HTMLButtonElement>();
  const frame = useRef<HTMLDivElement>(null);
  const thisWeek = useRef<HTMLTableRowElement>(null);
  const days = weeks.flatMap((monday) =>
    Array.from({ length: 7 }, (_, place) => addDays(monday, place)),
  );
  const byDay = new Map<string, PlanEntry[]>(days.map((day) => [day, []]));
  for (const entry of entries) byDay.get(entry.day)?.push(entry);
  const [slot, setSlot] = useState<Slot | null>(null);
  const shown = (day: string) => {
    const list = byDay.get(day) ?? [];
    return mode === 'week' || list.length <= MOST_IN_MONTH
      ? list
      : list.slice(0, MOST_IN_MONTH - 1);
  };
  const hidden = (day: string) => (byDay.get(day)?.length ?? 0) - shown(day).length;
  const slotsOf = (day: string): Slot[] => [
    daySlot(day),
    ...shown(day).map(({ id }) => id),
    ...(hidden(day) > 0 ? [moreSlot(day)] : []),
  ];
  const slots = days.flatMap(slotsOf);
  const isLate = ({ day, state }: PlanEntry) =>
    day < today && state !== 'published' && state !== 'dropped';
  const usual = daySlot(days.includes(today) ? today : (days[0] ?? ''));
  const active = slot !== null && slots.includes(slot) ? slot : usual;
  /** An entry that was moved by key keeps the focus on its new day. */
  const following = useRef<string | null>(null);

  const period = `${mode} ${weeks[0]}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another period is shown, not another list
  useEffect(() => {
    // In the frame that shows it first: asked at once, the month would be laid out twice.
    const asked = requestAnimationFrame(() => {
      const box = frame.current;
      if (!thisWeek.current || !box) return;
      // By hand: the browser would scroll the screen too, and its heading would go out of sight.
      const [row, seen] = [thisWeek.current.getBoundingClientRect(), box.getBoundingClientRect()];
      box.scrollTop += row.top - seen.top - (seen.height - row.height) / 2;
    });
    return () => cancelAnimationFrame(asked);
  }, [period]);

  const focus = (next: Slot) => {
    setSlot(next);
    places.focus(next);
  };
  useEffect(() => {
    const id = following.current;
    const moved = id === null ? undefined : places.get(id);
    if (!moved || document.activeElement === moved) return;
    moved.focus();
    following.current = null;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = (event.target as HTMLElement).dataset.slot;
    if (at === undefined) return;
    const entry = entries.find(({ id }) => id === at);
    const day = entry?.day ?? at.slice(at.indexOf(' ') + 1);
    const step = STEPS[event.key];
    const own = slotsOf(day);
    const place = own.indexOf(at);
    if (event.shiftKey) {
      if (step === undefined || !entry) return;
      following.current = entry.id;
      onMove(entry, addDays(day, step));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = own[place + (event.key === 'ArrowDown' ? 1 : -1)];
      const other = addDays(day, step ?? 0);
      if (next !== undefined) focus(next);
      else if (event.key === 'ArrowDown') focus(daySlot(other));
      else focus(slotsOf(other).at(-1) ?? daySlot(other));
    } else if (step !== undefined) {
      const other = addDays(day, step);
      const list = slotsOf(other);
      focus(list[Math.min(place, list.length - 1)] ?? daySlot(other));
    } else if (event.key === 'Home' || event.key === 'End') {
      const monday = weeks.findLast((one) => one <= day) ?? day;
      focus(daySlot(event.key === 'Home' ? monday : addDays(monday, 6)));
    } else if (event.key === 'PageUp' || event.key === 'PageDown')
      onPage(event.key === 'PageUp' ? -1 : 1);
    else if (event.code === 'KeyN') onAdd(day);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={frame} className={classes.scroller}>
      <table
        className={classes.calendar}
        data-mode={mode}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own grid pattern
        role="grid"
        aria-label={words.grid}
        aria-description={words.keys}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td className={classes.corner} />
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday, place) => (
            <tr
              key={monday}
              ref={monday <= today && today <= addDays(monday, 6) ? thisWeek : undefined}
            >
              <WeekHead {...props} monday={monday} figures={props.figures[place]} />
              {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => (
                <Day
                  key={day}
                  day={day}
                  isToday={day === today}
                  isPast={day < today}
                  isOutside={mode === 'month' && !day.startsWith(props.month)}
                  published={props.published.get(day) ?? 0}
                  count={byDay.get(day)?.length ?? 0}
                  active={active}
                  target={places.ref(daySlot(day))}
                  onAdd={onAdd}
                  onFocus={setSlot}
                  onDrop={(id) => {
                    const entry = entries.find((one) => one.id === id);
                    if (entry && entry.day !== day) onMove(entry, day);
                  }}
                >
                  {shown(day).map((entry) => (
                    <Chip
                      key={entry.id}
                      entry={entry}
                      target={places.ref(entry.id)}
                      detail={mode === 'week' ? props.detailOf(entry) : ''}
                      isActive={active === entry.id}
                      isOpen={props.open === entry.id}
                      isLate={isLate(entry)}
                      onFocus={setSlot}
                      onOpen={onOpen}
                    />
                  ))}
                  {hidden(day) > 0 && (
                    <MoreInDay
                      day={day}
                      entries={byDay.get(day) ?? []}
                      hidden={hidden(day)}
                      slot={moreSlot(day)}
                      target={places.ref(moreSlot(day))}
                      isActive={active === moreSlot(day)}
                      isLate={isLate}
                      detailOf={props.detailOf}
                      onFocus={setSlot}
                      onOpen={onOpen}
                      onShowWeek={() => props.onShowWeek(monday)}
                    />
                  )}
                </Day>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WeekHeadProps extends Pick<Props, 'mode' | 'onCopyWeek' | 'onFillWeek' | 'onShowWeek'> {
  monday: string;
  figures: WeekFigures | undefined;
}

/** The week's number, how it stands with the norm, and what can be done with all of it. */
function WeekHead({ monday, figures, mode, onCopyWeek, onFillWeek, onShowWeek }: WeekHeadProps) {
  const words = useApp().messages.plan;
  const { week } = isoWeek(monday);
  const whole = figures
    ? [
        words.normOf(figures.done, figures.planned, figures.norm),
        figures.missed > 0 ? words.missed(figures.missed) : '',
      ]
        .filter(Boolean)
        .join(' ')
    : '';
  return (
    <th scope="row" className={classes.weekHead}>
      <span className={classes.weekName}>{words.week(week)}</span>
      {figures && (figures.norm > 0 || figures.forecast > 0) && (
        <span
          className={classes.weekNorm}
          data-behind={figures.behind > 0 || undefined}
          title={whole}
        >
          {figures.behind > 0 && <IconAlertTriangle size={14} aria-hidden="true" />}
          {words.norm(figures.forecast, figures.norm)}
        </span>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={words.weekMenu(week)}>
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onFillWeek(monday)}>{words.fillWeek}</Menu.Item>
          <Menu.Item onClick={() => onCopyWeek(monday)}>{words.copyWeek}</Menu.Item>
          {mode === 'month' && (
            <Menu.Item onClick={() => onShowWeek(monday)}>{words.modes.week}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </th>
  );
}

interface DayProps {
  day: string;
  isToday: boolean;
  isPast: boolean;
  isOutside: boolean;
  published: number;
  count: number;
  active: Slot;
  /** Of the day's own button. */
  target: Ref<HTMLButtonElement>;
  children: ReactNode;
  onAdd(day: string): void;
  onFocus(slot: Slot): void;
  onDrop(entry: string): void;
}

function Day(props: DayProps) {
  const { day, isToday, isPast, isOutside, published, count, active, children } = props;
  const { locale, messages } = useApp();
  const words = messages.plan;
  const cell = useRef<HTMLTableCellElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = useRef(props.onDrop);
  drop.current = props.onDrop;
  useEffect(() => {
    const element = cell.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.entry === 'string',
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        drop.current(String(source.data.entry));
      },
    });
  }, []);
  const isWeekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
  const isEmpty = count === 0 && published === 0 && !isPast && !isWeekend && !isOutside;
  return (
    <td
      ref={cell}
      className={classes.day}
      data-today={isToday || undefined}
      data-past={isPast || undefined}
      data-outside={isOutside || undefined}
      data-over={isOver || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <button
        ref={props.target}
        type="button"
        className={classes.dayHead}
        data-slot={daySlot(day)}
        tabIndex={active === daySlot(day) ? 0 : -1}
        onFocus={() => props.onFocus(daySlot(day))}
        onClick={() => props.onAdd(day)}
      >
        <span className={classes.dayNumber} aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span className={classes.said}>{fullDay(day, locale)}</span>
        {isEmpty && <span className={classes.emptyDay}>{words.emptyDay}</span>}
        {published > 0 && <span className={classes.dayPublished}>{words.outOnDay(published)}</span>}
        <span className={classes.said}>{words.addOn(dayName(day, locale))}</span>
        <IconPlus size={14} className={classes.plus} aria-hidden="true" />
      </button>
      {children}
    </td>
  );
}

interface ChipProps {
  entry: PlanEntry;
  target: Ref<HTMLButtonElement>;
  detail: string;
  isActive: boolean;
  isOpen: boolean;
  isLate: boolean;
  onFocus(slot: Slot): void;
  onOpen(id: string): void;
}

function Chip({ entry, target, detail, isActive, isOpen, isLate, onFocus, onOpen }: ChipProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isDragged, setIsDragged] = useState(false);
  const { id, state } = entry;
  useEffect(() => {
    const element = button.current;
    if (!element) return;
    return draggable({
      element,
      getInitialData: () => ({ entry: id }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    });
  }, [id]);
  return (
    <button
      ref={useMergedRef(button, target)}
      type="button"
      className={classes.chip}
      data-slot={id}
      data-state={state}
      data-late={isLate || undefined}
      data-open={isOpen || undefined}
      data-dragged={isDragged || undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocus(id)}
      onClick={() => onOpen(id)}
    >
      <ChipFace entry={entry} detail={detail} />
    </button>
  );
}
