import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moderate } from '../../lib/moderation';
import { CRITERIA, type Criterion, STRENGTHS } from '../../lib/moderation/contract';

/** Pieces of hostile text: obscene words, masks, separators, scripts, digits. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'хуй',
        'п*',
        '*',
        '@',
        'ы',
        'п.',
        ' ',
        '3.14',
        '🤬',
        'xуy',
        'π',
        '«',
        '"',
        '\n',
        '[id1|',
        '+7 9',
        '4276 ',
        'а\u0301',
        '\u200d',
        '\ud800',
        'pizd',
        'ебебеб',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

describe('moderate', () => {
  it('gives findings that lie within the text, certain first, and never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const findings = moderate(text);
        let probable = false;
        for (const { start, end, strength, criterion, rule, why } of findings) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(CRITERIA).toContain(criterion);
          expect(STRENGTHS).toContain(strength);
          expect(rule.startsWith('model/') ? rule.slice(6) : rule.split('/')[0]).toBe(criterion);
          expect(why).not.toBe('');
          if (strength === 'probable') probable = true;
          else expect(probable).toBe(false);
        }
      }),
    );
  });

  it('is a pure function: the same text, the same findings, whatever was judged between', () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const before = moderate(first);
        moderate(second);
        expect(moderate(first)).toEqual(before);
      }),
    );
  });

  it('marks exactly the words meant', () => {
    const text = 'Соседи, это 🤬 полный п и з д е ц, извините';
    const [finding] = moderate(text);
    expect(finding && text.slice(finding.start, finding.end)).toBe('п и з д е ц');
  });

  it('takes the address of an office for no mailing, and a box that anybody has for none of an office', () => {
    const asked = 'Напишите на priem@uo-gorod.ru, мне ответили за два дня, даже удивилась';
    expect(moderate(asked)).toEqual([]);
    const offered = 'Пишите на dohod77@mail.ru, расскажу про заработок от 5 000 в день';
    expect(moderate(offered).map(({ criterion }) => criterion)).toContain('spam');
  });

  it('looks only for the criteria that are switched on', () => {
    const text = 'Суки ёбаные, убью тебя';
    const found = (criteria: Criterion[]) =>
      new Set(moderate(text, { criteria: new Set(criteria) }).map((one) => one.criterion));
    expect(found(['threat'])).toEqual(new Set(['threat']));
    expect(found([])).toEqual(new Set());
  });

  it('judges a megabyte of the worst text', () => {
    for (const piece of [
      'хуй',
      'п.',
      'а ',
      '*п',
      'п*з',
      'бля ',
      '🤬х',
      '"',
      '8 9',
      'еб',
      'тебя убить ',
      'pi',
      'пи..',
      'a.gov.ru ',
      't.me/x ',
      '89131234567 ',
      'меня назвали дурой, ',
      '\u0301',
    ]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(moderate(text).length).toBeLessThanOrEqual(400);
    }
  });
});
