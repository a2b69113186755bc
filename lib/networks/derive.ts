import { CLIMB_LIMIT, climbed, type Taught } from './taught';

// From one comment that an operator points at to selectors that find its siblings. What a page names
// for its own tests or scripts is trusted first, then what it means, then class names that a person
// has written, and the place in the tree only where nothing else is left.

/** One way to name an element; a smaller `rank` is trusted more. */
interface Feature {
  css: string;
  rank: number;
}

/** Parts of a comment; null where it has none or none was found. */
export interface Parts {
  author: Element | null;
  text: Element | null;
  link: Element | null;
}
export const PARTS = ['author', 'text', 'link'] as const;
export type Part = (typeof PARTS)[number];

/** A way to find all comments of a kind. */
export interface Proposal extends Pick<Taught, 'root' | 'up' | Part> {
  /** How many the page shows now. */
  count: number;
}

// ── What names an element ────────────────────────────────────────────────────────────────────────

/** Longest attribute value that is worth a name, UTF-16 code units. */
const VALUE_LIMIT = 60;
/** Attributes that say how an element is, whose it is or in which language, not what it is. */
const PASSING =
  /^(?:class|style|id|href|src|srcset|alt|title|value|lang|dir|hidden|tabindex|draggable|contenteditable|spellcheck|datetime|width|height|loading|rel|target|type|checked|disabled|aria-.*|on.*|.*(?:url|href|src|text|title|label|time|date|count|index|state|status))$/;
/** Attributes whose values are people, however plain they look. */
const PEOPLE = /(?:user|author|owner|login|nick|person|profile|from|peer|name)/;
const FOR_TESTS = /^data-(?:test|qa|marker|hook|e2e|cy)/;
const BY_MEANING = /^(?:role|itemprop|itemtype|name)$/;
/** Class names of a passing state. */
const STATE =
  /(?:^|[-_])(?:active|hover(?:ed)?|selected|open(?:ed)?|closed|liked|focus(?:ed)?|visible|hidden|visited|new|unread|current|first|last|odd|even|loaded|loading|expanded|collapsed|highlighted|animated)$/;

/** Whether a piece of a name was made by a machine: letters mixed with digits, or none to pronounce. */
function isMachineMade(token: string): boolean {
  if (/\d{2}/.test(token)) return true;
  if (token.length < 4) return /\d/.test(token) && token.length > 1;
  const digits = /\d/.test(token);
  const camel = /^[a-z]+(?:[A-Z][a-z]+)*$/.test(token) || /^(?:[A-Z][a-z]+)+$/.test(token);
  const mixed = /[a-z]/.test(token) && /[A-Z]/.test(token) && !camel;
  const mute = token.length >= 5 && !/[aeiouy]/i.test(token);
  return digits || mixed || mute;
}

/** Whether a name is a person's; prefixes of style compilers give the machine away. */
function isWritten(name: string): boolean {
  if (/^(?:css|sc|jsx|r|x|_)-?\d|^(?:css|sc|jsx|emotion)-|^_|^vkit/.test(name)) return false;
  return name
    .split(/[-_:/. ]+/)
    .filter(Boolean)
    .every((token) => !isMachineMade(token));
}

const PLAIN_NAME = /^-?[a-zA-Z_][-\w]*$/;
const PLAIN_VALUE = /^[a-zA-Z][-\w .:/]*$/;

/** The beginning of a value before its variable part, or empty where it is too short to tell. */
function stablePrefix(value: string): string {
  const prefix = /^[a-zA-Z][a-zA-Z_:-]*?[_:-]?(?=-?\d)/.exec(value)?.[0] ?? '';
  return prefix.length >= 3 && isWritten(prefix) ? prefix : '';
}

