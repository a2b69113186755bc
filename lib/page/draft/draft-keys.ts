import { actionOf, chordOf } from '../../settings/chord';
import type { KeyAction } from '../../settings/settings';
import type { PageContext } from '../context';
import { isOwnInput, typeText } from './replace';

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

/** A key that types a letter and does nothing else. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  [...key].length === 1 && !ctrlKey && !metaKey && !altKey;

/** The keys that work inside the editor; every other key is the author's and only closes the card. */
export function listenToDraftKeys(page: PageContext, targets: DraftKeyTargets): void {
  /** Letters typed while the cursor was away at the words that Vakhta replaces. */
  let held = '';
  /** Holds the letters back if the cursor is away, or if earlier ones wait still. */
  const holds = (letters: string): boolean => {
    const replacing = targets.replacing();
    if (!replacing && held === '') return false;
    if (held === '')
      void replacing?.finally(() =>
        setTimeout(() => {
          const all = held;
          held = '';
          typeText(document, all);
        }),
      );
    held += letters;
    return true;
  };
  /** True when the key was used; then neither the page nor the editor sees it. */
  const use = (event: KeyboardEvent): boolean => {
    const chord = chordOf(event);
    if (chord === 'Escape') return targets.dismiss();
    if (chord === 'Tab') return !targets.isInControls() && targets.enterCard();
    const action = actionOf(page.settings().keys, event);
    if (isLetter(event) && !targets.isInControls() && holds(event.key)) return true;
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
  // Words that come without a key: dictation, a screen keyboard.
  addEventListener(
    'beforeinput',
    (event) => {
      if (!event.isTrusted || isOwnInput() || event.isComposing) return;
      if (event.inputType !== 'insertText' || !event.data) return;
      const editor = targets.editor();
      if (!editor || !event.composedPath().includes(editor)) return;
      if (!holds(event.data)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { signal: page.signal, capture: true },
  );
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
