import type { PlanEntry } from '../../lib/registry/plan';
import { wordSearch } from '../text/search-words';
import type { PlanView } from './address';

type Limits = Pick<PlanView, 'search' | 'body' | 'account' | 'states'>;

/** The entries that pass; those of no account yet pass a limit of accounts only where there is none. */
export function entriesSeen(
  entries: readonly PlanEntry[],
  accounts: ReadonlySet<string>,
  { search, body, account, states }: Limits,
): PlanEntry[] {
  const isWanted = wordSearch(search);
  const isOfAccounts = body !== null || account !== null;
  return entries.filter((entry) => {
    if (states.length > 0 && !states.includes(entry.state)) return false;
    if (isOfAccounts && !entry.accounts.some((id) => accounts.has(id))) return false;
    const { title, occasion, rubric, responsible, text, note } = entry;
    return isWanted([title, occasion, rubric, responsible, text, note].join(' '));
  });
}

/** In the order of a day: entries without a time first, then by the clock. */
export function inOrder(entries: readonly PlanEntry[]): PlanEntry[] {
  const keyed = entries.map((entry) => ({
    entry,
    key: `${entry.day} ${entry.time ?? ''} ${entry.title}`,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}
