/**
 * Automata over the symbols of `letters`, packed by the rule compiler: a set of whole words with a
 * label each (a minimal acyclic automaton), and a set of word parts (Aho–Corasick). Both answer in one
 * table look-up a letter, whatever the number of words.
 */

/** Columns of a row: 0 is the edge of the word (or nothing), 1…32 the Russian letters. */
export const ROW = 33;

/** Reads unsigned LEB128 numbers from base64. */
function numbersOf(packed: string): () => number {
  const bytes = atob(packed);
  let at = 0;
  return () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
}

/** Writes numbers the way `numbersOf` reads them; for the compiler. */
export function packNumbers(numbers: Iterable<number>): string {
  const parts: string[] = [];
  for (let value of numbers) {
    while (value > 127) {
      parts.push(String.fromCharCode((value & 127) | 128));
      value >>>= 7;
    }
    parts.push(String.fromCharCode(value));
  }
  return btoa(parts.join(''));
}

/** Whole words. State 0 is dead, state 1 the start. */
export interface WordAutomaton {
  next: Uint16Array | Uint32Array;
  /** Label of the word that ends in a state; 0 when none does. */
  label: Uint16Array;
}

export const DEAD = 0;
export const START = 1;

/**
 * Unpacks `count, then for each state: label, edges, (symbol, state)…`; states are numbered from 1 in
 * the order written, and the numbers of targets are differences from the state's own, folded to be
 * positive by the writer.
 */
export function unpackWords(packed: string): WordAutomaton {
  const read = numbersOf(packed);
  const count = read();
  const next =
    count < 0xffff ? new Uint16Array((count + 1) * ROW) : new Uint32Array((count + 1) * ROW);
  const label = new Uint16Array(count + 1);
  for (let state = 1; state <= count; state++) {
    label[state] = read();
    let symbol = 0;
    for (let edges = read(); edges > 0; edges--) {
      symbol += read();
      next[state * ROW + symbol] = unfold(read()) + state;
    }
  }
  return { next, label };
}

/** Zigzag: 0, -1, 1, -2, … ↔ 0, 1, 2, 3, … */
const unfold = (value: number) => (value >>> 1) ^ -(value & 1);
export const fold = (value: number) => (value < 0 ? -value * 2 - 1 : value * 2);

/** Parts of words. State 0 is the start; it never dies. */
export interface PartAutomaton {
  next: Uint16Array | Uint32Array;
  /** 1 where at least one part ends. */
  hit: Uint8Array;
  /** Label of the part that ends in a state; 0 when none of its own does. */
  label: Uint16Array;
  /** The next shorter part that ends in the same place; 0 when there is none. */
  shorter: Uint16Array | Uint32Array;
}

/** Unpacks a trie written as `unpackWords` reads it and adds the failure links (Aho and Corasick, 1975). */
export function unpackParts(packed: string): PartAutomaton {
  const words = unpackWords(packed);
  const { label } = words;
  const count = label.length;
  // State 1 of the trie becomes the start; 0 in the trie means «no edge».
  const next = words.next;
  const failure = new Uint32Array(count);
  const shorter = count < 0xffff ? new Uint16Array(count) : new Uint32Array(count);
  const hit = new Uint8Array(count);
  const queue = new Uint32Array(count);
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
