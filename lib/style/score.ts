import type { Sentence } from '../language/sentences';
import type { Token } from '../language/words';
import type { Remark } from './contract';
import { syllablesOf } from './readability';

/** 0 (pure officialese) to 100 (a living post). */
export function scoreOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  remarks: readonly Remark[],
): number {
  let words = 0;
  let long = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words += 1;
    if (syllablesOf(token.plain) >= 5) long += 1;
  }
  if (words === 0) return 100;
  const length = words / Math.max(1, sentences.length);
  const cost = (remarks.length / words) * 300 + (long / words) * 150 + Math.max(0, length - 14) * 1;
  return Math.max(0, Math.min(100, Math.round(100 - cost)));
}
