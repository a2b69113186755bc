import type { Language } from './words';

/** Switches of the practice pages, given in the query of the address. */
export interface Options {
  language: Language;
  /** Who is signed in: the body's account or the operator's own. */
  as: 'body' | 'self';
  /** Deletion without a question, as some builds of the network have it. */
  noask: boolean;
  /** The network says nothing after a deletion. */
  silent: boolean;
  /** Answers have addresses of their own kind: `/c/<comment>/r/<answer>/`. */
  nested: boolean;
  /** So many comments at once instead of the practice thread; 0 for the practice thread. */
  many: number;
  /** A new comment each so many seconds; 0 for none. */
  live: number;
}

/** Reads the switches; unknown and broken ones are ignored. */
export function readOptions(query: URLSearchParams): Options {
  const number = (name: string, most: number) =>
    Math.min(most, Math.max(0, Number.parseInt(query.get(name) ?? '', 10) || 0));
  return {
    language: query.get('lang') === 'en' ? 'en' : 'ru',
    as: query.get('as') === 'self' ? 'self' : 'body',
    noask: query.has('noask'),
    silent: query.has('silent'),
    nested: query.has('nested'),
    many: number('many', 20_000),
    live: number('live', 3_600),
  };
}
