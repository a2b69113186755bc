import { adapterFor } from '../../networks';
import type { Parts } from '../../networks/comment-parts';
import type { NetworkAdapter } from '../../networks/contract';
import { deriveProposals } from '../../networks/derive';
import { type LocatedComment, readComment } from '../../networks/read';
import { commentRoots } from '../../networks/roots';
import { isIdOfWords, rootsOf, type Taught, taughtSchema, withTaught } from '../../networks/taught';
import { commentKey } from '../watch';

/** So many comments are read to see whether a way works; more would hold the page. */
const READ_AT_MOST = 300;

/** What one way of finding would give on this page. */
export interface Preview {
  taught: Taught;
  /** Comments that it finds and can read, in the order of the page. */
  found: readonly LocatedComment[];
  /** All that it finds; more than `found` on a page of many hundreds. */
  count: number;
  /** The network does not number them: they are told apart by what they say. */
  weak: boolean;
}

/** What Vakhta knows of the network without any lesson. */
function bareAdapter(): NetworkAdapter {
  const adapter = adapterFor(location.hostname);
  if (!adapter) throw new Error(`no network at ${location.hostname}`);
  return adapter;
}

function previewOf(adapter: NetworkAdapter, taught: Taught): Preview | null {
  const url = new URL(location.href);
  const learned = withTaught({ ...adapter, comments: adapter.comments.slice(0, 1) }, [taught]);
  const isOwn = new Set(rootsOf(taught, document));
  const roots = commentRoots(learned, document).filter((root) => isOwn.has(root));
  const found = roots
    .slice(0, READ_AT_MOST)
    .map((root) => readComment(learned, root, url))
    .filter((located) => located !== null);
  if (found.length === 0) return null;
  const isWhole = roots.length <= READ_AT_MOST;
  return {
    taught,
    found,
    count: isWhole ? new Set(found.map(({ comment }) => commentKey(comment))).size : roots.length,
    weak: found.every(({ comment }) => isIdOfWords(comment.id)),
  };
}

/**
 * What could be learned from the comment that was shown: ways to find its like, from the narrowest to
 * the widest, with the one to begin with. Empty when nothing tells such comments from the rest of the
 * page, or none of them can be read.
 */
export function planLesson(root: Element, parts: Parts): { previews: Preview[]; best: number } {
  const adapter = bareAdapter();
  const { proposals, best } = deriveProposals(root, parts);
  const previewed = proposals.map((proposal) => {
    const taught = taughtSchema.safeParse({
      network: adapter.id,
      host: location.hostname,
      root: proposal.root,
      up: proposal.up,
      author: proposal.author,
      text: proposal.text,
      link: proposal.link,
      taughtAt: new Date().toISOString(),
      generation: adapter.comments[0]?.generation ?? '',
    });
    const preview = taught.success ? previewOf(adapter, taught.data) : null;
    return preview?.found.some((located) => located.root === root) ? preview : null;
  });
  // Of those that find as many, the one to begin with, else the first: a choice must change something.
  const counts = new Map<number, Preview>();
  for (const preview of [previewed[best] ?? null, ...previewed])
    if (preview && !counts.has(preview.count)) counts.set(preview.count, preview);
  const previews = [...counts.values()].sort((a, b) => a.count - b.count);
  const chosen = previewed[best];
  return { previews, best: chosen ? previews.indexOf(chosen) : previews.length - 1 };
}
