import { type Scan, TokenFlag } from '../language/scan';

/**
 * What is known of words met before: comments repeat each other's words, so most are judged from here.
 * Rows are small, since reading memory is what judging costs.
 */

/** Numbers of a row: two hashes (64 bits tell any two words apart), then the columns below. */
export const ROW = 8;
/**
 * What the rules know of the word, 0 when the row is empty: its label in the automaton of words plus one
 * (`LABEL_BITS`), whether it was read behind a distorted spelling (`HIDDEN_BIT`), a search may start from it
 * (`TELLS_BIT`) or a rude word may go on after it (`GOES_ON_BIT`, see `FOLLOW`), and from `HEAD_SHIFT` on the place of
 * its list of parts in the judge's pool.
 */
export const LABEL = 2;
export const LABEL_BITS = 0x1fff;
export const HIDDEN_BIT = 0x2000;
export const TELLS_BIT = 0x4000;
export const GOES_ON_BIT = 0x8000;
export const HEAD_SHIFT = 16;
/** Places in the pool that a row can tell. */
export const HEADS = 1 << (31 - HEAD_SHIFT);
/** Letters with which a rude word that begins so may go on: bit 0 is `а`. */
export const FOLLOW = 3;

/**
 * The first of two numbers for the model's sums, 16 bits each; the second is 0 when they are not known yet.
 * They stand in the row, since the second look at a line of memory costs nothing.
 */
export const SUMS = 4;

/**
 * Rows kept, as powers of two: most pages have few words, and whoever reads on has a megabyte of them. Then
 * a new word takes the place of an old one.
 */
const FIRST_BITS = 13;
const MOST_BITS = 15;
/** Rows in which one word may stand. */
const BESIDE = 4;

/**
 * Row that a word with this first hash has at best; else it is one of the three beside it (`^ 1` to `^ 3`), the
 * first of which lies in the same line of the processor's memory. The multiplier is the golden ratio's
 * (Knuth, 6.4).
 * @param shift of the memory
 */
export const rowOf = (first: number, shift: number) => Math.imul(first, 0x9e3779b1) >>> shift;

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
  /** Others after `makeRoom`. */
  readonly rows: Int32Array;
  /** What `rowOf` is asked with. */
  readonly shift: number;
  /** Row of a token; -1 when the word is not known. */
  find(scan: Scan, token: number): number;
  /** Makes an empty row for a token and returns it. */
  claim(scan: Scan, token: number): number;
  /** Doubles the rows where a quarter is taken and more may be kept. Words then stand in other rows. */
  makeRoom(): void;
  /** Forgets every word. */
  clear(): void;
}

export function createMemory(): WordMemory {
  let rows = new Int32Array((1 << FIRST_BITS) * ROW);
  let shift = 32 - FIRST_BITS;
  let taken = 0;
  const secondOf = (scan: Scan, token: number) =>
    (scan.second[token] as number) ^ ((scan.flags[token] as number) & MEANING);
  const holds = (row: number, first: number, second: number) => {
    const place = row * ROW;
    return (
      rows[place] === first && rows[place + 1] === second && (rows[place + LABEL] as number) !== 0
    );
  };
  /** An empty row where a word with the best row `row` may stand; `row` itself when all are taken. */
  const emptyOr = (row: number) => {
    for (let beside = 0; beside < BESIDE; beside++)
      if (rows[(row ^ beside) * ROW + LABEL] === 0) return row ^ beside;
    return row;
  };
  return {
    get rows() {
      return rows;
    },
    get shift() {
      return shift;
    },
    find(scan, token) {
      const first = scan.hash[token] as number;
      const second = secondOf(scan, token);
      const row = rowOf(first, shift);
      for (let beside = 0; beside < BESIDE; beside++)
        if (holds(row ^ beside, first, second)) return row ^ beside;
      return -1;
    },
    claim(scan, token) {
      const first = scan.hash[token] as number;
      const row = emptyOr(rowOf(first, shift));
      if (rows[row * ROW + LABEL] === 0) taken++;
      rows[row * ROW] = first;
      rows[row * ROW + 1] = secondOf(scan, token);
      rows[row * ROW + LABEL] = 0;
      rows[row * ROW + SUMS + 1] = 0;
      return row;
    },
    makeRoom() {
      if (taken * ROW * 4 < rows.length || shift === 32 - MOST_BITS) return;
      const before = rows;
      rows = new Int32Array(before.length * 2);
      shift--;
      // Four that stood together are parted among eight rows now: there is room for each.
      for (let place = 0; place < before.length; place += ROW)
        if (before[place + LABEL] !== 0) {
          const row = emptyOr(rowOf(before[place] as number, shift));
          rows.set(before.subarray(place, place + ROW), row * ROW);
        }
    },
    clear() {
      rows.fill(0);
      taken = 0;
    },
  };
}
