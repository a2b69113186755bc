import type { Criterion } from '../../moderation/contract';
import { countViolations } from '../../registry/authors';
import type { LogRow } from '../../registry/database';
import { groupBy } from '../../registry/group-by';

/** What the operators did with comments. Screens and reports take these figures from here. */
export interface ModerationFigures {
  /** Different comments that were handled; notes about authors are not handling. */
  handled: number;
  /** Comments that stand as violations, by criterion, most first. */
  violations: readonly { criterion: Criterion | null; count: number }[];
  /** The sum of `violations`. */
  violationsAll: number;
  /** Records that say: no violation. */
  kept: number;
}

/** Figures of rows in any order; withdrawn ones count nowhere. */
export function moderationFigures(rows: readonly LogRow[]): ModerationFigures {
  const standing = rows.filter(({ undone }) => !undone);
  const violations = [...groupBy(standing, ({ criterion }) => criterion)]
    .map(([criterion, group]) => ({ criterion, count: countViolations(group) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return {
    handled: new Set(
      standing.filter(({ kind }) => kind !== 'note').map(({ commentId, id }) => commentId || id),
    ).size,
    violations,
    violationsAll: violations.reduce((sum, { count }) => sum + count, 0),
    kept: standing.filter(({ kind }) => kind === 'keep').length,
  };
}
