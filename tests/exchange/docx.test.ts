import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type DocxBlock, writeDocx } from '../../lib/exchange/docx';
import { openOffice, packageFaults, readDocument } from './ooxml';

/** The smallest picture there is. */
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function written(blocks: readonly DocxBlock[], landscape = false): Promise<Buffer> {
  const blob = await writeDocx({ title: 'Письмо', blocks, locale: 'ru', landscape });
  return Buffer.from(await blob.arrayBuffer());
}
const asHtml = async (blocks: readonly DocxBlock[]) =>
  (await mammoth.convertToHtml({ buffer: await written(blocks) })).value;

describe('DOCX', () => {
  test('headings, paragraphs, a table and a picture come back as what they are', async () => {
    const html = await asHtml([
      { kind: 'heading', text: 'Отчёт', level: 1 },
      { kind: 'paragraph', text: 'Первая строка\nвторая', bold: true },
      {
        kind: 'table',
        head: ['Орган', 'Всего'],
        rows: [
          ['Минтранс', 1200],
          ['', null],
        ],
      },
      { kind: 'image', png: PNG, width: 100, height: 50, alt: 'Столбики по неделям' },
    ]);
    expect(html).toContain('<h1>Отчёт</h1>');
    expect(html).toContain('<strong>Первая строка<br />вторая</strong>');
    expect(html).toMatch(/<th><p><strong>Орган<\/strong><\/p><\/th>/);
    expect(html).toMatch(/<td><p>Минтранс<\/p><\/td><td><p>1\s200<\/p><\/td>/);
    expect(html).toContain('alt="Столбики по неделям"');
  });

  test('what XML cannot hold or would read as markup is text', async () => {
    const hostile = 'а\u0000\u0008<w:p>&amp;"\uFFFE\uD800б';
    const html = await asHtml([
      { kind: 'paragraph', text: hostile },
      { kind: 'table', head: [hostile], rows: [[hostile]] },
    ]);
    const parts = html.replaceAll('&quot;', '"').split('а&lt;w:p&gt;&amp;amp;"\uFFFDб');
    expect(parts).toHaveLength(4);
  });

  test('a page may lie on its side', async () => {
    const pageOf = async (landscape: boolean) => {
      const files = unzipSync(await written([{ kind: 'paragraph', text: 'а' }], landscape));
      const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
      return /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)?.slice(1).map(Number);
    };
    expect(await pageOf(false)).toEqual([11906, 16838]);
    expect(await pageOf(true)).toEqual([16838, 11906]);
  });

  test('a second reader that forgives nothing finds the same', async () => {
    const rows: [string, number | null][] = [
      ['Минтранс', 7],
      ['', null],
    ];
    const file = await openOffice(
      await writeDocx({
        title: 'Отчёт',
        locale: 'ru',
        blocks: [
          { kind: 'heading', text: 'Отчёт', level: 1 },
          { kind: 'paragraph', text: 'Первая строка\nвторая & <третья>' },
          { kind: 'table', head: ['Орган', 'Всего'], rows },
          { kind: 'image', png: PNG, width: 100, height: 50, alt: 'Столбики «по неделям»' },
          { kind: 'image', png: PNG, width: 100, height: 50, alt: 'Ещё столбики' },
          { kind: 'signature', position: 'Министр', name: 'П. П. Петров' },
        ],
      }),
    );
    expect(packageFaults(file)).toEqual([]);
    expect(readDocument(file)).toEqual([
      { kind: 'text', style: 'Heading1', text: 'Отчёт' },
      { kind: 'text', style: '', text: 'Первая строка\nвторая & <третья>' },
      {
        kind: 'table',
        head: 1,
        rows: [
          ['Орган', 'Всего'],
          ['Минтранс', '7'],
          ['', ''],
        ],
      },
      { kind: 'picture', alt: 'Столбики «по неделям»', bytes: PNG },
      { kind: 'picture', alt: 'Ещё столбики', bytes: PNG },
      { kind: 'text', style: '', text: 'Министр\t____________\tП. П. Петров' },
    ]);
  });

  test('and names what is broken', async () => {
    const files = unzipSync(
      await written([
        { kind: 'heading', text: 'Отчёт', level: 1 },
        { kind: 'table', rows: [['а', 'б']] },
        { kind: 'image', png: PNG, width: 9, height: 9, alt: 'а' },
      ]),
    );
    const without = (change: (parts: typeof files) => void) => {
      const parts = { ...files };
      change(parts);
      return openOffice(new Blob([zipSync(parts)]));
    };
    const main = 'word/document.xml';
    const changed = (from: string, to: string) =>
      without((parts) => {
        parts[main] = strToU8(strFromU8(files[main] ?? new Uint8Array()).replace(from, to));
      });
    const [picture = ''] = Object.keys(files).filter((name) => name.endsWith('.png'));
    const gone = await without((parts) => delete parts[picture]);
    expect(packageFaults(gone)).toEqual([expect.stringContaining(picture)]);
    expect(() => readDocument(gone)).toThrow('a picture without a file');
    const narrow = await changed('<w:gridCol ', '<w:bidi/><w:gridSpan ');
    expect(() => readDocument(narrow)).toThrow('2 cells in a grid of 1');
    await expect(changed('</w:body>', '')).rejects.toThrow();
    await expect(changed('<w:body>', '<x:a/><w:body>')).rejects.toThrow();
  });
});
