import * as z from 'zod/mini';
import { LAST_RUSSIAN, RUSSIAN, symbolsOf } from '../language/letters';
import { formsOf, stemsOf } from '../language/morphology/forms';
import { createReader, folded, type Scan, TokenFlag } from '../language/scan';
import { byWeight, CRITERIA, type Finding, STRENGTHS } from './contract';

/**
 * The body's own dictionary: words and phrases that must be found besides the rules, and words that must
 * not be. Both are found in all their forms and behind the same disguises as a rule's words.
 */

/** UTF-16 code units of a phrase. */
export const PHRASE_LIMIT = 200;
const PHRASE_WORDS = 12;
/** Entries of one dictionary. */
export const ENTRIES_LIMIT = 5_000;
/** Findings of own words in one text; more say nothing new. */
const FINDINGS_LIMIT = 100;

const read = createReader();

/** Number of words in a phrase as the matcher sees it. */
function countWords(phrase: string): number {
  return read(phrase).count;
}

const shared = {
  id: z.uuid(),
  phrase: z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(PHRASE_LIMIT),
    z.refine((phrase) => {
      const words = countWords(phrase);
      return words > 0 && words <= PHRASE_WORDS;
    }),
  ),
  note: z.string().check(z.trim(), z.maxLength(500)),
};

const wordSchema = z.object({
  ...shared,
  kind: z.literal('word'),
  criterion: z.enum(CRITERIA),
  /** Id of a ground of the regulation profile; null for the one that the criterion suggests. */
  ground: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  strength: z.enum(STRENGTHS),
});
const exceptionSchema = z.object({
  ...shared,
  kind: z.literal('exception'),
  /** Id of the only rule whose findings it silences; null for all. */
  rule: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
});

/**
 * `word`: found as `custom/<id>`. `exception`: silences findings that lie inside one of its occurrences.
 * A phrase is words of one sentence in the given order, each in any of its forms.
 */
export const entrySchema = z.discriminatedUnion('kind', [wordSchema, exceptionSchema]);
export type Entry = z.infer<typeof entrySchema>;
export type WordEntry = z.infer<typeof wordSchema>;
export type ExceptionEntry = z.infer<typeof exceptionSchema>;
export const ENTRY_KINDS = ['word', 'exception'] as const;

/**
 * What makes two entries one: kind, words (case, `ё` and marks between do not count) and, for an
 * exception, its rule.
 */
export function entryKey(entry: Entry): string {
  const { start, end, count, text } = read(entry.phrase);
  const words = Array.from({ length: count }, (_, token) =>
    text.slice(start[token], end[token]).toLowerCase().replaceAll('ё', 'е'),
  );
  return [entry.kind, entry.kind === 'exception' ? entry.rule : null, ...words].join(' ');
}

/** The longest ending that is told apart, letters; see `packed`. */
const ENDING_LETTERS = 7;

/** Letters as one number. Seven bits a letter: 49 bits at most, which a number holds exactly. */
function packed(symbols: ArrayLike<number>, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at++) key = key * 128 + (symbols[at] as number);
  return key;
}

const packedEndings = new WeakMap<readonly string[], ReadonlySet<number>>();
/** Rows of endings are shared by all words that change alike, and packed once. */
function endingsOf(endings: readonly string[]): ReadonlySet<number> {
  let set = packedEndings.get(endings);
  if (!set) {
    set = new Set(
      endings
        .map((ending) => symbolsOf(ending))
        .filter((symbols) => symbols.length <= ENDING_LETTERS)
        .map((symbols) => packed(symbols, 0, symbols.length)),
    );
    packedEndings.set(endings, set);
  }
  return set;
}

/** A node of the tree of stems. */
interface StemNode {
  next: Map<number, StemNode>;
  /** Words that have a stem here, with what may follow it. */
  words: { word: number; endings: ReadonlySet<number> }[];
}
/** A node of the tree of phrases, by word. */
interface PhraseNode {
  /** By number of the next word and what stands before it. */
  next: Map<number, PhraseNode>;
  ends: Phrase[];
}
/** An entry with the signs that stand before its first word and after its last: `+7 900`, `C++`. */
interface Phrase {
  entry: Entry;
  lead: string;
  tail: string;
}

/** A dictionary made ready to be looked for. */
export interface Dictionary {
  readonly entries: readonly Entry[];
  /** Where the words and phrases of the dictionary stand in a text. */
  occurrences(text: string): Occurrence[];
}

/** Offsets are UTF-16 indices into the text as given; `end` is exclusive. */
export interface Occurrence {
  entry: Entry;
  start: number;
  end: number;
}

const NOTHING: readonly number[] = [];
const EXACT: readonly string[] = [''];
const IMPURE = TokenFlag.latin | TokenFlag.digit | TokenFlag.mask | TokenFlag.disguised;
/** Signs between two words that a phrase does not reach over unless it has them itself. */
const PARTED = TokenFlag.opens | TokenFlag.apart;

