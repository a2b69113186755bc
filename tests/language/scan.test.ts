import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUSSIAN } from '../../lib/language/letters';
import { createReader, folded, TokenFlag } from '../../lib/language/scan';

const read = createReader();
const words = (text: string) => {
  const scan = read(text);
  return Array.from({ length: scan.count }, (_, token) => ({
    text: text.slice(scan.start[token], scan.end[token]),
    folded: Array.from(
      scan.symbols.slice(scan.first[token], scan.first[token + 1]),
      (symbol) => RUSSIAN[folded(symbol) - 1] ?? '·',
    ).join(''),
    flags: scan.flags[token] as number,
  }));
};

describe('normal form', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['пиздeц', 'пиздец'],
    ['зαραбοтοκ', 'заработок'],
    ['ᴄσтрудниᴋи', 'сотрудники'],
    ['пи\u200bз\u00adдец', 'пиздец'],
    ['мусора\u0301', 'мусора'],
    ['и\u0306од', 'йод'],
    ['піздєц', 'пиздец'],
    ['3.14дорас', 'пидорас'],
    ['314дорас', 'пидорас'],
  ])('%s is read as %s', (text, expected) => {
    const [word] = words(text);
    expect(word?.text).toBe(text);
    expect(word?.folded).toBe(expected);
  });

  it('leaves honest text in its words', () => {
    expect(words('г. Колпино, № 5б, 12:30').map((word) => word.text)).toEqual([
      'г',
      'Колпино',
      '5б',
      '12',
      '30',
    ]);
    expect(words('т.е. и т.д.').map((word) => word.text)).toEqual(['т', 'е', 'и', 'т', 'д']);
  });

  it('marks what stands between quotation marks, and only a closed pair', () => {
    expect(
      words('он сказал «ты где» и ушёл').map((word) => (word.flags & TokenFlag.quoted) !== 0),
    ).toEqual([false, false, true, true, false, false]);
    expect(words('он "ушёл и всё').some((word) => (word.flags & TokenFlag.quoted) !== 0)).toBe(
      false,
    );
  });

  it('gives every token its exact place, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const scan = read(text);
        let last = 0;
        for (let token = 0; token < scan.count; token++) {
          const start = scan.start[token] as number;
          const end = scan.end[token] as number;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
