import type { Criterion, Strength } from './contract';

/**
 * A rule as data. `find` holds words and phrases in a small language that the compiler expands:
 *
 * * `слово` — this form; `=питар{m}` — as written: no distorted spelling of it is looked for;
 * * `<дебил>` — every form of a lemma (`<мыть:VERB>` when the spelling has several readings);
 * * `чмошник{m}` — a stem with an ending set: `m` `mi` `f` `fi` `n` `adj` `adji`;
 * * `хуй*`, `*пизд*`, `*ебать` — begins with, holds, ends with;
 * * `(за|на|)ебал`, `[ое]хуел` — alternatives inside a word;
 * * `ты/вы/<тварь>` — alternatives of a word in a phrase; `@you` — a named list of `words.ts`;
 * * a space — the next word of the same sentence; `~2` — up to two words between;
 * * `(уж)` alone — a word that may be missing.
 */
export interface Rule {
  /** `<criterion>/<name>`. */
  id: `${Criterion}/${string}`;
  strength: Strength;
  /** One short sentence in Russian for the operator. */
  why: string;
  find: readonly string[];
  /** Words that are never meant, in the language of `find`; they free a word that a pattern holds. */
  except?: readonly string[];
  /** Words that free the finding when they stand near; see `Surroundings`. */
  unless?: Surroundings;
  /** Words of which one must stand near. */
  needs?: Surroundings;
  /**
   * What the finding becomes inside quotation marks or beside a word of report («меня назвали …»).
   * `drop` when nothing is said.
   */
  reported?: 'drop' | 'probable' | 'keep';
  /** True: the model may overrule it where the words are written openly and the comment is calm. */
  doubtful?: boolean;
  /** True: so faint a sign that it stays probable even where the model is sure. */
  faint?: boolean;
  /** True: found only where its words are a whole sentence («Подонки!»), which is said to somebody. */
  whole?: boolean;
  /** False: distorted spellings of it are not looked for (the words are too short or too ordinary). */
  evasive?: boolean;
  /** Comments in which the rule must be found. */
  match: readonly string[];
  /** Comments in which it must not. */
  miss?: readonly string[];
}

/** Places near a finding, each with words in the language of `Rule.find` (single words only). */
export interface Surroundings {
  /** The word right before. */
  before?: readonly string[];
  /** The word right after. */
  after?: readonly string[];
  /** One of the four words before or the four words after, in the same sentence. */
  near?: readonly string[];
  /** The same sentence. */
  sentence?: readonly string[];
  /** Anywhere in the comment. */
  anywhere?: readonly string[];
}

/** A place of `Surroundings` as the compiler writes it. */
export const PLACES = ['before', 'after', 'near', 'sentence', 'anywhere'] as const;

/** `[place, class]`: a word of the class stands in the place. */
export type CompiledPlace = readonly [number, number];

export interface CompiledRule {
  id: string;
  criterion: Criterion;
  strength: Strength;
  why: string;
  reported: 'drop' | 'probable' | 'keep';
  doubtful: boolean;
  faint: boolean;
  whole: boolean;
  unless: readonly CompiledPlace[];
  needs: readonly CompiledPlace[];
}

/** What `rules.compiled.json` holds. */
export interface CompiledRules {
  rules: readonly CompiledRule[];
  /** For each class that is a rule by itself: `[class, rule, class of exceptions or 0]`. */
  singles: readonly (readonly [number, number, number])[];
  /** By `packPhrases` of the compiler. */
  phrases: string;
  /** Named lists that the engine itself asks for. */
  named: Readonly<Record<string, number>>;
  /** Classes of each label of `words`, `joint` and `parts`, by `packLabels` of the compiler; label 0 is empty. */
  labels: string;
  /** Whole words. */
  words: string;
  /** Parts of words. */
  parts: string;
  /** Whole words that are looked for in distorted spelling too. */
  joint: string;
  /** Spellings `left right` of a word in two, which are two honest words; one a line. */
  splits: string;
  /** Words in Latin letters that only look like a transliterated rude word. */
  latin: readonly string[];
}
