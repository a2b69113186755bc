import {
  guessParts,
  likelyComment,
  PARTS,
  type Part,
  type Parts,
} from '../../networks/comment-parts';
import { lineOf } from '../../networks/read';
import { addTaught } from '../../settings/taught';
import type { PageContext } from '../context';
import { button, element } from '../dom';
import { Choice } from './choice';
import { type Frame, Glass } from './glass';
import { type Preview, planLesson } from './plan';
import { LESSON_STYLE } from './style';

/** Comments that are shown in words before they are learned. */
const SAMPLES = 3;

/** Between the card and the edge of the window, CSS pixels; as in the style. */
const MARGIN = 20;

/** What the operator is asked for; `found` shows what would be learned. */
type Step = 'comment' | Part | 'found' | 'lost';

/** Keys of the lesson; physical, so that they work in every layout. */
const KEYS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape']);

/**
 * A lesson: the operator shows one comment, Vakhta says which others it would find, and keeps the way.
 * The rules:
 * - a pane lies over the page, which neither hears nor feels the lesson;
 * - what can be guessed is guessed and shown; only what is missing is asked for;
 * - everything goes by mouse and by arrows, Enter and Escape;
 * - nothing is kept before the operator says so.
 */
class Lesson {
  readonly #ending = new AbortController();
  readonly #card = element('section', { class: 'lesson', role: 'dialog', tabindex: '-1' });
  readonly #title = element('h2');
  /** What is chosen, in words. */
  readonly #chosen = element('p', { class: 'chosen', 'aria-live': 'polite' });
  /** Takes what is chosen; of the step that is shown. */
  #taking: HTMLButtonElement | null = null;
  readonly #glass: Glass;
  #step: Step = 'comment';
  #choice = new Choice();
  #root: Element | null = null;
  #parts: Parts = { author: null, text: null, link: null };
  /** Parts that the operator was asked for already, or had nothing to show for. */
  readonly #asked = new Set<Part>();
  #previews: readonly Preview[] = [];
  #at = 0;
  #trouble: string | null = null;

  /**
   * @param layer the overlay's layer
   * @param onTaught the operator has agreed; called before the lesson is stored
   * @param onEnd the lesson is over, whatever came of it
   */
  constructor(
    private readonly page: PageContext,
    layer: HTMLElement,
    private readonly onTaught: () => void,
    onEnd: () => void,
  ) {
    const { signal } = this.#ending;
    const end = () => this.#ending.abort();
    page.signal.addEventListener('abort', end, { once: true, signal });
    signal.addEventListener(
      'abort',
      () => {
        this.#card.remove();
        onEnd();
      },
      { once: true },
    );
    this.#glass = new Glass(
      layer,
      (node) => page.overlay.owns(node),
      {
        onPoint: (target) => this.#point(target),
        onPick: (target) => {
          this.#point(target);
          this.#take();
        },
      },
      signal,
    );
    layer.append(this.#card);
    addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
    this.#ask('comment');
  }

