import { DEAD, ROW, START, step, type WordAutomaton } from './automaton';
import {
  AT,
  FIRST_AMBIGUOUS,
  FIRST_DIGIT,
  FIRST_LATIN,
  LAST_DIGIT,
  LAST_RUSSIAN,
  MASK,
  readingsOf,
  symbolOf,
  symbolsOf,
} from './letters';
import { folded, type Scan, TokenFlag } from './scan';

/**
 * Finds words of an automaton behind distorted spelling. Every function is linear in the length of the
 * token: the number of states kept at once is bounded.
 */

/** States kept at once while a token is read in several ways. */
const STATES_LIMIT = 400;
/** States that a set can tell from the first on. */
const MANY_STATES = 1 << 10;

/** A set of automaton states with O(1) insertion and clearing. */
class StateSet {
  readonly items = new Int32Array(STATES_LIMIT);
  size = 0;
  /** Number of the clearing, and by state that in which it was added last. */
  private turn = 1;
  private added = new Uint16Array(0);
  add(state: number): void {
    if (state === DEAD || this.size === STATES_LIMIT || this.added[state] === this.turn) return;
    if (state >= this.added.length) {
      const before = this.added;
      this.added = new Uint16Array(Math.max(MANY_STATES, state + 1, before.length * 2));
      this.added.set(before);
    }
    this.added[state] = this.turn;
    this.items[this.size++] = state;
  }
  clear(): void {
    if (this.size === 0) return;
    this.size = 0;
    this.turn = (this.turn + 1) & 0xffff;
    if (this.turn !== 0) return;
    this.added.fill(0);
    this.turn = 1;
  }
  addAll(other: StateSet): void {
    for (let index = 0; index < other.size; index++) this.add(other.items[index] as number);
  }
}

/** Adds every state that one letter — any letter — leads to. */
function stepAny(automaton: WordAutomaton, from: StateSet, to: StateSet): void {
  for (let index = 0; index < from.size; index++) {
    const state = from.items[index] as number;
    for (let symbol = 1; symbol < ROW; symbol++) to.add(step(automaton, state, symbol));
  }
}

/** Label of the words that end in the states; the one of highest rank where signs hide several words. */
function labelOf(automaton: WordAutomaton, states: StateSet, rank?: Uint8Array): number {
  let best = 0;
  for (let index = 0; index < states.size; index++) {
    const label = automaton.label[states.items[index] as number] as number;
    if (label === 0) continue;
    if (rank === undefined) return label;
    if (best === 0 || (rank[label] as number) > (rank[best] as number)) best = label;
  }
  return best;
}

let current = new StateSet();
let following = new StateSet();
const spare = new StateSet();

/**
 * False for numbers with a unit or a letter (`5см`, `161д`, `12б`): too few letters, or figures in front.
 */
export function mayHide(scan: Scan, token: number): boolean {
  const from = scan.first[token] as number;
  const to = scan.first[token + 1] as number;
  let letters = 0;
  let digits = 0;
  for (let index = from; index < to; index++) {
    const symbol = scan.symbols[index] as number;
    if (symbol <= LAST_RUSSIAN || symbol >= FIRST_AMBIGUOUS) letters++;
    else if (isDigit(symbol)) digits++;
  }
  if (to - from < 3 || letters === 0) return false;
  const leads = isDigit(scan.symbols[from] as number);
  const ends = isDigit(scan.symbols[to - 1] as number);
  if (digits === 0) return true;
  if (letters >= 3 && !leads && to - from >= 5) return true;
  return letters >= digits && letters >= (leads || ends ? 3 : 2) && !(ends && letters === 2);
}

/**
 * Label of a word that a token of mixed scripts, digits and hidden letters can be read as; 0 when there
 * is none. A run of masks stands for as many letters, give or take one; several masks in a row hide a
 * word of the highest `rank` of label.
 */
