import { useLiveQuery } from 'dexie-react-hooks';
import type { NetworkId } from '../../lib/networks/hosts';
import { accountAt } from '../../lib/registry/accounts';
import { openRegistry } from '../../lib/registry/database';
import { type PlanEntry, planBetween } from '../../lib/registry/plan';
import { knownPosts } from '../../lib/registry/publications';
import { useToday } from '../time/today';

const accountOf = (network: NetworkId, owner: string) =>
  owner === '' ? undefined : accountAt(openRegistry(), network, owner.toLowerCase(), null);

/** Entries of today for the account of this page that have not come out on it yet. */
export function useTodayPlan(network: NetworkId, owner: string): readonly PlanEntry[] {
  const today = useToday();
  const entries = useLiveQuery(async () => {
    const account = await accountOf(network, owner);
    if (!account) return [];
    const planned = await planBetween(openRegistry(), today, today);
    return planned
      .filter(
        ({ accounts, state, published }) =>
          accounts.includes(account.id) &&
          state !== 'dropped' &&
          state !== 'published' &&
          !published.some((one) => one.account === account.id),
      )
      .sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
  }, [network, owner, today]);
  return entries ?? [];
}

/** Posts of the wall that are in no record yet; none where the page belongs to no account of ours. */
export function useNewPosts(
  network: NetworkId,
  owner: string,
  posts: readonly string[],
): readonly string[] {
  const ids = posts.join(' ');
  const fresh = useLiveQuery(async () => {
    if (ids === '' || !(await accountOf(network, owner))) return [];
    const list = ids.split(' ');
    const known = await knownPosts(openRegistry(), network, list);
    return list.filter((id) => !known.has(id));
  }, [network, owner, ids]);
  return fresh ?? [];
}
