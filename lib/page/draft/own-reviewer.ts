import { browser } from 'wxt/browser';
import { loadOwnReplacements, watchOwnReplacements } from '../../settings/own-replacements';
import { createReviewer } from '../../style';
import { type OwnReplacement, ownFinder, withOwnRemarks } from '../../style/own';
import type { PageContext } from '../context';
import type { Reviewer } from './opinion';

/**
 * The draft check with the body's own replacements, which take effect in open drafts at the next
 * check after they change. Checks again only the sentences that changed.
 */
export function ownReviewer({ signal }: PageContext): Reviewer {
  const reviewer = createReviewer();
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
  return (text, { ignored }) =>
    withOwnRemarks(reviewer.review(text, { ignored }), find(text, ignored));
}
