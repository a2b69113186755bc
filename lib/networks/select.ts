import type { NetworkAdapter, Selectors } from './contract';

const lists = new WeakMap<Selectors, string>();

/** One CSS list of all selectors; empty for none. */
export function cssOf(selectors: Selectors): string {
  let css = lists.get(selectors);
  if (css === undefined) {
    css = selectors.map((selector) => selector.css).join(', ');
    lists.set(selectors, css);
  }
  return css;
}

/** The first element inside `scope` by the first selector that finds one. */
export function findFirst(scope: ParentNode, selectors: Selectors): Element | null {
  for (const { css } of selectors) {
    const found = scope.querySelector(css);
    if (found) return found;
  }
  return null;
}

/** The closest ancestor (or `element` itself) by the first selector that finds one. */
export function closest(element: Element, selectors: Selectors): Element | null {
  for (const { css } of selectors) {
    const found = element.closest(css);
    if (found) return found;
  }
  return null;
}

const roots = new WeakMap<NetworkAdapter, string>();

/** CSS of every comment of the network, of whatever markup generation. */
export function rootCss(adapter: NetworkAdapter): string {
  let css = roots.get(adapter);
  if (css === undefined) {
    css = adapter.comments.map((markup) => cssOf(markup.root)).join(', ');
    roots.set(adapter, css);
  }
  return css;
}

/**
 * Elements inside `root` that belong to this comment and not to a comment nested in it: a comment's
 * element often contains its answers. By the first selector that finds an acceptable one.
 */
export function findOwn(
  adapter: NetworkAdapter,
  root: Element,
  selectors: Selectors,
  accept: (element: Element) => boolean = () => true,
): Element | null {
  const nested = rootCss(adapter);
  const isOwn = (element: Element) => element.closest(nested) === root && accept(element);
  for (const { css } of selectors) {
    // Nearly always the first one; looking at all is dear in a comment with thousands of answers.
    const first = root.querySelector(css);
    if (!first) continue;
    if (isOwn(first)) return first;
    for (const element of root.querySelectorAll(css)) if (isOwn(element)) return element;
  }
  return null;
}