function attributeFeatures({ name, value }: Attr): Feature[] {
  if (PASSING.test(name) || !PLAIN_NAME.test(name) || value.length > VALUE_LIMIT) return [];
  const named = FOR_TESTS.test(name) ? 0 : BY_MEANING.test(name) ? 3 : 1;
  if (named === 1 && !name.startsWith('data-')) return [];
  const isPersonal = named === 1 && PEOPLE.test(name);
  if (!isPersonal && PLAIN_VALUE.test(value) && isWritten(value))
    return [{ css: `[${name}="${value}"]`, rank: named }];
  const prefix = isPersonal ? '' : stablePrefix(value);
  if (prefix) return [{ css: `[${name}^="${prefix}"]`, rank: named + 1 }];
  // Numbers of its own tell one of many; anything else that varies tells less.
  return named < 3 ? [{ css: `[${name}]`, rank: named + (/\d{2}/.test(value) ? 1 : 2) }] : [];
}

function classFeatures(element: Element): Feature[] {
  return Array.from(element.classList).flatMap((name) => {
    if (!PLAIN_NAME.test(name) || STATE.test(name)) return [];
    if (isWritten(name)) return [{ css: `.${name}`, rank: 4 }];
    // `Comment__root--a1B2c`: the compiler keeps the written name before its own.
    const kept = /^[a-zA-Z][a-zA-Z_-]{5,}?(?=(?:--|__|_|-)[a-zA-Z0-9]*\d[a-zA-Z0-9]*$)/.exec(
      name,
    )?.[0];
    return kept && isWritten(kept) ? [{ css: `[class*="${kept}"]`, rank: 5 }] : [];
  });
}

/** All that names an element, the most trusted first. */
function featuresOf(element: Element): Feature[] {
  const prefix = stablePrefix(element.id);
  const tag = element.localName;
  return [
    ...Array.from(element.attributes).flatMap(attributeFeatures),
    ...(prefix && PLAIN_VALUE.test(prefix) ? [{ css: `[id^="${prefix}"]`, rank: 2 }] : []),
    ...classFeatures(element),
    ...(tag === 'article' || tag.includes('-') ? [{ css: tag, rank: 4 }] : []),
  ].sort((a, b) => a.rank - b.rank);
}

/** What an element and its like have in common to the eye: tag, names of attributes, written classes. */
const kindOf = (element: Element): string =>
  [
    element.localName,
    ...Array.from(element.attributes, ({ name }) => name).sort(),
    ...featuresOf(element).map(({ css }) => css),
  ].join(' ');

// ── The parts of a comment ───────────────────────────────────────────────────────────────────────

const wordsOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Longest name of a person or a community, and longest words of a date. */
const NAME_LIMIT = 80;
const DATE_LIMIT = 40;
const TIME_WORDS =
  /\d{1,2}:\d{2}|\d\s*(?:мин|час|ч\b|дн|д\b|нед|сек|min|hour|h\b|day|d\b|w\b)|назад|ago|сегодня|вчера|today|yesterday|только что|just now|\d{4}/i;
/** Elements looked into for parts: a comment is small, a page is not. */
const LOOKED_INTO = 2_000;