export function readMixed(
  scan: Scan,
  token: number,
  automaton: WordAutomaton,
  rank: Uint8Array,
): number {
  const from = scan.first[token] as number;
  const to = scan.first[token + 1] as number;
  if (!mayHide(scan, token)) return 0;
  current.clear();
  current.add(START);
  let longest = 0;
  for (let index = from; index < to; ) {
    following.clear();
    const symbol = scan.symbols[index] as number;
    if (isMask(symbol)) {
      let run = 0;
      while (index < to && isMask(scan.symbols[index] as number)) {
        run++;
        index++;
      }
      longest = Math.max(longest, run);
      spare.clear();
      // A sign may stand between two letters and hide none: `п_и_з`.
      if (run === 1) spare.addAll(current);
      for (let step = 1; step <= run + 1 && step <= 12; step++) {
        following.clear();
        stepAny(automaton, current, following);
        if (step >= run - (run > 2 ? 1 : 0)) spare.addAll(following);
        [current, following] = [following, current];
      }
      following.clear();
      following.addAll(spare);
    } else {
      const letters = readingsOf(symbol);
      for (let at = 0; at < current.size; at++) {
        const state = current.items[at] as number;
        for (const letter of letters) following.add(step(automaton, state, letter));
      }
      index++;
    }
    [current, following] = [following, current];
    if (current.size === 0) return 0;
  }
  return labelOf(automaton, current, longest > 1 ? rank : undefined);
}

const isMask = (symbol: number) => symbol === MASK || symbol === AT;

