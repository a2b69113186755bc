import type { CompiledPhrase, CompiledRules } from './rule';
import { SPEECH } from './told';

/** A class of words that is a rule by itself; `except` is the class of what is never meant, or 0. */
export interface Single {
  rule: number;
  except: number;
}

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

function phraseBook(phrases: readonly CompiledPhrase[], classes: number): PhraseBook {
  const anchored = Array.from({ length: classes }, (): number[] => []);
  for (const { rule, classes: words, gaps, anchor, rare } of phrases)
    anchored[words[anchor] as number]?.push(
      words[rare] as number,
      rule,
      anchor,
      words.length,
      ...words,
      ...gaps,
    );
  const from = new Int32Array(classes + 1);
  anchored.forEach((entries, at) => {
    from[at + 1] = (from[at] as number) + entries.length;
  });
  return { entries: Int16Array.from(anchored.flat()), from };
}

/** A word with more classes than so is in nearly every phrase: to note them all costs more than it saves. */
const MANY_CLASSES = 30;
/** Larger than the number of any text. */
const ALWAYS = 0x7fffffff;

/** What the judge asks of the classes of words, laid out to be asked often. */
export interface ClassTables {
  singles: readonly (Single | undefined)[];
  book: PhraseBook;
  /** One bit a class and label, `classWords` numbers a label. */
  classBits: Int32Array;
  classWords: number;
  /** By label, one bit for its classes of the same last five bits: where it is 0, the label has none of them. */
  classHints: Int32Array;
  /** Classes of each label that a phrase or a guard may ask for, one list after the other. */
  askedClasses: Int32Array;
  askedFrom: Int32Array;
  /** By class, `ALWAYS` for those of the commonest words: they are taken for present without a look, else 0. */
  seen: Int32Array;
  /** Classes of each label that a search may start from; a label that has none needs no second look. */
  starting: readonly (readonly number[])[];
  /** By label, 1: it has one of `starting`. */
  starts: Uint8Array;
  /** By label, 1: the word alone is a rule. */
  meansRule: Uint8Array;
  /** By label, 1: a plain obscene word, which signs hide more often than any other rude one. */
  rank: Uint8Array;
}

/** By label, 1: the label has the class. @param wordClass undefined or 0 for none */
export const labelsWith = (
  labels: readonly (readonly number[])[],
  wordClass: number | undefined,
): Uint8Array =>
  Uint8Array.from(labels, (label) => (wordClass && label.includes(wordClass) ? 1 : 0));

/** One bit a class and label: a word is asked for its classes more often than anything else. */
function bitsOf(labels: readonly (readonly number[])[], words: number): Int32Array {
  const bits = new Int32Array(labels.length * words);
  labels.forEach((label, at) => {
    for (const entry of label) {
      const place = at * words + (entry >>> 5);
      bits[place] = (bits[place] as number) | (1 << (entry & 31));
    }
  });
  return bits;
}

/** By label: a bit for the last five of each of its classes. Small enough to be at hand, and mostly enough. */
const hintsOf = (labels: readonly (readonly number[])[]): Int32Array =>
  Int32Array.from(labels, (label) => label.reduce((hint, entry) => hint | (1 << (entry & 31)), 0));

/** Classes that a phrase or a guard may ask for, by label, but those that are taken for present. */
function askedOf({ named, phrases, rules, labels }: CompiledRules, taken: ReadonlySet<number>) {
  const asked = new Set([
    ...SPEECH.map((name) => named[name]),
    ...phrases.flatMap((phrase) => phrase.classes),
    ...rules.flatMap(({ unless, needs }) => [...unless, ...needs].map(([, entry]) => entry)),
  ]);
  const askedFrom = new Int32Array(labels.length + 1);
  const list: number[] = [];
  labels.forEach((label, at) => {
    for (const entry of label) if (asked.has(entry) && !taken.has(entry)) list.push(entry);
    askedFrom[at + 1] = list.length;
  });
  return { askedFrom, askedClasses: Int32Array.from(list) };
}

/** Classes of the words with the most classes, but those that tell of speech. */
function takenForPresent({ named, labels }: CompiledRules): ReadonlySet<number> {
  const taken = new Set(labels.filter((label) => label.length > MANY_CLASSES).flat());
  for (const name of SPEECH) taken.delete(named[name] ?? 0);
  return taken;
}

/** Lays out the classes of compiled rules. */
export function classTables(compiled: CompiledRules): ClassTables {
  const { labels } = compiled;
  const classes = 1 + Math.max(0, ...labels.map((label) => Math.max(0, ...label)));
  const singles: (Single | undefined)[] = new Array(classes);
  for (const [wordClass, rule, except] of compiled.singles) singles[wordClass] = { rule, except };
  const classWords = (classes + 31) >>> 5;
  const taken = takenForPresent(compiled);
  const book = phraseBook(compiled.phrases, classes);
  const starting = labels.map((label) =>
    label.filter(
      (entry) => singles[entry] !== undefined || book.from[entry] !== book.from[entry + 1],
    ),
  );
  const isObscene = (entry: number) => {
    const rule = compiled.rules[singles[entry]?.rule ?? -1];
    return rule?.criterion === 'obscenity' && rule.strength === 'certain';
  };
  const byLabel = (test: (entry: number) => boolean) =>
    Uint8Array.from(labels, (label) => (label.some(test) ? 1 : 0));
  return {
    singles,
    book,
    classWords,
    classBits: bitsOf(labels, classWords),
    classHints: hintsOf(labels),
    ...askedOf(compiled, taken),
    seen: Int32Array.from({ length: classes }, (_, entry) => (taken.has(entry) ? ALWAYS : 0)),
    starting,
    starts: Uint8Array.from(starting, (label) => (label.length > 0 ? 1 : 0)),
    meansRule: byLabel((entry) => singles[entry] !== undefined),
    rank: byLabel(isObscene),
  };
}
