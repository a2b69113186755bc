/**
 * Automata over the symbols of `letters`, packed by the rule compiler: a set of whole words with a
 * label each (a minimal acyclic automaton), and a set of word parts (Aho–Corasick). Both answer in one
 * look-up a letter, whatever the number of words.
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

/** States as they are packed: the edges of state `s` are those from `from[s]` to `from[s + 1]`. */
interface States {
  label: Uint16Array;
  from: Int32Array;
  symbols: Uint8Array;
  targets: Uint16Array;
}

/**
 * Reads `count, then for each state: label, edges, (symbol, state)…`; states are numbered from 1 in
 * the order written, the numbers of symbols are differences from the one before, and those of targets differences from
 * the state's own, folded to be positive by the writer.
 * @throws RangeError when there are more states than 16 bits can tell
 */
function readStates(packed: string): States {
  const read = numbersOf(packed);
  const count = read();
  if (count > MOST_STATES) throw new RangeError(`${count} states`);
  const label = new Uint16Array(count + 1);
  const from = new Int32Array(count + 2);
  // An edge takes two bytes at the least, three letters of base64.
  const most = Math.ceil(packed.length / 2);
  const symbols = new Uint8Array(most);
  const targets = new Uint16Array(most);
  let edge = 0;
  for (let state = 1; state <= count; state++) {
    from[state] = edge;
    label[state] = read();
    let symbol = 0;
    for (let edges = read(); edges > 0; edges--) {
      symbol += read();
      symbols[edge] = symbol;
      targets[edge++] = unfold(read()) + state;
    }
  }
  from[count + 1] = edge;
  return { label, from, symbols, targets };
}

/** Unpacks a set of words, each row into the first place where all its edges fall between those of others. */
export function unpackWords(packed: string): WordAutomaton {
  const { label, from, symbols, targets } = readStates(packed);
  const count = label.length;
  const edges = from[count] as number;
  const base = new Int32Array(count);
  // Rows seldom leave a place empty for good; the last may reach a row further.
  let owner = new Uint16Array(edges * 2 + 2 * ROW);
  let target = new Uint16Array(owner.length);
  let free = ROW;
  let end = 0;
  for (let state = 1; state < count; state++) {
    const first = from[state] as number;
    const last = from[state + 1] as number;
    if (first === last) continue;
    while (owner[free] !== 0) free++;
    let place = free - (symbols[first] as number);
    for (let edge = first; edge < last; )
      if (owner[place + (symbols[edge] as number)] === 0) edge++;
      else {
        place++;
        edge = first;
      }
    base[state] = place;
    for (let edge = first; edge < last; edge++) {
      owner[place + (symbols[edge] as number)] = state;
      target[place + (symbols[edge] as number)] = targets[edge] as number;
    }
    end = Math.max(end, place + ROW);
  }
  owner = owner.slice(0, end);
  target = target.slice(0, end);
  return { base, owner, target, label };
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

/** Unpacks a trie written as `readStates` reads it and adds the failure links (Aho and Corasick, 1975). */
export function unpackParts(packed: string): PartAutomaton {
  const { label, from, symbols, targets } = readStates(packed);
  const count = label.length;
  const next = new Uint16Array(count * ROW);
  for (let state = 1; state < count; state++)
    for (let edge = from[state] as number; edge < (from[state + 1] as number); edge++)
      next[state * ROW + (symbols[edge] as number)] = targets[edge] as number;
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
