import { COMMUNITY as BODY, OPERATOR as DUTY, PEOPLE, type Person } from '../vk/people';

/** An account as the network names it; the same invented people as on the other practice pages. */
export interface Account {
  /** Number of its drawn picture. */
  id: number;
  /** As in addresses: `/<handle>/`. */
  handle: string;
  name: string;
}

/** Short names serve as they are; a page without one gets a name made of its key and number. */
const account = ({ id, name, path }: Person, key: string): Account => ({
  id,
  name,
  handle: /^\/id\d+$/.test(path) ? `${key}_${id}` : path.slice(1),
});

export type AccountKey = keyof typeof PEOPLE;
const accounts = new Map(
  Object.entries(PEOPLE).map(([key, person]) => [key, account(person, key)]),
);

/** The account of one of the invented people. */
export function accountOf(key: AccountKey): Account {
  const found = accounts.get(key);
  if (!found) throw new Error(`nobody is called ${key}`);
  return found;
}

/** The account of the body; it is the one that is signed in. */
export const COMMUNITY: Account = account(BODY, 'verhnie_klyuchi');

/** The operator's own account: signed in instead with the switch `?as=self`. */
export const OPERATOR: Account = account(DUTY, 'dezhurova');
