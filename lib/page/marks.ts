/**
 * Marks on the page's own text by the CSS Custom Highlight API: no node of the page is wrapped or
 * changed. The registry is shared with the page, hence the prefix; ranges are static, because live
 * ones slow the page's own insertions (20,000 of them 20 times in Firefox).
 */
const PREFIX = 'vakhta-';

/** Shows `ranges` under the mark `name`; an empty list removes the mark. */
export function setMark(name: string, ranges: Iterable<AbstractRange>): void {
  const highlight = new Highlight(...ranges);
  if (highlight.size === 0) CSS.highlights.delete(PREFIX + name);
  else CSS.highlights.set(PREFIX + name, highlight);
}

/**
 * Adds the look of marks to `root` until `signal` aborts. Firefox needs the rules inside each shadow
 * root that holds marked text, Chromium only in the document.
 * @param looks declarations by mark name, e.g. `{ 'insult-certain': 'text-decoration: …' }`
 */
export function addMarkLooks(
  root: Document | ShadowRoot,
  looks: Readonly<Record<string, string>>,
  signal: AbortSignal,
): void {
  const style = document.createElement('style');
  style.textContent = Object.entries(looks)
    .map(([name, declarations]) => `::highlight(${PREFIX}${name}) { ${declarations} }`)
    .join('\n');
  (root instanceof Document ? root.head : root).append(style);
  signal.addEventListener(
    'abort',
    () => {
      style.remove();
      for (const name of Object.keys(looks)) CSS.highlights.delete(PREFIX + name);
    },
    { once: true },
  );
}
