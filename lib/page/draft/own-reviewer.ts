import { browser } from 'wxt/browser';
import { loadOwnReplacements, watchOwnReplacements } from '../../settings/own-replacements';
import type { Reviewer as Engine } from '../../style';
import { type OwnReplacement, ownFinder, withOwnRemarks } from '../../style/own';
import type { PageContext } from '../context';
import { draftEngine } from './engine';
import type { LateReviewer } from './late-reviewer';

/**
 * The draft check with the body's own replacements, which take effect in open drafts at the next
 * check after they change. Checks again only the sentences that changed.
 */
export function ownReviewer({ signal }: PageContext): LateReviewer {
  let engine: Engine | undefined;
  let find = ownFinder([]);
  const renew = (list: readonly OwnReplacement[]) => {
    find = ownFinder(list);
  };
  // Without the list the check goes on with the rules alone.
  void loadOwnReplacements().then(renew, () => undefined);
  const stop = watchOwnReplacements(renew);
  signal.addEventListener('abort', () => {
    // An extension that is gone has no events to stop listening to, and says so by throwing.
    if (browser.runtime?.id !== undefined) stop();
  });
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
