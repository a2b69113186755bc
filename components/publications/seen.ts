import type { Account } from '../../lib/registry/accounts';
import type { Publication } from '../../lib/registry/publications';
import { hasWords, wordsToFind } from '../../lib/registry/words';
import { standingPosts } from '../../lib/regulation/mix';
import { accountFinder, distinctPosts } from '../../lib/regulation/norm';
import { type PublicationsView, UNSAID } from './address';

/** A post with the account of the registry whose it is; null for a page that is not in it. */
export interface Post extends Publication {
  owner: Account | null;
}

/** The posts, each once, in the order given. */
export function postsOf(
  publications: readonly Publication[],
  accounts: readonly Account[],
): Post[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const accountOf = accountFinder(accounts);
  return distinctPosts(publications).map((post) => ({
    ...post,
    owner: byId.get(accountOf(post.network, post.account) ?? '') ?? null,
  }));
}

/** Those of them that pass the limits of the list beside its owner. */
export function postsSeen(
  posts: readonly Post[],
  { search, formats }: Pick<PublicationsView, 'search' | 'formats'>,
): Post[] {
  const words = wordsToFind(search);
  return posts.filter(
    ({ text, mark }) =>
      (formats.length === 0 || formats.includes(mark?.format ?? UNSAID)) && hasWords(text, words),
  );
}

/** Those that stand in the network and belong to an account: what the figures are of. */
export const countedPosts = (posts: readonly Post[]): Post[] =>
  standingPosts(posts.filter(({ owner }) => owner !== null));
