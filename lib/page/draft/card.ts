import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import { chordLabel } from '../../settings/chord';
import type { Remark } from '../../style/contract';
import type { PageContext } from '../context';
import { button, element } from '../dom';
import type { Field } from './field';
import { crossIcon } from './icons';
import type { Surface } from './surface';
import { sentenceAt } from './timing';

/** Longest piece of a sentence shown on each side of the words, UTF-16 code units. */
const CONTEXT = 90;

export interface CardHandlers {
  accept(remark: Remark, replacement: string): void;
  skipHere(remark: Remark): void;
  never(remark: Remark): void;
  close(): void;
}

/** What the card is opened on. */
export interface CardSubject {
  field: Field;
  /** Text that the remark's indices speak of. */
  text: string;
  remark: Remark;
  /** From 0. */
  index: number;
  total: number;
}

/** The card of one remark. It never takes the focus by itself: the author goes on typing. */
export class TipCard {
  #closing: AbortController | null = null;
  #subject: CardSubject | null = null;
  #first: HTMLElement | null = null;

  constructor(
    private readonly page: PageContext,
    private readonly surface: Surface,
    private readonly handlers: CardHandlers,
  ) {
    page.signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** The remark whose card is open, or null. */
  get remark(): Remark | null {
    return this.#subject?.remark ?? null;
  }

  /** True when the pointer is over the card. */
  isHovered(): boolean {
    return this.surface.layer.querySelector('.tip:hover') !== null;
  }

  /** Opens the card under the words of the remark. */
  open(subject: CardSubject): void {
    this.close();
    const closing = new AbortController();
    this.#closing = closing;
    this.#subject = subject;
    const card = this.#build(subject);
    this.surface.layer.append(card);
    const { field, remark } = subject;
    const anchor = {
      contextElement: field.element,
      getBoundingClientRect: () => union(field.rectsOf(remark)),
      getClientRects: () => field.rectsOf(remark),
    };
    const place = async () => {
      const { x, y } = await computePosition(anchor, card, {
        strategy: 'fixed',
        // Above: below the words stand the network's own buttons («Далее», «Опубликовать»).
        placement: 'top-start',
        middleware: [
          inline(),
          offset(8),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight, elements }) => {
              elements.floating.style.maxHeight = `${Math.max(160, availableHeight)}px`;
            },
          }),
        ],
      });
      card.style.left = `${Math.round(x)}px`;
      card.style.top = `${Math.round(y)}px`;
    };
    const stop = autoUpdate(anchor, card, () => void place());
    closing.signal.addEventListener('abort', () => {
      stop();
      card.remove();
    });
  }

  /** Moves the focus into the card; false when none is open. */
  focus(): boolean {
    this.#first?.focus({ preventScroll: true });
    return this.#first !== null;
  }

  /** Closes the card and gives the focus back to the editor when the card had it. */
  close(): void {
    const field = this.#subject?.field;
    const hadFocus = this.surface.hasFocus();
    this.#closing?.abort();
    this.#closing = null;
    this.#subject = null;
    this.#first = null;
    if (hadFocus && field?.element.isConnected) field.element.focus({ preventScroll: true });
  }

  #build({ text, remark, index, total }: CardSubject): HTMLElement {
    const { common, draft } = this.page.messages();
    const { keys } = this.page.settings();
    const phrase = text.slice(remark.start, remark.end);
    const sample = element('div', { class: 'sample', id: 'draft-sample' });
    const choices = remark.replacements.map((replacement) => {
      const show = () => sample.replaceChildren(this.#preview(text, remark, replacement));
      const choice = button(
        {
          class: 'choice',
          'aria-label': replacement === '' ? draft.leaveOut : draft.replaceBy(replacement),
          'aria-describedby': 'draft-sample',
        },
        () => this.handlers.accept(remark, replacement),
        replacement === '' ? draft.leaveOut : replacement,
      );
      choice.addEventListener('focus', show);
      choice.addEventListener('pointerenter', show);
      return choice;
    });
    choices[0]?.append(this.#keys(keys.acceptRemark));
    const [best] = remark.replacements;
    if (best !== undefined) sample.append(this.#preview(text, remark, best));
    else if (remark.example) sample.append(...this.#example(remark.example));
    else sample.hidden = true;

    const skip = button({}, () => this.handlers.skipHere(remark), draft.notHere);
    skip.append(this.#keys(keys.ignoreRemark));
    const card = element(
      'div',
      { class: 'tip', role: 'dialog', 'aria-label': draft.card },
      element(
        'div',
        { class: 'top' },
        element('p', { class: 'phrase' }, `«${phrase}»`),
        element('span', { class: 'place' }, total > 1 ? draft.place(index + 1, total) : ''),
        button(
          { class: 'quiet', 'aria-label': common.close },
          () => this.handlers.close(),
          crossIcon(),
        ),
      ),
      element('p', { class: 'why' }, remark.why),
      ...(choices.length > 0 ? [element('div', { class: 'choices' }, ...choices)] : []),
      sample,
      element(
        'div',
        { class: 'foot' },
        skip,
        button({}, () => this.handlers.never(remark), draft.never),
      ),
    );
    this.#first = choices[0] ?? skip;
    return card;
  }

  #keys(chord: string): HTMLElement {
    return element('kbd', {}, chordLabel(chord, this.page.locale()).join('+'));
  }

  #preview(text: string, remark: Remark, replacement: string): HTMLElement {
    const { draft } = this.page.messages();
    const sentence = sentenceAt(text, remark.start);
    const end = Math.max(sentenceAt(text, remark.end).end, remark.end);
    const before = text.slice(sentence.start, remark.start);
    let after = text.slice(remark.end, end);
    if (replacement === '' && before.endsWith(' ')) after = after.replace(/^ /, '');
    return element(
      'p',
      {},
      element('span', { class: 'name' }, draft.preview),
      before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before,
      element('b', {}, replacement),
      after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after,
    );
  }

  #example({ before, after }: { before: string; after: string }): HTMLElement[] {
    const { draft } = this.page.messages();
    return [
      element('p', {}, element('span', { class: 'name' }, draft.before), element('s', {}, before)),
      element('p', {}, element('span', { class: 'name' }, draft.after), element('b', {}, after)),
    ];
  }
}

function union(rects: readonly DOMRect[]): DOMRect {
  const [first = new DOMRect()] = rects;
  let { left, top, right, bottom } = first;
  for (const rect of rects) {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top);
    right = Math.max(right, rect.right);
    bottom = Math.max(bottom, rect.bottom);
  }
  return new DOMRect(left, top, right - left, bottom - top);
}
