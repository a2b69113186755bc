import { type NetworkSite, wordSet } from '../site';

export const ok: NetworkSite = {
  name: { ru: 'Одноклассники', en: 'Odnoklassniki' },
  access: 'given',
  hosts: ['ok.ru', 'm.ok.ru'],
  linkHosts: ['odnoklassniki.ru'],
  spoken: /одноклассник|(?:^|[^а-яa-z])(?:ок|ok|odnoklassniki)(?:$|[^а-яa-z])/,
  places: wordSet(
    'group profile feed messages search friends groups video live music discussions settings dk help game games marks guests gifts notifications bookmarks hobby services apphook feeds',
  ),
  accountName: /^[a-z0-9_.-]{2,64}$/,
  readNumbered([first = '', second = '']) {
    const [, kind = '', number = ''] = /^(group|profile)(\d*)$/.exec(first.toLowerCase()) ?? [];
    const id = number || second;
    return kind && /^\d+$/.test(id) ? { key: `${kind}/${id}`, owner: `${kind}/${id}` } : null;
  },
  // No figure is published: this is what the editor is known to take.
  post: { most: 32_000 },
  invented: {
    account: (_slug, number) => ({ key: `group/${number}0000`, owner: `group/${number}0000` }),
    post: ({ key }, place, series) => ({
      postId: `${series}${place}`,
      permalink: `https://ok.ru/${key}/topic/${series}${place}`,
    }),
    person: (number) => `https://ok.ru/profile/${number}0000`,
  },
};
