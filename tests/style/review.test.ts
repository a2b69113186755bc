import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReviewer, review } from '../../lib/style';

const rewrite = (text: string) => {
  let result = text;
  for (const remark of review(text).remarks.toReversed()) {
    const [first] = remark.replacements;
    if (first !== undefined)
      result = result.slice(0, remark.start) + first + result.slice(remark.end);
  }
  return result;
};

describe('review', () => {
  it('says nothing of a living post', () => {
    const post = 'Сегодня открыли каток у школы. Приходите с друзьями, коньки дадут бесплатно!';
    expect(review(post).remarks).toEqual([]);
    expect(review(post).score).toBeGreaterThan(80);
  });

  it('turns officialese into living words, sentence by sentence', () => {
    expect(
      rewrite('В настоящее время в связи с сильным ветром осуществляется вывоз упавших деревьев.'),
    ).toBe('Сейчас из-за сильного ветра вывозят упавшие деревья.');
  });

  it.each([
    [
      'Ремонт дороги проводится подрядной организацией.',
      'Ремонт дороги проводит подрядная организация.',
    ],
    ['Администрацией подготовлены два проекта.', null],
    ['Отделом подготовлена справка.', 'Отдел подготовил справку.'],
    ['Выплата проведена весной.', null],
    ['Администрацией района, ООО «Дом» выдано предписание.', null],
  ])('makes who acts the subject or offers nothing: %s', (before, after) => {
    const offered = review(before).remarks.filter(({ category }) => category === 'passive');
    const results = offered.flatMap(({ start, end, replacements }) =>
      replacements.map((put) => before.slice(0, start) + put + before.slice(end)),
    );
    expect(results).toEqual(after === null ? [] : [after]);
  });

  it('leaves quoted words and other languages alone', () => {
    expect(review('Вышла книга «В настоящее время».').remarks).toEqual([]);
    expect(review('На даний час ремонт здійснюється у звязку з аварією.').remarks).toEqual([]);
  });

  it('gives remarks inside the draft, in order, not crossing, whatever the text', () => {
    const words = fc.constantFrom(
      'в',
      'связи',
      'с',
      'ремонтом',
      'осуществляется',
      'вывоз',
      'снега',
      ',',
      '.',
      '«',
      '»',
      '"',
      '\n',
      'настоящее',
      'время',
      'целях',
      'проведения',
      '😀',
      'ё',
      '12',
      '-',
      '№',
      'A',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.constantFrom(' ', ''), (list, joint) => {
        const text = list.join(joint);
        let end = 0;
        for (const remark of review(text).remarks) {
          expect(remark.start).toBeGreaterThanOrEqual(end);
          expect(remark.end).toBeGreaterThan(remark.start);
          expect(remark.end).toBeLessThanOrEqual(text.length);
          end = remark.end;
        }
      }),
    );
  });

  it('gives a reviewer that remembers the same answers as a fresh check', () => {
    const reviewer = createReviewer();
    const draft =
      'В настоящее время каток закрыт. Осуществляется вывоз снега. «В целях» — так не говорят.';
    for (let length = 1; length <= draft.length; length += 1) {
      const typed = draft.slice(0, length);
      expect(reviewer.review(typed)).toEqual(review(typed));
    }
    const ignored = new Set(['time/в-настоящее-время']);
    expect(reviewer.review(draft, { ignored })).toEqual(review(draft, { ignored }));
    expect(reviewer.review(draft, { ignored }).remarks.map(({ rule }) => rule)).not.toContain(
      'time/в-настоящее-время',
    );
    expect(reviewer.review(draft)).toEqual(review(draft));
  });

  it('tells what costs points, and all of them', () => {
    const { score, costs } = review(
      'Осуществление мероприятий по обеспечению безопасности функционирования объектов инфраструктуры проводится администрацией муниципального образования.',
    );
    expect(score).toBeLessThan(30);
    const lost = (costs ?? []).reduce((sum, { points }) => sum + points, 0);
    expect(Math.abs(lost - (100 - score))).toBeLessThan(4);
  });
});