/** The letters of a token as Russian ones; null when there is none in it, or digits and signs beside. */
function russianOf(scan: Scan, token: number): string | null {
  const flags = scan.flags[token] as number;
  if ((flags & (TokenFlag.russian | TokenFlag.disguised)) === 0) return null;
  if ((flags & (TokenFlag.digit | TokenFlag.mask)) !== 0) return null;
  let word = '';
  for (let at = scan.first[token] as number; at < (scan.first[token + 1] as number); at++) {
    const symbol = folded(scan.symbols[at] as number);
    if (symbol > LAST_RUSSIAN) return null;
    word += RUSSIAN[symbol - 1];
  }
  return word;
}

/**
 * Makes a dictionary ready. Takes time and memory linear in its size; looking for it takes time linear
 * in the text, whatever stands in either. Pure.
 */
export function compileDictionary(entries: readonly Entry[]): Dictionary {
  const stems: StemNode = { next: new Map(), words: [] };
  const phrases: PhraseNode = { next: new Map(), ends: [] };
  const numbers = new Map<string, number>();

  function put(symbols: ArrayLike<number>, word: number, endings: readonly string[]): void {
    let node = stems;
    for (let at = 0; at < symbols.length; at++) {
      const symbol = symbols[at] as number;
      let next = node.next.get(symbol);
      if (!next) {
        next = { next: new Map(), words: [] };
        node.next.set(symbol, next);
      }
      node = next;
    }
    node.words.push({ word, endings: endingsOf(endings) });
  }

  /** Number of the word that a token of a phrase is; new ones go into the tree. */
  function numberOf(scan: Scan, token: number): number {
    const symbols = scan.symbols.slice(scan.first[token], scan.first[token + 1]);
    const russian = russianOf(scan, token);
    const key = russian ?? symbols.join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      if (russian === null) put(symbols, number, EXACT);
      else for (const { stem, endings } of stemsOf(russian)) put(symbolsOf(stem), number, endings);
    }
    return number;
  }

  for (const entry of entries) {
    const scan = read(entry.phrase);
    let node = phrases;
    for (let token = 0; token < scan.count; token++) {
      const parted = token > 0 && ((scan.flags[token] as number) & PARTED) !== 0;
      const step = numberOf(scan, token) * 2 + (parted ? 1 : 0);
      let next = node.next.get(step);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(step, next);
      }
      node = next;
    }
    if (node === phrases) continue;
    const lead = entry.phrase.slice(0, scan.start[0]);
    node.ends.push({ entry, lead, tail: entry.phrase.slice(scan.end[scan.count - 1]) });
  }

  /** Numbers of the words whose form these symbols are. */
  function wordsOf(symbols: ArrayLike<number>, from: number, to: number): readonly number[] {
    let found: number[] | undefined;
    let node: StemNode | undefined = stems;
    for (let at = from; at < to && node; at++) {
      node = node.next.get(symbols[at] as number);
      if (!node || node.words.length === 0 || to - at - 1 > ENDING_LETTERS) continue;
      const ending = packed(symbols, at + 1, to);
      for (const { word, endings } of node.words)
        if (endings.has(ending) && !found?.includes(word)) {
          found ??= [];
          found.push(word);
        }
    }
    return found ?? NOTHING;
  }

  const letters = new Uint8Array(80);
  /** The token's letters as Russian ones, runs of one letter cut to `most`; returns their number. */
  function squeeze(scan: Scan, token: number, most: number): number {
    let length = 0;
    let run = 0;
    let last = -1;
    for (let at = scan.first[token] as number; at < (scan.first[token + 1] as number); at++) {
      const symbol = folded(scan.symbols[at] as number);
      run = symbol === last ? run + 1 : 1;
      last = symbol;
      if (run <= most) letters[length++] = symbol;
    }
    return length;
  }

  function wordsAt(scan: Scan, token: number): readonly number[] {
    const flags = scan.flags[token] as number;
    const from = scan.first[token] as number;
    const to = scan.first[token + 1] as number;
    const found = wordsOf(scan.symbols, from, to);
    if (found.length > 0 || (flags & (TokenFlag.russian | TokenFlag.disguised)) === 0) return found;
    if ((flags & IMPURE) !== 0) {
      const behind = wordsOf(letters, 0, squeeze(scan, token, letters.length));
      if (behind.length > 0) return behind;
    }
    if ((flags & TokenFlag.stretched) === 0) return NOTHING;
    const twice = wordsOf(letters, 0, squeeze(scan, token, 2));
    return twice.length > 0 ? twice : wordsOf(letters, 0, squeeze(scan, token, 1));
  }

  return {
    entries,
    occurrences(text) {
      const found: Occurrence[] = [];
      if (entries.length === 0) return found;
      const scan = read(text);
      const words: (readonly number[])[] = [];
      for (let token = 0; token < scan.count; token++) words.push(wordsAt(scan, token));
      const walk = (node: PhraseNode, first: number, token: number): void => {
        for (const { entry, lead, tail } of node.ends) {
          const start = scan.start[first] as number;
          const end = scan.end[token - 1] as number;
          found.push({
            entry,
            start: text.endsWith(lead, start) ? start - lead.length : start,
            end: text.startsWith(tail, end) ? end + tail.length : end,
          });
        }
        if (token === scan.count || node.next.size === 0) return;
        const parted = token > first && ((scan.flags[token] as number) & PARTED) !== 0;
        for (const word of words[token] ?? NOTHING) {
          const next = node.next.get(word * 2 + (parted ? 1 : 0));
          if (next) walk(next, first, token + 1);
        }
      };
      for (let token = 0; token < scan.count; token++)
        if (words[token] !== NOTHING) walk(phrases, token, token);
      return found;
    },
  };
}

