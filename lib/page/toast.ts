import { noticeReach } from '../networks/native';
import { chordLabel } from '../settings/chord';
import type { PageContext } from './context';
import { button, element } from './dom';

/** How long a line stays, milliseconds (ux: ten seconds). */
const STAY_MS = 10_000;
/** Between the network's notice and the line, CSS pixels. */
const ABOVE_NOTICE = 12;

export interface Offer {
  text: string;
  /** Key of the comment it speaks of. */
  key: string;
  /** The digits give another ground while the line stays. */
  grounds: boolean;
  /** Words that need never be marked again, the likeliest first; that one is offered. */
  except: readonly string[];
}

/**
 * The line at the bottom after a record. It never takes focus; screen readers hear it politely. A
 * trouble stays until it is over.
 */
export class Toast {
  readonly #line: HTMLElement;
  #offer: Offer | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #trouble: string | null = null;

  /** Called when the operator takes the exception that is offered. */
  onExcept: () => void = () => undefined;

  constructor(
    private readonly page: PageContext,
    layer: HTMLElement,
  ) {
    this.#line = element('div', {
      class: 'toast',
      role: 'status',
      'aria-live': 'polite',
      hidden: '',
    });
    layer.append(this.#line);
    page.signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The record that the digits and «undo» speak of now, or null when the line is gone. */
  current(): Offer | null {
    return this.#offer;
  }

  /** The operator went on to another comment: the digits speak of that one now. */
  release(): void {
    if (this.#offer === null) return;
    this.#offer = null;
    this.#line.lastElementChild?.remove();
  }

  /** Shows a record with its keys. */
  offer(offer: Offer): void {
    const { toastExcept, toastGround, toastUndo } = this.page.messages().page;
    const { keys } = this.page.settings();
    const label = (chord: string) =>
      chordLabel(chord, this.page.locale()).map((key) => element('kbd', {}, key));
    const [phrase] = offer.except;
    this.#offer = offer;
    this.#show(
      offer.text,
      ...(phrase === undefined
        ? []
        : [
            button(
              { class: 'except' },
              () => this.onExcept(),
              ...label(keys.except),
              toastExcept(phrase),
            ),
          ]),
      element('span', {}, ...label(keys.undo), toastUndo),
      ...(offer.grounds ? [element('span', {}, element('kbd', {}, '1–9'), toastGround)] : []),
    );
  }

  /** Shows a sentence without keys. */
  say(text: string): void {
    this.#offer = null;
    this.#show(text);
  }

  /** Lets the line say `next` where it still says `before`; its keys and its time stay. */
  retell(before: string, next: string): void {
    const words = this.#line.firstElementChild;
    if (words?.textContent === before) words.textContent = next;
    if (this.#offer?.text === before) this.#offer.text = next;
  }

  /** Shows what is wrong until it is over (null). */
  trouble(text: string | null): void {
    this.#trouble = text;
    if (text !== null) this.#show(text);
    else this.#hide();
  }

  #show(text: string, ...keys: Node[]): void {
    clearTimeout(this.#timer);
    this.#line.dataset.tone = text === this.#trouble ? 'trouble' : 'calm';
    this.#line.replaceChildren(element('span', {}, text));
    if (keys.length > 0) this.#line.append(element('div', { class: 'keys' }, ...keys));
    // The network's own notice may offer to take the act back: the line stands above it.
    const reach = noticeReach(this.page.adapter, document);
    this.#line.style.bottom = reach > 0 ? `${reach + ABOVE_NOTICE}px` : '';
    this.#line.hidden = false;
    if (text !== this.#trouble) this.#timer = setTimeout(() => this.#hide(), STAY_MS);
  }

  #hide(): void {
    this.#offer = null;
    if (this.#trouble !== null) this.#show(this.#trouble);
    else this.#line.hidden = true;
  }
}
