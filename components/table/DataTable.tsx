import { Checkbox, Loader } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useApp } from '../app/app-context';
import type { TableColumn, TableSort } from './column';
import classes from './table.module.css';
import { useSize } from './use-size';

/** CSS pixels of one row; the style sheet says the same. */
const ROW_HEIGHT = 40;
/** Rows that are drawn above and below those on the screen. */
const BEYOND = 6;

export interface TableHandle {
  focus(): void;
}

export interface TableProps<Row> {
  /** Of the table, one on a page; ids of rows begin with it. */
  name: string;
  label: string;
  /** Says which keys do more than usual. */
  description?: string;
  columns: readonly TableColumn<Row>[];
  /** Ids of the rows in the order of the table. */
  ids: readonly string[];
  /** The row, or undefined while it is being read. */
  rowOf(id: string): Row | undefined;
  /** The row that stands open beside the table, or null. */
  open?: string | null;
  onOpen(id: string): void;
  /** While a row stands open, moving opens the next one. */
  follow?: boolean;
  onDelete?(id: string): void;
  sort?: TableSort | null;
  onSort?(sort: TableSort): void;
  /** Rows chosen for something to be done with all of them. */
  chosen?: ReadonlySet<string>;
  onChoose?(chosen: ReadonlySet<string>): void;
  /** Tells which rows are on the screen, by place. */
  onRange?(first: number, last: number): void;
  ref?: Ref<TableHandle> | undefined;
}

/**
 * A table as a grid (ARIA): only the rows on the screen exist. One tab stop for the rows; arrows, Page
 * Up and Down, Home and End move, Enter opens. Where rows can be chosen, Space chooses, Shift with a
 * move or a click chooses all between, Ctrl+A all, Escape none. Where they can be removed, Delete does.
 */
