import type { Comment, NetworkAdapter } from '../networks/contract';
import { type LocatedComment, readComment } from '../networks/read';
import { commentRootOf, commentRoots, shadowHostsIn } from '../networks/roots';
import type { TextReading } from '../networks/text';
import { soonRunner } from './soon';
import { Waiting } from './waiting';

/** A comment that stands in the page now. One object a comment: its fields follow the page. */
export interface LiveComment {
  /** Made by `commentKey`. */
  readonly key: string;
  comment: Comment;
  root: Element;
  reading: TextReading;
}

export interface WatchOptions {
  adapter: NetworkAdapter;
  document: Document;
  /** Ends the watch; nothing is called after it. */
  signal: AbortSignal;
  /**
   * Makes one piece of what reading needs, before the first comment is read; called again until it
   * returns false.
   */
  prepare?(): boolean;
  /** A comment has appeared or its words have changed. Never twice for an unchanged one. */
  onRead(live: LiveComment): void;
  /**
   * The same words stand in other nodes (a list moved them, the page drew them anew): redraw. Where
   * it is absent `onRead` is called.
   */
  onMoved?(live: LiveComment): void;
  /** The network keeps comments in this shadow root. */
  onShadow?(root: ShadowRoot): void;
  /** The comment left the page: deleted, scrolled out of a list, or its element shows another one. */
  onGone(key: string): void;
  /** A part of the page has come and is searched; every element of it, with the part itself, comes once. */
  onPart?(part: Element): void;
  /**
   * All that has changed so far was dealt with.
   * @param isOfComments false where neither a comment nor a new part of the page was concerned, as when
   * a counter runs
   */
  onIdle?(isOfComments: boolean): void;
  /** Something was written in a field of the page: nothing is to be read, but comments may have moved. */
  onWritten?(): void;
  /** What the page or a callback threw; the watch goes on. */
  onError?(error: unknown): void;
}

export interface CommentWatch {
  /** Comments that stand in the page now, by key, in the order of their appearance. */
  readonly comments: ReadonlyMap<string, LiveComment>;
  /** The comment whose element is `root`, or null. */
  at(root: Element): LiveComment | null;
  /**
   * Tell it after the page has changed its address without loading anew: addresses and threads of
   * what is still shown are read again. May come before the address itself changes.
   */
  navigated(): void;
}

/** Work is done in slices of this many ms, so that the page answers in between. */
const SLICE = 7;

/** Elements that are searched for comments in one go: about a millisecond. */
const SEARCHED_AT_ONCE = 4_000;

/** Where more than this waits, the browser is asked what of it stands in the window: that comes first. */
const CROWD = 24;

/** What is written in a field is not yet said: nothing in it is a comment. */
const EDITOR = '[contenteditable]:not([contenteditable="false"])';

/** After this many ms a new address stands in the address bar (the event comes before it does). */
const ADDRESS_SETTLED = 250;

/** A network may attach its shadow root long after the host stood in the page: look again, ms. */
const SHADOW_RETRY = 300;
const SHADOW_RETRIES = 40;

/** Of every network: what an element is or shows; the network's own come from its adapter. */
const TELLING_ATTRIBUTES = ['id', 'href', 'datetime', 'alt', 'hidden'];

/** Whether two readings are the same words in the same nodes, so that marks on them still hold. */
const samePlace = (a: TextReading, b: TextReading) =>
  a.pieces.length === b.pieces.length &&
  a.pieces.every((piece, index) => {
    const other = b.pieces[index];
    return piece.node === other?.node && piece.offset === other.offset;
  });

/** Whether it is the same comment to an operator; the time is left out, since «5 минут назад» runs. */
const sameComment = (a: Comment, b: Comment) =>
  a.text === b.text &&
  a.author === b.author &&
  a.authorUrl === b.authorUrl &&
  a.permalink === b.permalink &&
  a.parent === b.parent;

export const commentKey = ({ thread, id }: Pick<Comment, 'thread' | 'id'>) => `${thread} ${id}`;

interface Slice {
  url?: URL;
  /** Around the part that was looked at last, and whether that is in an editor. */
  around?: Element | null;
  isWritten?: boolean;
}

class Watch implements CommentWatch {
  readonly comments = new Map<string, LiveComment>();
  /** Key of the comment that each element was last seen to show. */
  private readonly keyAt = new WeakMap<Element, string>();
  /** Elements that show a comment; several when it stands under its post and in a layer at once. */
  private readonly places = new Map<string, Element[]>();
  private readonly added = new Waiting<Node>();
  private readonly touched = new Waiting<Node>();
  private readonly unread = new Waiting<Element>();
  /** Something was taken out of the page since the last look for comments that went with it. */
  private somethingLeft = false;
  /** Keys without an element; gone unless one turns up before the work is done. */
  private readonly lost = new Set<string>();
  private scheduled = false;
  private readonly soon: (task: () => void) => void;
  private readonly observer = new MutationObserver((records) => this.note(records));
  private readonly opened = new WeakSet<ShadowRoot>();
  /** Tells what of a crowd stands in the window; by the browser's own frame, so that nothing is laid out for it. */
  private readonly sight: IntersectionObserver | null;
  /** What was done since the last rest spoke of comments or of new parts of the page. */
  private isOfComments = false;
  private url: URL | null = null;
  /** What was asked of the page in this slice of work, in which it cannot change. */
  private slice: Slice = {};
  /** Nothing was read yet. */
  private isUnprepared = true;

