import fc from 'fast-check';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { csvLine, writeCsv } from '../../lib/exchange/csv';
import { safeFileName } from '../../lib/exchange/file-name';
import { type Cell, inOneBatch, type Sheet } from '../../lib/exchange/sheet';
import { writeXlsx, writeXlsxBook, XLSX_CUT_MARK, XLSX_TEXT_LIMIT } from '../../lib/exchange/xlsx';
import { openOffice, packageFaults, readWorkbook } from './ooxml';

const never = new AbortController().signal;

function sheetOf(rows: readonly (readonly Cell[])[], width = rows[0]?.length ?? 1): Sheet {
  return {
    name: 'Лист: 1/2?',
    columns: Array.from({ length: width }, (_, index) => ({ title: `К${index}`, width: 10 })),
    batches: (async function* () {
      for (let start = 0; start < rows.length; start += 2) yield rows.slice(start, start + 2);
    })(),
  };
}

/** The sheet's rows below the heading, as an independent library reads them. */
async function readBack(rows: readonly (readonly Cell[])[]) {
  const blob = await writeXlsx(sheetOf(rows), never);
  const [sheet] = await readXlsxFile(Buffer.from(await blob.arrayBuffer()), { trim: false });
  // A serial date is a fraction of a day: the reader is a millisecond off at times.
  const nearest = (cell: unknown) =>
    cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;
  return sheet?.data.slice(1).map((row) => row.map(nearest));
}

describe('CSV', () => {
  it('is what Excel opens by itself in Russia: mark, semicolons, CRLF', async () => {
    const blob = await writeCsv(sheetOf([['а', 1, new Date('2026-11-24T14:05:09Z'), null]]), never);
    expect(new Uint8Array(await blob.arrayBuffer()).slice(0, 3)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(await blob.text()).toBe('К0;К1;К2;К3\r\nа;1;2026-11-24 14:05:09;\r\n');
  });

  it('lets no text run as a formula', () => {
    const attacks = ['=1+1', '+7 900', '-2', '@SUM(A1)', ' =1', '\t=1', '\rx', '＝1', '\n@x'];
    for (const attack of attacks) {
      const [cells] = Papa.parse<string[]>(csvLine([attack]), { delimiter: ';' }).data;
      expect(cells, JSON.stringify(attack)).toEqual([`'${attack}`]);
    }
    expect(csvLine([-5, 'a=b', 'не -2'])).toBe('-5;a=b;не -2');
  });

  it('gives any text back through another parser', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const line = csvLine(cells);
        const [back] = Papa.parse<string[]>(line, { delimiter: ';', newline: '\r\n' }).data;
        const plain = (back ?? ['']).map((cell, index) =>
          cell === `'${cells[index]}` ? cell.slice(1) : cell,
        );
        expect(plain).toEqual(cells);
      }),
    );
  });
});