  #words() {
    return this.page.messages().teaching;
  }

  // ── What is pointed at ─────────────────────────────────────────────────────────────────────────

  #point(target: Element): void {
    if (this.#step === 'found' || this.#step === 'lost') return;
    this.#choose(this.#step === 'comment' ? likelyComment(target) : target);
  }

  #choose(target: Element): void {
    if (this.#choice.at === target || !this.#choice.go(target)) return;
    this.#show();
  }

  #take(): void {
    const { at } = this.#choice;
    if (!at || this.#step === 'found' || this.#step === 'lost') return;
    if (this.#step === 'comment') {
      this.#root = at;
      this.#parts = guessParts(at);
      this.#asked.clear();
    } else {
      this.#parts = { ...this.#parts, [this.#step]: at };
      this.#asked.add(this.#step);
    }
    this.#next();
  }

  /** Asks for the next part that could not be guessed, else shows what would be learned. */
  #next(): void {
    const missing = PARTS.find((part) => this.#parts[part] === null && !this.#asked.has(part));
    if (missing) this.#ask(missing);
    else this.#plan();
  }

  #ask(step: 'comment' | Part): void {
    this.#step = step;
    this.#choice = new Choice(step === 'comment' ? null : this.#root);
    this.#trouble = null;
    if (step === 'comment') this.#asked.clear();
    else if (this.#parts[step]) this.#choice.go(this.#parts[step]);
    this.#draw();
  }

  #skip(): void {
    if (this.#step !== 'author' && this.#step !== 'text' && this.#step !== 'link') return;
    this.#parts = { ...this.#parts, [this.#step]: null };
    this.#asked.add(this.#step);
    this.#next();
  }

  /** Without a name and an address nothing tells one comment from another. */
  #maySkip(): boolean {
    if (this.#step === 'author') return this.#parts.link !== null || !this.#asked.has('link');
    return this.#step === 'text' || (this.#step === 'link' && this.#parts.author !== null);
  }

  #plan(): void {
    const { previews, best } = this.#root
      ? planLesson(this.#root, this.#parts)
      : { previews: [], best: 0 };
    this.#previews = previews;
    this.#at = best;
    this.#step = previews.length > 0 ? 'found' : 'lost';
    this.#draw();
  }

  async #remember(): Promise<void> {
    const preview = this.#previews[this.#at];
    if (!preview) return;
    try {
      this.onTaught();
      await addTaught([preview.taught]);
      this.#ending.abort();
    } catch {
      this.#trouble = this.#words().failed;
      this.#draw();
    }
  }

  // ── Keys ───────────────────────────────────────────────────────────────────────────────────────

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || !KEYS.has(event.code)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A button of the card that has the focus is pressed by its own key.
    const focused = this.page.overlay.shadow.activeElement;
    const isOnButton = this.#card.contains(focused) && focused?.localName === 'button';
    if (event.code === 'Enter' && isOnButton) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.code === 'Escape') this.#ending.abort();
    else if (this.#step === 'found') this.#onResultKey(event.code);
    else if (this.#step !== 'lost') this.#onChoiceKey(event.code);
  }

  #onResultKey(code: string): void {
    if (code === 'Enter') void this.#remember();
    if (code === 'ArrowUp') this.#go(1);
    if (code === 'ArrowDown') this.#go(-1);
  }

  #onChoiceKey(code: string): void {
    if (code === 'Enter') {
      this.#take();
      return;
    }
    const choice = this.#choice;
    if (!choice.at) choice.go(this.#first());
    else if (code === 'ArrowUp') choice.wider();
    else if (code === 'ArrowDown') choice.narrower();
    else choice.beside(code === 'ArrowRight' ? 1 : -1);
    choice.at?.scrollIntoView({ block: 'nearest' });
    this.#show();
  }

  /** Where the keys begin: inside the comment, else in the middle of the window. */
  #first(): Element | null {
    if (this.#root && this.#step !== 'comment') return this.#root.firstElementChild;
    const middle = document
      .elementsFromPoint(innerWidth / 2, innerHeight / 2)
      .find((node) => !this.page.overlay.owns(node));
    return middle ? likelyComment(middle) : null;
  }

  /** To a wider (1) or narrower (-1) way of finding. */
  #go(by: 1 | -1): void {
    if (!this.#previews[this.#at + by]) return;
    this.#at += by;
    this.#draw();
  }

  // ── What is drawn ──────────────────────────────────────────────────────────────────────────────

  /** The frames and the words of the choice, while the card stays. */
  #show(): void {
    const words = this.#words();
    const { at } = this.#choice;
    this.#chosen.textContent = at ? lineOf(at) || words.noWords : words.nothing;
    if (this.#taking) this.#taking.disabled = at === null;
    const frames: Frame[] = [];
    const isPart = this.#step === 'author' || this.#step === 'text' || this.#step === 'link';
    if (isPart && this.#root) frames.push({ target: this.#root, kind: 'found' });
    const parts = this.#step === 'comment' && at ? guessParts(at) : isPart ? this.#parts : null;
    if (parts) frames.push(...this.#partFrames(parts));
    if (at) frames.push({ target: at, kind: 'chosen' });
    this.#glass.show(frames);
    this.#stepAside(at);
  }

  #partFrames(parts: Parts): Frame[] {
    const names = this.#words().parts;
    return PARTS.flatMap((part) => {
      const target = parts[part];
      return target && part !== this.#step ? [{ target, kind: 'part', tag: names[part] }] : [];
    });
  }

  /** The card stands where it lies less on what is chosen. */
  #stepAside(at: Element | null): void {
    if (!at) return;
    const { width } = this.#card.getBoundingClientRect();
    const { left, right } = at.getBoundingClientRect();
    const reach = width + MARGIN;
    const covers = {
      left: Math.max(0, reach - left),
      right: Math.max(0, right - innerWidth + reach),
    };
    this.#card.dataset.side = covers.left < covers.right ? 'left' : 'right';
  }

  #draw(): void {
    const parts =
      this.#step === 'found'
        ? this.#resultCard()
        : this.#step === 'lost'
          ? this.#lostCard()
          : this.#askCard(this.#step);
    const trouble =
      this.#trouble === null
        ? []
        : [element('p', { class: 'trouble', role: 'alert' }, this.#trouble)];
    this.#card.replaceChildren(this.#title, ...parts, ...trouble);
    this.#card.setAttribute('aria-label', this.#title.textContent ?? '');
    this.#glass.still = this.#step === 'found' || this.#step === 'lost';
    this.#card.focus({ preventScroll: true });
    if (this.#step === 'found') this.#showFound();
    else if (this.#step === 'lost') this.#glass.show([]);
    else this.#show();
  }

  #askCard(step: 'comment' | Part): Node[] {
    const words = this.#words();
    const { title, say } = words[step];
    const take = step === 'comment' ? words.take : words.takePart;
    this.#title.textContent = title;
    this.#taking = button({ class: 'primary' }, () => this.#take(), take);
    return [
      element('p', { class: 'say' }, say),
      this.#chosen,
      element(
        'div',
        { class: 'row' },
        this.#taking,
        ...(this.#maySkip() ? [button({}, () => this.#skip(), words.skip)] : []),
        this.#leaveButton(),
      ),
      this.#keyHints(),
    ];
  }

  #leaveButton(): HTMLElement {
    return button({ class: 'quiet' }, () => this.#ending.abort(), this.#words().leave);
  }

  #keyHints(): HTMLElement {
    const { keys } = this.#words();
    const hint = (names: string[], text: string) =>
      element('span', {}, ...names.map((name) => element('kbd', {}, name)), text);
    return element(
      'p',
      { class: 'keys' },
      hint(['↑'], keys.wider),
      hint(['↓'], keys.narrower),
      hint(['←', '→'], keys.beside),
      hint(['Enter'], keys.take),
      hint(['Esc'], keys.leave),
    );
  }

  #againButton(): HTMLElement {
    return button({}, () => this.#ask('comment'), this.#words().again);
  }

  #lostCard(): Node[] {
    const words = this.#words();
    this.#title.textContent = words.notFound;
    return [
      element('p', { class: 'say' }, words.notFoundSay),
      element('div', { class: 'row' }, this.#againButton(), this.#leaveButton()),
    ];
  }

  #resultCard(): Node[] {
    const words = this.#words();
    const preview = this.#previews[this.#at];
    if (!preview) return [];
    const other = (by: 1 | -1) => {
      const next = this.#previews[this.#at + by];
      const name = by === 1 ? words.wider : words.narrower;
      return next ? [button({}, () => this.#go(by), name(next.count))] : [];
    };
    this.#title.textContent = words.found(preview.count);
    return [
      element('p', { class: 'say' }, words.foundSay),
      element('ul', { class: 'samples' }, ...preview.found.slice(0, SAMPLES).map(this.#sample)),
      ...(preview.weak ? [element('p', { class: 'say' }, words.weak)] : []),
      element(
        'div',
        { class: 'parts' },
        element('span', {}, words.showAgain),
        ...PARTS.map((part) => button({}, () => this.#ask(part), words.parts[part])),
        ...other(-1),
        ...other(1),
      ),
      element(
        'div',
        { class: 'row' },
        button({ class: 'primary' }, () => void this.#remember(), words.remember),
        this.#againButton(),
        this.#leaveButton(),
      ),
    ];
  }

  readonly #sample = ({ comment }: Preview['found'][number]): HTMLElement => {
    const words = this.#words();
    const orNone = (text: string, none: string) => (text === '' ? none : text);
    return element(
      'li',
      {},
      element('b', {}, orNone(comment.author, words.noAuthor)),
      element(
        'div',
        comment.text === '' ? { class: 'words none' } : { class: 'words' },
        orNone(comment.text, words.onlyPicture),
      ),
      element('div', { class: 'where' }, orNone(comment.time, words.noLink)),
    );
  };

  #showFound(): void {
    const preview = this.#previews[this.#at];
    if (!preview) return;
    this.#stepAside(this.#root);
    this.#glass.show([
      ...preview.found.map(({ root }): Frame => ({ target: root, kind: 'found' })),
      ...(this.#root ? this.#partFrames(this.#parts) : []),
    ]);
  }
}

/** Lessons of one page: one at a time. */
export class Lessons {
  #isOpen = false;

  constructor(
    private readonly page: PageContext,
    private readonly layer: HTMLElement,
    private readonly onTaught: () => void,
  ) {
    page.overlay.addStyle(LESSON_STYLE);
  }

  /** Begins a lesson unless one is open. */
  begin(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    new Lesson(this.page, this.layer, this.onTaught, () => {
      this.#isOpen = false;
    });
  }
}
