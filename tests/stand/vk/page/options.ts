/** Switches of the practice pages, given in the query of the address. */
export interface Options {
  /** A question before a comment is deleted. */
  confirm: boolean;
  /** What stays after a deletion: words inside the comment's element, or another element instead. */
  stub: 'inside' | 'instead' | 'none';
  /** The list keeps a handful of nodes and fills them anew while scrolling. */
  recycle: boolean;
  /** The page's own script throws whenever the page changes. */
  throws: boolean;
  /** The page's own script presses «Удалить» by made-up events. */
  hostile: boolean;
  /** One comment of 100,000 characters. */
  big: boolean;
  /** So many comments at once instead of the practice thread; 0 for the practice thread. */
  many: number;
  /** A new comment each so many seconds; 0 for none. */
  live: number;
  /** The second step of the post composer takes the editor out of the document. */
  unmount: boolean;
  /** The «…» of a comment exists only while the pointer or the focus is on it. */
  lazy: boolean;
  /** The network has changed its markup: parts of comments have other names. */
  renamed: boolean;
  /** A guest's view: no deletion, no post composer. */
  visitor: boolean;
}

/** Reads the switches; unknown and broken ones are ignored. */
export function readOptions(query: URLSearchParams): Options {
  const stub = query.get('stub');
  const number = (name: string, most: number) =>
    Math.min(most, Math.max(0, Number.parseInt(query.get(name) ?? '', 10) || 0));
  return {
    confirm: query.has('confirm'),
    stub: stub === 'instead' || stub === 'none' ? stub : 'inside',
    recycle: query.has('recycle'),
    throws: query.has('throw'),
    hostile: query.has('hostile'),
    big: query.has('big'),
    many: number('many', 20_000),
    live: number('live', 3_600),
    unmount: query.has('unmount'),
    lazy: query.has('lazy'),
    renamed: query.has('renamed'),
    visitor: query.has('visitor'),
  };
}