/** How likely a link leads to the comment itself. */
function permanence(link: Element): number {
  const href = link.getAttribute('href') ?? '';
  const words = wordsOf(link);
  if (words.length > DATE_LIMIT || href === '' || href === '#') return 0;
  const timed = link.closest('time') ?? link.querySelector('time');
  return (
    (timed ? 3 : 0) +
    (TIME_WORDS.test(words) ? 2 : 0) +
    (/[?&](?:reply|comment|thread)[\w]*=|\/(?:status|c)\/|#comment/i.test(href) ? 3 : 0)
  );
}

function linkIn(elements: readonly Element[]): Element | null {
  let best: Element | null = null;
  let most = 1;
  for (const element of elements) {
    const likely = element.localName === 'a' ? permanence(element) : 0;
    if (likely > most) {
      best = element;
      most = likely;
    }
  }
  return (
    best ??
    elements.find(
      (element) =>
        element.localName === 'time' ||
        (element.childElementCount === 0 &&
          wordsOf(element).length <= DATE_LIMIT &&
          /\d{1,2}:\d{2}/.test(wordsOf(element))),
    ) ??
    null
  );
}

function authorIn(elements: readonly Element[], link: Element | null): Element | null {
  const isName = (element: Element) => {
    const words = wordsOf(element);
    return (
      words.length > 1 && words.length <= NAME_LIMIT && !TIME_WORDS.test(words) && element !== link
    );
  };
  return (
    elements.find(
      (element) =>
        element.localName === 'a' &&
        !/^(?:#|javascript:)/.test(element.getAttribute('href') ?? '#') &&
        isName(element),
    ) ??
    elements.find((element) => element.matches('b, strong, h2, h3, h4') && isName(element)) ??
    null
  );
}

/** Characters that stand in the element itself, or in what only dresses its words. */
function ownWords(element: Element): number {
  let count = 0;
  for (const node of element.childNodes) {
    if (node.nodeType === 3) count += (node.nodeValue ?? '').trim().length;
    else if (
      node.nodeType === 1 &&
      /^(?:a|b|i|em|strong|span|u|s)$/.test((node as Element).localName)
    )
      count += wordsOf(node as Element).length;
    else if (node.nodeName === 'IMG') count += (node as Element).getAttribute('alt')?.length ?? 0;
  }
  return count;
}

function textIn(
  root: Element,
  elements: readonly Element[],
  author: Element | null,
  link: Element | null,
): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of elements) {
    if (element.closest('a, button, time, [role="button"]') || element.contains(author)) continue;
    if (author?.contains(element) || link?.contains(element) || element.contains(link)) continue;
    const words = ownWords(element);
    if (words > most) {
      best = element;
      most = words;
    }
  }
  // The same words may be wrapped more than once: the outermost wrapper lives longest.
  for (
    let around = best?.parentElement;
    best && around && around !== root;
    around = around.parentElement
  ) {
    if (around.contains(author) || around.contains(link)) break;
    if (around.querySelector('button, [role="button"]')) break;
    if (wordsOf(around) !== wordsOf(best)) break;
    best = around;
  }
  return best;
}

/** Elements of the comment that come before the answers inside it. */
function ownElements(root: Element): Element[] {
  const elements = Array.from(root.querySelectorAll('*')).slice(0, LOOKED_INTO);
  const first = authorIn(elements, linkIn(elements));
  if (!first) return elements;
  // A link without a name of its own is like any link in someone's words.
  if (featuresOf(first).length === 0) return elements;
  const kind = kindOf(first);
  const address = first.getAttribute('href');
  const second = elements.findIndex(
    (element) =>
      element !== first &&
      element.localName === first.localName &&
      wordsOf(element) !== '' &&
      // A handle beside the name leads to the same person, a date to the comment.
      (address === null || element.getAttribute('href') !== address) &&
      permanence(element) < 2 &&
      kindOf(element) === kind,
  );
  return second === -1 ? elements : elements.slice(0, second);
}

/** The likely parts of a comment, for the operator to agree with or to correct. */
export function guessParts(root: Element): Parts {
  const elements = ownElements(root);
  const link = linkIn(elements);
  const author = authorIn(elements, link);
  return { author, text: textIn(root, elements, author, link), link };
}

/** Levels above the pointed element among which its comment is looked for. */
const LEVELS = 14;

/** A number of its own, by which a page tells one comment from another. */
const hasOwnNumber = (element: Element): boolean =>
  Array.from(element.attributes).some(
    ({ name, value }) =>
      (name === 'id' || (name.startsWith('data-') && !PASSING.test(name))) && /\d{2}/.test(value),
  );

/** How well an element is named, the smaller the better; a number of its own is best. */
const namedness = (element: Element): number =>
  hasOwnNumber(element) ? 0 : (featuresOf(element)[0]?.rank ?? 9) + 1;

/** Whether another whole comment stands beside this one, as in a list. */
function isInList(element: Element, isWhole: (parts: Parts) => boolean): boolean {
  const kind = kindOf(element);
  return [element.previousElementSibling, element.nextElementSibling].some(
    (other) => other !== null && kindOf(other) === kind && isWhole(guessParts(other)),
  );
}

