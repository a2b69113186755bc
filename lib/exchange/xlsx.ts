import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, Column, Sheet } from './sheet';

/**
 * Our own writer of Office Open XML workbooks (ECMA-376), because it must stream: the libraries at
 * hand want all rows at once, compress in workers made of text, which our content security policy
 * forbids, or hold `new Function`.
 */

/** Rows of one sheet, the heading included (Excel's limit). */
const XLSX_ROWS_LIMIT = 1_048_576;
/** UTF-16 code units of one cell (Excel's limit). */
export const XLSX_TEXT_LIMIT = 32_767;
/** Ends a text that did not fit into a cell. */
export const XLSX_CUT_MARK = ' […]';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indices into `cellXfs` of the style sheet below. */
const STYLE = { text: 0, heading: 1, date: 2, day: 3 } as const;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** All parts of a workbook but its sheets. @param names of the sheets, as they are written */
function bookParts(names: readonly string[]): Readonly<Record<string, string>> {
  const each = (xml: (number: number, name: string) => string) =>
    names.map((name, place) => xml(place + 1, name)).join('');
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((number, name) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** What XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\r/g;
/** Spreadsheets read `_x000D_` as a control character, so a text that holds such letters is escaped. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

function cellText(text: string): string {
  let kept = text;
  if (text.length > XLSX_TEXT_LIMIT) {
    const room = XLSX_TEXT_LIMIT - XLSX_CUT_MARK.length;
    // Not between the halves of a surrogate pair.
    kept = text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '') + XLSX_CUT_MARK;
  }
  return escapeXml(
    kept
      .toWellFormed()
      .replace(LOOKS_ESCAPED, '_x005F_')
      .replace(
        FORBIDDEN,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  );
}

/** `A`, `B` … `Z`, `AA` for 0, 1 … 25, 26. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** Days since 1899-12-30, as spreadsheets count them; right for every day after 1900-02-28. */
function serialDate(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function cellXml(cell: Cell, place: string, style: number, isDay: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (cell instanceof Date)
    return `<c r="${place}" s="${isDay ? STYLE.day : STYLE.date}"><v>${serialDate(cell)}</v></c>`;
  // Typed as text in the file, so nothing in it can run as a formula.
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

function rowXml(
  cells: readonly Cell[],
  row: number,
  columns: readonly Column[],
  style: number = STYLE.text,
): string {
  const inner = cells
    .map((cell, index) =>
      cellXml(cell, columnName(index) + row, style, columns[index]?.isDay === true),
    )
    .join('');
  return `<row r="${row}">${inner}</row>`;
}

function sheetHead(columns: readonly Column[]): string {
  const widths = columns
    .map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
}

/**
 * Excel refuses some signs in a sheet's name, more than 31 of any, and two names that differ in case alone.
 */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, place) => {
    const allowed = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || `Sheet${place + 1}`;
    const own = taken.has(allowed.toLowerCase()) ? `${allowed.slice(0, 27)} ${place + 1}` : allowed;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** One sheet as an Excel workbook; see `writeXlsxBook`. */
export const writeXlsx = (sheet: Sheet, signal: AbortSignal): Promise<Blob> =>
  writeXlsxBook([sheet], signal);

/**
 * Sheets, at least one, as an Excel workbook. Texts longer than a cell may hold end with `XLSX_CUT_MARK`.
 * Rejects with the signal's reason when it aborts, and with a RangeError when there are more rows than
 * a sheet may hold (`XLSX_ROWS_LIMIT`).
 */
export async function writeXlsxBook(sheets: readonly Sheet[], signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted();
  // Typed by its buffer: a Blob takes no view of shared memory.
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const add = (path: string) => {
    const part = new ZipDeflate(path, { level: 6 });
    zip.add(part);
    return part;
  };
  for (const [path, xml] of Object.entries(bookParts(sheetNames(sheets))))
    add(path).push(strToU8(xml), true);

  for (const [place, { columns, batches }] of sheets.entries()) {
    const body = add(`xl/worksheets/sheet${place + 1}.xml`);
    const titles = columns.map(({ title }) => title);
    body.push(strToU8(sheetHead(columns) + rowXml(titles, 1, columns, STYLE.heading)));
    let row = 1;
    for await (const batch of batches) {
      signal.throwIfAborted();
      if (row + batch.length > XLSX_ROWS_LIMIT)
        throw new RangeError(`A sheet holds at most ${XLSX_ROWS_LIMIT} rows`);
      body.push(strToU8(batch.map((cells) => rowXml(cells, ++row, columns)).join('')));
      if (failure) throw failure;
    }
    signal.throwIfAborted();
    const last = `${columnName(columns.length - 1)}${row}`;
    body.push(strToU8(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`), true);
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: `${TYPE}.sheet` });
}
