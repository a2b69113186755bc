import { Loader } from '@mantine/core';
import { useResizeObserver } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { LogRow } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { MarkedText } from '../text/MarkedText';
import { excerptOf } from '../text/marked';
import { Moment } from '../time/Moment';
import { Ground } from './Ground';
import { KIND_ICONS } from './kinds';
import classes from './log.module.css';
import { useRows } from './use-log';

/** CSS pixels of one row; the style sheet says the same. */
const ROW_HEIGHT = 40;
/** CSS pixels that a letter of a comment takes at most, on average. */
const LETTER = 8.5;
/** UTF-16 code units of a comment that the widest screen may show. */
const ROOM = 220;

export interface LogTableHandle {
  focus(): void;
}

interface Props {
  ids: readonly string[];
  /** The entry that stands open beside the table, or null. */
  open: string | null;
  onOpen(id: string): void;
  ref?: Ref<LogTableHandle>;
}

const rowId = (id: string) => `row-${id}`;

/**
 * The log as a grid: only the rows on the screen exist. One tab stop; arrows, Page Up and Down, Home
 * and End move, Enter opens. While an entry stands open, moving opens the next one.
 */
export function LogTable({ ids, open, onOpen, ref }: Props) {
  const { messages } = useApp();
  const words = messages.log;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [textColumn, { width }] = useResizeObserver<HTMLTableCellElement>();
  const reach = Math.floor(width / LETTER);
  const [activeId, setActiveId] = useState<string | null>(open);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // The heading stays on top of the same scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => ids[index] ?? index,
  });
  const items = virtual.getVirtualItems();
  const rows = useRows(ids, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const active = Math.max(0, activeId === null ? 0 : ids.indexOf(activeId));

  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }));
  // An entry may be opened from its address or from its own buttons: follow it.
  useEffect(() => {
    if (open === null) return;
    setActiveId(open);
    const index = ids.indexOf(open);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [open, ids, virtual]);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(ids.length - 1, to));
    const id = ids[index];
    if (id === undefined) return;
    setActiveId(id);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (open !== null) onOpen(id);
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
      End: ids.length - 1,
    };
    const to = places[event.key];
    const id = ids[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && id !== undefined) onOpen(id);
    else return;
    event.preventDefault();
  };

  const activeShown = ids[active] !== undefined && items.some(({ index }) => index === active);
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={grid}
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own grid pattern
        role="grid"
        tabIndex={0}
        aria-label={words.table}
        aria-rowcount={ids.length + 1}
        aria-activedescendant={activeShown ? rowId(ids[active] ?? '') : undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr className={classes.head} aria-rowindex={1}>
            <th scope="col">{words.column.time}</th>
            <th scope="col">{words.column.author}</th>
            <th ref={textColumn} scope="col">
              {words.column.text}
            </th>
            <th scope="col">{words.column.ground}</th>
            <th scope="col">{words.column.kind}</th>
            <th scope="col">{words.column.operator}</th>
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const id = ids[index] ?? '';
            return (
              <tr
                key={key}
                id={rowId(id)}
                className={classes.row}
                aria-rowindex={index + 2}
                aria-selected={id === open}
                data-active={index === active || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActiveId(id);
                  onOpen(id);
                }}
              >
                <Cells row={rows.get(id)} reach={reach} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row, reach }: { row: LogRow | undefined; reach: number }) {
  const { messages } = useApp();
  const words = messages.log;
  if (!row)
    return (
      <td className={classes.wide} colSpan={6}>
        <Loader size={14} type="dots" aria-label={words.loading} />
      </td>
    );
  const Icon = KIND_ICONS[row.kind];
  return (
    <>
      <td className={classes.quiet}>
        <Moment time={row.time} />
      </td>
      <td>{row.author || <i className={classes.quiet}>{words.noAuthor}</i>}</td>
      <td data-undone={row.undone || undefined}>
        <Line row={row} reach={reach} />
      </td>
      <td>
        <Ground {...row} />
      </td>
      <td>
        <span className={classes.kind}>
          {Icon && <Icon size={16} stroke={1.7} aria-hidden="true" />}
          <span>{row.undone ? words.undone : messages.common.kind[row.kind]}</span>
        </span>
      </td>
      <td className={classes.quiet}>{row.operator}</td>
    </>
  );
}

/** One line of what the row is about: the comment, or the note where there is none. */
function Line({ row, reach }: { row: LogRow; reach: number }) {
  const words = useApp().messages.log;
  const isNote = row.kind === 'note' && row.note !== '';
  const text = (isNote ? row.note : row.text || row.note).replaceAll('\n', ' ');
  if (text === '')
    return (
      <i className={classes.quiet}>
        {row.author === '' && row.authorUrl === '' ? words.erased : words.noText}
      </i>
    );
  const { text: line, findings } = excerptOf(text, isNote || row.text === '' ? [] : row.findings, {
    reach,
    room: ROOM,
  });
  return <MarkedText text={line} findings={findings} />;
}
