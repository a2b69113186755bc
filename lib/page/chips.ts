import type { Criterion } from '../moderation/contract';
import { menuToggleOf } from '../networks/open-menu';
import { commentRoots } from '../networks/roots';
import { suggestedGround } from '../regulation/profile';
import { LOOKS } from '../settings/looks';
import type { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import { Covers, HOLDS_MS, TURN_EVERY_MS } from './covers';
import { button, element } from './dom';
import { ownRegulation } from './own-regulation';
import { afterFrameRunner } from './soon';
import { type Judged, type PageStore, violationNumber } from './state';
import { wordsOf } from './words';

/** CSS pixels; the height is that of `.chip` in style.ts. */
const GAP = 6;
const CHIP_HEIGHT = 24;
/** In a narrower comment a whole chip would lie on the network's buttons: only its letter stands there. */
const NARROW = 420;
/** CSS pixels of a chip with the letter alone, as in style.ts. */
const LETTER_WIDTH = 28;
/** What changes somewhere else in the page moves comments at most so much later, milliseconds. */
const LATER_MS = 250;
/**
 * While the page scrolls, chips are laid out this often, milliseconds: they go with the page, and new
 * ones are made long before they come into sight.
 */
const SCROLL_MS = 300;
/** While a crowd of comments is read chips are laid out this often, milliseconds: each time asks the page. */
const CROWD_MS = 100;
/** What goes under the page's header is hidden so soon, milliseconds: each change paints the page anew. */
const SLIDE_MS = 150;
/** The network's own controls stand in the right corner of a comment: they must stay free. */
const CONTROLS_WIDTH = 44;

interface Chip {
  node: HTMLButtonElement;
  /** What it shows and in which language, to tell whether it must be drawn anew. */
  judged: Judged | null;
  locale: string;
  /** All words on it. */
  words: string;
  /** CSS pixels. */
  width: number;
  /** Where it is asked whether the page lies over it: CSS pixels from the page's left and top. */
  x: number;
  y: number;
}

/**
 * The chips at the right edge of flagged comments, in the overlay. Only comments near the viewport
 * have one. Positions are read together and written together, at most once a frame.
 */
export class Chips {
  readonly #chips = new Map<string, Chip>();
  readonly #covers: Covers;
  /** CSS pixels by the words: measuring one that was just drawn makes the browser lay the page out. */
  readonly #widths = new Map<string, number>();
  readonly #outline = element('div', { class: 'outline', hidden: '' });
  readonly #hoverMark: HTMLButtonElement;
  /** Where flagged comments stood when they were last seen: CSS pixels from the top of the page. */
  readonly #tops = new Map<string, number>();
  #hovered: { key: string; root: Element } | null = null;
  /** What is to be done after the next frame. */
  readonly #asked = new Set<'layout' | 'layout if moved' | 'slide'>();
  readonly #run: () => void;
  /** What was drawn last of the comments near the window, and which of them was current. */
  #drawn = new Map<string, Judged>();
  #drawnCurrent: string | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  #turn: ReturnType<typeof setTimeout> | undefined;
  /** `performance.now()` of the next turn. */
  #due = Number.POSITIVE_INFINITY;
  /**
   * Answers about covers from then on hold, `performance.now()`, until each comment in the window was asked
   * about once; null between two such rounds.
   */
  #round: number | null = null;
  /** The page has changed or scrolled during a round: another one is due. */
  #isRoundOld = false;
  #laidOut = Number.NEGATIVE_INFINITY;
  #slid = Number.NEGATIVE_INFINITY;

  /**
   * @param layer the overlay's layer
   * @param open opens the card of a comment beside its chip or hover mark
   */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly marks: CommentMarks,
    private readonly layer: HTMLElement,
    private readonly open: (key: string, anchor: HTMLElement) => void,
  ) {
    const { signal } = page;
    this.#covers = new Covers(page.overlay);
    this.#hoverMark = button(
      { class: 'hover-mark', hidden: '' },
      () => {
        if (this.#hovered) this.open(this.#hovered.key, this.#hoverMark);
      },
      '+',
    );
    layer.append(this.#outline, this.#hoverMark);
    this.#run = afterFrameRunner(signal, () => this.#answer());
    const layout = () => this.layout();
    marks.onNearChange = (isUrgent) => (isUrgent ? layout() : this.#layoutInTurn(SCROLL_MS));
    addEventListener(
      'scroll',
      ({ target }) => {
        if (target !== document) {
          layout();
          return;
        }
        this.#isRoundOld = this.#round !== null;
        // Chips go with the page by themselves.
        this.#slideSoon();
        this.#layoutInTurn(SCROLL_MS);
      },
      { signal, capture: true, passive: true },
    );
    addEventListener(
      'resize',
      () => {
        this.#widths.clear();
        layout();
      },
      { signal, passive: true },
    );
    const sizes = new ResizeObserver(layout);
    sizes.observe(document.body);
    const unsubscribe = store.subscribe(({ current }) => {
      if (current !== this.#drawnCurrent) layout();
      else if (this.#isOld()) this.#layoutInTurn(CROWD_MS);
    });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      unsubscribe();
      clearTimeout(this.#later);
      clearTimeout(this.#turn);
    });
  }

  /** Asks for a layout at once, or where one has just been, `every` milliseconds after it. */
  #layoutInTurn(every: number): void {
    const due = this.#laidOut + every;
    if (due >= this.#due) return;
    clearTimeout(this.#turn);
    this.#due = due;
    const wait = due - performance.now();
    if (wait <= 0) this.#ask('layout');
    else this.#turn = setTimeout(() => this.#ask('layout'), wait);
  }

  #slideSoon(): void {
    const now = performance.now();
    if (now - this.#slid < SLIDE_MS) return;
    this.#slid = now;
    this.#ask('slide');
  }

  /** Hides what the page has scrolled under its header, and shows what came out. */
  #slide(): void {
    const [left, top] = [scrollX, scrollY];
    for (const { node, x, y } of this.#chips.values()) {
      const isUnder = this.#covers.isUnder(x - left, y - top);
      const visibility = isUnder && !node.matches(':focus') ? 'hidden' : '';
      if (node.style.visibility !== visibility) node.style.visibility = visibility;
    }
  }

  /** Asks for a new layout after the next frame. */
  layout(): void {
    this.#isRoundOld = this.#round !== null;
    this.#ask('layout');
  }

  /** Asks for a new layout before long, if comments have moved by then; many calls are one. */
  layoutLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      this.#ask('layout if moved');
    }, LATER_MS);
  }

  #ask(what: 'layout' | 'layout if moved' | 'slide'): void {
    this.#asked.add(what);
    this.#run();
  }

  #answer(): void {
    const asked = new Set(this.#asked);
    this.#asked.clear();
    if (asked.has('layout') || (asked.has('layout if moved') && this.#haveMoved())) this.#layout();
    else if (asked.has('slide')) this.#slide();
  }

  #haveMoved(): boolean {
    const top = scrollY;
    for (const [key, root] of this.marks.near()) {
      const before = this.#tops.get(key);
      // Less than a pixel is rounding.
      if (before !== undefined && Math.abs(root.getBoundingClientRect().top + top - before) >= 1)
        return true;
    }
    return false;
  }

  /** Whether something is known now that a chip should show; most comments that come stand far away. */
  #isOld(): boolean {
    const { comments } = this.store.getState();
    if (this.#hovered && comments.get(this.#hovered.key) !== this.#drawn.get(this.#hovered.key))
      return true;
    for (const key of this.marks.nearKeys())
      if (comments.get(key) !== this.#drawn.get(key)) return true;
    return false;
  }

  /** Shows the mark for marking by hand at a comment without findings; null hides it. */
  hover(at: { key: string; root: Element } | null): void {
    if (at?.key === this.#hovered?.key && at?.root === this.#hovered?.root) return;
    this.#hovered = at;
    this.layout();
  }

  /** The chip of a comment, if it is near the viewport. */
  chipOf(key: string): HTMLElement | null {
    return this.#chips.get(key)?.node ?? null;
  }

  /**
   * How far from the top of the page a flagged comment last stood, CSS pixels, though a list may have
   * taken it out since; undefined for one that was never near the window.
   */
  topOf(key: string): number | undefined {
    return this.#tops.get(key);
  }

  /** Asks first, changes then: an answer after a change would make the browser lay the page out anew. */
  #layout(): void {
    this.#laidOut = performance.now();
    this.#due = Number.POSITIVE_INFINITY;
    clearTimeout(this.#turn);
    const state = this.store.getState();
    const view = viewport();
    const placed: { key: string; judged: Judged; rect: DOMRect }[] = [];
    const shown = new Set<string>();
    this.#drawn = new Map();
    this.#drawnCurrent = state.current;
    const remember = (key: string) => {
      const judged = state.comments.get(key);
      if (judged) this.#drawn.set(key, judged);
    };
    if (this.#hovered) remember(this.#hovered.key);
    let outlined: DOMRect | null = null;
    let isSettled = true;
    const since = this.#round ?? this.#laidOut - HOLDS_MS;
    this.#covers.begin(since);
    for (const [key, root] of this.marks.near()) {
      remember(key);
      const judged = state.comments.get(key);
      if (!judged || !root.isConnected || (judged.findings.length === 0 && !judged.done)) continue;
      const rect = this.#ownBox(root);
      if (rect.width === 0) continue;
      this.#tops.set(key, rect.top + view.scrollY);
      const { covered, isSure } = this.#cover(key, root, rect, view);
      isSettled &&= isSure;
      // Under a header or a dialog of the page a chip would speak of something that cannot be seen.
      if (covered !== false) continue;
      shown.add(key);
      placed.push({ key, judged, rect });
      if (key === state.current) outlined = rect;
    }
    const hovered = this.#hovered && this.#ownBox(this.#hovered.root);
    const toggle = this.#hoveredToggle();
    const chips = placed.map(({ key, judged, rect }) => ({
      chip: this.#draw(key, judged, key === state.current),
      rect,
      toggle: key === this.#hovered?.key ? toggle : null,
    }));
    for (const [key, { node }] of this.#chips) {
      if (shown.has(key)) continue;
      // Removing the focused chip would drop the keyboard's place for nothing.
      if (node.matches(':focus')) continue;
      node.remove();
      this.#chips.delete(key);
      this.#covers.forget(key);
    }
    for (const { chip } of chips) chip.width ||= this.#measure(chip);
    for (const { chip, rect, toggle } of chips) {
      place(chip.node, rect, chip.width, view, toggle);
      const { x, y } = coverPoint(rect);
      chip.x = x + view.scrollX;
      chip.y = y + view.scrollY;
      if (chip.node.style.visibility !== '') chip.node.style.visibility = '';
    }
    this.#outline.hidden = outlined === null;
    if (outlined) outline(this.#outline, outlined, view);
    this.#layoutHoverMark(hovered, view, toggle);
    this.#round = isSettled ? null : since;
    if (!isSettled) this.#layoutInTurn(TURN_EVERY_MS);
    else if (this.#isRoundOld) {
      this.#isRoundOld = false;
      this.#layoutInTurn(HOLDS_MS);
    }
  }

  #measure({ node, words }: Chip): number {
    const known = this.#widths.get(words);
    if (known !== undefined) return known;
    const width = node.offsetWidth;
    if (width > 0) this.#widths.set(words, width);
    return width;
  }

  /** The network's menu button of the comment under the pointer: a chip must leave it free. */
  #hoveredToggle(): DOMRect | null {
    const toggle = this.#hovered && menuToggleOf(this.page.adapter, this.#hovered.root);
    return toggle?.getBoundingClientRect() ?? null;
  }

  #cover(key: string, root: Element, rect: DOMRect, view: Viewport) {
    const { x, y } = coverPoint(rect);
    if (y < 0 || y > view.height || x < 0 || x > view.width)
      return { covered: false, isSure: true };
    return this.#covers.over(key, root, x, y);
  }

  /** A comment's element may hold its answers: its own part ends where they begin. */
  #ownBox(root: Element): DOMRect {
    const { x, y, width, bottom } = root.getBoundingClientRect();
    const answer = commentRoots(this.page.adapter, root).find((other) => other !== root);
    const end = answer ? answer.getBoundingClientRect().top : bottom;
    return new DOMRect(x, y, width, Math.max(0, end - y));
  }

  #layoutHoverMark(rect: DOMRect | null, view: Viewport, toggle: DOMRect | null): void {
    const at = this.#hovered;
    const judged = at && this.store.getState().comments.get(at.key);
    this.#hoverMark.hidden = !judged || judged.findings.length > 0 || judged.done !== null;
    if (!rect || this.#hoverMark.hidden) return;
    this.#hoverMark.title = this.page.messages().page.markByHand;
    this.#hoverMark.setAttribute('aria-label', this.page.messages().page.markByHand);
    place(this.#hoverMark, rect, CHIP_HEIGHT, view, toggle);
  }

  #draw(key: string, judged: Judged, current: boolean): Chip {
    const locale = this.page.locale();
    let chip = this.#chips.get(key);
    if (!chip) {
      const node = button({ class: 'chip', 'aria-haspopup': 'dialog', 'data-key': key }, () =>
        this.open(key, node),
      );
      this.layer.append(node);
      chip = { node, judged: null, locale: '', words: '', width: 0, x: 0, y: 0 };
      this.#chips.set(key, chip);
    }
    const { node } = chip;
    if (node.getAttribute('aria-current') !== String(current))
      node.setAttribute('aria-current', String(current));
    if (chip.judged === judged && chip.locale === locale) return chip;
    const text = this.#words(judged);
    Object.assign(chip, { judged, locale, width: 0, words: `${text.label}\n${text.again}` });
    // Measured whole.
    node.removeAttribute('data-narrow');
    const strength = judged.findings[0]?.strength ?? 'certain';
    const criterion: Criterion = judged.findings[0]?.criterion ?? 'custom';
    const { hue, letter } = LOOKS[criterion];
    node.style.setProperty('--hue-deep', `oklch(48% 0.16 ${hue})`);
    node.style.setProperty('--hue-ink', `oklch(56% 0.17 ${hue})`);
    node.dataset.strength = strength;
    node.toggleAttribute('data-done', judged.done !== null);
    node.replaceChildren(
      element('span', { class: 'letter', 'aria-hidden': 'true' }, judged.done ? '✓' : letter),
      element('span', { class: 'label' }, text.label),
    );
    if (text.again) node.append(element('span', { class: 'again' }, text.again));
    const { kind } = judged.comment;
    const subject = kind && !judged.done ? `${this.page.messages().page.ofMessage.name}: ` : '';
    node.title = [subject + text.label, text.again, judged.findings[0]?.why]
      .filter(Boolean)
      .join('. ');
    return chip;
  }

  #words(judged: Judged): { label: string; again: string } {
    const messages = this.page.messages();
    const { common } = messages;
    const page = wordsOf(messages, judged.comment);
    const [heaviest, ...others] = judged.findings;
    const { standing } = judged;
    const number = violationNumber(judged);
    const again = standing?.blacklisted
      ? page.blacklisted
      : number === null
        ? ''
        : page.repeated(number);
    if (judged.done) return { label: page.done[judged.done.kind], again };
    if (!heaviest) return { label: '', again };
    const name = common.criterion[heaviest.criterion];
    const clause = suggestedGround(ownRegulation(), heaviest)?.clause ?? '';
    const more = new Set(others.map((finding) => finding.criterion));
    more.delete(heaviest.criterion);
    const label = page.chip(
      heaviest.strength === 'certain' ? name : page.chipProbable(name),
      clause,
    );
    return { label: more.size > 0 ? `${label} ${page.chipMore(more.size)}` : label, again };
  }
}

