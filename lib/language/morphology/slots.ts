import { CASES, type Case, GENDERS, type Gender } from './endings';

/**
 * A slot is a place in a word's paradigm. Nouns: case, plus 6 for the plural. Adjectives: six cases for
 * each of m, f, n, p, then four short forms. Verbs: the places below, then four full participles with
 * the places of an adjective. Words of one kind share slots, so the form of one word gives the form of
 * another.
 */
export const VERB = {
  infinitive: 0,
  /** Masculine; feminine, neuter and plural follow. */
  past: 1,
  /** First person singular; 2s, 3s, 1p, 2p, 3p follow. Future for a perfective verb. */
  present: 5,
  /** Singular; plural follows. */
  imperative: 11,
  gerund: 13,
  /** Short passive participle, masculine; feminine, neuter and plural follow. */
  shortPassive: 14,
  participles: 18,
} as const;

export const SHORT_ADJECTIVE = 24;
/** Order of full participles inside a verb's paradigm. */
export const PARTICIPLES = [
  'active present',
  'active past',
  'passive present',
  'passive past',
] as const;
export const VERB_SLOTS = VERB.participles + PARTICIPLES.length * 24;

/** What kind of paradigm a word has; nouns carry their gender. */
export type LexemeKind = 'verb' | 'adjective' | 'noun';

export const nounSlot = (wanted: Case, plural: boolean) => CASES.indexOf(wanted) + (plural ? 6 : 0);
export const caseOfNoun = (slot: number): Case => CASES[slot % 6] ?? 'nomn';
export const isPlural = (slot: number) => slot >= 6;
export const adjectiveSlot = (gender: Gender, wanted: Case) =>
  GENDERS.indexOf(gender) * 6 + CASES.indexOf(wanted);
