import type { Finding } from '../moderation/contract';
import { CRITERIA, STRENGTHS } from '../moderation/contract';
import { rangesOf, type TextReading } from '../networks/text';
import { lookName, markLooks } from '../settings/looks';
import type { PageContext } from './context';
import { addMarkLooks, setMark } from './marks';
import type { LiveComment } from './watch';

interface Marked {
  root: Element;
  reading: TextReading;
  findings: readonly Finding[];
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

  constructor(private readonly page: PageContext) {
    this.#observer = new IntersectionObserver((entries) => this.#moved(entries), {
      rootMargin: '100% 0%',
    });
    page.signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#looks.abort();
    });
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

  /** Keys of the flagged comments near the viewport, for the chips. */
  near(): Iterable<[key: string, root: Element]> {
    return [...this.#near].flatMap((key) => {
      const marked = this.#marked.get(key);
      return marked ? [[key, marked.root] as [string, Element]] : [];
    });
  }

  /** Marks a comment, or what is left of it when its findings changed; an empty list unmarks it. */
  mark(live: LiveComment, findings: readonly Finding[]): void {
    const before = this.#marked.get(live.key);
    this.#marked.set(live.key, { root: live.root, reading: live.reading, findings });
    if (before?.root !== live.root || this.#keyOf.get(live.root) !== live.key) {
      if (before) this.#observer.unobserve(before.root);
      // Lists re-use nodes: observing afresh makes the observer say where this one stands now.
      this.#observer.unobserve(live.root);
      this.#keyOf.set(live.root, live.key);
      this.#observer.observe(live.root);
    }
    this.#repaint();
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
    for (const { target, isIntersecting } of entries) {
      const key = this.#keyOf.get(target);
      if (key === undefined) continue;
      if (isIntersecting) this.#near.add(key);
      else this.#near.delete(key);
    }
    this.#repaint();
    this.onNearChange();
  }

  /** Called when other comments are near the viewport; the chips listen. */
  onNearChange: () => void = () => undefined;

  #repaint(): void {
    if (this.#painting) return;
    this.#painting = true;
    requestAnimationFrame(() => {
      this.#painting = false;
      if (!this.page.signal.aborted) this.#paint();
    });
  }

  #paint(): void {
    const ranges = new Map<string, StaticRange[]>();
    for (const key of this.#near) {
      const marked = this.#marked.get(key);
      if (!marked) continue;
      for (const { criterion, strength, start, end } of marked.findings) {
        const name = lookName(criterion, strength);
        const list = ranges.get(name) ?? [];
        list.push(...rangesOf(marked.reading, start, end));
        ranges.set(name, list);
      }
    }
    for (const criterion of CRITERIA)
      for (const strength of STRENGTHS) {
        const name = lookName(criterion, strength);
        setMark(name, ranges.get(name) ?? []);
      }
  }
}