export function DataTable<Row>(props: TableProps<Row>) {
  const { name, columns, ids, rowOf, open = null, onOpen, follow = false, onRange, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const { width, firstHeight } = useSize(name, scroller);
  const [activeId, setActiveId] = useState<string | null>(open);
  /** Where a choice of several began. */
  const anchor = useRef<string | null>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // The heading stays on top of the same scroller.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: BEYOND,
    initialRect: { width: 0, height: firstHeight },
    getItemKey: (index) => ids[index] ?? index,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const active = Math.max(0, activeId === null ? 0 : ids.indexOf(activeId));
  const { chosen, onChoose } = props;
  const idOf = (id: string) => `${name}-${id}`;

  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }));
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  // A row may be opened from its address or from its own buttons: follow it.
  const openIndex = open === null ? -1 : ids.indexOf(open);
  useEffect(() => {
    if (open === null) return;
    setActiveId(open);
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: 'auto' });
  }, [open, openIndex, virtual]);

  /** All between two places, both inclusive and in either order. */
  const between = (a: number, b: number) => ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  const move = (to: number) => {
    const index = Math.max(0, Math.min(ids.length - 1, to));
    const id = ids[index];
    if (id === undefined) return;
    setActiveId(id);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (follow && open !== null) onOpen(id);
  };
  /** Moves and chooses all from where the choice began. */
  const stretch = (to: number) => {
    if (onChoose) {
      const known = anchor.current === null ? -1 : ids.indexOf(anchor.current);
      const start = known < 0 ? active : known;
      anchor.current = ids[start] ?? null;
      onChoose(new Set(between(start, Math.max(0, Math.min(ids.length - 1, to)))));
    }
    move(to);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    anchor.current = id;
    onChoose?.(next);
  };
  /** Chooses all from the last choice to this one. */
  const chooseUpTo = (id: string) => {
    const from = ids.indexOf(anchor.current ?? '');
    if (from < 0) toggle(id);
    else onChoose?.(new Set([...(chosen ?? []), ...between(from, ids.indexOf(id))]));
  };
  /** What a key does beside moving; false when it does nothing. */
  const act = (event: KeyboardEvent, id: string): boolean => {
    if (event.key === 'Enter') onOpen(id);
    else if (event.key === 'Delete' && props.onDelete) {
      setActiveId(ids[active + 1] ?? ids[active - 1] ?? null);
      props.onDelete(id);
    } else if (event.key === ' ' && onChoose) toggle(id);
    else if (event.key === 'Escape' && onChoose && chosen?.size) onChoose(new Set());
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Buttons of the heading and boxes of the rows have keys of their own.
    if (event.target !== event.currentTarget || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.code !== 'KeyA' || !onChoose) return;
      onChoose(new Set(ids));
      event.preventDefault();
      return;
    }
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
    if (to !== undefined && event.shiftKey) stretch(to);
    else if (to !== undefined) {
      anchor.current = null;
      move(to);
    } else if (id === undefined || !act(event, id)) return;
    event.preventDefault();
  };

  const seen = columns.filter(({ from = 0 }) => width === 0 || width >= from);
  const tracks = seen.map((column) => column.width);
  const template = { '--columns': [...(onChoose ? ['1.25rem'] : []), ...tracks].join(' ') };
  const activeShown = ids[active] !== undefined && items.some(({ index }) => index === active);
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={grid}
        className={classes.grid}
        style={template as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own grid pattern
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-description={props.description}
        aria-rowcount={ids.length + 1}
        aria-multiselectable={onChoose ? true : undefined}
        aria-activedescendant={activeShown ? idOf(ids[active] ?? '') : undefined}
        onKeyDown={onKeyDown}
      >
        <Head {...props} columns={seen} />
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const id = ids[index] ?? '';
            return (
              <tr
                key={key}
                id={idOf(id)}
                className={classes.row}
                aria-rowindex={index + 2}
                aria-selected={onChoose ? (chosen?.has(id) ?? false) : id === open}
                aria-current={onChoose && id === open ? true : undefined}
                data-open={id === open || undefined}
                data-active={index === active || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActiveId(id);
                  onOpen(id);
                }}
              >
                <Cells
                  id={id}
                  row={rowOf(id)}
                  columns={seen}
                  choice={
                    onChoose && {
                      on: chosen?.has(id) ?? false,
                      toggle: () => toggle(id),
                      chooseUpTo: () => chooseUpTo(id),
                    }
                  }
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ columns, ids, sort = null, onSort, chosen, onChoose }: TableProps<Row>) {
  const words = useApp().messages.table;
  return (
    <thead>
      <tr className={classes.head} aria-rowindex={1}>
        {onChoose && (
          <th scope="col">
            <Checkbox
              size="xs"
              aria-label={words.chooseAll}
              checked={ids.length > 0 && chosen?.size === ids.length}
              indeterminate={Boolean(chosen?.size) && chosen?.size !== ids.length}
              onChange={(event) => onChoose(new Set(event.currentTarget.checked ? ids : []))}
            />
          </th>
        )}
        {columns.map(({ id, title, value, headRef }) => {
          const sorted = sort?.column === id ? sort : null;
          const Arrow = sorted ? (sorted.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
          return (
            <th
              key={id}
              ref={headRef}
              scope="col"
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            >
              {onSort && value ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-on={sorted !== null || undefined}
                  onClick={() =>
                    onSort({ column: id, descending: sorted ? !sorted.descending : false })
                  }
                >
                  <span>{title}</span>
                  <Arrow size={13} stroke={1.8} aria-hidden="true" />
                </button>
              ) : (
                title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface CellsProps<Row> {
  id: string;
  row: Row | undefined;
  columns: readonly TableColumn<Row>[];
  choice:
    | {
        on: boolean;
        toggle(): void;
        /** With all from the last choice to this one. */
        chooseUpTo(): void;
      }
    | undefined;
}

function Cells<Row>({ id, row, columns, choice }: CellsProps<Row>) {
  const words = useApp().messages.table;
  if (row === undefined)
    return (
      <td className={classes.wide} colSpan={columns.length}>
        <Loader size={14} type="dots" aria-label={words.loading} />
      </td>
    );
  return (
    <>
      {choice && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers Space for the row
        <td onClick={(event) => event.stopPropagation()}>
          {/* The browser's own: Mantine's takes as long to draw as all else in the row. */}
          <input
            type="checkbox"
            className={classes.tick}
            tabIndex={-1}
            aria-label={words.choose}
            checked={choice.on}
            // A click carries the keys that are held.
            onChange={({ nativeEvent }) => {
              if ('shiftKey' in nativeEvent && nativeEvent.shiftKey) choice.chooseUpTo();
              else choice.toggle();
            }}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={`${id} ${column.id}`}>{column.cell(row)}</td>
      ))}
    </>
  );
}
