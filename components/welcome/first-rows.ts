import { type AccountLink, readAccountLink } from '../../lib/networks/account-link';
import { type Account, blankAccount } from '../../lib/registry/accounts';
import { type Body, blankBody } from '../../lib/registry/bodies';
import type { Deed } from '../../lib/registry/desk';

/** What was pasted: accounts that are understood, each once, and the rest. */
export interface PastedLinks {
  links: readonly AccountLink[];
  unknown: readonly string[];
}

/** Reads links of accounts, separated by white space, commas or semicolons. */
export function readLinks(pasted: string): PastedLinks {
  const links = new Map<string, AccountLink>();
  const unknown: string[] = [];
  for (const word of pasted.split(/[\s,;]+/).filter((part) => part !== '')) {
    const link = readAccountLink(word);
    if (link) links.set(`${link.network} ${link.key}`, link);
    else unknown.push(word);
  }
  return { links: [...links.values()], unknown };
}

/** What is there already. */
export interface Known {
  bodies: readonly Body[];
  accounts: readonly Account[];
}

const isSame = (account: Account, { network, key, owner }: AccountLink) =>
  account.network === network && (account.key === key || (owner !== '' && account.owner === owner));

/**
 * The deeds that put the first body with its accounts into the registry: a body that bears this name is
 * taken as it is, an account that is known is left alone. Empty when there is nothing to add.
 * @param body name of the body, trimmed and not empty
 * @param kind id of a kind of body in the regulation profile
 */
export function firstRows(
  body: string,
  kind: string,
  links: readonly AccountLink[],
  known: Known,
): Deed[] {
  const there = known.bodies.find(({ name }) => name.toLowerCase() === body.toLowerCase());
  const owner: Body = there ?? { ...blankBody(kind), name: body };
  const accounts = links
    .filter((link) => !known.accounts.some((account) => isSame(account, link)))
    .map((link): Account => ({ ...blankAccount(owner.id), ...link, name: body }));
  return [
    ...(there ? [] : [{ table: 'bodies', put: owner } as const]),
    ...accounts.map((put) => ({ table: 'accounts', put }) as const),
  ];
}
