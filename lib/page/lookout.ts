import type { Blindness } from '../networks/contract';
import { type Reading, sendButtons, sightOf } from '../networks/health';
import type { PageContext } from './context';
import type { PageStore } from './state';

/** Something is not seen for this long before Vakhta calls itself blind. */
const BLIND_AFTER_MS = 5_000;
/** A look searches the document: not more often than this, */
const LOOK_EVERY_MS = 1_000;
/** and than this while only letters and counters change, as when somebody types. */
const LOOK_CALMLY_MS = 4_000;

/** Looks at the page as a whole: whose it is, who the operator is on it, whether anything is seen. */
export class Lookout {
  /** Buttons that send, in the parts of the page that came; those that left are dropped at a look. */
  readonly #buttons = new Set<Element>();
  #blind: { what: Blindness; since: number } | null = null;
  #lastLook = Number.NEGATIVE_INFINITY;
  #next: ReturnType<typeof setTimeout> | undefined;
  /** `performance.now()` at which the next look is due. */
  #due = Number.POSITIVE_INFINITY;

  /** @param reading what was read of the page as it stands */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly reading: () => Reading,
  ) {
    page.signal.addEventListener('abort', () => clearTimeout(this.#next));
  }

  /** Every part of the page is told of once, when it comes. */
  noticePart(part: Element): void {
    for (const button of sendButtons(this.page.adapter, part)) this.#buttons.add(button);
  }

  /** Looks soon, for comments or parts of the page came or went; many calls are one look. */
  look(): void {
    this.#lookAt(this.#lastLook + LOOK_EVERY_MS);
  }

  /** Looks in a while, for something changed that is neither a comment nor a part of the page. */
  lookCalmly(): void {
    this.#lookAt(this.#lastLook + LOOK_CALMLY_MS);
  }

  #lookAt(time: number): void {
    if (time >= this.#due) return;
    clearTimeout(this.#next);
    this.#due = time;
    this.#next = setTimeout(() => this.#look(), Math.max(0, time - performance.now()));
  }

  #look(): void {
    this.#due = Number.POSITIVE_INFINITY;
    const { adapter } = this.page;
    const url = new URL(location.href);
    for (const button of this.#buttons) if (!button.isConnected) this.#buttons.delete(button);
    const sight = sightOf(adapter, document, url, this.reading(), [...this.#buttons]);
    const now = performance.now();
    this.#lastLook = now;
    if (sight.blind !== this.#blind?.what)
      this.#blind = sight.blind && { what: sight.blind, since: now };
    const isSure = this.#blind !== null && now - this.#blind.since >= BLIND_AFTER_MS;
    this.store.setState({
      account: adapter.readAccount(document, url) ?? '',
      identity: adapter.readIdentity(document)?.name ?? '',
      thread: adapter.threadOf(url) ?? '',
      claimed: sight.commentsClaimed,
      blind: isSure ? sight.blind : null,
    });
    if (sight.blind) this.#lookAt(now + BLIND_AFTER_MS);
  }
}
