import type { NetworkId } from '../../lib/networks/hosts';

/** A weight of one: Latin, Cyrillic and their neighbours; general punctuation. Anything else weighs two. */
const LIGHT = /^[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+$/u;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gu;
/** What X makes of any address, in its characters. */
const ADDRESS_WEIGHT = 23;
const GRAPHEMES = new Intl.Segmenter('ru', { granularity: 'grapheme' });

/**
 * Length as X counts it (docs.x.com, «Counting characters»; ranges of twitter-text's configuration 3):
 * an emoji is two whatever it is made of, an address is 23, text is counted in the form NFC.
 */
export function lengthForX(text: string): number {
  let length = 0;
  const rest = text.normalize('NFC').replace(ADDRESS, () => {
    length += ADDRESS_WEIGHT;
    return '';
  });
  for (const { segment } of GRAPHEMES.segment(rest)) {
    if (LIGHT.test(segment)) length += segment.length;
    else if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) length += 2;
    else for (const sign of segment) length += LIGHT.test(sign) ? 1 : 2;
  }
  return length;
}

interface PostLimit {
  /** Most that a post may hold, in the network's own characters. */
  most: number;
  lengthOf(text: string): number;
}

const inUnits = (text: string) => text.length;

/**
 * The longest post of each network. X: docs.x.com, free accounts. Instagram: 2,200, named by every
 * guide of planning services. VKontakte and Odnoklassniki publish no figure: 15,895 and 32,000 are what
 * their editors are known to take; a text near them is far too long for a post anyway.
 */
export const POST_LIMITS: Readonly<Record<NetworkId, PostLimit>> = {
  vk: { most: 15_895, lengthOf: inUnits },
  ok: { most: 32_000, lengthOf: inUnits },
  x: { most: 280, lengthOf: lengthForX },
  instagram: { most: 2_200, lengthOf: inUnits },
};
