/**
 * A table on its way into a file. Rows come in batches, so that no export ever holds more than one
 * batch of them.
 */
export interface Column {
  title: string;
  /** In characters of the default font; files without widths ignore it. */
  width: number;
  /** Its dates are whole days and are shown without a time. */
  isDay?: boolean;
}

/** A date is a wall clock: its UTC fields are what the clock of the region showed. */
export type Cell = string | number | Date | null;

export interface Sheet {
  /** Name of the sheet inside a workbook. */
  name: string;
  columns: readonly Column[];
  batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Rows that are all there already, as a sheet wants them. */
export async function* inOneBatch(rows: readonly (readonly Cell[])[]): Sheet['batches'] {
  yield rows;
}
