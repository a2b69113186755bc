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

/** What each mark was last given. */
const given = new Map<string, readonly StaticRange[]>();

const isSame = (a: StaticRange, b: StaticRange | undefined) =>
  a === b ||
  (a.startContainer === b?.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset);

/**
 * Shows `ranges` under the mark `name`; an empty list removes the mark. Setting what is set already does
 * nothing: for any change of its list the browser works out all marks of the page anew.
 */
export function setMark(name: string, ranges: readonly StaticRange[]): void {
  const known = nameOf(name);
  const before = given.get(known) ?? [];
  // A page may have taken the mark out of the list.
  const stands = CSS.highlights.has(known) === ranges.length > 0;
  const isSet =
    stands &&
    before.length === ranges.length &&
    before.every((range, index) => isSame(range, ranges[index]));
  if (isSet) return;
  given.set(known, ranges);
  if (ranges.length === 0) CSS.highlights.delete(known);
  else CSS.highlights.set(known, new Highlight(...ranges));
}

/**
 * Whether a look of the root reaches all text below it (Chromium since 131). A look of every element makes
 * the browser work out all of them for each element that comes: twice the time of its style.
 */
function inheritsLooks({ head, documentElement }: Document): boolean {
  const probe = randomName();
  const style = document.createElement('style');
  style.textContent = `html::highlight(${probe}) { color: rgb(1 2 3); }`;
  head.append(style);
  const inherited = getComputedStyle(
    document.body ?? documentElement,
    `::highlight(${probe})`,
  ).color;
  style.remove();
  return inherited === 'rgb(1, 2, 3)';
}
let isInherited: boolean | undefined;

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
  isInherited ??= inheritsLooks(document);
  const subject = isInherited ? ':root' : '';
  const style = document.createElement('style');
  style.textContent = Object.entries(looks)
    .map(([name, declarations]) => `${subject}::highlight(${nameOf(name)}) { ${declarations} }`)
    .join('\n');
  // What is inherited comes into shadow roots by itself.
  if (root instanceof Document) root.head.append(style);
  else if (!isInherited) root.append(style);
  signal.addEventListener(
    'abort',
    () => {
      style.remove();
      for (const name of Object.keys(looks)) CSS.highlights.delete(nameOf(name));
    },
    { once: true },
  );
}