/** The forms that each different word of a phrase is looked for in; lower case, `ё` as `е`. */
export function formsOfPhrase(phrase: string): string[][] {
  const scan = read(phrase);
  const forms = new Map<string, string[]>();
  for (let token = 0; token < scan.count; token++) {
    const russian = russianOf(scan, token);
    const word = russian ?? phrase.slice(scan.start[token], scan.end[token]).toLowerCase();
    forms.set(word, russian === null ? [word] : formsOf(russian));
  }
  return [...forms.values()];
}

/** How the rules of own words begin; the entry's id follows. */
const OWN_RULE = 'custom/';

/**
 * Adds what the dictionary's own words find to the findings of the rules, and takes away the findings
 * that lie inside a word or phrase excepted. Heaviest first. `text` is what the findings were found in.
 */
export function applyDictionary(
  text: string,
  findings: readonly Finding[],
  dictionary: Dictionary,
): Finding[] {
  const own: Finding[] = [];
  const exceptions: { entry: ExceptionEntry; start: number; end: number }[] = [];
  for (const { entry, start, end } of dictionary.occurrences(text)) {
    if (entry.kind === 'exception') exceptions.push({ entry, start, end });
    else if (own.length < FINDINGS_LIMIT) own.push(findingOf(entry, start, end));
  }
  if (own.length === 0 && exceptions.length === 0) return [...findings];
  const isExcepted = (finding: Finding) =>
    exceptions.some(
      ({ entry, start, end }) =>
        start <= finding.start &&
        end >= finding.end &&
        (entry.rule === null || entry.rule === finding.rule),
    );
  const kept: Finding[] = [];
  // The body's own words first: they say more than a rule that found the same.
  for (const finding of [...own, ...findings])
    if (!isExcepted(finding) && !kept.some((other) => covers(other, finding))) kept.push(finding);
  return kept.sort(byWeight);
}

/** The exception because of which an own word is never found; `exceptions` holds them compiled. */
export function silencerOf(word: WordEntry, exceptions: Dictionary): ExceptionEntry | undefined {
  for (const { entry, start, end } of exceptions.occurrences(word.phrase))
    if (
      entry.kind === 'exception' &&
      start === 0 &&
      end === word.phrase.length &&
      (entry.rule === null || entry.rule === `${OWN_RULE}${word.id}`)
    )
      return entry;
  return undefined;
}

function findingOf(
  { id, phrase, criterion, strength, ground, note }: WordEntry,
  start: number,
  end: number,
): Finding {
  return {
    criterion,
    strength,
    rule: `${OWN_RULE}${id}`,
    start,
    end,
    why: note === '' ? `Из своего словаря: «${phrase}».` : note,
    ...(ground === null ? {} : { ground }),
  };
}

/** True when an own word's finding says all that the other does. */
function covers(own: Finding, other: Finding): boolean {
  return (
    own.rule.startsWith(OWN_RULE) &&
    own.criterion === other.criterion &&
    own.start <= other.start &&
    own.end >= other.end &&
    (own.strength === 'certain' || other.strength === 'probable')
  );
}

/** Words that an exception may be offered for: longer findings speak of the whole comment. */
const OFFERED_WORDS = 3;

/**
 * The phrases that a false flag may be excepted by, the heaviest finding's first: the words found, as
 * they stand in the text.
 */
export function exceptablePhrases(text: string, findings: readonly Finding[]): string[] {
  const phrases: string[] = [];
  for (const { start, end } of findings) {
    const phrase = text.slice(start, end).trim();
    if (phrase.length > PHRASE_LIMIT) continue;
    const words = countWords(phrase);
    if (words === 0 || words > OFFERED_WORDS) continue;
    if (!phrases.some((other) => silences(other, phrase))) phrases.push(phrase);
  }
  return phrases;
}

/** True when an exception for one phrase silences the other too. */
function silences(one: string, other: string): boolean {
  const entry: Entry = { id: '', kind: 'exception', phrase: one, rule: null, note: '' };
  return compileDictionary([entry])
    .occurrences(other)
    .some(({ start, end }) => start === 0 && end === other.length);
}
