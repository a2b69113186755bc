/** Ids of the criteria of removal; they stand in records and files, so none ever changes. */
export const CRITERIA = [
  'obscenity',
  'insult',
  'threat',
  'hate',
  'spam',
  'personal-data',
  'drugs',
  'fraud',
  'custom',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** `certain`: a rule with near-perfect precision. `probable`: a weaker rule's or the model's opinion. */
export const STRENGTHS = ['certain', 'probable'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One reason why a comment may have to go. Offsets are UTF-16 indices into the text as given. */
export interface Finding {
  criterion: Criterion;
  strength: Strength;
  /** Id of the rule, `<criterion>/<rule>`; `model/<criterion>` for the model. */
  rule: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** One short sentence in Russian for the operator. */
  why: string;
  /** Id of the ground that the rule names itself; the one that the criterion suggests when absent. */
  ground?: string;
}

/** What the judge may know besides the text. Everything is optional. */
export interface ModerationContext {
  /** Criteria that are switched on; all of them when absent. */
  criteria?: ReadonlySet<Criterion>;
}

/** Certain before probable, then by place in the text. */
export function byWeight(a: Finding, b: Finding): number {
  if (a.strength !== b.strength) return a.strength === 'certain' ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}

/** More findings than this in one comment are not compared with each other: nobody reads them all. */
const COMPARED_AT_MOST = 200;

/**
 * The findings as an operator wants to see them: a probable one whose words a certain one of the same
 * criterion touches says nothing new.
 */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const certain = findings.filter(({ strength }) => strength === 'certain');
  if (findings.length > COMPARED_AT_MOST) return [...findings];
  return findings.filter(
    ({ strength, criterion, start, end }) =>
      strength === 'certain' ||
      !certain.some(
        (other) => other.criterion === criterion && other.start < end && start < other.end,
      ),
  );
}
