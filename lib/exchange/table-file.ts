import { unzipSync, zipSync } from 'fflate';
import { decodeText, unguarded } from './text-file';

/** Larger files are not read at all, bytes; a table of 800 accounts takes a fiftieth of this. */
export const TABLE_FILE_LIMIT = 8 * 1024 * 1024;
/** A workbook that unpacks to more than this is a trap, bytes. */
const UNPACKED_LIMIT = 64 * 1024 * 1024;
/** Rows of a table; more are another kind of table. */
const ROWS_LIMIT = 20_000;
/** Cells of a row; what stands further to the right is left alone. */
const CELLS_LIMIT = 200;

/** Cells as text. A day of a workbook comes as `YYYY-MM-DD`; the first row is row 1 of the file. */
export type TableCells = readonly (readonly string[])[];

/** Why a file cannot be read at all. */
export type TableFileTrouble =
  | 'too-large'
  | 'not-table'
  | 'old-excel'
  | 'empty'
  | 'quotes'
  | 'too-many';

export type TableReading =
  /** One table a sheet, those with nothing in them left out; a CSV file is one. */
  | { state: 'read'; sheets: readonly TableCells[] }
  | { state: 'trouble'; trouble: TableFileTrouble };

const trouble = (what: TableFileTrouble): TableReading => ({ state: 'trouble', trouble: what });

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, place) => bytes[place] === byte);

/**
 * Reads a CSV file (UTF-8, UTF-16, windows-1251; semicolons, commas or tabs) or an Excel workbook,
 * whatever its name says. The readers are loaded with the first call; rejects only when they cannot be.
 */
export async function readTableFile(bytes: Uint8Array<ArrayBuffer>): Promise<TableReading> {
  if (bytes.length > TABLE_FILE_LIMIT) return trouble('too-large');
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes);
  // The binary workbooks of Excel 97–2003.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return trouble('old-excel');
  const text = decodeText(bytes);
  return text === null ? trouble('not-table') : readText(text);
}

function sheetsOf(tables: readonly TableCells[]): TableReading {
  const sheets = tables.filter((rows) => rows.some((row) => row.some((cell) => cell !== '')));
  if (sheets.length === 0) return trouble('empty');
  if (sheets.some(({ length }) => length > ROWS_LIMIT)) return trouble('too-many');
  return { state: 'read', sheets };
}

async function readText(text: string): Promise<TableReading> {
  const { default: papa } = await import('papaparse');
  const whole = text.replace(/^\uFEFF/, '');
  // Empty rows keep their number in the file, but would mislead the guess.
  const { meta } = papa.parse(whole, {
    delimitersToGuess: [';', ',', '\t'],
    skipEmptyLines: 'greedy',
    preview: 50,
  });
  const { data, errors } = papa.parse<string[]>(whole, {
    delimiter: meta.delimiter,
    preview: ROWS_LIMIT + 1,
  });
  if (errors.some(({ type }) => type === 'Quotes')) return trouble('quotes');
  return sheetsOf([
    data.map((row) => row.slice(0, CELLS_LIMIT).map((cell) => unguarded(cell).trim())),
  ]);
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  // A reader's day is midnight in UTC, give or take the rounding of Excel's fractions.
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? ''
      : new Date(cell.getTime() + 1_000).toISOString().slice(0, 10);
  return String(cell).trim();
};

/**
 * The workbook with nothing packed in it, or null when it is none or too large a one. The reader hands
 * large packed parts to workers made of text, which our content security policy forbids.
 */
function unpacked(bytes: Uint8Array): ArrayBuffer | null {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > UNPACKED_LIMIT) throw new RangeError('The workbook is too large');
        return true;
      },
    });
    return zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
  } catch {
    return null;
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<TableReading> {
  const workbook = unpacked(bytes);
  if (!workbook) return trouble('not-table');
  const { default: readXlsx } = await import('read-excel-file/universal');
  try {
    const sheets = await readXlsx(workbook, { trim: false });
    return sheetsOf(
      sheets.map(({ data }) => data.map((row) => row.slice(0, CELLS_LIMIT).map(cellText))),
    );
  } catch {
    return trouble('not-table');
  }
}
