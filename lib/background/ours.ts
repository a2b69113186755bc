import * as z from 'zod/mini';
import { NETWORK_IDS, networkOfHost } from '../networks/hosts';
import { accountAt, accountsOf } from '../registry/accounts';
import { openRegistry } from '../registry/database';
import type { Sender } from './sender';

const text = z.string().check(z.maxLength(200));
const querySchema = z.object({
  network: z.enum(NETWORK_IDS),
  accounts: z.array(z.object({ owner: text, key: z.nullable(text) })).check(z.maxLength(10)),
});

/** Names of accounts that are the body's own, in the order of the question; null for all others. */
export interface Ours {
  names: (string | null)[];
  /** The registry has accounts in this network. */
  any: boolean;
}

/**
 * Answers whether accounts are in the registry; of one that is, the name alone, which is public. A page
 * of one network can ask of no other.
 */
export async function oursAmong(raw: unknown, { url }: Sender): Promise<Ours> {
  const { network, accounts } = querySchema.parse(raw);
  if (url === undefined || networkOfHost(new URL(url).hostname) !== network)
    throw new Error('a page may ask of its own network only');
  const registry = openRegistry();
  const any = (await accountsOf(registry, network)).length > 0;
  const names: Ours['names'] = [];
  for (const { owner, key } of accounts) {
    const found = any ? await accountAt(registry, network, owner, key) : undefined;
    names.push(found && found.status !== 'deleted' ? found.name : null);
  }
  return { names, any };
}
