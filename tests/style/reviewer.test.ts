import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReviewer, review } from '../../lib/style';

const START =
  'В настоящее время каток закрыт до 1 500 рублей. Осуществляется вывоз снега, 24.11.2026 г.\n' +
  'Глава района Иван Петров отметил: «В целях экономии не топим». Ул. Ленина, д. 5б, ёлка!\n\n' +
  'В рамках программы произведена замена труб — и это хорошо 🎉. Приходите';

/** Pieces that make and break words, numbers, sentences and quotes. */
const PIECES = [
  'а',
  'ё',
  ' ',
  '. ',
  '\n',
  '1',
  ' 500',
  ',',
  '«',
  '»',
  '"',
  'В целях',
  '-',
  '🎉',
  '',
];

const edit = fc.record({
  at: fc.nat(400),
  cut: fc.integer({ min: 0, max: 12 }),
  put: fc.constantFrom(...PIECES),
});

describe('a reviewer', () => {
  it('says of a draft that is edited what a first look at it says', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const reviewer = createReviewer();
        let draft = START;
        expect(reviewer.review(draft)).toEqual(review(draft));
        for (const { at, cut, put } of edits) {
          const from = Math.min(at, draft.length);
          draft = draft.slice(0, from) + put + draft.slice(from + cut);
          expect(reviewer.review(draft)).toEqual(review(draft));
        }
      }),
      { numRuns: 150 },
    );
  });
});
