/** The dashboard shows the invented registry when its address asks so; links inside keep that. */
const QUERY = '?example';

/** Whether the page's address asks for the example. @param search `location.search` */
export const asksForExample = (search: string) => new URLSearchParams(search).has('example');

/** This page with the example in it. @param hash of the screen, `#/` for the first one */
export const exampleAddress = (hash = '#/') => `${location.pathname}${QUERY}${hash}`;

/** This page with the person's own registry in it. */
export const ownAddress = (hash = '#/') => `${location.pathname}${hash}`;
