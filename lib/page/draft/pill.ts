import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { Remark, Review } from '../../style/contract';
import type { PageContext } from '../context';
import { button, element } from '../dom';
import { afterLayoutRunner } from '../soon';
import type { Field } from './field';
import { dial, tickIcon } from './icons';
import { coversWords, freePlace, LAST_RESORT, pillPlaces, shownBox } from './pill-place';
import type { Surface } from './surface';

/** Whether the corner is still free is asked no more often than this, milliseconds. */
const LOOK_EVERY_MS = 250;
/**
 * Asking what lies under a corner costs milliseconds on a large page: that waits until nothing was written
 * for so long, milliseconds.
 */
const REST_MS = 600;

/** What the pill tells of a draft. */
export interface PillView {
  text: string;
  review: Review;
  remarks: readonly Remark[];
}

const isSameBox = (one: DOMRect | null, other: DOMRect) =>
  one?.left === other.left &&
  one.top === other.top &&
  one.right === other.right &&
  one.bottom === other.bottom;

/** The pill at the editor's corner: score and number of remarks; it opens their list. */
export class Pill {
  readonly #pill: HTMLButtonElement;
  #field: Field | null = null;
  #view: PillView | null = null;
  #stopFollowing: (() => void) | null = null;
  #closingList: AbortController | null = null;
  /** Index of the editor's corner where the pill stands. */
  #corner = LAST_RESORT;
  #lastLook = Number.NEGATIVE_INFINITY;
  /** What was seen of the editor when a free corner was looked for; null when that is due. */
  #box: DOMRect | null = null;
  /** The browser was asked whether anything lies under the corner. */
  #isSure = false;
  #nextLook: ReturnType<typeof setTimeout> | undefined;
  readonly #lookAfterLayout: () => void;
  /** `performance.now()` when the text was last seen to have changed. */
  #wrote = Number.NEGATIVE_INFINITY;

