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

/** A table of some thousand rows, all at hand, as a file. Longer ones need a way to be stopped. */
export async function exportTable<Row>(
  format: TableFormat,
  { title, day, columns, rows }: TableExport<Row>,
): Promise<File> {
  const sheet: Sheet = {
    name: title,
    columns,
    batches: (async function* () {
      yield rows.map((row) => columns.map(({ cell }) => cell(row)));
    })(),
  };
  const blob = await writeSheet(format, sheet, new AbortController().signal);
  return new File([blob], safeFileName(title, day, format), { type: blob.type });
}
