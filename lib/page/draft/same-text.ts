/** Characters that a network may add, drop or exchange without changing what people read. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f/g;

/** An address as people write it; networks show a long one cut, or without its beginning. */
const ADDRESS = /(?:https?:\/\/)?(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,63}(?:[/?#]\S*)?/giu;

const shown = (text: string) =>
  text.normalize('NFC').replace(UNSEEN, '').replace(ADDRESS, '🔗').replace(/\s+/g, ' ').trim();

/**
 * Whether two texts read the same: white space, invisible characters and the ends of links do not
 * count.
 */
export function sameText(a: string, b: string): boolean {
  return shown(a) === shown(b);
}
