import { loadOwnReplacements, watchOwnReplacements } from '../../settings/own-replacements';
import type { Reviewer } from '../../style';
import { type OwnReplacement, ownFinder, withOwnRemarks } from '../../style/own';
import type { PageContext } from '../context';
import { stopAtEnd } from '../life';
import { draftEngine } from './engine';
import type { LateReviewer } from './late-reviewer';

/**
 * The draft check with the body's own replacements, which take effect in open drafts at the next
 * check after they change. Checks again only the sentences that changed.
 */
export function ownReviewer({ signal }: PageContext): LateReviewer {
  let engine: Reviewer | undefined;
  let find = ownFinder([]);
  const renew = (list: readonly OwnReplacement[]) => {
    find = ownFinder(list);
  };
  // Without the list the check goes on with the rules alone.
  void loadOwnReplacements().then(renew, () => undefined);
  stopAtEnd(signal, watchOwnReplacements(renew));
  return {
    get review() {
      const here = engine;
      if (!here) return null;
      return (text: string, { ignored }: { ignored: ReadonlySet<string> }) =>
        withOwnRemarks(here.review(text, { ignored }), find(text, ignored));
    },
    async come() {
      const { createReviewer } = await draftEngine();
      engine ??= createReviewer();
    },
  };
}
