import { expect, it } from 'vitest';
import { createReader } from '../../lib/language/scan';
import { createMemory, LABEL, ROW } from '../../lib/moderation/memory';

const LETTERS = 'абвгдежзик';
const wordOf = (number: number) =>
  `слово${Array.from(String(number), (digit) => LETTERS[Number(digit)]).join('')}`;

it('finds every word again after it has grown', () => {
  const memory = createMemory();
  const read = createReader();
  const first = memory.rows.length;
  const count = 6_000;
  for (let number = 0; number < count; number++) {
    memory.makeRoom();
    const scan = read(wordOf(number));
    expect(memory.find(scan, 0)).toBe(-1);
    memory.rows[memory.claim(scan, 0) * ROW + LABEL] = number + 1;
  }
  expect(memory.rows.length).toBeGreaterThan(first);
  let lost = 0;
  for (let number = 0; number < count; number++) {
    const row = memory.find(read(wordOf(number)), 0);
    if (row < 0) lost++;
    else expect(memory.rows[row * ROW + LABEL]).toBe(number + 1);
  }
  // Where four stand together the newest takes a place; that is rare.
  expect(lost / count).toBeLessThan(0.01);
});
