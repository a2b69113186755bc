import { COMMUNITY, PEOPLE, type PersonKey } from '../vk/people';

/** Somebody on the practice pages of X. */
export interface Account {
  /** As in addresses, without `@`. */
  handle: string;
  name: string;
  /** Number of the drawing that stands for the avatar. */
  picture: number;
}

/** Handles are letters, digits and underscores, at most fifteen of them. */
function handleOf(key: PersonKey): string {
  const { id, path } = PEOPLE[key];
  const own = path.slice(1).replaceAll('.', '_');
  return /^id\d+$/.test(own) ? `${key}_${id}` : own;
}

/** The people of the practice pages as this network knows them. */
export function accountOf(key: PersonKey): Account {
  const { id, name } = PEOPLE[key];
  return { handle: handleOf(key), name, picture: id };
}

/** The account of the public body: there are no communities here, so the operator signs in as it. */
export const BODY: Account = {
  handle: 'verh_klyuchi',
  name: 'Верхние Ключи 🏛',
  picture: COMMUNITY.id,
};

/** Somebody who runs nothing here: what a person sees who is not the author of the thread. */
export const RESIDENT: Account = accountOf('galina');
