import { type NetworkSite, wordSet } from '../site';

export const vk: NetworkSite = {
  name: { ru: 'ВКонтакте', en: 'VKontakte' },
  access: 'given',
  hosts: ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru'],
  linkHosts: ['vkontakte.ru'],
  spoken: /вконтакте|в контакте|(?:^|[^а-яa-z])(?:вк|vk|vkontakte)(?:$|[^а-яa-z])/,
  places: wordSet(
    'feed im al_feed.php search friends groups communities apps video videos clip clips audio audios market settings login join about help terms privacy away.php share.php dev docs photos albums topic stories games services discover notifications bookmarks',
  ),
  accountName: /^[a-z0-9_.]{2,64}$/,
  readNumbered([first = '']) {
    const [, kind = '', sign = '', number = ''] =
      /^(club|public|event|id|wall|photo|video|clip|topic|albums?|videos|clips|market|@-?)(-?)(\d+)(?:_\d+)?$/.exec(
        first.toLowerCase(),
      ) ?? [];
    if (number === '') return null;
    const group = sign === '-' || /^(?:club|public|event|topic)$/.test(kind);
    return group
      ? { key: `club${number}`, owner: `-${number}` }
      : { key: `id${number}`, owner: number };
  },
  // A short name does not tell the number.
  ownerOf: () => '',
  keyOf: (owner) =>
    /^-?\d+$/.test(owner) ? owner.replace(/^-?/, (sign) => (sign === '-' ? 'club' : 'id')) : owner,
  // No figure is published: this is what the editor is known to take.
  post: { most: 15_895 },
  invented: {
    account: (slug, number) => ({ key: slug, owner: `-${number}` }),
    post: ({ owner }, place) => ({
      postId: `${owner}_${place}`,
      permalink: `https://vk.com/wall${owner}_${place}`,
    }),
    person: (number) => `https://vk.com/id${number}`,
  },
};
