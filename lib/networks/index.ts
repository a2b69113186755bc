import type { NetworkAdapter } from './contract';
import { type NetworkId, networkOfHost } from './hosts';
import { instagram } from './instagram';
import { ok } from './ok';
import { vk } from './vk';
import { x } from './x';

/** The markup of every network; apart from `SITES`, since only the content script needs it. */
const ADAPTERS: Readonly<Record<NetworkId, NetworkAdapter>> = {
  vk,
  ok,
  x,
  instagram,
};

/** What is known of the pages of a network. */
export const adapterOf = (network: NetworkId): NetworkAdapter => ADAPTERS[network];

/** The adapter for the page's host, or null where Vakhta does not work. */
export function adapterFor(hostname: string): NetworkAdapter | null {
  const network = networkOfHost(hostname);
  return network && adapterOf(network);
}
