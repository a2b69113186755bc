import { openExample } from '../../lib/registry/database';

/** The dashboard shows the invented registry when its address asks so; links inside keep that. */
const QUERY = '?example';

/** Opens the example where the page's address asks for it; before anything is read. */
export function openAsked(): void {
  if (new URLSearchParams(location.search).has('example')) openExample();
}

/** This page with the example in it. @param hash of the screen, `#/` for the first one */
export const exampleAddress = (hash = '#/') => `${location.pathname}${QUERY}${hash}`;

/** This page with the person's own registry in it. */
export const ownAddress = (hash = '#/') => `${location.pathname}${hash}`;
