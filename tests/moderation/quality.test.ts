import { describe, expect, it } from 'vitest';
import { moderate } from '../../lib/moderation';
import { GOVERNMENT_COMMENTS } from './government-comments';
import { hiddenBy, NOT_SOUGHT, TRICKS } from './tricks';

/** The least share found of each trick (95 %). */
const LEAST = 0.95;

describe('evasion', () => {
  it.each(Object.keys(TRICKS).filter((name) => !NOT_SOUGHT.has(name)))('%s', (name) => {
    const hidden = hiddenBy(name);
    const missed = hidden.filter((text) => moderate(text).length === 0);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(hidden.length * (1 - LEAST));
  });
});

describe('comments under pages of public bodies', () => {
  const judged = GOVERNMENT_COMMENTS.map((comment) => ({
    ...comment,
    findings: moderate(comment.text),
  }));
  const must = judged.filter(({ remove }) => remove !== null);
  const stay = judged.filter(({ remove }) => remove === null);

  it('finds at least 92 % of what must go, at least 75 % for certain', () => {
    const missed = must.filter(({ findings }) => findings.length === 0);
    const certain = must.filter(({ findings }) => findings[0]?.strength === 'certain');
    expect(missed.length / must.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(
      0.08,
    );
    expect(certain.length / must.length).toBeGreaterThan(0.75);
  });

  it('names the right criterion', () => {
    const wrong = must.filter(
      ({ remove, findings }) => !findings.some(({ criterion }) => criterion === remove),
    );
    expect(wrong.length / must.length, wrong.map(({ text }) => text).join('\n')).toBeLessThan(0.08);
  });

  it('leaves criticism, quotations and reports alone: at most 1 %', () => {
    const flagged = stay.filter(({ findings }) => findings.length > 0);
    expect(
      flagged.length / stay.length,
      flagged.map(({ text }) => text).join('\n'),
    ).toBeLessThanOrEqual(0.01);
  });
});

describe('honest words', () => {
  it.each([
    'подстрахуйте меня',
    'три рубля',
    'Шанхай и Сухуми',
    'парикмахерская',
    'употреблять',
    'корабля',
    'колебания напряжения',
    'хлебать щи',
    'в сентябре балкон',
    'не блокируйте проезд',
    'суп из дома',
    'с указанием срока',
    'скипидар',
    'команда',
    'Вера Олеговна',
    'дочурку встретили',
    'цена 250 руб/м2, д. 5б, кв. 12',
    'г. Кемерово, ул. Дзержинского, д. 161',
    'https://gosuslugi.ru/600123/1/form',
    'постановление № 491 от 13.08.2006',
    'ИНН 7707083893',
    'мусора́ и за́мок',
    'спасибо 🤷‍♂️👍🏻',
    'в ООО «Рога и копыта» и т. д.',
  ])('%s', (text) => {
    expect(moderate(text)).toEqual([]);
  });
});
