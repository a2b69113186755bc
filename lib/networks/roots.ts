import type { CommentMarkup, NetworkAdapter } from './contract';
import { cssOf } from './select';

// Which elements of a page are comments. Most networks name them in the markup; where none does, the
// way leads from something inside the comment (its dated link) up to the element that holds it.

interface Roots {
  /** CSS of elements that are comments by themselves; empty for none. */
  named: string;
  climbed: readonly CommentMarkup[];
}

const known = new WeakMap<NetworkAdapter, Roots>();

function rootsOf(adapter: NetworkAdapter): Roots {
  let roots = known.get(adapter);
  if (!roots) {
    const named = adapter.comments.filter(({ climb }) => !climb);
    roots = {
      named: named.map(({ root }) => cssOf(root)).join(', '),
      climbed: adapter.comments.filter(({ climb }) => climb),
    };
    known.set(adapter, roots);
  }
  return roots;
}

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
  const { named, climbed } = rootsOf(adapter);
  const root = named === '' ? null : element.closest(named);
  if (root) return root;
  for (const markup of climbed) {
    const found = climbedRootOf(markup, element);
    if (found) return found;
  }
  return null;
}

/** Elements of comments inside `scope`, itself included, in the order of the page, answers included. */
export function commentRoots(adapter: NetworkAdapter, scope: ParentNode): Element[] {
  const { named, climbed } = rootsOf(adapter);
  const found = named === '' ? [] : Array.from(scope.querySelectorAll(named));
  if (named !== '' && 'matches' in scope && (scope as Element).matches(named))
    found.unshift(scope as Element);
  for (const markup of climbed) {
    const roots = new Set<Element>();
    for (const inside of scope.querySelectorAll(cssOf(markup.root))) {
      const root = markup.climb?.(inside);
      if (root) roots.add(root);
    }
    found.push(...roots);
  }
  return found;
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
      const css = cssOf(markup.root);
      if (!markup.climb) return root.matches(css);
      const inside = root.querySelector(css);
      return inside !== null && markup.climb(inside) === root;
    }) ?? null
  );
}
