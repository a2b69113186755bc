import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../lib/exchange/csv';
import type { Cell } from '../../lib/exchange/sheet';
import { readTableFile, TABLE_FILE_LIMIT } from '../../lib/exchange/table-file';
import { writeXlsx } from '../../lib/exchange/xlsx';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const reading = await readTableFile(bytes);
  return reading.state === 'read' ? reading.sheets[0] : reading.trouble;
};

async function workbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...body] = rows;
  const sheet = {
    name: 'Реестр',
    columns: head.map((title) => ({ title: String(title), width: 10 })),
    batches: (async function* () {
      yield body;
    })(),
  };
  return new Uint8Array(await (await writeXlsx(sheet, new AbortController().signal)).arrayBuffer());
}

/** «Орган» and so on in the one-byte coding that Russian Excel saves CSV in. */
function windows1251(text: string): Uint8Array<ArrayBuffer> {
  const coded = [...text].map((letter) => {
    const code = letter.charCodeAt(0);
    if (code < 0x80) return code;
    if (letter === 'ё') return 0xb8;
    if (letter === '«') return 0xab;
    if (letter === '»') return 0xbb;
    return code - 0x350;
  });
  return Uint8Array.from(coded);
}

describe('CSV', () => {
  const table = [
    ['Орган', 'Ссылка'],
    ['Школа «Заря»', 'vk.com/zarya'],
  ];

  test.each([';', ',', '\t'])('cells between %j', async (separator) => {
    const text = table.map((row) => row.join(separator)).join('\r\n');
    expect(await rowsOf(bytesOf(text))).toEqual(table);
    expect(await rowsOf(windows1251(text))).toEqual(table);
    expect(await rowsOf(bytesOf(`\uFEFF${text}`))).toEqual(table);
  });

  test('quoted cells, empty rows and what our own writer guards', async () => {
    const text = `${csvLine(['Орган', 'Заметка'])}\r\n\r\n${csvLine(['=1+1', 'а;"б"\nв'])}\r\n`;
    expect(await rowsOf(bytesOf(text))).toEqual([
      ['Орган', 'Заметка'],
      [''],
      ['=1+1', 'а;"б"\nв'],
      [''],
    ]);
  });

  test('a quotation mark that is never closed is told', async () => {
    expect(await rowsOf(bytesOf('Орган;Ссылка\n"Школа;vk.com/a\n'))).toBe('quotes');
  });
});

describe('XLSX', () => {
  test('texts, numbers and days', async () => {
    const bytes = await workbook([
      ['Орган', 'Телефон', 'Создан'],
      ['<b>&amp;"', 79_001_234_567, new Date('2026-11-24T00:00:00Z')],
      ['=1+1', null, new Date('2020-02-29T23:59:59Z')],
    ]);
    expect(await rowsOf(bytes)).toEqual([
      ['Орган', 'Телефон', 'Создан'],
      ['<b>&amp;"', '79001234567', '2026-11-24'],
      ['=1+1', '', '2020-02-29'],
    ]);
  });

  test('a sheet of more than half a megabyte is read without a worker', async () => {
    const row = ['Школа № 1', 'https://vk.com/school', 'x'.repeat(300)];
    const bytes = await workbook([['a', 'b', 'c'], ...Array.from({ length: 3_000 }, () => row)]);
    expect(await rowsOf(bytes)).toHaveLength(3_001);
  });

  test('what is no workbook is told, never thrown', async () => {
    expect(await rowsOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('not-table');
    expect(await rowsOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('not-table');
    expect(await rowsOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toBe('old-excel');
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(TABLE_FILE_LIMIT);
    expect(await rowsOf(bomb)).toBe('not-table');
  });
});

test('what holds no table at all', async () => {
  expect(await rowsOf(bytesOf(' \n\n\n'))).toBe('empty');
  expect(await rowsOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe('not-table');
  expect(await rowsOf(new Uint8Array(TABLE_FILE_LIMIT + 1))).toBe('too-large');
  expect(await rowsOf(bytesOf('а\n'.repeat(30_000)))).toBe('too-many');
});
