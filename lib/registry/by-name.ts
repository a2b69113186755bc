let collator: Intl.Collator | undefined;

/** Alphabetical order of rows by their name, «№ 2» before «№ 10». */
export function byName(a: { name: string }, b: { name: string }): number {
  // Made once: a comparison that makes its own rules each time takes a hundred times as long. And only
  // when it is asked for: the background starts often and sorts seldom.
  collator ??= new Intl.Collator('ru', { numeric: true });
  return collator.compare(a.name, b.name);
}
