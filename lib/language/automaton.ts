import { numbersOf } from './numbers';

/**
 * Automata over the symbols of `letters`, packed by the rule compiler: a set of whole words with a
 * label each (a minimal acyclic automaton), and a set of word parts (Aho–Corasick). Both answer in one
 * look-up a letter, whatever the number of words.
 */

/** Columns of a row: 0 is the edge of the word (or nothing), 1…32 the Russian letters. */
export const ROW = 33;

/**
 * Whole words. State 0 is dead, state 1 the start. Most states have one edge or two, so their rows lie over one
 * another, each edge in a place that no other row needs (Tarjan and Yao, 1979): a fifth of the memory of a full table.
 */
export interface WordAutomaton {
  /** By state, the place of its edge of symbol 0 if it had one. */
  base: Int32Array;
  /** By place, the state whose edge it is, and where that leads. */
  owner: Uint16Array;
  target: Uint16Array;
  /** Label of the word that ends in a state; 0 when none does. */
  label: Uint16Array;
}

export const DEAD = 0;
export const START = 1;

/** The state that a symbol (below `ROW`) leads to; `DEAD` when no word goes on so. */
export function step(
  { base, owner, target }: WordAutomaton,
  state: number,
  symbol: number,
): number {
  const place = (base[state] as number) + symbol;
  return owner[place] === state ? (target[place] as number) : DEAD;
}

/** States are kept in 16 bits. */
const MOST_STATES = 0xffff;

/** @throws RangeError when there are more states than 16 bits can tell */
function asStates(count: number): number {
  if (count > MOST_STATES) throw new RangeError(`${count} states`);
  return count + 1;
}

/**
 * Unpacks `count, places, then for each state: label, edges, distance, (symbol, state)…`; states are numbered from 1 in
 * the order written. The distance, written where there are edges, is that of the first edge's place from the first
 * free one, numbers of symbols are differences from the one before, and those of targets differences from the state's
 * own, folded to be positive by the writer.
 */
export function unpackWords(packed: string): WordAutomaton {
  const read = numbersOf(packed);
  const states = asStates(read());
  const places = read();
  const label = new Uint16Array(states);
  const base = new Int32Array(states);
  const owner = new Uint16Array(places);
  const target = new Uint16Array(places);
  let free = ROW;
  for (let state = 1; state < states; state++) {
    label[state] = read();
    const edges = read();
    if (edges === 0) continue;
    while (owner[free] !== 0) free++;
    let place = free + read();
    let symbol = read();
    base[state] = place - symbol;
    for (let edge = 1; ; edge++) {
      owner[place] = state;
      target[place] = unfold(read()) + state;
      if (edge === edges) break;
      const next = read();
      symbol += next;
      place += next;
    }
  }
  return { base, owner, target, label };
}

/** For the writer of what `unpackWords` reads: where the rows are put. */
export class Places {
  private readonly taken: boolean[] = [];
  private free = ROW;
  /** Places that a table must have, so that every look-up from a row falls into it. */
  size = ROW;

  /**
   * Puts a row into the first place where all its edges fall between those of others.
   * @param symbols of the edges, rising
   * @returns distance of the first edge's place from the first free one
   */
  put(symbols: readonly number[]): number {
    const [first = 0] = symbols;
    while (this.taken[this.free]) this.free++;
    let base = this.free - first;
    while (symbols.some((symbol) => this.taken[base + symbol])) base++;
    for (const symbol of symbols) this.taken[base + symbol] = true;
    this.size = Math.max(this.size, base + ROW);
    return base + first - this.free;
  }
}

/** Zigzag: 0, -1, 1, -2, … ↔ 0, 1, 2, 3, … */
const unfold = (value: number) => (value >>> 1) ^ -(value & 1);
export const fold = (value: number) => (value < 0 ? -value * 2 - 1 : value * 2);

/** Parts of words. State 0 is the start; it never dies. */
export interface PartAutomaton {
  next: Uint16Array;
  /** 1 where at least one part ends. */
  hit: Uint8Array;
  /** Label of the part that ends in a state; 0 when none of its own does. */
  label: Uint16Array;
  /** The next shorter part that ends in the same place; 0 when there is none. */
  shorter: Uint16Array;
}

/**
 * Unpacks a trie, `count, then for each state: label, edges, (symbol, state)…` as in `unpackWords`, and adds the
 * failure links (Aho and Corasick, 1975).
 */
export function unpackParts(packed: string): PartAutomaton {
  const read = numbersOf(packed);
  const count = asStates(read());
  const label = new Uint16Array(count);
  const next = new Uint16Array(count * ROW);
  for (let state = 1; state < count; state++) {
    label[state] = read();
    let symbol = 0;
    for (let edges = read(); edges > 0; edges--) {
      symbol += read();
      next[state * ROW + symbol] = unfold(read()) + state;
    }
  }
  const failure = new Uint16Array(count);
  const shorter = new Uint16Array(count);
  const hit = new Uint8Array(count);
  const queue = new Uint16Array(count);
  let head = 0;
  let tail = 0;
  for (let symbol = 0; symbol < ROW; symbol++) {
    const child = next[START * ROW + symbol] as number;
    if (child === 0) next[START * ROW + symbol] = START;
    else {
      failure[child] = START;
      queue[tail++] = child;
    }
  }
  while (head < tail) {
    const state = queue[head++] as number;
    const back = failure[state] as number;
    shorter[state] = label[back] !== 0 ? back : (shorter[back] as number);
    hit[state] = label[state] !== 0 || shorter[state] !== 0 ? 1 : 0;
    for (let symbol = 0; symbol < ROW; symbol++) {
      const child = next[state * ROW + symbol] as number;
      const fallback = next[back * ROW + symbol] as number;
      if (child === 0) next[state * ROW + symbol] = fallback;
      else {
        failure[child] = fallback;
        queue[tail++] = child;
      }
    }
  }
  return { next, hit, label, shorter };
}
