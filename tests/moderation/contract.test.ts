import { expect, test } from 'vitest';
import { type Finding, withoutEchoes } from '../../lib/moderation/contract';

const finding = (
  strength: Finding['strength'],
  start: number,
  end: number,
  more?: Partial<Finding>,
) => ({ criterion: 'insult', strength, rule: 'insult/x', start, end, why: '', ...more }) as Finding;

test('a probable finding goes where a certain one of the same criterion touches its words', () => {
  const certain = finding('certain', 8, 19);
  const echo = finding('probable', 4, 13);
  const apart = finding('probable', 19, 25);
  const other = finding('probable', 4, 13, { criterion: 'threat' });
  expect(withoutEchoes([certain, echo, apart, other])).toEqual([certain, apart, other]);
});

test('probable findings alone stay, and too many are left as they are', () => {
  const alone = [finding('probable', 0, 4), finding('probable', 2, 6)];
  expect(withoutEchoes(alone)).toEqual(alone);
  const many = Array.from({ length: 500 }, () => finding('probable', 0, 4));
  expect(withoutEchoes([finding('certain', 0, 4), ...many])).toHaveLength(501);
});
