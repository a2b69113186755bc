import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Entry } from '../../lib/moderation/dictionary';
import { suggestedGround } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { CriterionBadge } from '../text/CriterionBadge';
import classes from './rules.module.css';

/** CSS pixels of one row; the style sheet says the same. */
const ROW_HEIGHT = 40;

export interface RulesTableHandle {
  focus(): void;
}

interface Props {
  entries: readonly Entry[];
  /** The entry that stands open beside the table, or null. */
  open: string | null;
  onOpen(id: string): void;
  onRemove(entry: Entry): void;
  ref?: Ref<RulesTableHandle>;
}

const rowId = (id: string) => `rule-${id}`;

/**
 * The dictionary as a grid with one tab stop: arrows, Page Up and Down, Home and End move, Enter opens,
 * Delete removes.
 */
export function RulesTable({ entries, open, onOpen, onRemove, ref }: Props) {
  const { messages } = useApp();
  const words = messages.rules;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [activeId, setActiveId] = useState<string | null>(open);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // The heading stays on top of the same scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const active = Math.max(
    0,
    entries.findIndex(({ id }) => id === activeId),
  );

  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }));
  useEffect(() => {
    if (open !== null) setActiveId(open);
  }, [open]);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(entries.length - 1, to));
    setActiveId(entries[index]?.id ?? null);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const places: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: entries.length - 1,
    };
    const to = places[event.key];
    const entry = entries[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && entry) onOpen(entry.id);
    else if (event.key === 'Delete' && entry) {
      setActiveId(entries[active + 1]?.id ?? entries[active - 1]?.id ?? null);
      onRemove(entry);
    } else return;
    event.preventDefault();
  };

  const activeShown = items.some(({ index }) => index === active);
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={grid}
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own grid pattern
        role="grid"
        tabIndex={0}
        aria-label={words.table}
        aria-description={words.keys}
        aria-rowcount={entries.length + 1}
        aria-activedescendant={activeShown ? rowId(entries[active]?.id ?? '') : undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr className={classes.head} aria-rowindex={1}>
            <th scope="col">{words.column.phrase}</th>
            <th scope="col">{words.column.effect}</th>
            <th scope="col">{words.column.ground}</th>
            <th scope="col">{words.column.note}</th>
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const entry = entries[index];
            return (
              entry && (
                <tr
                  key={key}
                  id={rowId(entry.id)}
                  className={classes.row}
                  aria-rowindex={index + 2}
                  aria-selected={entry.id === open}
                  data-active={index === active || undefined}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => onOpen(entry.id)}
                >
                  <Cells entry={entry} />
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ entry }: { entry: Entry }) {
  const { locale, messages, profile } = useApp();
  const words = messages.rules;
  if (entry.kind === 'exception')
    return (
      <>
        <td>{entry.phrase}</td>
        <td className={classes.quiet}>
          {entry.rule === null ? words.silent : words.silentRule(entry.rule)}
        </td>
        <td />
        <td className={classes.quiet}>{entry.note}</td>
      </>
    );
  const { criterion, strength } = entry;
  const ground = suggestedGround(profile, {
    criterion,
    ...(entry.ground === null ? {} : { ground: entry.ground }),
  });
  return (
    <>
      <td>{entry.phrase}</td>
      <td>
        <CriterionBadge
          criterion={criterion}
          strength={strength}
          title={`${messages.common.criterion[criterion]}, ${messages.common.strength[strength]}`}
        />
      </td>
      <td className={entry.ground === null ? classes.quiet : undefined}>{ground?.title[locale]}</td>
      <td className={classes.quiet}>{entry.note}</td>
    </>
  );
}
