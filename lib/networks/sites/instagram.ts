import { type NetworkSite, wordSet } from '../site';

export const instagram: NetworkSite = {
  name: { ru: 'Instagram', en: 'Instagram' },
  access: 'given',
  hosts: ['www.instagram.com', 'instagram.com'],
  linkHosts: ['instagr.am'],
  spoken: /инстаграм|instagram|(?:^|[^а-яa-z])(?:инста|insta)(?:$|[^а-яa-z])/,
  places: wordSet(
    'p reel reels tv stories explore direct accounts your_activity about legal developer',
  ),
  accountName: /^[a-z0-9_.]{1,30}$/,
  nameIn: ([first = '', second = '']) => (first === 'stories' ? second : first),
  addressTail: '/',
  // Named by every guide of planning services.
  post: { most: 2_200 },
  invented: {
    account: (slug) => ({ key: slug, owner: slug }),
    post: (_account, place, series) => ({
      postId: `P${series}${place}`,
      permalink: `https://www.instagram.com/p/P${series}${place}/`,
    }),
    person: (number) => `https://www.instagram.com/primer.${number}/`,
  },
};
