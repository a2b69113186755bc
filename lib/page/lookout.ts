import { sendButtons, sightOf } from '../networks/health';
import type { PageContext } from './context';
import type { PageStore } from './state';

/** A page claims comments and none was read for this long before Vakhta calls itself blind. */
const BLIND_AFTER_MS = 5_000;
/** A look searches the document: not more often than this. */
const LOOK_EVERY_MS = 1_000;

/** Looks at the page as a whole: whose it is, who the operator is on it, whether anything is seen. */
export class Lookout {
  /** Buttons that send, in the parts of the page that came; those that left are dropped at a look. */
  readonly #buttons = new Set<Element>();
  #blindSince: number | null = null;
  #lastLook = Number.NEGATIVE_INFINITY;
  #next: ReturnType<typeof setTimeout> | undefined;

  /** @param anyRead whether a comment that stands in the page was read */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly anyRead: () => boolean,
  ) {
    page.signal.addEventListener('abort', () => clearTimeout(this.#next));
  }

  /** Every part of the page is told of once, when it comes. */
  noticePart(part: Element): void {
    for (const button of sendButtons(this.page.adapter, part)) this.#buttons.add(button);
  }

  /** Looks soon; many calls are one look. */
  look(): void {
    this.#lookIn(Math.max(0, this.#lastLook + LOOK_EVERY_MS - performance.now()));
  }

  #lookIn(delay: number): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#look(), delay);
  }

  #look(): void {
    const { adapter } = this.page;
    const url = new URL(location.href);
    for (const button of this.#buttons) if (!button.isConnected) this.#buttons.delete(button);
    const sight = sightOf(adapter, document, url, this.anyRead(), [...this.#buttons]);
    const unseen = sight.blind || sight.composerBlind;
    const now = performance.now();
    this.#lastLook = now;
    this.#blindSince = unseen ? (this.#blindSince ?? now) : null;
    this.store.setState({
      account: adapter.readAccount(document, url) ?? '',
      identity: adapter.readIdentity(document)?.name ?? '',
      thread: adapter.threadOf(url) ?? '',
      claimed: sight.commentsClaimed,
      blind: this.#blindSince !== null && now - this.#blindSince >= BLIND_AFTER_MS,
    });
    if (unseen) this.#lookIn(BLIND_AFTER_MS);
  }
}
