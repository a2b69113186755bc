import { v5 as uuidv5 } from 'uuid';
import type { Publication } from '../networks/contract';
import { spokenTime } from '../networks/spoken-time';
import { EVIDENCE_TEXT_LIMIT, type PublicationRecord } from '../registry/schema';
import type { PageContext } from './context';

/** Namespace of ids made of posts: the same post recorded by two people is one record. */
const NAMESPACE = '0e1f4f1c-5c0a-4d52-9e0f-6f5b8f0f6d3a';

/** Posts of the account whose wall the page is, with a time that can be told; none on other pages. */
export function wallPosts({ adapter }: Pick<PageContext, 'adapter'>): Publication[] {
  const url = new URL(location.href);
  const account = adapter.readAccount(document, url)?.toLowerCase();
  if (account === undefined || adapter.threadOf(url) !== null) return [];
  const now = new Date();
  return adapter.readPublications(document, url).flatMap((post) => {
    const time = spokenTime(post.time, now);
    return time !== null && post.account.toLowerCase() === account ? [{ ...post, time }] : [];
  });
}

/** Records posts of the wall that were published before Vakhta saw it, at the operator's word. */
export function recordWall(page: PageContext, ids: readonly string[]): void {
  const wanted = new Set(ids);
  for (const post of wallPosts(page)) {
    if (!wanted.has(post.id)) continue;
    const publication: PublicationRecord = {
      id: uuidv5(`${post.network} ${post.id}`, NAMESPACE),
      time: post.time,
      operator: page.settings().operator,
      network: post.network,
      account: post.account.slice(0, 2_000),
      postId: post.id.slice(0, 2_000),
      permalink: post.permalink.slice(0, 4_000),
      kind: 'post',
      text: post.text.slice(0, EVIDENCE_TEXT_LIMIT),
      score: null,
      remarks: 0,
      source: 'backfill',
    };
    void page.record({ type: 'publication', publication });
  }
}
