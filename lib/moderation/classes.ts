import { numbersOf } from '../language/numbers';
import type { CompiledRules } from './rule';
import { SPEECH } from './told';

/**
 * Columns of a phrase in the book; its classes and then its gaps follow. `PHRASE_RARE` is the rarest of its
 * classes but the anchor's: a text that lacks it has no such phrase, which ends nearly every search.
 */
export const PHRASE_RARE = 0;
export const PHRASE_RULE = 1;
export const PHRASE_ANCHOR = 2;
export const PHRASE_SIZE = 3;
export const PHRASE_HEAD = 4;

/** Phrases in one row, those of one anchor together: `from` tells where each class's begin. */
export interface PhraseBook {
  entries: Int16Array;
  from: Int32Array;
}

// What follows runs once, before the first comment: plain loops over arrays of numbers, since code that runs once is
// never made quick.

function phraseBook(packed: string, classes: number): PhraseBook {
  const read = numbersOf(packed);
  const phrases = read();
  const entries = new Int16Array(phrases * PHRASE_HEAD + 2 * read());
  const from = new Int32Array(classes + 1);
  let place = 0;
  for (let phrase = 0; phrase < phrases; phrase++) {
    const rule = read();
    const size = read();
    const anchor = read();
    const rare = read();
    const own = place + PHRASE_HEAD;
    const end = own + 2 * size;
    for (let at = own; at < end; at++) entries[at] = read();
    entries[place + PHRASE_RARE] = entries[own + rare] as number;
    entries[place + PHRASE_RULE] = rule;
    entries[place + PHRASE_ANCHOR] = anchor;
    entries[place + PHRASE_SIZE] = size;
    place = end;
    // Phrases come in the order of their anchors.
    from[(entries[own + anchor] as number) + 1] = end;
  }
  for (let entry = 0; entry < classes; entry++)
    if (from[entry + 1] === 0) from[entry + 1] = from[entry] as number;
  return { entries, from };
}

/** Classes of each label, one list after the other. */
interface Labels {
  classList: Int16Array;
  classFrom: Int32Array;
}

function labelsOf(packed: string): Labels {
  const read = numbersOf(packed);
  const classFrom = new Int32Array(read() + 1);
  const classList = new Int16Array(read());
  let last = 0;
  for (let label = 1; label < classFrom.length; label++) {
    let entry = 0;
    for (let count = read(); count > 0; count--) {
      entry += read();
      classList[last++] = entry;
    }
    classFrom[label] = last;
  }
  return { classList, classFrom };
}

/** A word with more classes than so is in nearly every phrase: to note them all costs more than it saves. */
const MANY_CLASSES = 30;
/** So many classes are looked through one by one. */
const FEW_CLASSES = 8;
/** Larger than the number of any text. */
const ALWAYS = 0x7fffffff;

/** What the judge asks of the classes of words, laid out to be asked often. */
export interface ClassTables {
  /** By class, the rule that a word of it is by itself, plus one; 0 for none. */
  single: Int16Array;
  /** By class, that of the words which its rule never means; 0 for none. */
  except: Int16Array;
  book: PhraseBook;
  /** Classes of each label, one list after the other. */
  classList: Int16Array;
  classFrom: Int32Array;
  /**
   * One bit a class for the labels of more than `FEW_CLASSES`, from `classRow` on (-1 for the others): bits for all
   * would take a megabyte more of each tab.
   */
  classBits: Int32Array;
  classRow: Int32Array;
  /** By label, one bit for its classes of the same last five bits: where it is 0, the label has none of them. */
  classHints: Int32Array;
  /** Classes of each label that a phrase or a guard may ask for, one list after the other. */
  askedClasses: Int16Array;
  askedFrom: Int32Array;
  /** By class, `ALWAYS` for those of the commonest words: they are taken for present without a look, else 0. */
  seen: Int32Array;
  /** Classes of each label that a search may start from, one list after the other. */
  startList: Int16Array;
  startFrom: Int32Array;
  /** By label, 1: it has one of them; else it needs no second look. */
  starts: Uint8Array;
  /** By label, 1: the word alone is a rule. */
  meansRule: Uint8Array;
  /** By label, 1: a plain obscene word, which signs hide more often than any other rude one. */
  rank: Uint8Array;
}

/** Bits of what a class is. */
const IS_SINGLE = 1;
const IS_OBSCENE = 2;
const IS_ASKED = 4;
const IS_TAKEN = 8;
const STARTS = 16;

