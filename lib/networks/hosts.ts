import type { NetworkSite } from './site';
import { instagram } from './sites/instagram';
import { ok } from './sites/ok';
import { vk } from './sites/vk';
import { x } from './sites/x';

/**
 * Every network that Vakhta knows, in the order in which people see them: ids, hosts, the manifest and
 * all choices of a network follow from here.
 */
const SITES = {
  vk,
  ok,
  x,
  instagram,
} satisfies Readonly<Record<string, NetworkSite>>;

export type NetworkId = keyof typeof SITES;
/** Ids of all networks, used everywhere in Vakhta. */
export const NETWORK_IDS = Object.keys(SITES) as readonly NetworkId[];

/** What is known of a network apart from its pages' markup. */
export const siteOf = (network: NetworkId): NetworkSite => SITES[network];

/** The network that owns `hostname`, or null where Vakhta has no business. */
export function networkOfHost(hostname: string): NetworkId | null {
  return NETWORK_IDS.find((id) => siteOf(id).hosts.includes(hostname)) ?? null;
}

/**
 * Match patterns of the networks' pages: `given` for the manifest's permissions and its content script,
 * `asked` for those that the operator may allow.
 */
export function matchesOf(access: NetworkSite['access']): string[] {
  return NETWORK_IDS.map(siteOf)
    .filter((site) => site.access === access)
    .flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
}
