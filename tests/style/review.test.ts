import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '../../lib/style';

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

  it('offers no subjectless verb where the actor is named', () => {
    const [remark] = review('Ремонт дороги проводится подрядной организацией.').remarks;
    expect(remark?.replacements).toEqual([]);
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
});
