import { describe, expect, it, vi } from 'vitest';
import { Opinion, type ReviewDraft } from '../../lib/page/draft/opinion';
import { sentenceAt, showable, wordAt } from '../../lib/page/draft/timing';
import type { Remark } from '../../lib/style/contract';

const remarkOn = (text: string, words: string, from = 0): Remark => {
  const start = text.indexOf(words, from);
  return {
    category: 'cliche',
    rule: `cliche/${words}`,
    start,
    end: start + words.length,
    why: 'Скажите проще.',
    replacements: ['проще'],
  };
};

/** Remarks on each «мероприятие» and «данный». */
const reviewer = vi.fn<ReviewDraft>((text, { ignored }) => {
  const found = [...text.matchAll(/мероприятие|данный/g)].map(({ 0: words, index }) =>
    remarkOn(text, words, index),
  );
  return {
    remarks: found.filter(({ rule }) => !ignored.has(rule)),
    readability: { ease: 50, grade: 8, words: 3, sentences: 1, readingSeconds: 2 },
    score: 100 - found.length * 10,
  };
});
const NONE = new Set<string>();
const words = (opinion: Opinion) =>
  opinion.shown.map(({ start, end }) => opinion.text.slice(start, end));

describe('wordAt and sentenceAt', () => {
  it('find the word at the cursor, at its edge too', () => {
    expect(wordAt('наш какой-то двор', 7)).toEqual({ start: 4, end: 12 });
    expect(wordAt('наш двор', 8)).toEqual({ start: 4, end: 8 });
    expect(wordAt('наш  двор', 4)).toEqual({ start: 4, end: 4 });
  });

  it('find the sentence with its end, without the space before it', () => {
    const text = 'Снег идёт. Ёлка стоит!\nДети ждут';
    expect(text.slice(...Object.values(sentenceAt(text, 14)))).toBe('Ёлка стоит!');
    expect(text.slice(...Object.values(sentenceAt(text, text.length)))).toBe('Дети ждут');
  });
});

describe('showable', () => {
  const text = 'Прошло мероприятие. Идёт мероприятие завтра';
  const first = remarkOn(text, 'мероприятие');
  const second = remarkOn(text, 'мероприятие', 20);

  it('shows finished sentences at once, the open one after a pause', () => {
    const caret = text.length;
    expect(showable(text, [first, second], { caret, settled: false }, [])).toEqual([first]);
    expect(showable(text, [first, second], { caret, settled: true }, [])).toEqual([first, second]);
  });

  it('keeps what was shown already in the open sentence', () => {
    const typing = { caret: text.length, settled: false };
    expect(showable(text, [first, second], typing, [second])).toEqual([first, second]);
  });

  it('never marks the word at the cursor', () => {
    const typing = { caret: second.end, settled: true };
    expect(showable(text, [first, second], typing, [second])).toEqual([first]);
  });

  it('shows everything when nobody is typing', () => {
    expect(showable(text, [first, second], null, [])).toEqual([first, second]);
  });
});

describe('Opinion', () => {
  it('moves marks with their words until the text is judged again', () => {
    const opinion = new Opinion(reviewer);
    opinion.update('Идёт мероприятие. Данный двор чистый, данный дом тоже.');
    opinion.judge(null, NONE);
    expect(words(opinion)).toEqual(['мероприятие', 'данный']);
    opinion.update('Снова идёт мероприятие. Данный двор чистый, данный дом тоже.');
    expect(words(opinion)).toEqual(['мероприятие', 'данный']);
    opinion.update('Снова идёт мероприятиес. Данный двор чистый, данный дом тоже.');
    expect(words(opinion)).toEqual(['данный']);
  });

  it('judges a text once, however often it is asked', () => {
    const opinion = new Opinion(reviewer);
    opinion.update('Идёт мероприятие.');
    reviewer.mockClear();
    opinion.judge({ caret: 0, settled: false }, NONE);
    opinion.judge({ caret: 0, settled: true }, NONE);
    opinion.judge(null, NONE);
    expect(reviewer).toHaveBeenCalledTimes(1);
    opinion.forget();
    opinion.judge(null, NONE);
    expect(reviewer).toHaveBeenCalledTimes(2);
  });

  it('dismisses a remark here and not elsewhere, also after the text has moved', () => {
    const opinion = new Opinion(reviewer);
    opinion.update('Одно мероприятие. Другое мероприятие.');
    opinion.judge(null, NONE);
    const [first] = opinion.shown;
    if (first) opinion.dismiss(first);
    expect(opinion.shown).toHaveLength(1);
    opinion.update('Вот одно мероприятие. Другое мероприятие.');
    opinion.judge(null, NONE);
    expect(opinion.shown.map(({ start }) => start)).toEqual([opinion.text.lastIndexOf('мероп')]);
  });

  it('hears of it when a rule is turned off', () => {
    const opinion = new Opinion(reviewer);
    opinion.update('Идёт мероприятие, данный двор.');
    opinion.judge(null, new Set(['cliche/мероприятие']));
    expect(words(opinion)).toEqual(['данный']);
  });
});
