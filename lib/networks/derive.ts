import { likelyComment, type Part, type Parts } from './comment-parts';
import { type Feature, featuresOf, PLAIN_NAME, RANK } from './features';
import { CLIMB_LIMIT, climbed, type Taught } from './taught';

// From one comment that an operator points at to selectors that find its siblings: by what names the
// comment and its parts, and by the place in the tree only where nothing else is left.

/** A way to find all comments of a kind. */
export interface Proposal extends Pick<Taught, 'root' | 'up' | Part> {
  /** How many the page shows now. */
  count: number;
}

/** So many elements of a proposal are looked into; more would hold the page. */
const SAMPLE = 60;
/** A proposal that finds more than this on one page is no kind of comment. */
const MOST_FOUND = 5_000;
/** Ancestors by which a selector may be narrowed. */
const SCOPES = 6;
/** Ranks from here on say where something stands, not what it is. */
const PLACED = 8;
/** Ways to a part by its tag, by the tags on the way to it, by their places. */
const BY_TAG = RANK.none;
const BY_TAGS = 10;
const BY_PLACES = 11;
/** A way by something inside a comment is trusted so much less than one by the comment's own name. */
const INSIDE = 4;
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

const tagOf = ({ localName }: Element): string => localName;

/** The tag of an element, with its place among siblings of the same tag where there are any. */
function placeOf(element: Element): string {
  const alike = Array.from(element.parentElement?.children ?? []).filter(
    ({ localName }) => localName === element.localName,
  );
  const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : '';
  return element.localName + place;
}

/** The way from `top` down to `element`, each step as `step` calls it; null where a tag has no plain name. */
function pathDown(
  element: Element,
  top: Element,
  step: (element: Element) => string,
): string | null {
  const way: string[] = [];
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) {
    if (!PLAIN_NAME.test(at.localName)) return null;
    way.unshift(step(at));
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
    const path = pathDown(root, around, tagOf);
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
      : features(part).map(({ css, rank }) => ({ css, rank: rank + INSIDE, up }));
  };
  return [
    ...by(link, (part) => [...linkFeatures(part), ...featuresOf(part)].slice(0, 4)),
    ...by(author, (part) => featuresOf(part).filter(({ rank }) => rank <= RANK.written)),
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
    shared ? [{ css: `a[href*="${shared}"]`, rank: RANK.id }] : [],
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
  const bare = [
    { path: pathDown(part, root, tagOf), rank: BY_TAGS },
    { path: pathDown(part, root, placeOf), rank: BY_PLACES },
  ].flatMap(({ path, rank }) => (path === null ? [] : [{ css: `:scope > ${path}`, rank }]));
  const seen = new Set<string>();
  return [...own, ...tagged, ...scoped, { css: part.localName, rank: BY_TAG }, ...bare]
    .sort((a, b) => a.rank - b.rank)
    .filter(({ css }) => !seen.has(css) && seen.add(css))
    .filter(({ css }) => partIn(root, css, roots) === part)
    .slice(0, WAYS)
    .map(({ css }) => css);
}

/** A way to a part, and in which share of the comments it finds one. */
interface PartWay {
  css: string;
  share: number;
}

/** The way that finds the part in most of the comments; the more trusted of equals. */
function bestWay(
  ways: readonly string[],
  sample: readonly Element[],
  roots: ReadonlySet<Element>,
): PartWay | null {
  let best: PartWay | null = null;
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
  const author = way(parts.author);
  const text = way(parts.text);
  const link = way(parts.link);
  // A comment may be a picture alone; a name and an address it always has.
  const shares = [author, link].flatMap((part) => (part ? [part.share] : []));
  const whole =
    shares.length > 0 &&
    shares.every((share) => share >= ENOUGH) &&
    // Names stand in many places of a page; with words below them they are comments'.
    (up === 0 || link !== null || (text !== null && text.share >= ENOUGH));
  return {
    proposal: {
      root: css,
      up,
      author: author?.css ?? null,
      text: text?.css ?? null,
      link: link?.css ?? null,
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
