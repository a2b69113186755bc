import { element } from './dom';
import { openOverlay } from './overlay';
import { OVERLAY_STYLE } from './style';

/**
 * What must still be told when the watch of a page is over (a pause, an update of the extension): that
 * records are not saved. It stands in an overlay of its own until it is over or the page is left.
 */
export class LastWord {
  #life: AbortController | null = null;

  /** @param theme as the watch was dressed last */
  constructor(private readonly theme: () => string) {}

  /** Shows the sentence; null takes it away. */
  say(sentence: string | null): void {
    this.#life?.abort();
    this.#life = null;
    if (sentence === null) return;
    this.#life = new AbortController();
    const overlay = openOverlay(document, this.#life.signal);
    overlay.addStyle(OVERLAY_STYLE);
    const line = element('div', { class: 'toast', role: 'alert', 'data-tone': 'trouble' });
    line.append(element('span', {}, sentence));
    const layer = element('div', { class: 'layer', 'data-theme': this.theme() });
    layer.append(line);
    overlay.shadow.append(layer);
  }
}
