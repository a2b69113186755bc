import type { Finding } from '../moderation/contract';
import { CRITERIA, STRENGTHS } from '../moderation/contract';
import { rangesOf, type TextReading } from '../networks/text';
import { lookName, markLooks } from '../settings/looks';
import type { PageContext } from './context';
import { addMarkLooks, setMark } from './marks';
import type { LiveComment } from './watch';

/** Comments are near the window within so much of its height above and below. */
const NEAR = '200% 0%';
/**
 * While the page scrolls, marks are drawn this often, milliseconds: they are made two windows before they
 * come into sight, and each change of them paints the page anew.
 */
const PAINT_EVERY_MS = 300;
/**
 * Chromium asks where a comment stands no more often than this, milliseconds, and others at each frame: of
 * hundreds of flagged ones that is a millisecond a frame.
 */
const LOOK_EVERY_MS = 100;

const LOOK_NAMES = CRITERIA.flatMap((criterion) =>
  STRENGTHS.map((strength) => lookName(criterion, strength)),
);

interface Marked {
  root: Element;
  reading: TextReading;
  findings: readonly Finding[];
  /** Made when it first comes near the window: most never do. */
  ranges: readonly { name: string; ranges: readonly StaticRange[] }[] | null;
}

/**
 * Draws the words found on the page's own text. Only comments near the viewport carry ranges, so the
 * cost of a paint does not grow with the thread.
 */
export class CommentMarks {
  readonly #marked = new Map<string, Marked>();
  readonly #keyOf = new WeakMap<Element, string>();
  readonly #near = new Set<string>();
  readonly #observer: IntersectionObserver;
  #looks = new AbortController();
  /** Trees of the page where marked words stand. */
  readonly #trees = new Set<Document | ShadowRoot>([document]);
  #painting = false;
  #painted = Number.NEGATIVE_INFINITY;
  #scrolled = Number.NEGATIVE_INFINITY;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: PageContext) {
    this.#observer = new IntersectionObserver((entries) => this.#moved(entries), {
      rootMargin: NEAR,
      delay: LOOK_EVERY_MS,
    } as IntersectionObserverInit);
    page.signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#looks.abort();
      clearTimeout(this.#next);
    });
    addEventListener(
      'scroll',
      () => {
        this.#scrolled = performance.now();
      },
      { signal: page.signal, capture: true, passive: true },
    );
    this.#addLooks();
    page.onSettings(() => this.#addLooks());
  }

  #addLooks(): void {
    this.#looks.abort();
    this.#looks = new AbortController();
    for (const tree of this.#trees)
      addMarkLooks(tree, markLooks(this.page.settings().marks), this.#looks.signal);
    this.#repaint();
  }

  /** Dresses the marks in a shadow root of the network too: rules do not reach into it. */
  enter(tree: ShadowRoot): void {
    this.#trees.add(tree);
    this.#addLooks();
  }

  /** Keys of the flagged comments near the viewport. */
  nearKeys(): Iterable<string> {
    return this.#near;
  }

  /** The flagged comments near the viewport, for the chips. */
  near(): Iterable<[key: string, root: Element]> {
    return [...this.#near].flatMap((key) => {
      const marked = this.#marked.get(key);
      return marked ? [[key, marked.root] as [string, Element]] : [];
    });
  }

  /** Marks a comment, or what is left of it when its findings changed; an empty list unmarks it. */
  mark(live: LiveComment, findings: readonly Finding[]): void {
    const before = this.#marked.get(live.key);
    this.#marked.set(live.key, { root: live.root, reading: live.reading, findings, ranges: null });
    if (before?.root !== live.root || this.#keyOf.get(live.root) !== live.key) {
      if (before) this.#observer.unobserve(before.root);
      // Lists re-use nodes: observing afresh makes the observer say where this one stands now.
      this.#observer.unobserve(live.root);
      this.#keyOf.set(live.root, live.key);
      this.#observer.observe(live.root);
    }
    // Where the observer has yet to tell that it is near, there is nothing to draw before it does.
    if (this.#near.has(live.key)) this.#repaint();
  }

  /** Forgets a comment that left the page. */
  forget(key: string): void {
    const marked = this.#marked.get(key);
    if (!marked) return;
    if (this.#keyOf.get(marked.root) === key) this.#observer.unobserve(marked.root);
    this.#marked.delete(key);
    if (this.#near.delete(key)) this.#repaint();
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    let isChanged = false;
    let isInSight = false;
    for (const { target, isIntersecting, boundingClientRect: at } of entries) {
      const key = this.#keyOf.get(target);
      if (key === undefined) continue;
      const wasNear = this.#near.has(key);
      if (isIntersecting) this.#near.add(key);
      else this.#near.delete(key);
      isChanged ||= isIntersecting || wasNear;
      isInSight ||= isIntersecting && at.bottom > 0 && at.top < innerHeight;
    }
    // Of a thousand that came, most stand far away: nothing of theirs is drawn.
    if (!isChanged) return;
    const now = performance.now();
    const isUrgent = isInSight || now - this.#scrolled > PAINT_EVERY_MS;
    const wait = isUrgent ? 0 : this.#painted + PAINT_EVERY_MS - now;
    if (wait <= 0) this.#repaint();
    else this.#next ??= setTimeout(() => this.#repaint(), wait);
    this.onNearChange(isUrgent);
  }

  /**
   * Called when other comments are near the viewport; the chips listen. Urgent is what stands in it, and
   * all while nobody scrolls.
   */
  onNearChange: (isUrgent: boolean) => void = () => undefined;

  #repaint(): void {
    if (this.#painting) return;
    this.#painting = true;
    requestAnimationFrame(() => {
      this.#painting = false;
      clearTimeout(this.#next);
      this.#next = undefined;
      this.#painted = performance.now();
      if (!this.page.signal.aborted) this.#paint();
    });
  }

  #paint(): void {
    const ranges = new Map<string, StaticRange[]>();
    for (const key of this.#near) {
      const marked = this.#marked.get(key);
      if (!marked) continue;
      marked.ranges ??= marked.findings.map(({ criterion, strength, start, end }) => ({
        name: lookName(criterion, strength),
        ranges: rangesOf(marked.reading, start, end),
      }));
      for (const { name, ranges: own } of marked.ranges) {
        const list = ranges.get(name) ?? [];
        list.push(...own);
        ranges.set(name, list);
      }
    }
    for (const name of LOOK_NAMES) setMark(name, ranges.get(name) ?? []);
  }
}
