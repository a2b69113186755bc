import type { NetworkAdapter } from './contract';
import { type NetworkId, networkOfHost } from './hosts';
import { instagram } from './instagram';
import { ok } from './ok';
import { vk } from './vk';
import { x } from './x';

const ADAPTERS: Readonly<Record<NetworkId, NetworkAdapter>> = { vk, ok, x, instagram };

/** What is known of a network, whether or not Vakhta already works on its pages (see `NETWORK_HOSTS`). */
export function adapterOf(network: NetworkId): NetworkAdapter {
  return ADAPTERS[network];
}

/** The adapter for the page's host, or null where Vakhta does not work. */
export function adapterFor(hostname: string): NetworkAdapter | null {
  const network = networkOfHost(hostname);
  return network && adapterOf(network);
}
