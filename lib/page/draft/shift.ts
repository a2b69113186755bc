import type { Span } from './field';

/** One stretch of the old text that another text came in place of. */
export interface Edit extends Span {
  /** Length of what stands there now. */
  length: number;
}

/** The smallest single edit that turns `before` into `after`, or null when they are the same. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  return { start, end: before.length - tail, length: after.length - tail - start };
}

/**
 * Stretches of the old text where they stand after the edit. One that the edit touched, even at its
 * edge, is left out: a mark must never stand under words that nobody has judged.
 */
export function shiftSpans<S extends Span>(spans: readonly S[], edit: Edit): S[] {
  const by = edit.length - (edit.end - edit.start);
  return spans.flatMap((span) => {
    if (span.end < edit.start) return [span];
    if (span.start > edit.end) return [{ ...span, start: span.start + by, end: span.end + by }];
    return [];
  });
}
