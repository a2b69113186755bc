import { writeCsv } from './csv';
import type { Sheet } from './sheet';
import { writeXlsx } from './xlsx';

/**
 * Every format in which a table can be saved, in the order of the menus; the id is the file's ending, and
 * `messages.table.format` names it. A writer rejects with the signal's reason when it aborts.
 */
const WRITERS = {
  csv: writeCsv,
  xlsx: writeXlsx,
} satisfies Record<string, (sheet: Sheet, signal: AbortSignal) => Promise<Blob>>;

export type TableFormat = keyof typeof WRITERS;
export const TABLE_FORMATS = Object.keys(WRITERS) as readonly TableFormat[];

/** The sheet as a file's content. Rejects with the signal's reason when it aborts. */
export const writeSheet = (format: TableFormat, sheet: Sheet, signal: AbortSignal): Promise<Blob> =>
  WRITERS[format](sheet, signal);
