import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedIndex } from '../../lib/page/draft/field';
import { editBetween, shiftSpans } from '../../lib/page/draft/shift';

describe('editBetween', () => {
  it('finds the smallest single edit', () => {
    expect(editBetween('мама мыла раму', 'мама мыла раму')).toBeNull();
    expect(editBetween('мама мыла раму', 'мама не мыла раму')).toEqual({
      start: 5,
      end: 5,
      length: 3,
    });
    expect(editBetween('аа', 'ааа')).toEqual({ start: 2, end: 2, length: 1 });
    expect(editBetween('раз два', 'раз')).toEqual({ start: 3, end: 7, length: 0 });
  });

  it('describes every change of a text exactly', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', ' ', '🎄', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        if (!edit) return before === after;
        const put = after.slice(edit.start, edit.start + edit.length);
        return before.slice(0, edit.start) + put + before.slice(edit.end) === after;
      }),
    );
  });
});

describe('shiftSpans', () => {
  const words = (text: string, word: string) => {
    const start = text.indexOf(word);
    return { start, end: start + word.length };
  };
  const before = 'Сегодня проводится уборка снега.';
  const span = words(before, 'проводится');

  it('moves a mark with its words', () => {
    const after = 'Уже сегодня проводится уборка снега.';
    const edit = editBetween(before, after);
    expect(edit && shiftSpans([span], edit)).toEqual([words(after, 'проводится')]);
  });

  it('leaves a mark before the edit where it is', () => {
    const edit = editBetween(before, 'Сегодня проводится уборка льда.');
    expect(edit && shiftSpans([span], edit)).toEqual([span]);
  });

  it('drops a mark whose words were touched, even at their edge', () => {
    for (const after of [
      'Сегодня проводились уборка снега.',
      'Сегодня проводится-то уборка снега.',
      'Сегодня непроводится уборка снега.',
      'Сегодня уборка снега.',
      '',
    ]) {
      const edit = editBetween(before, after);
      expect(edit && shiftSpans([span], edit), after).toEqual([]);
    }
  });

  it('never leaves a mark over other words', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' '), maxLength: 16 });
    fc.assert(
      fc.property(text, text, fc.nat(15), fc.nat(15), (old, now, a, b) => {
        const mark = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
        const edit = editBetween(old, now);
        if (!edit || mark.end > old.length) return;
        for (const { start, end } of shiftSpans([mark], edit))
          expect(now.slice(start, end)).toBe(old.slice(mark.start, mark.end));
      }),
    );
  });
});

describe('movedIndex', () => {
  const replaced = { start: 5, end: 10 };
  it('keeps, moves or puts the cursor at the end of the new words', () => {
    expect(movedIndex(3, replaced, 2)).toBe(3);
    expect(movedIndex(5, replaced, 2)).toBe(5);
    expect(movedIndex(7, replaced, 2)).toBe(7);
    expect(movedIndex(7, replaced, 0)).toBe(5);
    expect(movedIndex(10, replaced, 2)).toBe(7);
    expect(movedIndex(20, replaced, 9)).toBe(24);
  });
});
