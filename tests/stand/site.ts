import type { NetworkId } from '../../lib/networks/hosts';

/** The practice pages of one network: one file `site.ts` in its folder, one line in `server.ts`. */
export interface Site {
  network: NetworkId;
  hosts: readonly string[];
  /** Name of a page → its script; what CSS the script imports is bundled beside it. */
  pages: Readonly<Record<string, URL>>;
  /** Which page stands at this address; null leads to `home`. */
  pageAt(host: string, path: string): string | null;
  /** What an account's page says of itself to whoever shares its address (Open Graph). */
  previewAt?(path: string): { url: string; description: string; image: string } | null;
  /** Where unknown addresses of the network lead. */
  home: string;
}
