/** Characters that a network may add, drop or exchange without changing what people read. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f/g;

const shown = (text: string) =>
  text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** Whether two texts read the same: white space and invisible characters do not count. */
export function sameText(a: string, b: string): boolean {
  return shown(a) === shown(b);
}
