// Counts on the comments under pages of public bodies (tests/moderation/page-comments), no text of them told.
import { moderate } from '../../lib/moderation';
import { FROZEN_COMMENTS } from '../../tests/moderation/page-comments/frozen';
import type { PageComment } from '../../tests/moderation/page-comments/labels';
import { OPEN_COMMENTS } from '../../tests/moderation/page-comments/open';
import { OTHERS_COMMENTS } from '../../tests/moderation/page-comments/others';
import { SECOND_FROZEN_COMMENTS } from '../../tests/moderation/page-comments/second-frozen';
import { SECOND_OPEN_COMMENTS } from '../../tests/moderation/page-comments/second-open';

const HALVES: Readonly<Record<string, readonly PageComment[]>> = {
  'first set, open half': OPEN_COMMENTS,
  'first set, frozen half': FROZEN_COMMENTS,
  'second set, open half': SECOND_OPEN_COMMENTS,
  'second set, frozen half': SECOND_FROZEN_COMMENTS,
  'by others, frozen': OTHERS_COMMENTS,
};

/** Prints what the shipped judge says of each half: counts of all that is found, and of what is certain. */
export function evaluatePageComments(): void {
  const rows = Object.entries(HALVES).map(([half, comments]) => {
    const judged = comments.map((comment) => ({ ...comment, findings: moderate(comment.text) }));
    const told = (set: typeof judged) => {
      const found = set.filter(({ findings }) => findings.length > 0);
      const certain = found.filter(({ findings }) => findings[0]?.strength === 'certain');
      return { found: found.length, certain: certain.length, all: set.length };
    };
    const clear = told(judged.filter(({ remove, clear }) => remove !== null && clear));
    const borderline = told(judged.filter(({ remove, clear }) => remove !== null && !clear));
    const civil = told(judged.filter(({ remove }) => remove === null));
    return [
      half,
      {
        clear: clear.all,
        found: clear.found,
        certain: clear.certain,
        borderline: borderline.all,
        'borderline found': borderline.found,
        civil: civil.all,
        'civil flagged': civil.found,
        'civil certain': civil.certain,
      },
    ] as const;
  });
  console.log('Comments under pages of public bodies');
  console.table(Object.fromEntries(rows));
}
