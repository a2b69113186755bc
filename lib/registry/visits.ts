import { v7 as uuidv7 } from 'uuid';
import type { NetworkId } from '../networks/hosts';
import { type Account, accountAt } from './accounts';
import { checksOf } from './checks';
import type { Registry } from './database';
import { type By, type Deed, RegistryDesk } from './desk';

/** Somebody stood on an account's own page. */
export interface Visit {
  network: NetworkId;
  /** As `readAccount` of the network's adapter gives it. */
  owner: string;
  /** As `readAccountLink` gives it for the page's address; null where that is not certain. */
  key: string | null;
  /** What the page itself shows of points of the checklists. */
  shown: readonly Shown[];
}

/** A point of a checklist that the page gives evidence of. */
export interface Shown {
  checklist: string;
  item: string;
  evidence: string;
}

/**
 * Notes the day of a visit on the account's row, once a day, with the account's number where the row
 * had none, what the page shows of the checklists' points, and takes off the mark that its link is dead.
 * A page that belongs to no known account changes nothing; nor does a number that another account has.
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
  const evidence = await evidenceOf(registry, account.id, visit.shown, by);
  await new RegistryDesk(registry).apply([{ table: 'accounts', put }, ...evidence], by);
}

/** Looks for what the page shows, where the last look of a page did not say the same. */
async function evidenceOf(
  registry: Registry,
  account: string,
  shown: readonly Shown[],
  { now }: By,
): Promise<Deed[]> {
  if (shown.length === 0) return [];
  const looks = (await checksOf(registry, account)).filter(({ origin }) => origin === 'page');
  const isNews = ({ checklist, item, evidence }: Shown) =>
    looks.findLast((look) => look.checklist === checklist && look.item === item)?.evidence !==
    evidence;
  return shown.filter(isNews).map((one) => ({
    table: 'checks',
    put: {
      ...one,
      id: uuidv7({ msecs: now }),
      revision: 1,
      account,
      time: new Date(now).toISOString(),
      operator: '',
      result: 'yes',
      origin: 'page',
    },
  }));
}
