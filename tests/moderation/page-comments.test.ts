import { describe, expect, it } from 'vitest';
import { moderate } from '../../lib/moderation';
import { FROZEN_COMMENTS } from './page-comments/frozen';
import type { PageComment } from './page-comments/labels';
import { OPEN_COMMENTS } from './page-comments/open';
import { OTHERS_COMMENTS } from './page-comments/others';
import { SECOND_FROZEN_COMMENTS } from './page-comments/second-frozen';
import { SECOND_OPEN_COMMENTS } from './page-comments/second-open';

/** What the project asks of comments under pages of public bodies. */
const FOUND = 0.92;
const CERTAIN = 0.75;
/** Civil comments flagged, at any strength, of all sets together. */
const CIVIL_FLAGGED = 0.01;

const judged = (comments: readonly PageComment[]) =>
  comments.map((comment) => ({ ...comment, findings: moderate(comment.text) }));
type Judged = ReturnType<typeof judged>;
const share = (set: Judged, test: (one: Judged[number]) => boolean) =>
  set.filter(test).length / set.length;
const listed = (set: Judged) => set.map(({ text }) => text).join('\n');

describe.each([
  // The texts of the frozen half are not told: they are no lead for a rule.
  ['frozen half', FROZEN_COMMENTS, false],
  ['open half', OPEN_COMMENTS, true],
  ['second set, frozen half', SECOND_FROZEN_COMMENTS, false],
  ['second set, open half', SECOND_OPEN_COMMENTS, true],
] as const)('comments under pages of public bodies, %s', (_, comments, told) => {
  const all = judged(comments);
  const clear = all.filter((one) => one.remove !== null && one.clear);
  const civil = all.filter((one) => one.remove === null);

  it('finds what every operator removes', () => {
    const missed = clear.filter(({ findings }) => findings.length === 0);
    expect(
      share(clear, ({ findings }) => findings.length > 0),
      told ? listed(missed) : '',
    ).toBeGreaterThanOrEqual(FOUND);
  });

  it('is certain of most of it', () => {
    expect(
      share(clear, ({ findings }) => findings[0]?.strength === 'certain'),
    ).toBeGreaterThanOrEqual(CERTAIN);
  });

  it('names the criterion', () => {
    expect(
      share(clear, ({ findings, remove }) =>
        findings.some(({ criterion }) => criterion === remove),
      ),
    ).toBeGreaterThanOrEqual(FOUND);
  });

  it('is certain of no civil comment', () => {
    const wrong = civil.filter(({ findings }) => findings[0]?.strength === 'certain');
    expect(wrong.length, told ? listed(wrong) : '').toBe(0);
  });
});

it('flags hardly any civil comment of all halves together', () => {
  const civil = judged(
    [FROZEN_COMMENTS, OPEN_COMMENTS, SECOND_FROZEN_COMMENTS, SECOND_OPEN_COMMENTS].flat(),
  ).filter(({ remove }) => remove === null);
  expect(share(civil, ({ findings }) => findings.length > 0)).toBeLessThanOrEqual(CIVIL_FLAGGED);
});

/**
 * What is reached on comments of writers who knew nothing of the project: less than on those of its own hand.
 * The figures are floors for what was measured once (docs/model-card.md), not what the project is content with.
 */
describe('comments under pages of public bodies, by others', () => {
  const all = judged(OTHERS_COMMENTS);
  const clear = all.filter((one) => one.remove !== null && one.clear);
  const civil = all.filter((one) => one.remove === null);

  it('finds six of seven that every operator removes', () => {
    expect(share(clear, ({ findings }) => findings.length > 0)).toBeGreaterThanOrEqual(0.85);
  });

  it('is certain of three in four', () => {
    expect(
      share(clear, ({ findings }) => findings[0]?.strength === 'certain'),
    ).toBeGreaterThanOrEqual(0.74);
  });

  it('flags hardly any civil comment', () => {
    expect(share(civil, ({ findings }) => findings.length > 0)).toBeLessThanOrEqual(0.02);
  });
});
