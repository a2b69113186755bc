import { byWeight, type Criterion, type Finding } from './contract';

/** A finding as the judge sees it while the model may still be asked. */
export interface Hit extends Finding {
  /**
   * A weak rule's finding that the model may overrule (`Rule.doubtful`): a coarse word written openly.
   * Hidden spelling shows intent, so it stays.
   */
  doubtful: boolean;
  /** The writer's own words, neither quoted nor told: where the model is sure too, it is certain. */
  own: boolean;
}

/** A finding of no word list, which the model does not overrule. */
export const asHit = ({ criterion, strength, rule, start, end, why }: Finding): Hit => ({
  criterion,
  strength,
  rule,
  start,
  end,
  why,
  doubtful: false,
  own: false,
});
export const asFinding = ({ criterion, strength, rule, start, end, why }: Hit): Finding => ({
  criterion,
  strength,
  rule,
  start,
  end,
  why,
});

/** A weak rule's finding in the writer's own words is certain where the model has come to the same by itself. */
export function believe(findings: readonly Hit[], criteria: ReadonlySet<Criterion>): void {
  for (const finding of findings)
    if (finding.own && criteria.has(finding.criterion)) finding.strength = 'certain';
}

export const isCertain = (finding: Finding) => finding.strength === 'certain';
export const isFirm = (findings: readonly Hit[]) => findings.some((finding) => !finding.doubtful);
/** Number of different rules. */
export function differ(findings: readonly Hit[]): number {
  let number = 0;
  for (let at = 0; at < findings.length; at++) {
    let before = 0;
    while (before < at && findings[before]?.rule !== findings[at]?.rule) before++;
    if (before === at) number++;
  }
  return number;
}

/**
 * Two different weak rules of a mailing or of a forbidden trade in one comment are certain together, and so
 * are somebody's dwelling and telephone.
 */
export function strengthen(findings: Hit[]): void {
  if (findings.length < 2) return;
  for (const finding of findings) {
    if (finding.rule.startsWith('model/')) continue;
    const partners = TOGETHER.has(finding.criterion)
      ? CONTACTS
      : REACH.has(finding.rule)
        ? REACH
        : undefined;
    if (partners === undefined) continue;
    const other = findings.some(
      (one) =>
        one.rule !== finding.rule &&
        !one.rule.startsWith('model/') &&
        (partners.has(one.rule) || (partners === CONTACTS && TOGETHER.has(one.criterion))),
    );
    if (other) finding.strength = 'certain';
  }
}
/** What a mailing or a deceit leaves to be reached or paid by. */
const CONTACTS: ReadonlySet<string> = new Set(['personal-data/phone', 'personal-data/card']);
/** What leads to the door of a person. */
const REACH: ReadonlySet<string> = new Set(['personal-data/dwelling', 'personal-data/phone']);
/** Criteria of mailings and forbidden trades: they come together in one comment. */
export const TOGETHER: ReadonlySet<Criterion> = new Set<Criterion>(['spam', 'drugs', 'fraud']);

/** Drops a finding that a stronger or longer one of the same criterion covers; sorts by weight. */
export function merged(findings: Hit[]): Hit[] {
  if (findings.length < 2) return findings;
  sortByWeight(findings);
  const kept: Hit[] = [];
  for (const finding of findings) if (!isCovered(finding, kept)) kept.push(finding);
  return kept;
}

/** Few are usual: then a plain insertion is quicker than the sort at hand, and as stable. */
function sortByWeight(findings: Hit[]): void {
  if (findings.length > FEW) {
    findings.sort(byWeight);
    return;
  }
  for (let at = 1; at < findings.length; at++) {
    const finding = findings[at] as Hit;
    let place = at;
    for (; place > 0 && byWeight(findings[place - 1] as Hit, finding) > 0; place--)
      findings[place] = findings[place - 1] as Hit;
    findings[place] = finding;
  }
}
const FEW = 12;

function isCovered({ criterion, start, end }: Hit, kept: readonly Hit[]): boolean {
  for (const other of kept)
    if (other.criterion === criterion && other.start <= start && other.end >= end) return true;
  return false;
}
