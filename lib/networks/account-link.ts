import { NETWORK_IDS, type NetworkId, siteOf } from './hosts';
import type { AccountName } from './site';

/** What a link says of the account it leads to. */
export interface AccountLink extends AccountName {
  network: NetworkId;
  /** The address as people know it. */
  address: string;
}

/** The network that a link's host belongs to. */
function networkAt(host: string): NetworkId | null {
  const bare = host.replace(/^(?:www|m|mobile|new)\./, '');
  const isOf = ({ hosts, linkHosts = [], accountHost }: ReturnType<typeof siteOf>) =>
    [...hosts, ...linkHosts, accountHost].some((known) => known === host || known === bare);
  return NETWORK_IDS.find((id) => isOf(siteOf(id))) ?? null;
}

const accountHostOf = (network: NetworkId) =>
  siteOf(network).accountHost ?? siteOf(network).hosts[0];

function readPath(network: NetworkId, parts: readonly string[]): AccountName | null {
  const site = siteOf(network);
  const numbered = site.readNumbered?.(parts);
  if (numbered) return numbered;
  const name = (site.nameIn?.(parts) ?? parts[0] ?? '').toLowerCase();
  // Dots alone are no name: `..` in an address is the way up.
  if (site.places.has(name) || /^\.*$/.test(name) || !site.accountName.test(name)) return null;
  return { key: name, owner: site.ownerOf?.(name) ?? name };
}

/** The address of an account as people know it. */
export const accountAddress = (network: NetworkId, key: string): string =>
  `https://${accountHostOf(network)}/${key}${siteOf(network).addressTail ?? ''}`;

/**
 * How people write the account that a page of the network names by number: `vk.com/club100` for
 * `-100`, `ok.ru/group/12`, `x.com/name`.
 * @param owner as `readAccount` of the network's adapter gives it
 */
export function ownerAddress(network: NetworkId, owner: string): string {
  const key = siteOf(network).keyOf?.(owner) ?? owner;
  return `${accountHostOf(network)}/${key}`.replace(/^www\./, '');
}

/**
 * Reads whatever people paste: a link with or without scheme, from the mobile or an old host, with
 * query and slashes, a link to a post of the account, or `@name`.
 * @param chosen the network that a bare `@name` belongs to, or null when nobody has said
 * @returns null when it leads to no account of a network we know
 */
export function readAccountLink(
  pasted: string,
  chosen: NetworkId | null = null,
): AccountLink | null {
  const text = pasted.trim().replace(/^[<«"(]+|[>»")]+$/g, '');
  if (text === '' || /\s/.test(text)) return null;
  const [, scheme, rest = ''] = /^(?:(https?:)?\/\/)?(.*)$/i.exec(text) ?? [];
  const bare = scheme === undefined && /^@?[\w.-]+$/.test(rest) && !networkAt(hostOf(rest));
  if (bare) return chosen === null ? null : linkOf(chosen, [rest]);
  let url: URL;
  try {
    url = new URL(`https://${rest}`);
  } catch {
    return null;
  }
  const network = networkAt(url.hostname);
  if (!network) return null;
  return linkOf(
    network,
    url.pathname.split('/').filter((part) => part !== ''),
  );
}

const hostOf = (text: string) => text.split('/')[0]?.toLowerCase() ?? '';

function linkOf(network: NetworkId, parts: readonly string[]): AccountLink | null {
  const [first = '', ...rest] = parts;
  // «@club1» is how people write «club1»; «@-1» is a spelling of VKontakte's own.
  const read = readPath(network, [first.replace(/^@(?=[a-z])/i, ''), ...rest]);
  return read && { network, ...read, address: accountAddress(network, read.key) };
}
