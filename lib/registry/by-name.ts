/** Made once: a comparison that makes its own rules each time takes a hundred times as long. */
const collator = new Intl.Collator('ru', { numeric: true });

/** Alphabetical order of rows by their name, «№ 2» before «№ 10». */
export const byName = (a: { name: string }, b: { name: string }): number =>
  collator.compare(a.name, b.name);
