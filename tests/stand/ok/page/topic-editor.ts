import { h } from '../../vk/page/dom';
import { PEOPLE } from '../../vk/people';
import { installInputScripts, linesIn, writtenIn } from './written';

const DRAFT = 'stand-ok-draft';
/** A draft of the last time comes after so many milliseconds, as from the server. */
const RESTORED_AFTER = 150;
/** The card of a linked page comes after so many milliseconds. */
const CARD_AFTER = 250;
const LINK = /(?:^|\s)((?:https?:\/\/)?[\p{L}\p{N}-]+\.(?:example|ru)\S*)/u;

/**
 * The editor of topics. The site makes its element anew while it is used: when a draft of the last time
 * comes, when the card of a link comes, when the focus leaves it. What counts is what stands in the
 * element that is in the page now.
 */
export class TopicEditor {
  readonly place = h('div', { class: 'posting_cnt' });
  #element = this.#make();
  #linked = '';
  readonly #people = h('ul', {
    class: 'mentions',
    role: 'listbox',
    'aria-label': 'Кого упомянуть',
    hidden: true,
  });

  constructor(private readonly onChange: (text: string) => void) {
    this.place.append(this.#element, this.#people);
    setTimeout(() => {
      const draft = sessionStorage.getItem(DRAFT);
      if (draft && this.text() === '') this.#draw(draft);
    }, RESTORED_AFTER);
  }

  text(): string {
    return writtenIn(this.#element);
  }

  focus(): void {
    this.#element.focus();
  }

  /** What was written is published or thrown away. */
  forget(): void {
    sessionStorage.removeItem(DRAFT);
  }

  #make(): HTMLElement {
    const element = h('div', {
      class: 'posting_itx emoji-tx js-ok-e js-posting-itx ok-posting-handler',
      contenteditable: 'true',
      'data-module': 'postingForm/mediaText',
      'data-placeholder': 'Напишите текст темы',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Текст темы',
    });
    installInputScripts(element);
    element.addEventListener('input', () => this.#written());
    element.addEventListener('focusout', () => {
      // In a turn of its own: the element that loses the focus may be going away by itself.
      setTimeout(() => {
        if (element === this.#element && !element.contains(document.activeElement))
          this.#draw(linesIn(element));
      });
    });
    return element;
  }

  #written(): void {
    const text = this.text();
    sessionStorage.setItem(DRAFT, text);
    this.onChange(text);
    this.#offerPeople();
    const link = LINK.exec(text)?.[1] ?? '';
    if (link === this.#linked) return;
    this.#linked = link;
    if (link === '') return;
    setTimeout(() => {
      if (!this.place.isConnected) return;
      this.#draw(linesIn(this.#element));
      this.place.querySelector('.posting_card')?.remove();
      this.place.append(h('div', { class: 'posting_card' }, `Карточка страницы ${link}`));
    }, CARD_AFTER);
  }

  /** A new element with the same words; the cursor goes to the end, where the site puts it. */
  #draw(text: string): void {
    const focused = this.#element.contains(document.activeElement);
    const next = this.#make();
    for (const line of text.split('\n')) {
      const words = line === '' ? [h('br')] : this.#words(line);
      next.append(h('div', {}, ...words));
    }
    if (text === '') next.replaceChildren();
    this.#element.replaceWith(next);
    this.#element = next;
    this.onChange(text);
    if (!focused) return;
    next.focus({ preventScroll: true });
    getSelection()?.selectAllChildren(next);
    getSelection()?.collapseToEnd();
  }

  /** Emoji as pictures, hashtags as the site marks them. */
  #words(line: string): Node[] {
    const parts = line.split(/(#[\p{L}\p{N}_]+|\p{Extended_Pictographic}\uFE0F?)/u).filter(Boolean);
    return parts.map((part) => {
      if (part.startsWith('#')) return h('span', { class: 'posting_hashtag' }, part);
      if (!/^\p{Extended_Pictographic}/u.test(part)) return new Text(part);
      const code = part.codePointAt(0)?.toString(16);
      return h('img', { class: 'emoji', alt: part, src: `/drawings/emoji/${code}.svg`, width: 16 });
    });
  }

  /** A list of people while one types a name after @; the chosen one becomes a part that stays whole. */
  #offerPeople(): void {
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    const typed =
      anchorNode instanceof Text
        ? /@(\p{L}*)$/u.exec(anchorNode.data.slice(0, anchorOffset))?.[1]
        : undefined;
    const found = Object.values(PEOPLE).filter(
      ({ name }) => typed !== undefined && name.toLowerCase().startsWith(typed.toLowerCase()),
    );
    this.#people.hidden = typed === undefined || found.length === 0;
    this.#people.replaceChildren(
      ...found.slice(0, 4).map((person) => {
        const item = h('li', { role: 'option', class: 'mentions_i' }, person.name);
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          if (!(anchorNode instanceof Text) || anchorOffset === undefined) return;
          getSelection()?.setBaseAndExtent(
            anchorNode,
            anchorOffset - (typed?.length ?? 0) - 1,
            anchorNode,
            anchorOffset,
          );
          document.execCommand(
            'insertHTML',
            false,
            `<span class="js-mention" data-id="${person.id}" contenteditable="false">${person.name}</span>&nbsp;`,
          );
          this.#people.hidden = true;
        });
        return item;
      }),
    );
  }
}
