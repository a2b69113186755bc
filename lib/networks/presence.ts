import type { NetworkAdapter } from './contract';
import { cssOf } from './select';

const known = new WeakMap<NetworkAdapter, string>();

/** CSS of all that Vakhta works with: comments, editors, buttons that send, counters of comments. */
function cssOfWork(adapter: NetworkAdapter): string {
  let css = known.get(adapter);
  if (css === undefined) {
    css = [
      ...adapter.comments.map(({ root }) => cssOf(root)),
      ...adapter.composers.flatMap(({ editor, publish }) => [
        cssOf(editor),
        cssOf(publish.selectors),
      ]),
      cssOf(adapter.claimedComments),
      cssOf(adapter.shadowHosts ?? []),
    ]
      .filter((part) => part !== '')
      .join(', ');
    known.set(adapter, css);
  }
  return css;
}

/**
 * Whether there may be something to do for Vakhta in a part of a page, itself included. One search of the
 * part, and rather too often true than ever false where there is something.
 */
export function mayHoldWork(adapter: NetworkAdapter, part: Element): boolean {
  const css = cssOfWork(adapter);
  return css !== '' && (part.matches(css) || part.querySelector(css) !== null);
}
