import { type NetworkId, siteOf } from '../../lib/networks/hosts';

/** Length of a post in the network's own characters. */
export const lengthIn = (network: NetworkId, text: string): number =>
  siteOf(network).post.lengthOf?.(text) ?? text.length;

/** The longest post, in the network's own characters. */
export const longestIn = (network: NetworkId): number => siteOf(network).post.most;
