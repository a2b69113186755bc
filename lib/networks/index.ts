import type { NetworkAdapter } from './contract';
import { type NetworkId, networkOfHost } from './hosts';
import { vk } from './vk';

const ADAPTERS: Readonly<Partial<Record<NetworkId, NetworkAdapter>>> = { vk };

/** What is known of a network, whether or not Vakhta already works on its pages; null if nothing. */
export function adapterOf(network: NetworkId): NetworkAdapter | null {
  return ADAPTERS[network] ?? null;
}

/** The adapter for the page's host, or null where Vakhta does not work (see `NETWORK_HOSTS`). */
export function adapterFor(hostname: string): NetworkAdapter | null {
  const network = networkOfHost(hostname);
  return network && adapterOf(network);
}
