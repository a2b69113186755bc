import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersOf, packNumbers } from '../../lib/language/numbers';

const number = fc.oneof(fc.nat({ max: 130 }), fc.nat({ max: 2 ** 30 - 1 }));

test('numbers come back as they were written, one after the other', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const read = numbersOf(packNumbers(numbers));
      expect(numbers.map(() => read())).toEqual(numbers);
    }),
  );
});

test('JSON writes them as they are', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const packed = packNumbers(numbers);
      expect(JSON.stringify(packed)).toBe(`"${packed}"`);
    }),
  );
});

test('a small number takes one sign', () => {
  expect(packNumbers([0, 58])).toHaveLength(2);
});
