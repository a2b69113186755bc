import type { Account } from './accounts';

/** What a person should look at on an account's card. */
export const ACCOUNT_FAULTS = ['double', 'broken', 'nobody', 'foreign'] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];

/**
 * What is wrong with each account, by id; accounts with nothing wrong are left out. Deleted ones are
 * history: nothing is asked of them.
 * - `double`: another account stands for the same page of the network;
 * - `broken`: an operator found that the link leads nowhere;
 * - `nobody`: no responsible person;
 * - `foreign`: a network that the regulation does not name.
 * @param networks of the regulation profile
 */
export function accountFaults(
  accounts: readonly Account[],
  networks: readonly string[],
): Map<string, AccountFault[]> {
  const kept = accounts.filter(({ status }) => status !== 'deleted');
  const places = new Map<string, number>();
  const placeOf = ({ network, key }: Account) => `${network} ${key}`;
  for (const account of kept) places.set(placeOf(account), (places.get(placeOf(account)) ?? 0) + 1);
  const faults = new Map<string, AccountFault[]>();
  for (const account of kept) {
    const found: Record<AccountFault, boolean> = {
      double: (places.get(placeOf(account)) ?? 0) > 1,
      broken: account.broken !== null,
      nobody: account.responsible.length === 0,
      foreign: !networks.includes(account.network),
    };
    const list = ACCOUNT_FAULTS.filter((fault) => found[fault]);
    if (list.length > 0) faults.set(account.id, list);
  }
  return faults;
}
