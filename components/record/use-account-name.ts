import { useLiveQuery } from 'dexie-react-hooks';
import { ownerAddress } from '../../lib/networks/account-link';
import type { NetworkId } from '../../lib/networks/hosts';
import { accountAt } from '../../lib/registry/accounts';
import { openRegistry } from '../../lib/registry/database';

/**
 * What people call the account that a page of the network names by number: its name in the registry,
 * or its address while it is not there.
 * @param owner as the network's adapter reads it, e.g. `-100`; not empty
 */
export function useAccountName(network: NetworkId, owner: string): string {
  const account = useLiveQuery(
    () => accountAt(openRegistry(), network, owner, null),
    [network, owner],
  );
  return account?.name ?? ownerAddress(network, owner);
}
