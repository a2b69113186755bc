import type { Remark } from '../../style/contract';
import type { Span } from './field';

/** What the author is writing at this moment. */
export interface Typing {
  /** Where the cursor stands, UTF-16 index. */
  caret: number;
  /** The last key was pressed long enough ago to speak of the sentence that is being written. */
  settled: boolean;
}

/** How long after the last key a sentence that is still being written may be marked, milliseconds. */
export const SETTLE_MS = 500;

const WORD = /[\p{L}\p{M}\p{N}-]/u;
const SENTENCE_END = /[.!?…\n]/;

/** The word that the cursor stands in or at the edge of; empty where there is none. */
export function wordAt(text: string, caret: number): Span {
  let start = caret;
  let end = caret;
  while (start > 0 && WORD.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && WORD.test(text[end] ?? '')) end += 1;
  return { start, end };
}

/** The sentence around an index, from after the last end of a sentence through its own end. */
export function sentenceAt(text: string, index: number): Span {
  let start = index;
  let end = index;
  while (start > 0 && !SENTENCE_END.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && !SENTENCE_END.test(text[end] ?? '')) end += 1;
  while (end < text.length && SENTENCE_END.test(text[end] ?? '') && text[end] !== '\n') end += 1;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  return { start, end };
}

const touch = (a: Span, b: Span) => a.start <= b.end && b.start <= a.end;
const same = (a: Remark, b: Remark) => a.rule === b.rule && a.start === b.start && a.end === b.end;

/**
 * The remarks that may be shown now. Never one under the word that is being written; in a sentence that
 * is still being written only those that were shown already, until the author pauses.
 * @param shown what is shown now, in indices of the same text
 */
export function showable(
  text: string,
  remarks: readonly Remark[],
  typing: Typing | null,
  shown: readonly Remark[],
): Remark[] {
  if (!typing) return [...remarks];
  const word = wordAt(text, typing.caret);
  const open = typing.settled ? null : sentenceAt(text, typing.caret);
  return remarks.filter((remark) => {
    if (word.start < word.end && touch(remark, word)) return false;
    return !open || !touch(remark, open) || shown.some((known) => same(known, remark));
  });
}
