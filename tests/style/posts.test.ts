import { describe, expect, it } from 'vitest';
import { review } from '../../lib/style';
import { posts } from './posts';

const flagged = (texts: readonly string[]) =>
  texts.filter((text) => review(text).remarks.length > 0);

describe.each(Object.entries(posts))('posts of a press office, %s pairs', (_, pairs) => {
  it('get a remark', () => {
    const before = pairs.map((pair) => pair.before);
    expect(before.filter((text) => !flagged(before).includes(text))).toEqual([]);
  });

  it('get hardly any after a good editor', () => {
    // At most 8 %: one of twenty-two.
    expect(flagged(pairs.map(({ after }) => after)).length).toBeLessThanOrEqual(1);
  });
});
