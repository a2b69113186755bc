import { type Scan, TokenFlag } from '../language/scan';

/**
 * What is known of words met before: comments repeat each other's words, so most are judged from here.
 * A row of eight numbers lies in one cache line, since reading memory is what judging costs.
 */

/** Numbers of a row: two hashes (64 bits tell any two words apart), then the columns below. */
const ROW = 8;
/** Label in the automaton of words, plus one; 0 when the row is empty. */
export const LABEL = 2;
/** State of the automaton of distorted words after the word. */
export const END = 3;
/** Sums of the model's two heads, 16 bits each. */
export const SUMS = 4;
/** Number of the model's features; 0 when the sums are not known yet. */
export const FEATURES = 5;

/** Rows kept (2 MB); a power of two. A new word takes the place of an old one. */
const ROWS = 1 << 16;

/** Bits of a token that change what it means. */
const MEANING =
  TokenFlag.russian |
  TokenFlag.latin |
  TokenFlag.digit |
  TokenFlag.mask |
  TokenFlag.disguised |
  TokenFlag.doubled |
  TokenFlag.stretched |
  TokenFlag.capitals |
  TokenFlag.link;

export interface WordMemory {
  rows: Int32Array;
  /** Place of the row of a token in `rows`; -1 when the word is not known. */
  find(scan: Scan, token: number): number;
  /** Makes an empty row for a token and returns its place. */
  claim(scan: Scan, token: number): number;
}

export function createMemory(): WordMemory {
  const rows = new Int32Array(ROWS * ROW);
  const placeOf = (first: number) => ((first ^ (first >>> 15)) & (ROWS - 1)) * ROW;
  const secondOf = (scan: Scan, token: number) =>
    (scan.second[token] as number) ^ ((scan.flags[token] as number) & MEANING);
  return {
    rows,
    find(scan, token) {
      const first = scan.hash[token] as number;
      const place = placeOf(first);
      return rows[place] === first &&
        rows[place + 1] === secondOf(scan, token) &&
        rows[place + LABEL] !== 0
        ? place
        : -1;
    },
    claim(scan, token) {
      const first = scan.hash[token] as number;
      const place = placeOf(first);
      rows[place] = first;
      rows[place + 1] = secondOf(scan, token);
      rows[place + FEATURES] = 0;
      return place;
    },
  };
}
