import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod/mini';
import { NETWORK_IDS, type NetworkId } from '../networks/hosts';
import { byName } from './by-name';
import type { Registry } from './database';
import {
  addressSchema,
  daySchema,
  instantSchema,
  lineSchema,
  namedSchema,
  noteSchema,
  revisionSchema,
  rowIdSchema,
} from './fields';

/** How an account stands: kept, kept but silent for a while, or closed. */
export const ACCOUNT_STATUSES = ['active', 'paused', 'deleted'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

const responsibleSchema = z.object({
  name: namedSchema,
  position: lineSchema,
  /** Telephone or mail. Never leaves the registry. */
  contact: lineSchema,
});

const accessSchema = z.object({
  name: namedSchema,
  /** What they may do in the network, e.g. «администратор». */
  role: lineSchema,
});

/** An official account of a body. */
export const accountSchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  body: rowIdSchema,
  network: z.enum(NETWORK_IDS),
  /** One spelling for every link to the same account, see `readAccountLink` in lib/networks. */
  key: lineSchema,
  /** The address for people and for the published registry. */
  address: addressSchema,
  /**
   * The account as the network's own pages number it, e.g. `-100`: `account` of actions and
   * publications. Empty until the link or a visit has told it.
   */
  owner: lineSchema,
  name: namedSchema,
  status: z.enum(ACCOUNT_STATUSES),
  /** Day it was created in the network, or null when nobody remembers. */
  created: z.nullable(daySchema),
  /** Day it was deleted; only with the status `deleted`. */
  deleted: z.nullable(daySchema),
  responsible: z.array(responsibleSchema).check(z.maxLength(50)),
  access: z.array(accessSchema).check(z.maxLength(200)),
  note: noteSchema,
  /** When an operator last stood on the account's own page with Vakhta; null for never. */
  seen: z.nullable(instantSchema),
  /** When an operator found that the link leads nowhere; null while it does not. */
  broken: z.nullable(instantSchema),
});
export type Account = z.infer<typeof accountSchema>;

/** An account of which nothing is known but its body, the body's id. */
export function blankAccount(body: string): Account {
  return {
    id: uuidv7(),
    revision: 1,
    body,
    network: 'vk',
    key: '',
    address: '',
    owner: '',
    name: '',
    status: 'active',
    created: null,
    deleted: null,
    responsible: [],
    access: [],
    note: '',
    seen: null,
    broken: null,
  };
}

/** Every account, in alphabetical order. */
export async function listAccounts(registry: Registry): Promise<Account[]> {
  return (await registry.accounts.toArray()).sort(byName);
}

/** Accounts of one body, in alphabetical order. */
export async function accountsOfBody(registry: Registry, body: string): Promise<Account[]> {
  return (await registry.accounts.where('body').equals(body).toArray()).sort(byName);
}

/** Accounts of one network that have not been deleted: the official voices of the bodies there. */
export async function accountsOf(registry: Registry, network: NetworkId): Promise<Account[]> {
  const accounts = await registry.accounts.where('network').equals(network).toArray();
  return accounts.filter(({ status }) => status !== 'deleted').sort(byName);
}

/**
 * The account that a page of the network belongs to.
 * @param owner as the page's adapter reads it; may be empty
 * @param key as `readAccountLink` gives it for the page's address, or null
 */
export async function accountAt(
  registry: Registry,
  network: NetworkId,
  owner: string,
  key: string | null,
): Promise<Account | undefined> {
  if (owner !== '') {
    const found = await registry.accounts.where('[network+owner]').equals([network, owner]).first();
    if (found) return found;
  }
  if (key === null) return undefined;
  return registry.accounts.where('[network+key]').equals([network, key]).first();
}