/** The best named of the elements around `pointed` that are one whole comment; null where none is. */
function commentAround(pointed: Element, isWhole: (parts: Parts) => boolean): Element | null {
  let best: Element | null = null;
  let author: Element | null = null;
  let at: Element | null = pointed;
  for (let level = 0; at && level < LEVELS; level += 1) {
    if (at === at.ownerDocument.body) break;
    const parts = guessParts(at);
    // Somebody else comes first: this is the post above, or the thread.
    if (best && parts.author !== author) break;
    if (isWhole(parts) && (!best || namedness(at) < namedness(best))) {
      best = at;
      author = parts.author;
    }
    // What is above a comment in a list is the list.
    if (best && isInList(at, isWhole)) break;
    at = at.parentElement;
  }
  return best;
}

/**
 * The comment that `pointed` is likely a part of, its answers included: the best named of the elements
 * around it that hold one author first, words and a dated link. The operator widens or narrows from there.
 */
export function likelyComment(pointed: Element): Element {
  return (
    commentAround(
      pointed,
      ({ author, text, link }) => author !== null && text !== null && link !== null,
    ) ??
    commentAround(pointed, ({ author, text }) => author !== null && text !== null) ??
    pointed
  );
}

// ── Selectors ────────────────────────────────────────────────────────────────────────────────────

/** So many elements of a proposal are looked into; more would hold the page. */
const SAMPLE = 60;
/** A proposal that finds more than this on one page is no kind of comment. */
const MOST_FOUND = 5_000;
/** Ancestors by which a selector may be narrowed. */
const SCOPES = 6;
/** Ranks from here on say where something stands, not what it is. */
const PLACED = 8;
/** Ways to name one part that are tried. */
const WAYS = 24;

const find = (scope: ParentNode, css: string): Element[] => {
  try {
    return Array.from(scope.querySelectorAll(css));
  } catch {
    // A name that only looks plain.
    return [];
  }
};

/** Elements that are `up` levels above what a selector finds, each once, in the order of the page. */
const reach = (page: Document, css: string, up: number): Element[] =>
  up === 0
    ? find(page, css)
    : [...new Set(find(page, css).map((element) => climbed(element, up)))].filter(
        (root) => root !== null,
      );

