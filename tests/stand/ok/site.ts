import { siteOf } from '../../../lib/networks/hosts';
import type { Site } from '../site';
import { GROUP_PATH } from './group';

const page = (name: string) => new URL(`page/${name}.ts`, import.meta.url);

export const okSite: Site = {
  network: 'ok',
  hosts: siteOf('ok').hosts,
  pages: { desktop: page('desktop'), messages: page('messages'), mobile: page('mobile') },
  pageAt(host, path) {
    if (path === '/') return null;
    if (/\/messages(?:\/|$)/.test(path)) return 'messages';
    return host.startsWith('m.') ? 'mobile' : 'desktop';
  },
  home: GROUP_PATH,
};
