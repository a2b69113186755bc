/** Categories of remarks; their ids stand in settings and lists of what is ignored, so none ever changes. */
export const STYLE_CATEGORIES = [
  'split_predicate',
  'press_release',
  'people_things',
  'verb_officialese',
  'prep_denominal',
  'cliche',
  'pleonasm',
  'adj_pron',
  'time',
  'nominalisation',
  'modality',
  'passive',
  'abbrev',
  'intro_filler',
  'conj_clerical',
  'address_formula',
  'capital',
  'syntax',
  // The body's own list «было → стало», not a rule of ours.
  'own',
] as const;
export type StyleCategory = (typeof STYLE_CATEGORIES)[number];

/**
 * One remark on a draft. Offsets are UTF-16 indices into the draft as given. Putting any of
 * `replacements` in place of `[start, end)` gives correct Russian: the span covers all that must
 * change, dependent words included. An empty list means advice without a button.
 */
export interface Remark {
  category: StyleCategory;
  /** Id of the rule, `<category>/<rule>`. */
  rule: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** One short sentence in Russian for the author. */
  why: string;
  replacements: string[];
  /** For advice without a button: how it looks before and after. */
  example?: { before: string; after: string };
}

export interface Readability {
  /** Flesch reading ease with Oborneva's coefficients (2006): higher is easier. */
  ease: number;
  /** School grade by the formula tuned on Russian texts (plainrussian). */
  grade: number;
  words: number;
  sentences: number;
  /** Seconds at 180 words a minute, a calm reading speed. */
  readingSeconds: number;
}

/** What takes points off the score: remarks, or what the text looks like. */
export interface ScoreCost {
  what: 'remarks' | 'long-words' | 'verbal-nouns' | 'participles' | 'long-sentences' | 'numbers';
  /** Points of 100. */
  points: number;
}

export interface Review {
  /** In order of `start`; they never overlap. */
  remarks: Remark[];
  readability: Readability;
  /** 0 (pure officialese) to 100 (a living post). */
  score: number;
  /** Where the points that are missing went, the dearest first. */
  costs?: ScoreCost[];
}
