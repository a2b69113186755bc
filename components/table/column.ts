import type { ReactNode, Ref } from 'react';
import type { Cell } from '../../lib/exchange/sheet';

/** One column of a table. */
export interface TableColumn<Row> {
  id: string;
  title: string;
  /** Track of the grid, e.g. `8rem` or `minmax(0, 1fr)`; `cqi` is a hundredth of the table's width. */
  width: string;
  cell(row: Row): ReactNode;
  /** What sorting and files take of a row; a column without it can be neither sorted nor exported. */
  value?(row: Row): Cell;
  /**
   * What sorting takes instead, where `value` costs much for thousands of rows: a number, or a text of
   * which the order of letters is enough, like ISO 8601. Empty text stands last.
   */
  order?(row: Row): number | string;
  /** The table is at least so wide, rem, or the column gives way. */
  from?: number;
  /** Not there until it is asked for. */
  extra?: boolean;
  /** Always there. */
  fixed?: boolean;
  /** Where a column must know how wide it is. */
  headRef?: Ref<HTMLTableCellElement>;
}

/** By which column rows are ordered. */
export interface TableSort {
  column: string;
  descending: boolean;
}

const collator = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' });

const plainly = (a: Cell, b: Cell) =>
  a === b ? 0 : Number(a !== null && b !== null && a > b) * 2 - 1;

/** Order of two values: numbers, days and texts each in their way; what is empty stands last. */
function compare(a: Cell, b: Cell): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

const isEmpty = (cell: Cell) => cell === null || cell === '';

/** The rows in the order asked for; rows that are equal keep theirs. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  const value = column?.order ?? column?.value;
  if (!sort || !value) return rows;
  const inOrder = column?.order ? plainly : compare;
  const sign = sort.descending ? -1 : 1;
  const valued = rows.map((row) => ({ row, cell: value(row) }));
  valued.sort((a, b) => {
    if (isEmpty(a.cell) || isEmpty(b.cell))
      return Number(isEmpty(a.cell)) - Number(isEmpty(b.cell));
    return sign * inOrder(a.cell, b.cell);
  });
  return valued.map(({ row }) => row);
}
