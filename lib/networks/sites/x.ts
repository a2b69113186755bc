import { type NetworkSite, wordSet } from '../site';
import { lengthForX } from './x-length';

export const x: NetworkSite = {
  name: { ru: 'X', en: 'X' },
  access: 'given',
  hosts: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com'],
  spoken: /твит|twitter|(?:^|[^а-яa-z])x(?:$|[^а-яa-z])/,
  places: wordSet(
    'home explore notifications messages i search settings login logout signup intent share hashtag compose tos privacy jobs about',
  ),
  accountName: /^[a-z0-9_]{1,15}$/,
  // docs.x.com, free accounts.
  post: { most: 280, lengthOf: lengthForX },
  invented: {
    account: (slug) => ({ key: slug.slice(0, 15), owner: slug.slice(0, 15) }),
    post: ({ key }, place, series) => ({
      postId: `${series}${place}`,
      permalink: `https://x.com/${key}/status/${series}${place}`,
    }),
    person: (number) => `https://x.com/primer_${number}`,
  },
};
