import { NETWORK_IDS } from '../networks/hosts';
import type { Account } from './accounts';
import { type Body, type BodyNode, bodyTree } from './bodies';
import { type PublicAccount, publicAccountSchema, type Snapshot } from './snapshots';

/** Stands for a body that is not in the registry any more. */
const NO_BODY = '—';

/**
 * What of the registry is for everyone: accounts that are kept, by body as in the tree, within a body
 * by network and name. Only what the allow-list names is taken over.
 * @param bodies and accounts in alphabetical order
 */
export function publicAccounts(
  bodies: readonly Body[],
  accounts: readonly Account[],
): PublicAccount[] {
  const places = placesOf(bodyTree(bodies), []);
  const rank = new Map(places.map(({ id }, place) => [id, place]));
  const names = new Map(places.map(({ id, path }) => [id, path]));
  const placeOf = ({ body, network }: Account) =>
    (rank.get(body) ?? places.length) * NETWORK_IDS.length + NETWORK_IDS.indexOf(network);
  return accounts
    .filter(({ status }) => status !== 'deleted')
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ id, body, network, name, address, created }) =>
      publicAccountSchema.parse({
        id,
        bodies: names.get(body) ?? [NO_BODY],
        network,
        name,
        address,
        created,
      }),
    );
}

/** Bodies from the top down, each with the names that lead to it. */
function placesOf(
  nodes: readonly BodyNode[],
  above: readonly string[],
): { id: string; path: string[] }[] {
  return nodes.flatMap(({ body, children }) => {
    const path = [...above, body.name];
    return [{ id: body.id, path }, ...placesOf(children, path)];
  });
}

/** Fields whose change is told; the id never changes. */
export const TOLD_FIELDS = ['name', 'address', 'network', 'bodies', 'created'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

/** What became of the registry since it was last published. */
export interface PublishedChanges {
  /** The day that the last published page names. */
  since: string;
  added: PublicAccount[];
  /** As they are now, with what is different. */
  changed: { account: PublicAccount; before: PublicAccount; fields: ToldField[] }[];
  /** As they stood on the last published page. */
  removed: PublicAccount[];
}

/** What differs between a publication and the accounts as they are now. */
export function changesSince(
  { day, accounts }: Pick<Snapshot, 'day' | 'accounts'>,
  now: readonly PublicAccount[],
): PublishedChanges {
  const before = new Map(accounts.map((account) => [account.id, account]));
  const present = new Set(now.map(({ id }) => id));
  return {
    since: day,
    added: now.filter(({ id }) => !before.has(id)),
    changed: now.flatMap((account) => {
      const old = before.get(account.id);
      if (!old) return [];
      const fields = TOLD_FIELDS.filter(
        (field) => JSON.stringify(old[field]) !== JSON.stringify(account[field]),
      );
      return fields.length > 0 ? [{ account, before: old, fields }] : [];
    }),
    removed: accounts.filter(({ id }) => !present.has(id)),
  };
}

/** How many accounts are different. */
export function countChanges({ added, changed, removed }: PublishedChanges): number {
  return added.length + changed.length + removed.length;
}
