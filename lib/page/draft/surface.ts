import type { PageContext } from '../context';
import { element } from '../dom';
import { DRAFT_STYLE } from './style';
import { isLightInk } from './theme';

/** What the page must not hear of Vakhta's own controls: it may close a dialog or act on a key. */
const PRIVATE_EVENTS = [
  'click',
  'focusin',
  'focusout',
  'keydown',
  'keypress',
  'keyup',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
] as const;

/** The part of the overlay where the draft's controls stand. */
export class Surface {
  readonly layer = element('div', { class: 'layer draft' });
  readonly #live = element('div', {
    class: 'visually-hidden',
    role: 'status',
    'aria-live': 'polite',
  });

  constructor(private readonly page: PageContext) {
    page.overlay.addStyle(DRAFT_STYLE);
    page.overlay.shadow.append(this.layer);
    this.layer.append(this.#live);
    for (const type of PRIVATE_EVENTS)
      this.layer.addEventListener(type, (event) => event.stopPropagation());
    // The mouse must not take the focus out of the editor; the keyboard may.
    this.layer.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Dresses the controls for the sheet that `editor` stands on, unless the operator chose a theme. */
  dress(editor: Element): void {
    const { theme, locale } = this.page.settings();
    const system = matchMedia('(prefers-color-scheme: dark)').matches;
    const dark =
      theme === 'auto' ? (isLightInk(getComputedStyle(editor).color) ?? system) : theme === 'dark';
    this.layer.dataset.theme = dark ? 'dark' : 'light';
    this.layer.lang = locale;
  }

  /** Has a screen reader say it when it has finished what it is saying. */
  say(text: string): void {
    this.#live.textContent = text;
  }

  /** True when the focus is inside the draft's controls. */
  hasFocus(): boolean {
    return this.layer.contains(this.page.overlay.shadow.activeElement);
  }
}