  constructor(private readonly options: WatchOptions) {
    const { document, signal } = options;
    this.soon = soonRunner(signal);
    this.sight =
      typeof IntersectionObserver === 'function' && !signal.aborted
        ? new IntersectionObserver((entries) => this.sighted(entries))
        : null;
    if (signal.aborted) return;
    this.observe(document);
    signal.addEventListener(
      'abort',
      () => {
        this.observer.disconnect();
        this.sight?.disconnect();
      },
      { once: true },
    );
    this.added.add(document.documentElement);
    this.schedule();
  }

  private observe(tree: Document | ShadowRoot): void {
    this.observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...TELLING_ATTRIBUTES, ...this.options.adapter.tellingAttributes],
    });
  }

  /** Watches the tree inside `host` too: an observer of the document hears nothing from there. */
  private openShadow(host: Element, retries = SHADOW_RETRIES): void {
    const { shadowRoot } = host;
    if (shadowRoot) {
      if (this.opened.has(shadowRoot)) return;
      this.opened.add(shadowRoot);
      this.observe(shadowRoot);
      this.options.onShadow?.(shadowRoot);
      for (const part of shadowRoot.children) this.added.add(part);
      this.schedule();
    } else if (retries > 0) {
      setTimeout(() => {
        if (host.isConnected && !this.options.signal.aborted) this.openShadow(host, retries - 1);
      }, SHADOW_RETRY);
    }
  }

  at(root: Element): LiveComment | null {
    const live = this.comments.get(this.keyAt.get(root) ?? '');
    return live?.root === root ? live : null;
  }

  navigated(): void {
    const { signal } = this.options;
    const timer = setTimeout(() => {
      for (const places of this.places.values()) for (const root of places) this.unread.add(root);
      // What is no answer on one page of the network may be one on the next.
      const { adapter, document } = this.options;
      if (adapter.judges) this.added.add(document.documentElement);
      this.schedule();
    }, ADDRESS_SETTLED);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  /** Only notes what has changed: a page may hand over thousands of records at once. */
  private note(records: readonly MutationRecord[]): void {
    let isWritten = false;
    for (const record of records) {
      const { target, type } = record;
      if (isElement(target) ? target.closest(EDITOR) : target.parentElement?.closest(EDITOR)) {
        isWritten = true;
        continue;
      }
      // What is shown or hidden may lie over comments.
      this.isOfComments ||= type === 'attributes';
      this.touched.add(target);
      for (const node of record.addedNodes) this.expect(node);
      if (record.removedNodes.length > 0) this.somethingLeft = true;
    }
    if (isWritten) this.guard(() => this.options.onWritten?.());
    if (this.touched.size > 0) this.schedule();
  }

  /** Of a crowd, what the operator has before him is read first, wherever he goes meanwhile. */
  private sighted(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const waiting of [this.added, this.unread] as const)
        if (isIntersecting) waiting.hurry(target);
        else waiting.calm(target);
    }
  }

  private schedule(): void {
    if (this.scheduled || this.options.signal.aborted) return;
    this.scheduled = true;
    this.soon(() => {
      this.scheduled = false;
      if (!this.options.signal.aborted) this.work();
    });
  }

  private work(): void {
    const until = performance.now() + SLICE;
    this.slice = {};
    do {
      if (!this.step()) {
        this.settle();
        return;
      }
      if (this.options.signal.aborted) return;
    } while (performance.now() < until);
    this.schedule();
  }

  /** One small piece of work; false when there is none left. What was found is read before more is searched. */
  private step(): boolean {
    if (this.isUnprepared && this.unread.size > 0) {
      this.isUnprepared = false;
      this.guard(() => {
        this.isUnprepared = this.options.prepare?.() ?? false;
      });
      return true;
    }
    return (
      this.handle(this.unread.takeHurried(), (root) => this.read(root)) ||
      this.handle(this.added.takeHurried(), (node) => this.enterFirst(node)) ||
      this.handle(this.unread.take(), (root) => this.read(root)) ||
      this.handle(this.added.take(), (node) => this.enter(node)) ||
      this.handle(this.touched.take(), (node) => this.touch(node)) ||
      this.sweep()
    );
  }

  private handle<Item>(item: Item | undefined, task: (item: Item) => void): boolean {
    if (item === undefined) return false;
    this.guard(() => task(item));
    return true;
  }

  /** A page that throws, or one comment that cannot be drawn, must not cost the others. */
  private guard(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.options.onError?.(error);
    }
  }

  /** What was found in a part that stands in the window is read before all else. */
  private enterFirst(node: Node): void {
    this.enter(node, (root) => this.unread.hurry(root));
  }

  private enter(node: Node, found: (root: Element) => void = () => undefined): void {
    if (!isElement(node)) return;
    this.sight?.unobserve(node);
    if (!node.isConnected || this.isWritten(node)) return;
    this.isOfComments = true;
    for (const host of shadowHostsIn(this.options.adapter, node)) this.openShadow(host);
    if (node.querySelectorAll('*').length <= SEARCHED_AT_ONCE) {
      for (const root of commentRoots(this.options.adapter, node)) {
        this.unread.add(root);
        found(root);
        if (this.unread.size > CROWD) this.sight?.observe(root);
      }
      this.options.onPart?.(node);
      return;
    }
    // A whole page, or a thread of thousands: its parts one by one.
    if (commentRootOf(this.options.adapter, node) === node) this.unread.add(node);
    for (const part of node.children) this.expect(part);
  }

  /** Whether a part stands in an editor; parts that come together stand in one place. */
  private isWritten(part: Element): boolean {
    const { slice } = this;
    const { parentElement } = part;
    if (slice.around !== parentElement) {
      slice.around = parentElement;
      slice.isWritten = parentElement?.closest(EDITOR) != null;
    }
    return slice.isWritten || part.matches(EDITOR);
  }

  /** Something came that may hold comments. */
  private expect(node: Node): void {
    this.added.add(node);
    if (this.added.size > CROWD && isElement(node)) this.sight?.observe(node);
  }

  private touch(node: Node): void {
    const element = isElement(node) ? node : node.parentElement;
    if (!element?.isConnected || element.closest(EDITOR)) return;
    const root = commentRootOf(this.options.adapter, element);
    if (root) this.unread.add(root);
    // Its own attributes may have made it something else than a comment: reading lets go of it.
    if (root !== element && this.keyAt.has(element)) this.unread.add(element);
  }

  /** Lets go of comments that left with a part of the page. True when that was due. */
  private sweep(): boolean {
    if (!this.somethingLeft) return false;
    this.somethingLeft = false;
    // From the end: those that are let go of leave the list.
    for (const places of this.places.values())
      for (let at = places.length - 1; at >= 0; at -= 1) {
        const root = places[at];
        if (root && !root.isConnected) this.vacate(root);
      }
    return true;
  }

  private read(root: Element): void {
    this.sight?.unobserve(root);
    this.isOfComments = true;
    const { adapter } = this.options;
    const url = this.address();
    const isJudged = root.isConnected && adapter.judges?.(url) !== false;
    const located = isJudged ? readComment(adapter, root, url) : null;
    if (!located) {
      this.vacate(root);
      return;
    }
    const key = commentKey(located.comment);
    if (this.keyAt.get(root) !== key) this.vacate(root);
    this.keyAt.set(root, key);
    const places = this.places.get(key);
    const isNewPlace = !places?.includes(root);
    if (!places) this.places.set(key, [root]);
    else if (isNewPlace) places.push(root);
    this.lost.delete(key);
    this.update(key, located, isNewPlace);
  }

  /** Where the page is; parsed once an address. */
  private address(): URL {
    const { slice } = this;
    if (!slice.url) {
      const { href } = this.options.document.location;
      if (this.url?.href !== href) this.url = new URL(href);
      slice.url = this.url;
    }
    return slice.url;
  }

  private update(key: string, located: LocatedComment, isNewPlace: boolean): void {
    const { onRead, onMoved = onRead } = this.options;
    const { comment, root, reading } = located;
    const live = this.comments.get(key);
    if (!live) {
      const fresh = { key, comment, root, reading };
      this.comments.set(key, fresh);
      onRead(fresh);
      return;
    }
    const same = sameComment(live.comment, comment);
    // Shown twice (under its post and in a layer above): the place that came last is looked at.
    if (same && !isNewPlace && live.root !== root && this.keyAt.get(live.root) === key) return;
    const inPlace = live.root === root && samePlace(live.reading, reading);
    Object.assign(live, { comment, root, reading });
    if (!same) onRead(live);
    else if (!inPlace) onMoved(live);
  }

  /** `root` shows its comment no more; another element may. */
  private vacate(root: Element): void {
    const key = this.keyAt.get(root);
    if (key === undefined) return;
    this.isOfComments = true;
    this.keyAt.delete(root);
    const places = this.places.get(key) ?? [];
    const place = places.indexOf(root);
    if (place >= 0) places.splice(place, 1);
    const other = places.at(-1);
    if (!other) this.lost.add(key);
    else if (this.comments.get(key)?.root === root) this.unread.add(other);
  }

  private settle(): void {
    for (const key of this.lost) {
      this.places.delete(key);
      this.comments.delete(key);
      this.guard(() => this.options.onGone(key));
    }
    this.lost.clear();
    const { isOfComments } = this;
    this.isOfComments = false;
    this.guard(() => this.options.onIdle?.(isOfComments));
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/**
 * Watches the comments of a page until `signal` aborts: those that stand there and those that come,
 * change, move or leave later. One observer for the document; the page is never searched anew for a
 * change, only what was added, and nothing holds the page for longer than a slice and one comment.
 */
export function watchComments(options: WatchOptions): CommentWatch {
  return new Watch(options);
}
