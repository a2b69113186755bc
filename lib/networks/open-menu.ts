import type { NetworkAdapter } from './contract';
import { isMarked } from './labels';
import { findOwn, isInWords, markedIn, marksIn } from './read';
import { holdsComments } from './roots';
import { closest, cssOf } from './select';

// Leads the operator to the network's own menu of a comment, at the operator's word: opens it and gives
// the focus to what removes the comment. What is in the menu is the operator's to press.

/** When to look again for a menu button that the page draws only under the pointer, in ms. */
const HOVER_RETRIES = [0, 50, 200];

/** The menu button of a comment as it stands now; some networks draw it under the pointer only. */
export function menuToggleOf(adapter: NetworkAdapter, root: Element): Element | null {
  const { menuToggle, items } = adapter.controls;
  // A button that also deletes must never be clicked for the operator.
  const harmless = (element: Element) =>
    !Object.values(items).some((mark) => isMarked(element, mark));
  const bySelector = findOwn(adapter, root, menuToggle.selectors, harmless);
  if (bySelector) return bySelector;
  const byLabel = marksIn(adapter, root, { selectors: [], labels: menuToggle.labels }).filter(
    harmless,
  );
  return byLabel.length === 1 ? (byLabel[0] ?? null) : null;
}

/**
 * Opens the network's own menu of a comment, at the operator's word. Presses nothing else: what is in
 * the menu is the operator's to press. A comment without a menu has its delete control focused instead.
 * Resolves to false when neither is to be found.
 */
export async function openMenuOf(adapter: NetworkAdapter, root: Element): Promise<boolean> {
  for (const type of ['pointerover', 'mouseover', 'mouseenter'])
    root.dispatchEvent(new MouseEvent(type, { bubbles: type !== 'mouseenter' }));
  for (const wait of HOVER_RETRIES) {
    const toggle = menuToggleOf(adapter, root);
    if (toggle) {
      toggle.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      // An icon drawn in SVG cannot be clicked; the click reaches what holds it.
      if ('click' in toggle) (toggle as HTMLElement).click();
      else toggle.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return focusRemoval(adapter, root);
}

/**
 * Where a comment has no menu, only a control that deletes it: gives that the focus, so that the
 * operator's own next key may press it. False when there is none or it takes no focus.
 */
function focusRemoval(adapter: NetworkAdapter, root: Element): boolean {
  const mark = adapter.controls.items.delete;
  if (!mark) return false;
  const [control] = marksIn(adapter, root, mark).filter(
    (element) => !isInWords(adapter, root, element),
  );
  (control as HTMLElement | undefined)?.focus({ preventScroll: true });
  return control !== undefined && root.ownerDocument.activeElement === control;
}

/** What takes a comment away from its readers, the surest first. */
const REMOVALS = ['delete', 'hide'] as const;

/** A control that takes a comment away, in the network's own menu. */
export interface Removal {
  kind: (typeof REMOVALS)[number];
  element: HTMLElement;
}

/** When to look for a menu that the page draws after the click that opens it, in ms. */
const MENU_RETRIES = [0, 30, 80, 200, 400];

function removalIn(adapter: NetworkAdapter, tree: ParentNode): Removal | null {
  const { popups, foreignPopups = [], items } = adapter.controls;
  const menus = Array.from(tree.querySelectorAll(cssOf(popups))).filter(
    (menu) => !closest(menu, foreignPopups) && !holdsComments(adapter, menu),
  );
  for (const kind of REMOVALS) {
    const mark = items[kind];
    const found = new Set(mark ? menus.flatMap((menu) => markedIn(menu, mark)) : []);
    const shown = [...found].filter(
      (element) => !('checkVisibility' in element) || element.checkVisibility(),
    );
    const [element] = shown;
    // Two of them, and one might speak of something else.
    if (shown.length === 1 && element && 'focus' in element)
      return { kind, element: element as HTMLElement };
  }
  return null;
}

/**
 * In the menu of the comment at `root`, which was just opened: gives the focus to the item that deletes
 * the comment, or hides it where the network lets its operator do no more. Presses nothing. Resolves to
 * null when the menu has no such item, or more than one.
 */
export async function focusRemovalIn(
  adapter: NetworkAdapter,
  root: Element,
): Promise<Removal | null> {
  const tree = root.getRootNode();
  // A comment without a menu has its delete control focused already (see `openMenuOf`).
  const active = 'activeElement' in tree ? (tree as Document | ShadowRoot).activeElement : null;
  const mark = adapter.controls.items.delete;
  if (active && mark && root.contains(active) && isMarked(active, mark))
    return { kind: 'delete', element: active as HTMLElement };
  const trees = new Set<ParentNode>([root.ownerDocument]);
  if ('querySelectorAll' in tree) trees.add(tree as ParentNode & Node);
  for (const wait of MENU_RETRIES) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    for (const each of trees) {
      const removal = removalIn(adapter, each);
      if (!removal) continue;
      removal.element.focus();
      return removal.element.matches(':focus') ? removal : null;
    }
  }
  return null;
}
