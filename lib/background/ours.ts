import type { Ours, OursQuery } from '../messages/protocol';
import type { Sender } from '../messages/sender';
import { networkOfHost } from '../networks/hosts';
import { accountAt, accountsOf } from '../registry/accounts';
import { openRegistry } from '../registry/database';

/**
 * Answers whether accounts are in the registry; of one that is, the name alone, which is public. A page
 * of one network can ask of no other.
 */
export async function oursAmong({ network, accounts }: OursQuery, { url }: Sender): Promise<Ours> {
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
