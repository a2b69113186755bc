import type { CommentMarkup, NetworkAdapter, Selectors } from './contract';
import { closest, cssOf, matches } from './select';

// Which elements of a page are comments. Most networks name them in the markup; where none does, the
// way leads from something inside the comment (its dated link) up to the element that holds it.

interface Roots {
  /** CSS of elements that are comments by themselves; empty for none. */
  named: string;
  /** Those of them that count anywhere. */
  unguarded: string;
  /** The others, which count in some places only. */
  guarded: Selectors;
  climbed: readonly CommentMarkup[];
}

const known = new WeakMap<NetworkAdapter, Roots>();

function rootsOf(adapter: NetworkAdapter): Roots {
  let roots = known.get(adapter);
  if (!roots) {
    const named = adapter.comments.filter(({ climb }) => !climb).flatMap(({ root }) => root);
    roots = {
      named: cssOf(named),
      unguarded: cssOf(named.filter(({ outside }) => outside === undefined)),
      guarded: named.filter(({ outside }) => outside !== undefined),
      climbed: adapter.comments.filter(({ climb }) => climb),
    };
    known.set(adapter, roots);
  }
  return roots;
}

/** Whether an element that the names found is a comment in the place where it stands. */
const stands = ({ guarded, unguarded }: Roots, element: Element): boolean =>
  guarded.length === 0 ||
  (unguarded !== '' && element.matches(unguarded)) ||
  matches(element, guarded);

/** Levels between a comment's element and the deepest one in it that may change. */
const CLIMB_DEPTH = 16;

/** The comment around `element` in markup where it has to be climbed to. */
function climbedRootOf(markup: CommentMarkup, element: Element): Element | null {
  const css = cssOf(markup.root);
  let around: Element | null = element;
  for (let depth = 0; around && depth < CLIMB_DEPTH; depth += 1) {
    const found: Element | null = around.matches(css) ? around : around.querySelector(css);
    if (found) {
      const root = markup.climb?.(found) ?? null;
      return root?.contains(element) ? root : null;
    }
    around = around.parentElement;
  }
  return null;
}

/** The comment that `element` is a part of (or is), or null. */
export function commentRootOf(adapter: NetworkAdapter, element: Element): Element | null {
  const roots = rootsOf(adapter);
  const { named, climbed } = roots;
  let root = named === '' ? null : element.closest(named);
  while (root && !stands(roots, root)) root = root.parentElement?.closest(named) ?? null;
  if (root) return root;
  for (const markup of climbed) {
    const found = climbedRootOf(markup, element);
    if (found) return found;
  }
  return null;
}

/**
 * Whether `root`, the element of a comment, has no other comment inside: then all in it is its own. Where
 * comments have to be climbed to it is not known and false.
 */
export function holdsNoOther(adapter: NetworkAdapter, root: Element): boolean {
  const { named, climbed } = rootsOf(adapter);
  return named !== '' && climbed.length === 0 && !root.querySelector(named);
}

/** All inside `scope`, and itself, that a selector list names. */
function allIn(scope: ParentNode, css: string): Element[] {
  if (css === '') return [];
  const found = Array.from(scope.querySelectorAll(css));
  if ('matches' in scope && (scope as Element).matches(css)) found.unshift(scope as Element);
  return found;
}

/**
 * Elements inside `scope`, itself included, in whose open shadow root the network keeps comments; the
 * root may not be there yet.
 */
export function shadowHostsIn({ shadowHosts }: NetworkAdapter, scope: ParentNode): Element[] {
  if (!shadowHosts) return [];
  return allIn(scope, cssOf(shadowHosts));
}

/** Comments of the page in the order in which a person sees them, answers included. */
export function commentsAsSeen(adapter: NetworkAdapter, scope: ParentNode): Element[] {
  const roots = commentRoots(adapter, scope);
  const { placedItems } = adapter;
  if (!placedItems) return roots;
  const topOf = (root: Element) => (closest(root, placedItems) ?? root).getBoundingClientRect().top;
  return roots
    .map((root) => ({ root, top: topOf(root) }))
    .sort((one, other) => one.top - other.top)
    .map(({ root }) => root);
}

/** The comments that are named by themselves, in the order of the page. */
function namedRoots(roots: Roots, scope: ParentNode): Element[] {
  const anywhere = allIn(scope, roots.unguarded);
  const guarded = allIn(scope, cssOf(roots.guarded));
  // Nearly always: one list, which the browser has put in order.
  if (guarded.length === 0) return anywhere;
  return allIn(scope, roots.named).filter((root) => stands(roots, root));
}

/**
 * Elements of comments inside `scope`, itself included, in the order of the page, answers included;
 * those in the network's own shadow roots come last.
 */
export function commentRoots(adapter: NetworkAdapter, scope: ParentNode): Element[] {
  const roots = rootsOf(adapter);
  const { climbed } = roots;
  const standing = namedRoots(roots, scope);
  for (const markup of climbed) {
    const reached = new Set<Element>();
    for (const inside of scope.querySelectorAll(cssOf(markup.root))) {
      const root = markup.climb?.(inside);
      if (root) reached.add(root);
    }
    standing.push(...reached);
  }
  for (const { shadowRoot } of shadowHostsIn(adapter, scope))
    if (shadowRoot) standing.push(...commentRoots(adapter, shadowRoot));
  return standing;
}

/** Whether `scope` shows any comment inside. */
export function holdsComments(adapter: NetworkAdapter, scope: ParentNode): boolean {
  const css = adapter.comments.map(({ root }) => cssOf(root)).join(', ');
  return scope.querySelector(css) !== null;
}

/** The markup generation of a comment's element, newest first. */
export function markupOf(adapter: NetworkAdapter, root: Element): CommentMarkup | null {
  return (
    adapter.comments.find((markup) => {
      if (!markup.climb) return matches(root, markup.root);
      const inside = root.querySelector(cssOf(markup.root));
      return inside !== null && markup.climb(inside) === root;
    }) ?? null
  );
}
