import type { NetworkId } from '../networks/hosts';
import { type Account, accountAt } from './accounts';
import type { Registry } from './database';
import { type By, RegistryDesk } from './desk';

/** Somebody stood on an account's own page. */
export interface Visit {
  network: NetworkId;
  /** As `readAccount` of the network's adapter gives it. */
  owner: string;
  /** As `readAccountLink` gives it for the page's address; null where that is not certain. */
  key: string | null;
}

/**
 * Notes the day of a visit on the account's row, once a day, with the account's number where the row
 * had none, and takes off the mark that its link is dead. A page that belongs to no known account changes nothing; nor does a number that another
 * account has already.
 * @param dayOf the region's calendar day of an instant, milliseconds since the epoch
 * @throws as `RegistryDesk.apply`
 */
export async function noteVisit(
  registry: Registry,
  visit: Visit,
  by: By,
  dayOf: (instant: number) => string,
): Promise<void> {
  const owner = visit.owner.toLowerCase();
  const account = await accountAt(registry, visit.network, owner, visit.key);
  if (!account || (account.owner !== '' && account.owner !== owner)) return;
  const seenToday = account.seen !== null && dayOf(Date.parse(account.seen)) === by.today;
  // Whoever stands at the address has seen that it opens.
  const broken = visit.key === account.key ? null : account.broken;
  if (seenToday && account.owner === owner && account.broken === broken) return;
  const put: Account = { ...account, owner, broken, seen: new Date(by.now).toISOString() };
  await new RegistryDesk(registry).apply([{ table: 'accounts', put }], by);
}
