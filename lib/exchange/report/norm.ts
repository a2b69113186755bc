import { type Account, listAccounts } from '../../registry/accounts';
import { type Body, listBodies } from '../../registry/bodies';
import type { Registry } from '../../registry/database';
import { planBetween } from '../../registry/plan';
import { type NormTable, normTable, sumFigures, type WeekFigures } from '../../regulation/norm';
import type { RegulationProfile } from '../../regulation/profile';
import { addDays } from '../../regulation/zone';
import { readPageWeeks } from './page-weeks';

/** The norm of some weeks with what it was taken from. */
export interface NormOfWeeks {
  /** Both in alphabetical order. */
  bodies: Body[];
  accounts: Account[];
  table: NormTable;
}

/**
 * Reads what the norm of weeks needs and takes it.
 * @param mondays of consecutive weeks, oldest first, at least one
 * @param today `YYYY-MM-DD` in the region
 */
export async function readNorm(
  registry: Registry,
  profile: RegulationProfile,
  mondays: readonly string[],
  today: string,
): Promise<NormOfWeeks> {
  const [from = today] = mondays;
  const next = addDays(mondays.at(-1) ?? today, 7);
  const [bodies, accounts, pages, entries] = await Promise.all([
    listBodies(registry),
    listAccounts(registry),
    readPageWeeks(registry, mondays, profile.timeZone),
    planBetween(registry, from, addDays(next, -1)),
  ]);
  const input = { profile, today, bodies, accounts, pages, entries };
  return { bodies, accounts, table: normTable(input, mondays) };
}

/** An account and the weeks' figures taken together. */
export interface AccountNorm {
  account: Account;
  figures: WeekFigures;
}

/** Accounts of which publications are expected, those that lack most first. */
export function accountNorms({ accounts, table }: NormOfWeeks): AccountNorm[] {
  return accounts
    .map((account) => ({ account, figures: sumFigures(table.accounts.get(account.id) ?? []) }))
    .filter(({ figures }) => figures.norm > 0)
    .sort((a, b) => b.figures.behind - a.figures.behind);
}
