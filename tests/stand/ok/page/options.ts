/** Switches of the practice pages, given in the query of the address. */
export interface Options {
  /** What is left of a deleted comment: a stub inside its element (as the site does) or nothing. */
  stub: 'inside' | 'none';
  /** Comments have no «…», only the cross. */
  bare: boolean;
  /** A guest's view: no deletion, no composer of topics. */
  visitor: boolean;
  /** So many comments at once instead of the practice thread; 0 for the practice thread. */
  many: number;
}

/** Reads the switches; unknown and broken ones are ignored. */
export function readOptions(query: URLSearchParams): Options {
  const many = Number.parseInt(query.get('many') ?? '', 10) || 0;
  return {
    stub: query.get('stub') === 'none' ? 'none' : 'inside',
    bare: query.has('bare'),
    visitor: query.has('visitor'),
    many: Math.min(20_000, Math.max(0, many)),
  };
}
