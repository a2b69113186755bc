/** The networks that the decree names (clause 1.1), by the id used everywhere in Vakhta. */
export const NETWORK_IDS = ['vk', 'ok', 'x', 'instagram'] as const;
export type NetworkId = (typeof NETWORK_IDS)[number];

/** Every host of each network whose pages are understood, at least when saved to a file. */
export const KNOWN_HOSTS: Readonly<Record<NetworkId, readonly string[]>> = {
  vk: ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru'],
  ok: ['ok.ru', 'm.ok.ru'],
  x: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com'],
  instagram: ['www.instagram.com', 'instagram.com'],
};

/**
 * Hosts of the networks that Vakhta works on. This is the only list: the manifest's match patterns and
 * the content script take it from here. A network is added when its whole way works on its pages.
 */
export const NETWORK_HOSTS: Readonly<Partial<Record<NetworkId, readonly string[]>>> = {
  vk: KNOWN_HOSTS.vk,
  ok: KNOWN_HOSTS.ok,
  x: KNOWN_HOSTS.x,
  instagram: KNOWN_HOSTS.instagram,
};

/** The network that owns `hostname`, or null where Vakhta has no business. */
export function networkOfHost(hostname: string): NetworkId | null {
  for (const id of NETWORK_IDS) if (NETWORK_HOSTS[id]?.includes(hostname)) return id;
  return null;
}

/** Match patterns for the manifest and for putting the content script back into open tabs. */
export function manifestMatches(): string[] {
  return Object.values(NETWORK_HOSTS).flatMap((hosts) => hosts.map((host) => `https://${host}/*`));
}
