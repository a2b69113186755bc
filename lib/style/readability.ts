import type { Sentence } from '../language/sentences';
import type { Token } from '../language/words';
import type { Readability } from './contract';
import type { Shape } from './shape';

/** Words a minute of calm reading from a screen. */
const READING_SPEED = 180;

/**
 * How hard a text is to read. `ease` is Flesch's reading ease with the coefficients of I. V. Oborneva
 * (2006): 206.835 − 1.3·(words per sentence) − 60.1·(syllables per word). `grade` is the Flesch–Kincaid
 * grade tuned on graded Russian texts by plainrussian (infoculture, metric.py):
 * 0.318·(words per sentence) + 14.2·(syllables per word) − 30.5, never below 1.
 */
export function readabilityOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { words, allSyllables }: Shape,
): Readability {
  let spoken = 0;
  for (const { first, last } of sentences) {
    for (let index = first; index < last; index += 1) {
      if (tokens[index]?.kind !== 'word') continue;
      spoken += 1;
      break;
    }
  }
  if (words === 0) return { ease: 100, grade: 1, words: 0, sentences: 0, readingSeconds: 0 };
  const length = words / spoken;
  const weight = allSyllables / words;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ease: round(206.835 - 1.3 * length - 60.1 * weight),
    grade: round(Math.max(1, 0.318 * length + 14.2 * weight - 30.5)),
    words,
    sentences: spoken,
    readingSeconds: Math.round((words / READING_SPEED) * 60),
  };
}
