import type { Selector, Selectors } from './contract';

const lists = new WeakMap<Selectors, string>();

/** Whether a match of the selector counts where it stands. */
export const counts = (element: Element, { outside }: Selector): boolean =>
  outside === undefined || !element.parentElement?.closest(outside);

/** One CSS list of all selectors, `outside` left aside; empty for none. */
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
  for (const selector of selectors) {
    const first = scope.querySelector(selector.css);
    if (!first) continue;
    if (counts(first, selector)) return first;
    for (const element of scope.querySelectorAll(selector.css))
      if (counts(element, selector)) return element;
  }
  return null;
}

/** The closest ancestor (or `element` itself) by the first selector that finds one. */
export function closest(element: Element, selectors: Selectors): Element | null {
  for (const selector of selectors) {
    const found = element.closest(selector.css);
    if (found && counts(found, selector)) return found;
  }
  return null;
}

/** Whether `element` is what one of the selectors names. */
export const matches = (element: Element, selectors: Selectors): boolean =>
  selectors.some((selector) => element.matches(selector.css) && counts(element, selector));
