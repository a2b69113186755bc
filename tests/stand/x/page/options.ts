/** Switches of the practice pages, given in the query of the address. */
export interface Options {
  /** Whose eyes: the account of the public body, a resident, or nobody signed in. */
  viewer: 'body' | 'resident' | 'guest';
  locale: 'ru' | 'en';
  /** Menus come from below, as on a telephone. */
  sheets: boolean;
}

/** Reads the switches; unknown and broken ones are ignored. */
export function readOptions(host: string, query: URLSearchParams): Options {
  const viewer = query.get('as');
  return {
    viewer: viewer === 'resident' || viewer === 'guest' ? viewer : 'body',
    locale: query.get('lang') === 'en' ? 'en' : 'ru',
    sheets: host.startsWith('mobile.') || query.has('sheets'),
  };
}
