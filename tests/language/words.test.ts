import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWord, tokenize } from '../../lib/language/words';

const kinds = (text: string) => tokenize(text).map(({ kind, plain }) => [kind, plain]);

describe('tokenize', () => {
  it('tells words, numbers, marks and signs', () => {
    expect(kinds('Ёлка — 1 500 р., пресс-служба 😀')).toEqual([
      ['word', 'елка'],
      ['mark', '—'],
      ['number', '1 500'],
      ['word', 'р'],
      ['mark', '.'],
      ['mark', ','],
      ['word', 'пресс-служба'],
      ['other', '😀'],
    ]);
  });

  it('keeps a stress mark and a soft hyphen in the word and out of its plain form', () => {
    const [word] = tokenize('за\u0301мок');
    expect(word).toMatchObject({ plain: 'замок', start: 0, end: 6 });
    expect(plainWord('до\u00adрога')).toBe('дорога');
  });

  it('covers every character that is no space, in order, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        for (const { start, end } of tokenize(text)) {
          expect(text.slice(at, start)).toMatch(/^[ \t\u00a0\u202f\u2009]*$/u);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[ \t\u00a0\u202f\u2009]*$/u);
      }),
    );
  });
});
