import type { Cell, Sheet } from './sheet';

/** Excel takes a file for UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Excel expects where the comma is the decimal sign, as in Russia. */
const SEPARATOR = ';';

/**
 * Text that a spreadsheet would run as a formula: =, +, -, @ and their full-width forms first, also
 * after white space, or a tab or carriage return that shifts the cell (OWASP, “CSV Injection”).
 */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line without its end. Text that looks like a formula gets an apostrophe, which makes it text. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(SEPARATOR);
}

/**
 * The sheet as CSV: UTF-8 with byte order mark, semicolons, CRLF (RFC 4180 but for the separator).
 * Rejects with the signal's reason when it aborts.
 */
export async function writeCsv(sheet: Sheet, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted();
  const parts = [`${BYTE_ORDER_MARK}${csvLine(sheet.columns.map(({ title }) => title))}\r\n`];
  for await (const batch of sheet.batches) {
    signal.throwIfAborted();
    parts.push(batch.map((row) => `${csvLine(row)}\r\n`).join(''));
  }
  signal.throwIfAborted();
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
