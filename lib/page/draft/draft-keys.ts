import { actionOf, chordOf } from '../../settings/chord';
import type { KeyAction } from '../../settings/settings';
import type { PageContext } from '../context';

const DRAFT_ACTIONS = ['nextRemark', 'acceptRemark', 'ignoreRemark'] as const;
export type DraftAction = (typeof DRAFT_ACTIONS)[number];

const isDraftAction = (action: KeyAction | null): action is DraftAction =>
  DRAFT_ACTIONS.some((known) => known === action);

export interface DraftKeyTargets {
  /** The editor that is checked now, or null. */
  editor(): Element | null;
  /** The focus is inside the card or the list. */
  isInControls(): boolean;
  /** Vakhta is changing the text until this ends; null when it is not. */
  replacing(): Promise<unknown> | null;
  /** True when there was a remark to act on. */
  act(action: DraftAction): boolean;
  /** Moves the focus into the open card; false when there is none. */
  enterCard(): boolean;
  /** Closes what is open; false when nothing was. */
  dismiss(): boolean;
}

/** The keys that work inside the editor; every other key is the author's and only closes the card. */
export function listenToDraftKeys(page: PageContext, targets: DraftKeyTargets): void {
  /** True when the key was used; then neither the page nor the editor sees it. */
  const use = (event: KeyboardEvent): boolean => {
    const chord = chordOf(event);
    if (chord === 'Escape') return targets.dismiss();
    if (chord === 'Tab') return !targets.isInControls() && targets.enterCard();
    const action = actionOf(page.settings().keys, event);
    if (isDraftAction(action)) {
      const replacing = targets.replacing();
      if (!replacing) return targets.act(action);
      // The cursor and the marks are not back in their places yet.
      void replacing.finally(() => setTimeout(() => targets.act(action)));
      return true;
    }
    if (chord !== null && !targets.isInControls()) targets.dismiss();
    return false;
  };
  addEventListener(
    'keydown',
    (event) => {
      const editor = targets.editor();
      if (!editor || !event.isTrusted || event.isComposing) return;
      if (!event.composedPath().includes(editor) && !targets.isInControls()) return;
      if (!use(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { signal: page.signal, capture: true },
  );
}
