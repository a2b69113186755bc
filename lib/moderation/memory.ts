import { type Scan, TokenFlag } from '../language/scan';

/**
 * What is known of words met before: comments repeat each other's words, so most are judged from here.
 * Rows are small, since reading memory is what judging costs.
 */

/** Numbers of a row: two hashes (64 bits tell any two words apart), then the columns below. */
export const ROW = 4;
/** Label in the automaton of words, plus one; 0 when the row is empty. */
export const LABEL = 2;
/** Letters with which a rude word that begins so may go on: bit 0 is `а`. */
export const FOLLOW = 3;

/** Numbers of a row of the model: sums of its heads, 16 bits each, and the number of features. */
export const SUMS_ROW = 2;

/** Row that a word with this first hash may have. */
export const rowOf = (first: number) => (first ^ (first >>> 15)) & (ROWS - 1);

/** Rows kept (half a megabyte); a power of two. A new word takes the place of an old one. */
const ROWS = 1 << 15;

/** Bits of a token that change what it means. */
export const MEANING =
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
  /** Sums of the model by row; the second number of a row is 0 when they are not known yet. */
  sums: Int32Array;
  /** Row of a token; -1 when the word is not known. */
  find(scan: Scan, token: number): number;
  /** Makes an empty row for a token and returns it. */
  claim(scan: Scan, token: number): number;
}

export function createMemory(): WordMemory {
  const rows = new Int32Array(ROWS * ROW);
  const sums = new Int32Array(ROWS * SUMS_ROW);
  const secondOf = (scan: Scan, token: number) =>
    (scan.second[token] as number) ^ ((scan.flags[token] as number) & MEANING);
  return {
    rows,
    sums,
    find(scan, token) {
      const first = scan.hash[token] as number;
      const row = rowOf(first);
      const place = row * ROW;
      return rows[place] === first &&
        rows[place + 1] === secondOf(scan, token) &&
        rows[place + LABEL] !== 0
        ? row
        : -1;
    },
    claim(scan, token) {
      const first = scan.hash[token] as number;
      const row = rowOf(first);
      rows[row * ROW] = first;
      rows[row * ROW + 1] = secondOf(scan, token);
      rows[row * ROW + LABEL] = 0;
      sums[row * SUMS_ROW + 1] = 0;
      return row;
    },
  };
}
