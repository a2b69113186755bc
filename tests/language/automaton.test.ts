import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEAD, START, step, unpackWords } from '../../lib/language/automaton';
import { symbolsOf } from '../../lib/language/letters';
import { packWords } from '../../scripts/rules/pack';

const word = fc
  .array(fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюя'), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));

test('has the words that were packed with their labels, and no others', () => {
  fc.assert(
    fc.property(
      fc.dictionary(word, fc.integer({ min: 1, max: 9000 })),
      fc.array(word),
      (labels, others) => {
        const automaton = unpackWords(packWords(new Map(Object.entries(labels))));
        const labelOf = (text: string) =>
          automaton.label[
            symbolsOf(text).reduce((state, symbol) => step(automaton, state, symbol), START)
          ];
        for (const text of [...Object.keys(labels), ...others])
          expect(labelOf(text)).toBe(labels[text] ?? 0);
      },
    ),
  );
});

test('goes nowhere from a dead state', () => {
  const automaton = unpackWords(packWords(new Map([['да', 1]])));
  for (let symbol = 1; symbol <= 32; symbol++) expect(step(automaton, DEAD, symbol)).toBe(DEAD);
});
