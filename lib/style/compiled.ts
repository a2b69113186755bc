import type { LexemeKind } from '../language/morphology/slots';
import type { StyleCategory } from './contract';

/** One step of a pattern. A number is a symbol: a set of word forms. */
export type Step =
  | number
  /** Up to `max` words. */
  | { gap: number }
  /** A noun phrase in the case with this index. */
  | { phrase: number }
  /** A noun phrase in that case, with genitives after it, that ends right before the pattern. */
  | { behind: number }
  | { number: true }
  /** The first word of the pattern has a capital that no sentence or quote asks for. */
  | { capital: true }
  /** The pattern began the sentence; the sentence ends here. */
  | { edge: 'start' | 'end' }
  /**
   * None of these symbols stands here (`before`: before the whole pattern). Nothing is consumed.
   */
  | { not: number[]; before: boolean; number?: true }
  /** One of these follows; nothing is consumed. */
  | { ahead: 'number' | 'infinitive' | number[] | { phrase: number } };

/** A lexeme in the slot of the word found at `step`, or in the given slot. */
export interface LexemePart {
  lexeme: number;
  step: number;
  /** Fixed slot. */
  slot?: number;
  /** Force singular or plural of a noun. */
  number?: 's' | 'p';
  /** The subjectless third person plural. */
  subjectless?: true;
}

/**
 * The verb that is hidden in the noun of action at `action`, perfective when `done`: in the slot of the verb
 * at `step`, or in the given one.
 */
export interface HiddenVerbPart {
  action: number;
  done: boolean;
  step: number;
  slot?: number;
  subjectless?: true;
}

/** A verb that agrees with the noun phrase at `subject`. */
export interface ActorsVerbPart {
  lexeme: number;
  subject: number;
  past: boolean;
}

/** An adjective that agrees with the noun that is part `agrees` of the replacement. */
export interface AdjectivePart {
  lexeme: number;
  agrees: number;
}

/** Original words of the step; a noun phrase moved to a case, or to the case of the noun at `caseOf`. */
export interface FoundPart {
  step: number;
  case?: number;
  caseOf?: number;
}

/** The first word with a singular noun phrase at `step`, the second with a plural one. */
export interface CountedPart {
  step: number;
  one: string;
  many: string;
}

/** Words of a gap as adverbs. */
export interface AdverbPart {
  step: number;
  adverb: true;
}

/** One part of a replacement; steps count from 0 in the pattern. */
export type Part =
  | string
  | LexemePart
  | HiddenVerbPart
  | ActorsVerbPart
  | AdjectivePart
  | FoundPart
  | CountedPart
  | AdverbPart;

export interface Lexeme {
  stem: string;
  paradigm: number;
  kind: LexemeKind;
  /** Of nouns alone. */
  gender: string;
  animate: boolean;
}

/** What scripts/compile-style.ts makes of the rules; packed.ts says how it is shipped. */
export interface CompiledRules {
  /** Endings by slot, `,` between slots; an empty slot is `-`, no ending is nothing. */
  paradigms: string[];
  lexemes: Lexeme[];
  /** Sets of slots. */
  filters: number[][];
  /** Alternatives: a literal word, or a lexeme with the slots that count. */
  symbols: (string | [lexeme: number, filter: number])[][];
  /** Nouns of action and the verbs hidden in them, all lexemes. */
  actions: [noun: number, does: number, did: number][];
  rules: {
    category: StyleCategory;
    id: string;
    why: string;
    weak: boolean;
    soft: boolean;
    example: [before: string, after: string] | null;
  }[];
  ways: { rule: number; steps: Step[]; puts: Part[][] }[];
}
