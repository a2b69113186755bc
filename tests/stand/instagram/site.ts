import { siteOf } from '../../../lib/networks/hosts';
import type { Site } from '../site';
import { COMMUNITY } from './people';

/** One page for all addresses: it draws itself by the address, as the network does. */
export const instagramSite: Site = {
  network: 'instagram',
  hosts: siteOf('instagram').hosts,
  pages: { app: new URL('page/app.tsx', import.meta.url) },
  pageAt: (_host, path) =>
    path === '/' || /^\/(?:p|reels?|direct|[\w.]+)\//.test(path) ? 'app' : null,
  home: `/${COMMUNITY.handle}/`,
};