/** The way from `top` down to `element` by tags alone; places among siblings where tags repeat. */
function steps(element: Element, top: Element, placed: boolean): string | null {
  const way: string[] = [];
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) {
    const tag: string = at.localName;
    if (!PLAIN_NAME.test(tag)) return null;
    const alike = Array.from(at.parentElement?.children ?? []).filter(
      (sibling) => sibling.localName === tag,
    );
    way.unshift(placed && alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(at) + 1})` : tag);
  }
  return way.length === 0 ? null : way.join(' > ');
}

/** Ways to find all comments like `root`, without regard to how well they do. */
function rootFeatures(root: Element): Feature[] {
  const own = featuresOf(root).slice(0, 8);
  const pairs = own.slice(0, 4).flatMap((one, index) =>
    own
      .slice(index + 1, 5)
      .filter(({ css }) => /^[.[]/.test(css))
      .map((other) => ({ css: one.css + other.css, rank: one.rank + 1 })),
  );
  const scoped: Feature[] = [];
  let around = root.parentElement;
  for (let level = 0; around && level < SCOPES; level += 1, around = around.parentElement) {
    const [scope] = featuresOf(around);
    const path = steps(root, around, false);
    if (!scope || path === null) continue;
    for (const { css, rank } of own.slice(0, 2))
      scoped.push({ css: `${scope.css} ${css}`, rank: rank + 2 });
    scoped.push({ css: `${scope.css} > ${path}`, rank: PLACED + level });
  }
  return [...own, ...pairs, ...scoped];
}

/** A way to comments by something inside each, where nothing names the comments themselves. */
interface Climb extends Feature {
  up: number;
}

/** Levels from a part up to the comment around it. */
function levelsBetween(part: Element, root: Element): number {
  let levels = 0;
  for (let at: Element | null = part; at && at !== root; at = at.parentElement) levels += 1;
  return levels;
}

/** Ways to all comments like `root` by their links or, where a person has named those, their authors. */
function climbs(root: Element, { author, link }: Parts): Climb[] {
  const by = (part: Element | null, features: (part: Element) => Feature[]): Climb[] => {
    if (!part || part === root || !root.contains(part)) return [];
    const up = levelsBetween(part, root);
    return up > CLIMB_LIMIT
      ? []
      : features(part).map(({ css, rank }) => ({ css, rank: rank + 4, up }));
  };
  return [
    ...by(link, (part) => [...linkFeatures(part), ...featuresOf(part)].slice(0, 4)),
    ...by(author, (part) => featuresOf(part).filter(({ rank }) => rank <= 4)),
  ];
}

/** The comment of `roots` around an element. */
function rootAround(element: Element, roots: ReadonlySet<Element>): Element | null {
  let around: Element | null = element;
  while (around && !roots.has(around)) around = around.parentElement;
  return around;
}

/** The first match inside a comment that is no answer's, as the reader will find it. */
const partIn = (root: Element, css: string, roots: ReadonlySet<Element>): Element | null =>
  find(root, css).find((element) => rootAround(element, roots) === root) ?? null;

/** Parts of an address that all links of the kind share, such as `reply=`. */
function linkFeatures(part: Element): Feature[] {
  const href = part.localName === 'a' ? (part.getAttribute('href') ?? '') : '';
  const query = /[?&]([a-z_]{2,20}=)/i.exec(href)?.[1];
  const path = /(\/[a-z]{1,20}\/)(?=[^/]*\d)/i.exec(href)?.[1];
  return [query, path].flatMap((shared) =>
    shared ? [{ css: `a[href*="${shared}"]`, rank: 2 }] : [],
  );
}

/** Ways to find the part in `root`, the most trusted first; each finds the very part that was shown. */
function waysTo(part: Element, root: Element, roots: ReadonlySet<Element>): string[] {
  const own = [...featuresOf(part), ...linkFeatures(part)];
  const tagged = own
    .filter(({ css }) => /^[.[]/.test(css))
    .map(({ css, rank }) => ({ css: part.localName + css, rank: rank + 0.5 }));
  const scoped: Feature[] = [];
  for (let at = part.parentElement; at && at !== root; at = at.parentElement) {
    const [scope] = featuresOf(at);
    if (scope) scoped.push({ css: `${scope.css} ${part.localName}`, rank: scope.rank + 3 });
  }
  const bare = [false, true].flatMap((placed) => {
    const path = steps(part, root, placed);
    return path === null ? [] : [{ css: `:scope > ${path}`, rank: placed ? 11 : 10 }];
  });
  const seen = new Set<string>();
  return [...own, ...tagged, ...scoped, { css: part.localName, rank: 9 }, ...bare]
    .sort((a, b) => a.rank - b.rank)
    .filter(({ css }) => !seen.has(css) && seen.add(css))
    .filter(({ css }) => partIn(root, css, roots) === part)
    .slice(0, WAYS)
    .map(({ css }) => css);
}

/** The way that finds the part in most of the comments; the more trusted of equals. */
function bestWay(ways: readonly string[], sample: readonly Element[], roots: ReadonlySet<Element>) {
  let best: { css: string; share: number } | null = null;
  for (const css of ways) {
    const share =
      sample.filter((root) => partIn(root, css, roots) !== null).length /
      Math.max(1, sample.length);
    if (!best || share > best.share + 0.02) best = { css, share };
    if (best.share === 1) break;
  }
  return best;
}

/** A kind of comment holds its parts in at least this share of what was found. */
const ENOUGH = 0.8;

/** Comments of another kind that are looked for beside those found, e.g. answers. */
const KINDS = 2;

/** A name or a link that looks like a comment's own and belongs to none that was found. */
function sparePart(css: string, roots: ReadonlySet<Element>, page: Document): Element | null {
  const claimed = new Set<Element>();
  let list: Element | null = null;
  for (const root of roots) {
    list ??= root.parentElement;
    while (list && !list.contains(root)) list = list.parentElement;
    const own = partIn(root, css, roots);
    if (own) claimed.add(own);
  }
  return find(list ?? page, css).find((element) => !claimed.has(element)) ?? null;
}

/** The proposal with the other kinds of comment that stand among those it finds. */
function withOtherKinds(proposal: Proposal, page: Document): Proposal {
  let joined = proposal;
  for (let kind = 0; kind < KINDS; kind += 1) {
    const roots = new Set(find(page, joined.root));
    if (roots.size > SAMPLE * 4) return joined;
    const spare = sparePart(joined.author ?? joined.link ?? '', roots, page);
    const other = spare && likelyComment(spare);
    const name = other && !roots.has(other) ? featuresOf(other)[0] : undefined;
    if (!other || !name) return joined;
    const css = `${joined.root}, ${name.css}`;
    const both = new Set(find(page, css));
    const added = [...both].filter((root) => !roots.has(root)).slice(0, SAMPLE);
    const holds = (root: Element) =>
      [joined.author, joined.link].every((part) => part === null || partIn(root, part, both));
    if (added.filter(holds).length < added.length * ENOUGH) return joined;
    joined = { ...joined, root: css, count: both.size };
  }
  return joined;
}

/** A way with how far it is trusted. */
interface Weighed {
  proposal: Proposal;
  rank: number;
  /** What it finds are whole comments and nothing else. */
  whole: boolean;
}

/** How well a way finds comments like `root`; null where it misses the very one that was shown. */
function weigh({ css, rank, up }: Climb, root: Element, parts: Parts): Weighed | null {
  const found = reach(root.ownerDocument, css, up);
  if (found.length === 0 || found.length > MOST_FOUND || !found.includes(root)) return null;
  const roots = new Set(found);
  const sample = [root, ...found.filter((each) => each !== root).slice(0, SAMPLE)];
  const way = (part: Element | null) =>
    part && root.contains(part) ? bestWay(waysTo(part, root, roots), sample, roots) : null;
  const [author, text, link] = [way(parts.author), way(parts.text), way(parts.link)];
  // A comment may be a picture alone; a name and an address it always has.
  const shares = [author, link].flatMap((part) => (part ? [part.share] : []));
  const whole =
    shares.length > 0 &&
    shares.every((share) => share >= ENOUGH) &&
    // Names stand in many places of a page; with words below them they are comments'.
    (up === 0 || link !== null || (text !== null && text.share >= ENOUGH));
  const [authorCss, textCss, linkCss] = [author, text, link].map((part) => part?.css ?? null);
  return {
    proposal: {
      root: css,
      up,
      author: authorCss ?? null,
      text: textCss ?? null,
      link: linkCss ?? null,
      count: found.length,
    },
    rank,
    whole,
  };
}

/** The ways from the narrowest to the widest; of those that find the very same, the most trusted. */
function ordered(ways: readonly Climb[], root: Element, parts: Parts): Weighed[] {
  const known = new Map<string, Weighed>();
  for (const way of ways) {
    const weighed = weigh(way, root, parts);
    if (!weighed) continue;
    const same = `${weighed.proposal.count} ${weighed.whole}`;
    const other = known.get(same);
    if (!other || weighed.rank < other.rank) known.set(same, weighed);
  }
  return [...known.values()].sort((a, b) => a.proposal.count - b.proposal.count);
}

/**
 * Ways to find the comments like `root`, from the narrowest to the widest, each with its parts; and
 * the index of the one to begin with: the widest that still finds comments and nothing else. Where
 * names of the comments themselves find more than one, ways through their insides are left aside.
 */
export function deriveProposals(
  root: Element,
  parts: Parts,
): { proposals: Proposal[]; best: number } {
  const named = rootFeatures(root).map((feature) => ({ ...feature, up: 0 }));
  const byName = ordered(named, root, parts);
  const isFound = byName.some(
    ({ proposal, rank, whole }) => whole && rank < PLACED && proposal.count > 1,
  );
  const all = isFound ? byName : ordered([...named, ...climbs(root, parts)], root, parts);
  const proposals = all.map(({ proposal }) => proposal);
  const best = Math.max(
    0,
    all.findLastIndex(({ whole }) => whole),
  );
  const chosen = proposals[best];
  if (!chosen || chosen.up > 0) return { proposals, best };
  const joined = withOtherKinds(chosen, root.ownerDocument);
  if (joined.count === chosen.count) return { proposals, best };
  return { proposals: proposals.toSpliced(best + 1, 0, joined), best: best + 1 };
}
