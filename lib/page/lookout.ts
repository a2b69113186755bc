import { healthOf } from '../networks/health';
import type { PageContext } from './context';
import type { PageStore } from './state';

/** A page claims comments and none was read for this long before Vakhta calls itself blind. */
const BLIND_AFTER_MS = 5_000;
/** A look searches the document: not more often than this. */
const LOOK_EVERY_MS = 1_000;

/** Looks at the page as a whole: whose it is, who the operator is on it, whether anything is seen. */
export class Lookout {
  #blindSince: number | null = null;
  #lastLook = Number.NEGATIVE_INFINITY;
  #next: ReturnType<typeof setTimeout> | undefined;

  /** @param roots elements of the comments that are known already */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly roots: () => Element[],
  ) {
    page.signal.addEventListener('abort', () => clearTimeout(this.#next));
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
    const health = healthOf(adapter, document, url, this.roots());
    const unseen = health.blind || health.composerBlind;
    const now = performance.now();
    this.#lastLook = now;
    this.#blindSince = unseen ? (this.#blindSince ?? now) : null;
    this.store.setState({
      account: adapter.readAccount(document, url) ?? '',
      identity: adapter.readIdentity(document)?.name ?? '',
      thread: adapter.threadOf(url) ?? '',
      claimed: health.commentsClaimed,
      blind: this.#blindSince !== null && now - this.#blindSince >= BLIND_AFTER_MS,
    });
    if (unseen) this.#lookIn(BLIND_AFTER_MS);
  }
}
