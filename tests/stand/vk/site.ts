import { siteOf } from '../../../lib/networks/hosts';
import type { Site } from '../site';

const page = (name: string) => new URL(`page/${name}.ts`, import.meta.url);

export const vkSite: Site = {
  network: 'vk',
  hosts: siteOf('vk').hosts,
  pages: {
    desktop: page('desktop'),
    legacy: page('legacy'),
    messages: page('messages'),
    mobile: page('mobile'),
  },
  pageAt(host, path) {
    if (path === '/' || path === '/feed') return null;
    if (host.startsWith('m.')) return 'mobile';
    if (/^\/g?im\d*(?:\/|$)/.test(path)) return 'messages';
    return path.startsWith('/photo') ? 'legacy' : 'desktop';
  },
  previewAt: (path) =>
    path === '/club100' || path === '/verhnie_klyuchi'
      ? {
          url: `https://vk.com${path}`,
          description: 'Новости города, ответы на вопросы. Приёмная: +7 (384-00) 2-00-00',
          image: '/drawings/avatar/-100.svg',
        }
      : null,
  home: '/club100',
};