/** How Latin letters and pairs are read as Russian ones in a word written in Latin throughout. */
const TRANSLITERATION: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['iu', 'ю'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['io', 'е'],
  ['ye', 'е'],
  ['je', 'е'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'цкс'],
  ['d', 'д'],
  ['e', 'еэ'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'хн'],
  ['i', 'ийы'],
  ['j', 'йж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'пр'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'ую'],
  ['v', 'в'],
  ['w', 'шв'],
  ['x', 'х'],
  ['y', 'ыйу'],
  ['z', 'зж'],
  ['0', 'о'],
  ['1', 'и'],
  ['3', 'ез'],
  ['4', 'ч'],
  ['6', 'б'],
];
/** By first symbol: the rest of the symbols, the Russian letters. */
const BY_FIRST = new Map<number, { rest: number[]; letters: number[] }[]>();
for (const [latin, russian] of TRANSLITERATION) {
  const codes = Array.from(latin, (letter) =>
    letter >= 'a' ? FIRST_LATIN + letter.charCodeAt(0) - 0x61 : FIRST_DIGIT + Number(letter),
  );
  const [head = 0, ...rest] = codes;
  const list = BY_FIRST.get(head) ?? [];
  list.push({ rest, letters: symbolsOf(russian) });
  BY_FIRST.set(head, list);
}
const SOFT_SIGN = symbolOf('ь');
const HARD_SIGN = symbolOf('ъ');
const LONGEST_GROUP = 4;
const LATIN_LIMIT = 28;
const rows = Array.from({ length: LATIN_LIMIT + LONGEST_GROUP + 1 }, () => new StateSet());

/** Label of a word that a token of Latin letters transliterates; 0 when there is none. */
export function readLatin(scan: Scan, token: number, automaton: WordAutomaton): number {
  const from = scan.first[token] as number;
  const length = (scan.first[token + 1] as number) - from;
  if (length < 3 || length > LATIN_LIMIT) return 0;
  for (let index = 0; index <= length + LONGEST_GROUP; index++) (rows[index] as StateSet).clear();
  (rows[0] as StateSet).add(START);
  for (let index = 0; index < length; index++) {
    const states = rows[index] as StateSet;
    if (states.size === 0) continue;
    for (const { rest, letters } of BY_FIRST.get(scan.symbols[from + index] as number) ?? []) {
      if (index + rest.length >= length) continue;
      if (rest.some((symbol, at) => scan.symbols[from + index + 1 + at] !== symbol)) continue;
      const target = rows[index + 1 + rest.length] as StateSet;
      for (let at = 0; at < states.size; at++) {
        for (const letter of letters) {
          const state = step(automaton, states.items[at] as number, letter);
          target.add(state);
          // The soft and hard signs are mostly left out.
          if (state !== DEAD) {
            target.add(step(automaton, state, SOFT_SIGN));
            target.add(step(automaton, state, HARD_SIGN));
          }
        }
      }
    }
  }
  return labelOf(automaton, rows[length] as StateSet);
}

/** A word found in pieces: tokens `token…last`. */
export interface Joined {
  label: number;
  last: number;
  /** Every piece is one letter. */
  spelled: boolean;
}

const PIECES_LIMIT = 24;
const ONE_SPACE = 1;
/** An emoji with its variation selector and joiners. */
const WIDE_GAP = 4;

/**
 * Finds a word written in pieces that begins with `token`: `б.л.я`, `п и з`, `ху йня`. `honest` tells
 * whether two pieces are two ordinary words.
 */
export function readPieces(
  scan: Scan,
  token: number,
  automaton: WordAutomaton,
  honest: (left: string, right: string) => boolean,
): Joined | undefined {
  let state: number = START;
  let letters = 0;
  let longest = 0;
  let tight = true;
  let found: Joined | undefined;
  for (let piece = token; piece < scan.count && piece - token < PIECES_LIMIT; piece++) {
    const flags = scan.flags[piece] as number;
    if (piece > token) {
      const gapFrom = scan.end[piece - 1] as number;
      const gapWidth = (scan.start[piece] as number) - gapFrom;
      const isTight = (flags & TokenFlag.tight) !== 0;
      const oneSpace = gapWidth === ONE_SPACE && (flags & TokenFlag.apart) === 0;
      const picture = gapWidth <= WIDE_GAP && scan.text.charCodeAt(gapFrom) >= 0xd800;
      if (!isTight && !oneSpace && !picture) break;
      if (!isTight && !picture) tight = false;
    }
    const from = scan.first[piece] as number;
    const to = scan.first[piece + 1] as number;
    for (let index = from; index < to; index++) {
      const letter = folded(scan.symbols[index] as number);
      if (letter > LAST_RUSSIAN) return found;
      state = step(automaton, state, letter);
      if (state === DEAD) return found;
    }
    letters += to - from;
    longest = Math.max(longest, to - from);
    const label = automaton.label[state] as number;
    if (piece === token || label === 0) continue;
    const pieces = piece - token + 1;
    const spelled = longest === 1;
    const accepted =
      pieces === 2
        ? letters >= 3 && (stuck(scan, piece) || !honest(wordOf(scan, token), wordOf(scan, piece)))
        : spelled || longest <= 2 || tight || letters <= pieces * 2;
    if (accepted && (letters > 3 || tight || spelled || letters === 3))
      found = { label, last: piece, spelled };
  }
  return found;
}

/** Shorter glued words are honest too often. */
const GLUED_WORD = 4;
const GLUED_TOKEN = 7;

/**
 * Label of a word of `meant` inside a token that is otherwise made of small words (`isSmall` of their
 * label in `words`): `тыжесукавообще`. 0 when the token cannot be taken apart so.
 */
export function readGlued(
  symbols: Uint8Array,
  from: number,
  to: number,
  words: WordAutomaton,
  meant: WordAutomaton,
  isSmall: (label: number) => boolean,
): number {
  const length = to - from;
  if (length < GLUED_TOKEN || length > 40) return 0;
  // What is found on the way to each place: -1 unreachable, 0 small words only, else the label.
  const reached = new Int32Array(length + 1).fill(-1);
  reached[0] = 0;
  for (let place = 0; place < length; place++) {
    const found = reached[place] as number;
    if (found < 0) continue;
    let small: number = START;
    let rude: number = found === 0 ? START : DEAD;
    for (let at = place; at < length && (small !== DEAD || rude !== DEAD); at++) {
      const symbol = folded(symbols[from + at] as number);
      if (symbol > LAST_RUSSIAN) return 0;
      small = step(words, small, symbol);
      rude = step(meant, rude, symbol);
      const label = words.label[small] as number;
      if (label !== 0 && isSmall(label))
        reached[at + 1] = Math.max(reached[at + 1] as number, found);
      const bad = meant.label[rude] as number;
      if (bad !== 0 && at + 1 - place >= GLUED_WORD) reached[at + 1] = bad;
    }
  }
  return Math.max(0, reached[length] as number);
}

/** Letters that dots between two open ends may hide. */
const HIDDEN_LIMIT = 6;
/** Dots that hide the middle of a word, two or more. */
const DOTS_LIMIT = 8;

/** True when dots stand right after a token, or a dot or a hyphen that a letter follows. */
export function isDotted({ text, end }: Scan, token: number): boolean {
  const at = end[token] as number;
  const after = text.charCodeAt(at);
  if (after === 0x2026) return true;
  if (after !== 0x2e && after !== 0x2d) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0x400 || (next === 0x2e && after === 0x2e);
}

/**
 * Label of a word whose middle is dots: `дол..еб`, `пи…ец`, or one letter of which is a dot or a hyphen: `ни.уя`,
 * `п-здец`. No space may stand between; where an end shows one letter only, and where one sign hides one letter,
 * nothing but a label of the highest `rank` is believed. Two capitals with a dot are initials: `Б.Я.`
 */
export function readDotted(
  scan: Scan,
  token: number,
  automaton: WordAutomaton,
  rank: Uint8Array,
): number {
  if (token + 1 >= scan.count) return 0;
  const gapFrom = scan.end[token] as number;
  const gapTo = scan.start[token + 1] as number;
  const dots = gapTo - gapFrom;
  if (dots < 1 || dots > DOTS_LIMIT) return 0;
  let ellipsis = false;
  for (let at = gapFrom; at < gapTo; at++) {
    const code = scan.text.charCodeAt(at);
    if (code === 0x2026) ellipsis = true;
    else if (code !== 0x2e && !(code === 0x2d && dots === 1)) return 0;
  }
  const middle = scan.first[token + 1] as number;
  const from = scan.first[token] as number;
  const to = scan.first[token + 2] as number;
  const one = dots === 1 && !ellipsis;
  if (one) {
    const first = scan.flags[token] as number;
    // «6-я» counts, «Б.Я.» are initials.
    if (((first | (scan.flags[token + 1] as number)) & TokenFlag.digit) !== 0) return 0;
    if (to - from === 2 && (first & TokenFlag.capital) !== 0) return 0;
  }
  const open = !one && middle - from >= 2 && to - middle >= 2;
  // One letter at an end tells little: then the dots must count the letters.
  const shown = ellipsis ? dots + 2 : dots;
  const least = open ? 1 : Math.max(1, shown - 1);
  const most = open ? HIDDEN_LIMIT : shown;
  if (most > DOTS_LIMIT) return 0;
  let state: number = START;
  for (let at = from; at < middle; at++) {
    const symbol = folded(scan.symbols[at] as number);
    if (symbol > LAST_RUSSIAN) return 0;
    state = step(automaton, state, symbol);
    if (state === DEAD) return 0;
  }
  current.clear();
  current.add(state);
  spare.clear();
  for (let step = 1; step <= most; step++) {
    following.clear();
    stepAny(automaton, current, following);
    if (step >= least) spare.addAll(following);
    [current, following] = [following, current];
  }
  current.clear();
  current.addAll(spare);
  for (let at = middle; at < to; at++) {
    const symbol = folded(scan.symbols[at] as number);
    if (symbol > LAST_RUSSIAN) return 0;
    following.clear();
    for (let index = 0; index < current.size; index++)
      following.add(step(automaton, current.items[index] as number, symbol));
    [current, following] = [following, current];
  }
  const label = labelOf(automaton, current, rank);
  return open || rank[label] === 1 ? label : 0;
}

/** Signs that do not stand between two words without a space. */
const INNER_SIGNS = ')(?!"\'_~|+=';

/** One sign that does not part words stands before the token: `ч)урка`. */
function stuck(scan: Scan, token: number): boolean {
  const at = scan.end[token - 1] as number;
  return (scan.start[token] as number) - at === 1 && INNER_SIGNS.includes(scan.text.charAt(at));
}

/** Text of a token, lower case, `ё` as `е`. */
export function wordOf(scan: Scan, token: number): string {
  return scan.text
    .slice(scan.start[token] as number, scan.end[token] as number)
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** True when a token has a Latin letter or digit and no Russian letter. */
export function isLatin(flags: number): boolean {
  return (flags & TokenFlag.latin) !== 0 && (flags & TokenFlag.russian) === 0;
}

/** True when a symbol is a digit. */
export function isDigit(symbol: number): boolean {
  return symbol >= FIRST_DIGIT && symbol <= LAST_DIGIT;
}
