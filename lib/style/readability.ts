import { remembered } from '../language/remembered';
import type { Sentence } from '../language/sentences';
import type { Token } from '../language/words';
import type { Readability } from './contract';

const VOWELS = /[аеиоуыэюя]/gu;
/** Words a minute of calm reading from a screen. */
const READING_SPEED = 180;

/** Syllables of a Russian word in lower case, ё as е: its vowels, at least one. */
export const syllablesOf = remembered((word) => Math.max(1, word.match(VOWELS)?.length ?? 0));

/**
 * How hard a text is to read. `ease` is Flesch's reading ease with the coefficients of I. V. Oborneva
 * (2006): 206.835 − 1.3·(words per sentence) − 60.1·(syllables per word). `grade` is the Flesch–Kincaid
 * grade tuned on graded Russian texts by plainrussian (infoculture, metric.py):
 * 0.318·(words per sentence) + 14.2·(syllables per word) − 30.5, never below 1.
 */
export function readabilityOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Readability {
  let words = 0;
  let syllables = 0;
  let spoken = 0;
  for (const { first, last } of sentences) {
    const before = words;
    for (let index = first; index < last; index += 1) {
      const token = tokens[index];
      if (token?.kind !== 'word') continue;
      words += 1;
      syllables += syllablesOf(token.plain);
    }
    if (words > before) spoken += 1;
  }
  if (words === 0) return { ease: 100, grade: 1, words: 0, sentences: 0, readingSeconds: 0 };
  const length = words / spoken;
  const weight = syllables / words;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ease: round(206.835 - 1.3 * length - 60.1 * weight),
    grade: round(Math.max(1, 0.318 * length + 14.2 * weight - 30.5)),
    words,
    sentences: spoken,
    readingSeconds: Math.round((words / READING_SPEED) * 60),
  };
}
