import { safeFileName } from './file-name';
import { type TableFormat, writeSheet } from './formats';
import type { Cell, Column, Sheet } from './sheet';

/** A column of a file: what it is called, how wide it is and what a row has in it. */
export interface SheetColumn<Row> extends Column {
  cell(row: Row): Cell;
}

export interface TableExport<Row> {
  /** Beginning of the file's name; also the name of the sheet. */
  title: string;
  /** `YYYY-MM-DD` in the file's name. */
  day: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
}

/** How a long export tells how far it is, and hears that it is not wanted any more. */
export interface Running {
  signal: AbortSignal;
  /** Told the share that is done, 0 to 1; never for a table that is written before anybody can read it. */
  onShare(share: number): void;
}

/** Rows written at a time. */
const BATCH = 500;
/** Shorter tables are written before anybody has read how far it is. */
const LONG = 5_000;

async function* batches<Row>({ rows, columns }: TableExport<Row>, running: Running) {
  for (let start = 0; start < rows.length; start += BATCH) {
    if (rows.length > LONG) {
      running.onShare(start / rows.length);
      // The screen draws and hears clicks between two batches.
      await new Promise((done) => setTimeout(done));
    }
    yield rows.slice(start, start + BATCH).map((row) => columns.map(({ cell }) => cell(row)));
  }
}

/** A table as a file. Rejects with the signal's reason when it aborts. */
export async function exportTable<Row>(
  format: TableFormat,
  running: Running,
  table: TableExport<Row>,
): Promise<File> {
  const { title, day, columns } = table;
  const sheet: Sheet = { name: title, columns, batches: batches(table, running) };
  const blob = await writeSheet(format, sheet, running.signal);
  return new File([blob], safeFileName(title, day, format), { type: blob.type });
}
