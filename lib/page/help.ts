import { chordLabel } from '../settings/chord';
import { KEY_ACTIONS } from '../settings/settings';
import type { PageContext } from './context';
import { button, element } from './dom';

/** The overlay with all keys. */
export class Help {
  #shown: HTMLElement | null = null;

  constructor(
    private readonly page: PageContext,
    private readonly layer: HTMLElement,
  ) {
    // Escape closes it wherever the focus is, since opening it by key leaves the focus in the page.
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && this.#shown) this.toggle();
      },
      { signal: page.signal, capture: true },
    );
  }

  toggle(): void {
    if (this.#shown) {
      this.#shown.remove();
      this.#shown = null;
      return;
    }
    const { common, page } = this.page.messages();
    const { keys } = this.page.settings();
    const list = element('dl');
    const line = (chord: string[], text: string) =>
      list.append(
        element('dt', {}, ...chord.map((key) => element('kbd', {}, key))),
        element('dd', {}, text),
      );
    for (const action of KEY_ACTIONS)
      line(chordLabel(keys[action], this.page.locale()), page.help[action]);
    line(['1–9'], page.help.ground);
    const close = button({}, () => this.toggle(), common.close);
    this.#shown = element(
      'div',
      { class: 'help', role: 'dialog', 'aria-label': page.help.title },
      element('h2', {}, page.help.title),
      list,
      element('p', {}, page.help.where),
      element('div', { class: 'actions' }, close),
    );
    this.layer.append(this.#shown);
    close.focus({ preventScroll: true });
  }
}