/** What each class is. */
function kindsOf(
  { named, rules }: CompiledRules,
  { classList, classFrom }: Labels,
  single: Int16Array,
  { entries, from }: PhraseBook,
): Uint8Array {
  const kinds = new Uint8Array(single.length);
  const mark = (entry: number | undefined, kind: number) => {
    if (entry !== undefined) kinds[entry] = (kinds[entry] as number) | kind;
  };
  for (let label = 1; label < classFrom.length; label++) {
    const first = classFrom[label - 1] as number;
    const last = classFrom[label] as number;
    if (last - first > MANY_CLASSES)
      for (let at = first; at < last; at++) mark(classList[at], IS_TAKEN);
  }
  for (let place = 0; place < entries.length; ) {
    const size = entries[place + PHRASE_SIZE] as number;
    for (let element = 0; element < size; element++)
      mark(entries[place + PHRASE_HEAD + element], IS_ASKED);
    place += PHRASE_HEAD + 2 * size;
  }
  for (const { unless, needs } of rules) {
    for (const [, entry] of unless) mark(entry, IS_ASKED);
    for (const [, entry] of needs) mark(entry, IS_ASKED);
  }
  // What tells of speech is never taken for present.
  for (const name of SPEECH) {
    const entry = named[name];
    if (entry !== undefined) kinds[entry] = ((kinds[entry] as number) & ~IS_TAKEN) | IS_ASKED;
  }
  for (let entry = 0; entry < single.length; entry++) {
    if (from[entry] !== from[entry + 1]) mark(entry, STARTS);
    if (single[entry] === 0) continue;
    const rule = rules[(single[entry] as number) - 1];
    mark(entry, IS_SINGLE | STARTS);
    if (rule?.criterion === 'obscenity' && rule.strength === 'certain') mark(entry, IS_OBSCENE);
  }
  return kinds;
}

/** Lays out the classes of compiled rules. */
export function classTables(compiled: CompiledRules): ClassTables {
  const all = labelsOf(compiled.labels);
  const { classList, classFrom } = all;
  const labels = classFrom.length - 1;
  let classes = 1;
  for (let at = 0; at < classList.length; at++)
    if ((classList[at] as number) >= classes) classes = (classList[at] as number) + 1;
  const single = new Int16Array(classes);
  const except = new Int16Array(classes);
  for (const [wordClass, rule, never] of compiled.singles) {
    single[wordClass] = rule + 1;
    except[wordClass] = never;
  }
  const book = phraseBook(compiled.phrases, classes);
  const kinds = kindsOf(compiled, all, single, book);
  const words = (classes + 31) >>> 5;
  const classRow = new Int32Array(labels);
  const sizeOf = (label: number) => (classFrom[label + 1] as number) - (classFrom[label] as number);
  let rows = 0;
  for (let label = 0; label < labels; label++)
    classRow[label] = sizeOf(label) > FEW_CLASSES ? words * rows++ : -1;
  const classBits = new Int32Array(rows * words);
  const classHints = new Int32Array(labels);
  const askedFrom = new Int32Array(labels + 1);
  const asked = new Int16Array(classList.length);
  const startFrom = new Int32Array(labels + 1);
  const starting = new Int16Array(classList.length);
  const starts = new Uint8Array(labels);
  const meansRule = new Uint8Array(labels);
  const rank = new Uint8Array(labels);
  let count = 0;
  let begun = 0;
  for (let label = 0; label < labels; label++) {
    const row = classRow[label] as number;
    let kind = 0;
    let hint = 0;
    for (let at = classFrom[label] as number; at < (classFrom[label + 1] as number); at++) {
      const entry = classList[at] as number;
      const is = kinds[entry] as number;
      hint |= 1 << (entry & 31);
      if (row >= 0)
        classBits[row + (entry >>> 5)] =
          (classBits[row + (entry >>> 5)] as number) | (1 << (entry & 31));
      kind |= is;
      if ((is & (IS_ASKED | IS_TAKEN)) === IS_ASKED) asked[count++] = entry;
      if ((is & STARTS) !== 0) starting[begun++] = entry;
    }
    classHints[label] = hint;
    askedFrom[label + 1] = count;
    startFrom[label + 1] = begun;
    starts[label] = (kind & STARTS) !== 0 ? 1 : 0;
    meansRule[label] = (kind & IS_SINGLE) !== 0 ? 1 : 0;
    rank[label] = (kind & IS_OBSCENE) !== 0 ? 1 : 0;
  }
  return {
    single,
    except,
    book,
    classList,
    classFrom,
    classBits,
    classRow,
    classHints,
    askedFrom,
    askedClasses: asked.slice(0, count),
    seen: Int32Array.from(kinds, (kind) => ((kind & IS_TAKEN) !== 0 ? ALWAYS : 0)),
    startList: starting.slice(0, begun),
    startFrom,
    starts,
    meansRule,
    rank,
  };
}

/** By label, 1: the label has the class. @param wordClass undefined or 0 for none */
export function labelsWith(
  { classList, classFrom }: ClassTables,
  wordClass: number | undefined,
): Uint8Array {
  const found = new Uint8Array(classFrom.length - 1);
  if (!wordClass) return found;
  for (let label = 0; label < found.length; label++)
    for (let at = classFrom[label] as number; at < (classFrom[label + 1] as number); at++)
      if (classList[at] === wordClass) found[label] = 1;
  return found;
}