describe('XLSX', () => {
  it('is read by another library, cell by cell', async () => {
    const rows = [
      ['Пётр & <Ко> "ё"', 42, new Date('2026-11-24T14:05:09Z'), null],
      ['=1+1', -0.5, new Date('2024-02-29T00:00:00Z'), 'две\nстроки  и пробелы '],
      ['constructor', 0, new Date('1999-12-31T23:59:59Z'), '👩‍👧 😀'],
    ];
    expect(await readBack(rows)).toEqual(rows);
  });

  it('holds several sheets, each under a name of its own, and days without a time', async () => {
    const day = new Date('2026-11-24T00:00:00Z');
    const columns = [
      { title: 'День', width: 12, isDay: true },
      { title: 'Миг', width: 12 },
    ];
    const sheet = (name: string, rows: Cell[][]) => ({ name, columns, batches: inOneBatch(rows) });
    const long = 'Муниципальное образование № ';
    const book = await openOffice(
      await writeXlsxBook(
        [
          sheet('Сводка & <всё>', [[day, day]]),
          sheet(`${long}один`, []),
          sheet(`${long}ОДИН`, [[null, 'а']]),
        ],
        never,
      ),
    );
    expect(packageFaults(book)).toEqual([]);
    expect([...readWorkbook(book)]).toEqual([
      [
        'Сводка & <всё>',
        [
          ['День', 'Миг'],
          [day, day],
        ],
      ],
      [`${long}оди`, [['День', 'Миг']]],
      [
        `${long.slice(0, 27)} 3`,
        [
          ['День', 'Миг'],
          [null, 'а'],
        ],
      ],
    ]);
  });

  it('has a heading that stays and a name without refused signs', async () => {
    const blob = await writeXlsx(sheetOf([['а']]), never);
    const [sheet] = await readXlsxFile(Buffer.from(await blob.arrayBuffer()));
    expect(sheet).toEqual({ sheet: 'Лист  1 2 ', data: [['К0'], ['а']] });
  });

  it('is whole without rows', async () => {
    expect(await readBack([])).toEqual([]);
  });

  it('says so when it cuts a text that no cell can hold', async () => {
    const long = `${'а'.repeat(XLSX_TEXT_LIMIT - XLSX_CUT_MARK.length - 1)}😀${'б'.repeat(50)}`;
    const [[cell] = []] = (await readBack([[long]])) ?? [];
    expect(String(cell)).toBe(
      `${'а'.repeat(XLSX_TEXT_LIMIT - XLSX_CUT_MARK.length - 1)}${XLSX_CUT_MARK}`,
    );
    const exact = 'в'.repeat(XLSX_TEXT_LIMIT);
    expect(await readBack([[exact]])).toEqual([[exact]]);
  });

  it('writes what XML cannot hold the way spreadsheets read it', async () => {
    const [row] = (await readBack([['а\u0001б', 'в\uD800г', '_x0041_', 'д\r\nе']])) ?? [];
    expect(row).toEqual(['а\u0001б', 'в\uFFFDг', '_x0041_', 'д\r\nе']);
  });
});

describe('long work', () => {
  const endless = (onBatch: () => void): Sheet => ({
    ...sheetOf([['а']]),
    batches: (async function* () {
      for (;;) {
        onBatch();
        yield [['а']];
      }
    })(),
  });

  it.each([
    ['CSV', writeCsv],
    ['XLSX', writeXlsx],
  ])('stops in the middle of %s', async (_name, write) => {
    const stop = new AbortController();
    let batches = 0;
    const sheet = endless(() => {
      batches += 1;
      if (batches === 3) stop.abort();
    });
    await expect(write(sheet, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(batches).toBe(3);
  });

  it.each([
    ['CSV', writeCsv],
    ['XLSX', writeXlsx],
  ])('does not begin %s when stopped before', async (_name, write) => {
    const onBatch = vi.fn();
    await expect(write(endless(onBatch), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(onBatch).not.toHaveBeenCalled();
  });

  it('refuses more rows than a workbook holds instead of losing them', async () => {
    const batch = Array.from({ length: 1_048_576 }, () => [null]);
    const sheet = {
      ...sheetOf([]),
      batches: (async function* () {
        yield batch;
      })(),
    };
    await expect(writeXlsx(sheet, never)).rejects.toThrow(RangeError);
  });
});

describe('names of files', () => {
  it('carry the day and no sign that a system refuses', () => {
    expect(safeFileName('Вахта модерация', '2026-11-24', 'csv')).toBe(
      'Вахта модерация 2026-11-24.csv',
    );
    expect(safeFileName('a/b\\c:d*e?"f<g>h|i', '2026-11-24', 'csv')).toBe(
      'a b c d e f g h i 2026-11-24.csv',
    );
    expect(safeFileName('  ..нет\u202Egpj. ', '2026-11-24', 'xlsx')).toBe(
      'нет gpj 2026-11-24.xlsx',
    );
    expect(safeFileName('con', '2026-11-24', 'csv')).toBe('vakhta con 2026-11-24.csv');
    expect(safeFileName('...', '2026-11-24', 'csv')).toBe('vakhta 2026-11-24.csv');
    expect(safeFileName('я'.repeat(300), '2026-11-24', 'csv').length).toBeLessThan(130);
  });
});
