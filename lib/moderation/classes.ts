import type { CompiledPhrase, CompiledRules } from './rule';
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

function phraseBook(phrases: readonly CompiledPhrase[], classes: number): PhraseBook {
  const from = new Int32Array(classes + 1);
  const anchorOf = ({ classes: words, anchor }: CompiledPhrase) => words[anchor] as number;
  const sizeOf = ({ classes: words }: CompiledPhrase) => PHRASE_HEAD + 2 * words.length;
  for (const phrase of phrases)
    from[anchorOf(phrase) + 1] = (from[anchorOf(phrase) + 1] as number) + sizeOf(phrase);
  for (let entry = 0; entry < classes; entry++)
    from[entry + 1] = (from[entry + 1] as number) + (from[entry] as number);
  const entries = new Int16Array(from[classes] as number);
  const next = from.slice();
  for (const phrase of phrases) {
    const { rule, classes: words, gaps, anchor, rare } = phrase;
    const place = next[anchorOf(phrase)] as number;
    next[anchorOf(phrase)] = place + sizeOf(phrase);
    entries[place + PHRASE_RARE] = words[rare] as number;
    entries[place + PHRASE_RULE] = rule;
    entries[place + PHRASE_ANCHOR] = anchor;
    entries[place + PHRASE_SIZE] = words.length;
    entries.set(words, place + PHRASE_HEAD);
    entries.set(gaps, place + PHRASE_HEAD + words.length);
  }
  return { entries, from };
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
  { named, phrases, rules, labels }: CompiledRules,
  single: Int16Array,
  { from }: PhraseBook,
): Uint8Array {
  const kinds = new Uint8Array(single.length);
  const mark = (entry: number | undefined, kind: number) => {
    if (entry !== undefined) kinds[entry] = (kinds[entry] as number) | kind;
  };
  for (const label of labels)
    if (label.length > MANY_CLASSES) for (const entry of label) mark(entry, IS_TAKEN);
  for (const { classes } of phrases) for (const entry of classes) mark(entry, IS_ASKED);
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
  const { labels } = compiled;
  let classes = 1;
  let listed = 0;
  for (const label of labels) {
    listed += label.length;
    for (const entry of label) if (entry >= classes) classes = entry + 1;
  }
  const single = new Int16Array(classes);
  const except = new Int16Array(classes);
  for (const [wordClass, rule, never] of compiled.singles) {
    single[wordClass] = rule + 1;
    except[wordClass] = never;
  }
  const book = phraseBook(compiled.phrases, classes);
  const kinds = kindsOf(compiled, single, book);
  const classList = new Int16Array(listed);
  const classFrom = new Int32Array(labels.length + 1);
  const words = (classes + 31) >>> 5;
  const classRow = new Int32Array(labels.length);
  let rows = 0;
  for (let at = 0; at < labels.length; at++)
    classRow[at] = (labels[at] as readonly number[]).length > FEW_CLASSES ? words * rows++ : -1;
  const classBits = new Int32Array(rows * words);
  const classHints = new Int32Array(labels.length);
  const askedFrom = new Int32Array(labels.length + 1);
  const asked = new Int16Array(listed);
  const startFrom = new Int32Array(labels.length + 1);
  const starting = new Int16Array(listed);
  const starts = new Uint8Array(labels.length);
  const meansRule = new Uint8Array(labels.length);
  const rank = new Uint8Array(labels.length);
  let count = 0;
  let begun = 0;
  let last = 0;
  for (let at = 0; at < labels.length; at++) {
    let kind = 0;
    let hint = 0;
    for (const entry of labels[at] as readonly number[]) {
      const is = kinds[entry] as number;
      classList[last++] = entry;
      hint |= 1 << (entry & 31);
      const row = classRow[at] as number;
      if (row >= 0)
        classBits[row + (entry >>> 5)] =
          (classBits[row + (entry >>> 5)] as number) | (1 << (entry & 31));
      kind |= is;
      if ((is & (IS_ASKED | IS_TAKEN)) === IS_ASKED) asked[count++] = entry;
      if ((is & STARTS) !== 0) starting[begun++] = entry;
    }
    classHints[at] = hint;
    classFrom[at + 1] = last;
    askedFrom[at + 1] = count;
    startFrom[at + 1] = begun;
    starts[at] = (kind & STARTS) !== 0 ? 1 : 0;
    meansRule[at] = (kind & IS_SINGLE) !== 0 ? 1 : 0;
    rank[at] = (kind & IS_OBSCENE) !== 0 ? 1 : 0;
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
