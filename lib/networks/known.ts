import type { NetworkAdapter } from './contract';
import type { NetworkId } from './hosts';
import { instagram } from './instagram';
import { ok } from './ok';
import { vk } from './vk';
import { x } from './x';

const KNOWN: Readonly<Record<NetworkId, NetworkAdapter>> = { vk, ok, x, instagram };

/** What is known of a network, whether or not Vakhta already works on its pages (`adapterFor`). */
export function adapterOf(network: NetworkId): NetworkAdapter {
  return KNOWN[network];
}
