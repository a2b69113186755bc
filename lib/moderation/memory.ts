import { type Scan, TokenFlag } from '../language/scan';

/**
 * What is known of words met before: comments repeat each other's words, so most are judged from here.
 * Rows are small, since reading memory is what judging costs.
 */

/** Numbers of a row: two hashes (64 bits tell any two words apart), then the columns below. */
export const ROW = 8;
/**
 * What the rules know of the word, 0 when the row is empty: its label in the automaton of words plus one
 * (`LABEL_BITS`), whether it was read behind a distorted spelling (`HIDDEN_BIT`), and from `HEAD_SHIFT` on
 * the place of its list of parts in the judge's pool.
 */
export const LABEL = 2;
export const LABEL_BITS = 0x1fff;
export const HIDDEN_BIT = 0x2000;
export const HEAD_SHIFT = 14;
/** Places in the pool that a row can tell. */
export const HEADS = 1 << (31 - HEAD_SHIFT);
/** Letters with which a rude word that begins so may go on: bit 0 is `а`. */
export const FOLLOW = 3;

/**
 * The first of two numbers for the model's sums, 16 bits each; the second is 0 when they are not known yet.
 * They stand in the row, since the second look at a line of memory costs nothing.
 */
export const SUMS = 4;

/** Rows kept (a megabyte); a power of two. A new word takes the place of an old one. */
const ROW_BITS = 15;
const ROWS = 1 << ROW_BITS;

/**
 * Row that a word with this first hash may have; the other is the next one up or down (`^ 1`), which lies
 * in the same line of the processor's memory. The multiplier is the golden ratio's (Knuth, 6.4).
 */
export const rowOf = (first: number) => Math.imul(first, 0x9e3779b1) >>> (32 - ROW_BITS);

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
  /** Row of a token; -1 when the word is not known. */
  find(scan: Scan, token: number): number;
  /** Makes an empty row for a token and returns it. */
  claim(scan: Scan, token: number): number;
  /** Forgets every word. */
  clear(): void;
}

export function createMemory(): WordMemory {
  const rows = new Int32Array(ROWS * ROW);
  const secondOf = (scan: Scan, token: number) =>
    (scan.second[token] as number) ^ ((scan.flags[token] as number) & MEANING);
  const holds = (row: number, first: number, second: number) => {
    const place = row * ROW;
    return (
      rows[place] === first && rows[place + 1] === second && (rows[place + LABEL] as number) !== 0
    );
  };
  return {
    rows,
    find(scan, token) {
      const first = scan.hash[token] as number;
      const second = secondOf(scan, token);
      const row = rowOf(first);
      if (holds(row, first, second)) return row;
      return holds(row ^ 1, first, second) ? row ^ 1 : -1;
    },
    claim(scan, token) {
      const first = scan.hash[token] as number;
      let row = rowOf(first);
      if (rows[row * ROW + LABEL] !== 0 && rows[(row ^ 1) * ROW + LABEL] === 0) row ^= 1;
      rows[row * ROW] = first;
      rows[row * ROW + 1] = secondOf(scan, token);
      rows[row * ROW + LABEL] = 0;
      rows[row * ROW + SUMS + 1] = 0;
      return row;
    },
    clear() {
      rows.fill(0);
    },
  };
}
