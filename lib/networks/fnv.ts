/**
 * FNV-1a of a text's UTF-16 units: 32 bits, unsigned. Ids of what a network does not number are made of
 * it and stand in ledgers: it must never change.
 */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
