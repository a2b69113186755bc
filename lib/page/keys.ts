import { actionOf, groundIndexOf } from '../settings/chord';
import type { KeyAction } from '../settings/settings';
import type { PageContext } from './context';

/** Keys that work inside a field belong to the draft; all others are silent there. */
const DRAFT_ACTIONS: ReadonlySet<KeyAction> = new Set([
  'nextRemark',
  'acceptRemark',
  'ignoreRemark',
]);
/** Types of `input` that a key presses. */
const PRESSED = new Set(['button', 'checkbox', 'image', 'radio', 'reset', 'submit']);
const TYPING_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);
const MENU_ROLES = new Set([
  'menu',
  'menubar',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'listbox',
  'option',
]);

/** Whether a key writes into `target`. */
export const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !PRESSED.has(target.type)) ||
  (target instanceof Element &&
    target.closest('[contenteditable]:not([contenteditable="false"])') !== null);

/** True where a letter key types or chooses, so that Vakhta's keys must be silent. */
function takesKeys(node: Element | null): boolean {
  for (let at = node; at; at = at.parentElement) {
    if (at instanceof HTMLElement && at.isContentEditable) return true;
    if (
      at instanceof HTMLInputElement ||
      at instanceof HTMLTextAreaElement ||
      at instanceof HTMLSelectElement
    )
      return true;
    const role = at.getAttribute('role');
    if (role !== null && (TYPING_ROLES.has(role) || MENU_ROLES.has(role))) return true;
  }
  return false;
}

/** The focused element, through open shadow roots and into Vakhta's own. */
function focused(page: PageContext): Element | null {
  let at: Element | null = document.activeElement;
  if (page.overlay.owns(at)) return page.overlay.shadow.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

export interface KeyHandlers {
  /** True when the key was used; then the page does not see it. */
  act(action: KeyAction): boolean;
  /** A digit: 0 for «1». */
  ground(index: number): boolean;
}

/**
 * Listens to physical keys on the page until the signal aborts. Only trusted keystrokes count: a
 * page's script must not be able to record anything.
 */
export function listenToKeys(page: PageContext, handlers: KeyHandlers): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || event.defaultPrevented) return;
      if (takesKeys(focused(page))) return;
      const action = actionOf(page.settings().keys, event);
      const digit = groundIndexOf(event);
      const used =
        (action !== null && !DRAFT_ACTIONS.has(action) && handlers.act(action)) ||
        (digit !== null && handlers.ground(digit));
      if (!used) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { signal: page.signal, capture: true },
  );
}
