import type { AccountFault } from '../../lib/registry/account-faults';
import type { Account } from '../../lib/registry/accounts';
import { idsUnder } from '../../lib/registry/bodies';
import type { RegistryRows } from '../record/use-registry';
import { wordSearch } from '../text/search-words';
import type { RegistryView } from './address';

/** All that may be searched for on an account's card. */
const wordsOf = ({ name, address, note, responsible, access }: Account, body: string) =>
  [
    name,
    address,
    note,
    body,
    ...responsible.flatMap((person) => [person.name, person.position, person.contact]),
    ...access.flatMap((person) => [person.name, person.role]),
  ].join('\n');

/** The accounts that the view lets through, in their order. */
export function seenAccounts(
  { bodies, accounts }: RegistryRows,
  view: RegistryView,
  faults: ReadonlyMap<string, AccountFault[]>,
): Account[] {
  const under = view.body === null ? null : idsUnder(bodies, view.body);
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const isWanted = wordSearch(view.search);
  return accounts.filter(
    (account) =>
      (under === null || under.has(account.body)) &&
      (view.networks.length === 0 || view.networks.includes(account.network)) &&
      (view.statuses.length === 0 || view.statuses.includes(account.status)) &&
      (!view.faulty || faults.has(account.id)) &&
      isWanted(wordsOf(account, names.get(account.body) ?? '')),
  );
}
