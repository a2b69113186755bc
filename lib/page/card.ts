import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { CRITERIA, type Finding } from '../moderation/contract';
import { suggestedGround } from '../regulation/profile';
import { guessGround } from './action';
import type { PageContext } from './context';
import { button, element } from './dom';
import { ownRegulation } from './own-regulation';
import { type Judged, type PageStore, violationNumber } from './state';
import type { Verdicts } from './verdicts';
import { wordsOf } from './words';

/** Longest quotation of found words shown in the card, UTF-16 code units. */
const QUOTE_LIMIT = 120;
/** So many different words and reasons of one criterion are enough to decide. */
const WORDS_LIMIT = 8;
const WHY_LIMIT = 3;

/** The opened chip: what was found, why, and what can be done. One card at a time. */
export class Card {
  #closing: AbortController | null = null;

  /** @param openMenu opens the network's own menu of a comment */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly verdicts: Verdicts,
    private readonly layer: HTMLElement,
    private readonly openMenu: (key: string) => void,
    private readonly openPanel: () => void,
  ) {
    page.signal.addEventListener('abort', () => this.close());
  }

  isOpen(): boolean {
    return this.#closing !== null;
  }

  /** Opens the card of a comment beside `anchor` and moves the focus into it. */
  open(key: string, anchor: Element, focus: 'actions' | 'note' = 'actions'): void {
    this.close();
    const judged = this.store.getState().comments.get(key);
    if (!judged) return;
    const closing = new AbortController();
    this.#closing = closing;
    const { card, record, note } = this.#build(key, judged);
    this.layer.append(card);
    const place = async () => {
      const { x, y } = await computePosition(anchor, card, {
        placement: 'bottom-end',
        middleware: [offset(6), flip(), shift({ crossAxis: true, padding: 8 })],
      });
      card.style.left = `${x}px`;
      card.style.top = `${y}px`;
    };
    const stopPlacing = autoUpdate(anchor, card, () => void place());
    closing.signal.addEventListener('abort', () => {
      stopPlacing();
      card.remove();
    });
    card.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
      if (anchor instanceof HTMLElement) anchor.focus();
    });
    addEventListener(
      'pointerdown',
      (event) => {
        if (!this.page.overlay.owns(event.target)) this.close();
      },
      { signal: closing.signal, capture: true },
    );
    (focus === 'note' ? note : record).focus({ preventScroll: true });
  }

  /** Closes the card if one is open. */
  close(): void {
    this.#closing?.abort();
    this.#closing = null;
  }

  #build(key: string, judged: Judged) {
    const page = wordsOf(this.page.messages(), judged.comment);
    const title = judged.findings.length > 0 ? page.cardTitle : page.noFindings;
    const act = (verdict: () => void) => () => {
      verdict();
      this.close();
    };
    const ground = this.#groundField(judged);
    const hides = this.page.adapter.removalOf?.(judged.comment, document) === 'hide';
    const record = button(
      { class: 'primary', title: hides ? page.recordHiddenHint : page.recordHint },
      act(() => this.verdicts.removed(key, ground.value)),
      hides ? page.recordHidden : page.record,
    );
    const note = element('textarea', {
      id: 'note',
      placeholder: page.notePlaceholder,
      maxlength: '10000',
    });
    const saveNote = act(() => this.verdicts.note(key, note.value));
    note.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveNote();
    });
    const card = element(
      'div',
      { class: 'card', role: 'dialog', 'aria-label': title },
      element('h2', {}, title),
      element('p', { class: 'author' }, this.#authorLine(judged)),
      ...(judged.findings.length > 0 ? this.#findings(judged) : [this.#checked()]),
      element(
        'div',
        { class: 'ground' },
        element('label', { for: 'ground' }, page.chooseGround),
        ground,
      ),
      element(
        'div',
        { class: 'actions' },
        record,
        button(
          {},
          act(() => this.verdicts.keep(key)),
          page.keep,
        ),
        button(
          {},
          act(() => this.openMenu(key)),
          page.openMenu,
        ),
        button({}, act(this.openPanel), page.showPanel),
      ),
      element(
        'div',
        { class: 'note' },
        element('label', { for: 'note' }, page.note),
        note,
        button({}, saveNote, page.saveNote),
      ),
    );
    return { card, record, note };
  }

  #authorLine(judged: Judged): string {
    const { page } = this.page.messages();
    const name = judged.comment.author || page.unknownAuthor;
    if (judged.standing?.blacklisted) return `${name} · ${page.blacklisted}`;
    const number = violationNumber(judged);
    return number === null ? name : `${name} · ${page.repeated(number)}`;
  }

  #checked(): HTMLElement {
    const { common, page } = this.page.messages();
    const { criteria } = this.page.settings();
    const names = CRITERIA.filter((criterion) => criteria[criterion]).map((criterion) =>
      common.criterion[criterion].toLocaleLowerCase(this.page.locale()),
    );
    return element('p', { class: 'why' }, page.noFindingsWhy(names.join(', ')));
  }

  /** One section a criterion and strength, with all its words: ten slurs are one reason. */
  #findings(judged: Judged): HTMLElement[] {
    const { common, page } = this.page.messages();
    const reasons = Map.groupBy(
      judged.findings,
      ({ criterion, strength, ground = '' }) => `${criterion} ${strength} ${ground}`,
    );
    return [...reasons.values()].map((findings) => {
      const [finding] = findings as [Finding];
      const { criterion, strength } = finding;
      const clause = suggestedGround(ownRegulation(), finding)?.clause ?? '';
      const words = new Set(findings.map(({ start, end }) => this.#quote(judged, start, end)));
      const why = new Set(findings.map((finding) => finding.why));
      return element(
        'section',
        { class: 'finding' },
        element(
          'div',
          { class: 'head' },
          page.chip(common.criterion[criterion], clause),
          element('span', { class: 'strength' }, page.strength[strength]),
        ),
        element('p', { class: 'words' }, [...words].slice(0, WORDS_LIMIT).join(', ')),
        ...[...why].slice(0, WHY_LIMIT).map((text) => element('p', { class: 'why' }, text)),
      );
    });
  }

  #quote({ comment }: Judged, start: number, end: number): string {
    const words = comment.text.slice(start, end);
    return `«${words.length > QUOTE_LIMIT ? `${words.slice(0, QUOTE_LIMIT)}…` : words}»`;
  }

  #groundField(judged: Judged): HTMLSelectElement {
    const { page } = this.page.messages();
    const select = element('select', { id: 'ground' });
    const chosen =
      judged.done?.ground ??
      guessGround(ownRegulation(), judged.findings)?.id ??
      this.verdicts.lastGround() ??
      ownRegulation().grounds[0]?.id;
    for (const [index, ground] of ownRegulation().grounds.entries()) {
      const option = element(
        'option',
        { value: ground.id },
        `${index + 1}. ${page.ground(ground.title[this.page.locale()], ground.clause)}`,
      );
      option.selected = ground.id === chosen;
      select.append(option);
    }
    return select;
  }
}