  /** @param onChoose the operator chose a remark in the list */
  constructor(
    private readonly page: PageContext,
    private readonly surface: Surface,
    private readonly onChoose: (remark: Remark) => void,
  ) {
    this.#pill = button(
      { class: 'pill', hidden: '', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      () => (this.#closingList ? this.closeList() : this.#openList()),
    );
    surface.layer.append(this.#pill);
    this.#lookAfterLayout = afterLayoutRunner(page.signal, () => this.#lookForCorner());
    page.signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  /** Shows the pill at the field's corner. */
  show(field: Field, view: PillView): void {
    const sameField = this.#field === field;
    const listWasOpen = this.#closingList !== null;
    if (!sameField || this.#view?.text !== view.text) this.#wrote = performance.now();
    this.#field = field;
    this.#view = view;
    this.#draw(view);
    if (!sameField || !this.#stopFollowing) this.#follow(field);
    this.#pill.hidden = false;
    if (listWasOpen) this.#openList();
  }

  /** From now on the pill goes with the field. */
  #follow(field: Field): void {
    this.#stopFollowing?.();
    this.#lastLook = Number.NEGATIVE_INFINITY;
    this.#box = null;
    // Not seen before the next frame: asking for its place here would lay the whole page out.
    this.#pill.style.visibility = 'hidden';
    this.#lookAfterLayout();
    let isCalledAtOnce = true;
    this.#stopFollowing = autoUpdate(field.element, this.#pill, () => {
      if (isCalledAtOnce) return;
      field.follow();
      this.#place();
    });
    isCalledAtOnce = false;
  }

  /** Takes the pill and its list away. */
  hide(): void {
    this.closeList();
    clearTimeout(this.#nextLook);
    this.#lastLook = Number.NEGATIVE_INFINITY;
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#field = null;
    this.#pill.hidden = true;
  }

  isListOpen(): boolean {
    return this.#closingList !== null;
  }

  closeList(): void {
    const hadFocus = this.surface.hasFocus();
    this.#closingList?.abort();
    this.#closingList = null;
    this.#pill.setAttribute('aria-expanded', 'false');
    if (hadFocus) this.#field?.element.focus({ preventScroll: true });
  }

  #draw({ review, remarks }: PillView): void {
    const { draft } = this.page.messages();
    const left = remarks.length;
    const score = Math.round(review.score);
    // Most keystrokes change neither, and drawing costs the page a layout.
    if (this.#pill.title === draft.pill(score, left)) return;
    this.#pill.toggleAttribute('data-clean', left === 0);
    this.#pill.setAttribute('aria-label', draft.pill(score, left));
    this.#pill.title = draft.pill(score, left);
    this.#pill.replaceChildren(
      dial(score),
      element('span', {}, String(score)),
      left === 0 ? tickIcon() : element('span', { class: 'left' }, String(left)),
    );
  }

  /** Follows the editor at once; whether its corner is still the best one may wait. */
  #place(): void {
    this.#stand();
    this.#lookIn(this.#lastLook + LOOK_EVERY_MS - performance.now());
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#nextLook);
    if (milliseconds <= 0) this.#lookAfterLayout();
    else this.#nextLook = setTimeout(this.#lookAfterLayout, milliseconds);
  }

  /**
   * Another corner is chosen only where the editor has moved or words have come under the pill: by boxes
   * while the author writes, and by what lies there once the text stands still.
   */
  #lookForCorner(): void {
    const field = this.#field;
    const box = field && shownBox(field.element);
    const places = box && pillPlaces(field, this.#pill, box);
    if (!places) return;
    this.#lastLook = performance.now();
    const isAtRest = this.#lastLook - this.#wrote >= REST_MS;
    const place = places[this.#corner];
    const stays =
      isSameBox(this.#box, box) && place !== undefined && !coversWords(place, field, this.#pill);
    if (!stays || (isAtRest && !this.#isSure)) {
      this.#box = box;
      this.#isSure = isAtRest;
      const isOurs = (node: Element) => this.page.overlay.owns(node);
      this.#corner = freePlace(places, field, this.#pill, isAtRest ? isOurs : null);
    }
    this.#stand();
    if (!this.#isSure) this.#lookIn(REST_MS);
  }

  #stand(): void {
    const field = this.#field;
    if (!field) return;
    const place = pillPlaces(field, this.#pill)?.[this.#corner];
    this.#pill.style.visibility = place ? '' : 'hidden';
    if (!place) return;
    this.#pill.style.left = `${Math.round(place.x)}px`;
    this.#pill.style.top = `${Math.round(place.y)}px`;
  }

  #openList(): void {
    const view = this.#view;
    if (!view) return;
    this.#closingList?.abort();
    const closing = new AbortController();
    this.#closingList = closing;
    const list = this.#buildList(view);
    this.surface.layer.append(list);
    this.#pill.setAttribute('aria-expanded', 'true');
    const stop = autoUpdate(this.#pill, list, async () => {
      const { x, y } = await computePosition(this.#pill, list, {
        strategy: 'fixed',
        // Beside the editor where there is room: the author's own words are worth seeing.
        placement: 'right-end',
        middleware: [
          offset(8),
          flip({ padding: 8, fallbackPlacements: ['bottom-end', 'top-end'] }),
          shift({ padding: 8 }),
        ],
      });
      list.style.left = `${Math.round(x)}px`;
      list.style.top = `${Math.round(y)}px`;
    });
    closing.signal.addEventListener('abort', () => {
      stop();
      list.remove();
    });
  }

  #buildList({ text, review, remarks }: PillView): HTMLElement {
    const { draft } = this.page.messages();
    const facts = [
      draft.score(Math.round(review.score)),
      draft.reading(Math.max(1, Math.round(review.readability.readingSeconds))),
    ].join(' · ');
    const items = remarks.map((remark) => {
      const [best] = remark.replacements;
      const words = element('span', { class: 'words' }, text.slice(remark.start, remark.end));
      if (best !== undefined) words.append(element('i', {}, best === '' ? draft.leaveOut : best));
      const because = element('span', { class: 'because' }, remark.why);
      return element(
        'li',
        {},
        button(
          {},
          () => {
            this.closeList();
            this.onChoose(remark);
          },
          words,
          because,
        ),
      );
    });
    return element(
      'div',
      { class: 'tips', role: 'dialog', 'aria-label': draft.list },
      element('h2', {}, items.length > 0 ? draft.remarks(items.length) : draft.score(review.score)),
      element('p', { class: 'facts' }, facts),
      items.length > 0
        ? element('ol', {}, ...items)
        : element('p', { class: 'clean' }, draft.clean),
    );
  }
}
