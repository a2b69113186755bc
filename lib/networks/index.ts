import type { NetworkAdapter } from './contract';
import { type NetworkId, networkOfHost } from './hosts';
import { instagram } from './instagram';
import { ok } from './ok';
import { vk } from './vk';
import { x } from './x';

/** Adapters of the networks that Vakhta works on; the others (see `known.ts`) are not shipped. */
const WORKING: Readonly<Partial<Record<NetworkId, NetworkAdapter>>> = { vk, ok, x, instagram };

/** The adapter for the page's host, or null where Vakhta does not work (see `NETWORK_HOSTS`). */
export function adapterFor(hostname: string): NetworkAdapter | null {
  const network = networkOfHost(hostname);
  return (network && WORKING[network]) ?? null;
}
