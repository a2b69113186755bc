import type { Account } from '../../lib/registry/accounts';
import { type Body, idsUnder } from '../../lib/registry/bodies';

/** The body and the account that a list is limited to, by their ids; null for all. */
export interface Owner {
  /** With those below it. */
  body: string | null;
  account: string | null;
}

/** Accounts of which a list so limited speaks, without those that were deleted. */
export function accountsSeen(
  accounts: readonly Account[],
  bodies: readonly Body[],
  { body, account }: Owner,
): Account[] {
  const under = body === null ? null : idsUnder(bodies, body);
  return accounts.filter(
    (one) =>
      (account === null || one.id === account) &&
      (under === null || under.has(one.body)) &&
      (one.status !== 'deleted' || one.id === account),
  );
}
