import { randomName } from './random-name';

/**
 * Marks on the page's own text by the CSS Custom Highlight API: no node of the page is wrapped or
 * changed. The browser's list of marks is one for the page and Vakhta, hence names of our own; ranges are
 * static, because live ones slow the page's own insertions (20,000 of them 20 times in Firefox).
 *
 * A page can list the marks and reach the nodes of their ranges: never mark a node that stands beside
 * anything the page must not see.
 */
let nameOf = (mark: string): string => `vakhta-${mark}`;

/**
 * From now on marks bear random names: on a page of others neither Vakhta nor what a mark means can be
 * known from them.
 */
export function nameMarksAtRandom(): void {
  const names = new Map<string, string>();
  nameOf = (mark) => {
    const name = names.get(mark) ?? randomName();
    names.set(mark, name);
    return name;
  };
}

/** Shows `ranges` under the mark `name`; an empty list removes the mark. */
export function setMark(name: string, ranges: Iterable<AbstractRange>): void {
  const highlight = new Highlight(...ranges);
  if (highlight.size === 0) CSS.highlights.delete(nameOf(name));
  else CSS.highlights.set(nameOf(name), highlight);
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
    .map(([name, declarations]) => `::highlight(${nameOf(name)}) { ${declarations} }`)
    .join('\n');
  (root instanceof Document ? root.head : root).append(style);
  signal.addEventListener(
    'abort',
    () => {
      style.remove();
      for (const name of Object.keys(looks)) CSS.highlights.delete(nameOf(name));
    },
    { once: true },
  );
}
