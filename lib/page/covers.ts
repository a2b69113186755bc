import type { Overlay } from './overlay';

/** How long an answer of the browser holds, milliseconds. A dialog may open at any time. */
export const HOLDS_MS = 200;
/** Asking costs about a millisecond on a page of a thousand comments: so much is asked in one turn, */
const TURN_MS = 3;
/** and not more often than this, however the page scrolls, milliseconds. */
export const TURN_EVERY_MS = 100;
/** Comments remembered; more are near a window only after much scrolling. */
const MOST_KNOWN = 500;

interface Answer {
  covered: boolean;
  /** `performance.now()` of the asking. */
  time: number;
}

/**
 * Tells which places of comments lie under a header or a dialog of the page. Between two askings of the
 * browser what was seen to stand still over the page is known by its box.
 */
export class Covers {
  readonly #answers = new Map<string, Answer>();
  /** Fixed and sticky elements that were found over comments. */
  readonly #standing = new Set<Element>();
  #turnBegan = Number.NEGATIVE_INFINITY;
  #turnEnds = 0;
  #holdsFrom = 0;
  #boxes: DOMRect[] = [];

  constructor(private readonly overlay: Overlay) {}

  /**
   * Begins a turn; the page must not be changed until its last question.
   * @param since answers that were given from then on hold, `performance.now()`
   */
  begin(since: number): void {
    const now = performance.now();
    this.#holdsFrom = since;
    const isTurn = now - this.#turnBegan >= TURN_EVERY_MS;
    if (isTurn) this.#turnBegan = now;
    this.#turnEnds = isTurn ? now + TURN_MS : now;
    if (this.#answers.size > MOST_KNOWN) this.#answers.clear();
    for (const element of this.#standing) if (!element.isConnected) this.#standing.delete(element);
    this.#boxes = Array.from(this.#standing, (element) => element.getBoundingClientRect());
  }

  /**
   * Whether something of the page lies over a point of a comment, viewport coordinates. `isSure` is
   * false when the turn was too short to ask the browser: ask again in the next one. Then `covered` is
   * the best guess, or null for a comment that was never asked about.
   */
  over(
    key: string,
    root: Element,
    x: number,
    y: number,
  ): { covered: boolean | null; isSure: boolean } {
    const now = performance.now();
    let answer = this.#answers.get(key);
    const holds = answer !== undefined && answer.time >= this.#holdsFrom;
    const isSure = holds || now < this.#turnEnds;
    if (!holds && isSure) {
      answer = { covered: this.#ask(root, x, y), time: now };
      this.#answers.set(key, answer);
      return { covered: answer.covered, isSure };
    }
    if (!answer) return { covered: null, isSure };
    const isUnder = this.isUnder(x, y);
    // Scrolled out from under a header it is free at once; whatever else covered it still does.
    return { covered: isUnder || (answer.covered && this.#boxes.length === 0), isSure };
  }

  /** Whether a point of the viewport lies under what was seen to stand still; asks the browser nothing. */
  isUnder(x: number, y: number): boolean {
    return this.#boxes.some(
      ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
    );
  }

  /** Forgets the comment: it is not near the window any more. */
  forget(key: string): void {
    this.#answers.delete(key);
  }

  #ask(root: Element, x: number, y: number): boolean {
    const tree = root.getRootNode() as Document | ShadowRoot;
    const top = tree.elementFromPoint(x, y);
    const there = this.overlay.owns(top)
      ? tree.elementsFromPoint(x, y).find((node) => !this.overlay.owns(node))
      : top;
    if (!there || root.contains(there) || there.contains(root)) return false;
    this.#remember(there, root);
    return true;
  }

  #remember(there: Element, root: Element): void {
    for (let at: Element | null = there; at && !at.contains(root); at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position !== 'fixed' && position !== 'sticky') continue;
      if (!this.#standing.has(at)) this.#boxes.push(at.getBoundingClientRect());
      this.#standing.add(at);
      return;
    }
  }
}
