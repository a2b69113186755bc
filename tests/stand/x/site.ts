import { siteOf } from '../../../lib/networks/hosts';
import type { Site } from '../site';
import { BODY } from './accounts';

export const xSite: Site = {
  network: 'x',
  hosts: siteOf('x').hosts,
  pages: { app: new URL('page/app.tsx', import.meta.url) },
  // One script for every address, as in the network.
  pageAt: (_host, path) => (path === '/' ? null : 'app'),
  home: `/${BODY.handle}`,
};
