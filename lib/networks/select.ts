import type { Selectors } from './contract';

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