/** What is asked of the window once a layout: an answer after a change would cost one. */
interface Viewport {
  width: number;
  height: number;
  /** Width without the scroll bar. */
  clientWidth: number;
  scrollX: number;
  scrollY: number;
}

const viewport = (): Viewport => ({
  width: innerWidth,
  height: innerHeight,
  clientWidth: document.documentElement.clientWidth,
  scrollX,
  scrollY,
});

/** Where it is asked whether something of the page lies over a comment's chip, as `rect` counts. */
const coverPoint = (rect: DOMRect) => ({
  x: rect.right - GAP,
  y: rect.top + GAP + CHIP_HEIGHT / 2,
});

/** Right of the comment where there is room, else inside its lower right corner. */
function place(
  node: HTMLElement,
  root: DOMRect,
  width: number,
  view: Viewport,
  toggle: DOMRect | null,
): void {
  const outside = root.right + GAP + width <= view.clientWidth - GAP;
  const narrow = !outside && root.width < NARROW;
  node.toggleAttribute('data-narrow', narrow);
  const shown = narrow ? LETTER_WIDTH : width;
  let left = outside ? root.right + GAP : root.right - shown - CONTROLS_WIDTH;
  const top = outside ? root.top + GAP : Math.max(root.top, root.bottom - CHIP_HEIGHT - GAP);
  const isOver =
    toggle !== null &&
    left < toggle.right + GAP &&
    left + shown > toggle.left - GAP &&
    top < toggle.bottom &&
    top + CHIP_HEIGHT > toggle.top;
  if (isOver) {
    // Never to where the pointer may rest: a chip under it would take the button away again.
    const whole = root.right - shown >= toggle.right + GAP;
    node.toggleAttribute('data-narrow', narrow || !whole);
    left = root.right - (whole ? shown : LETTER_WIDTH);
  }
  const where = `translate(${Math.round(left + view.scrollX)}px, ${Math.round(top + view.scrollY)}px)`;
  if (node.style.transform !== where) node.style.transform = where;
}

function outline(node: HTMLElement, rect: DOMRect, view: Viewport): void {
  node.style.transform = `translate(${rect.left + view.scrollX - 3}px, ${rect.top + view.scrollY - 3}px)`;
  node.style.width = `${rect.width + 6}px`;
  node.style.height = `${rect.height + 6}px`;
}
