import { button, element } from '../dom';
import type { Surface } from './surface';

/** How long a sentence stays, milliseconds. */
const STAY_MS = 7_000;

/** One quiet sentence at the bottom of the page about the draft. It never takes the focus. */
export class Word {
  readonly #line = element('div', { class: 'word', role: 'status', hidden: '' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(surface: Surface, signal: AbortSignal) {
    surface.layer.append(this.#line);
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** Says it, with one thing to do about it if there is any. */
  say(text: string, offer?: { name: string; act(): void }): void {
    clearTimeout(this.#timer);
    this.#line.replaceChildren(element('span', {}, text));
    if (offer) {
      const act = () => {
        this.#hide();
        offer.act();
      };
      this.#line.append(button({}, act, offer.name));
    }
    this.#line.hidden = false;
    this.#timer = setTimeout(() => this.#hide(), STAY_MS);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#line.hidden = true;
  }
}
