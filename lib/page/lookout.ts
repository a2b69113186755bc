import { healthOf } from '../networks/health';
import type { PageContext } from './context';
import type { PageStore } from './state';

/** A page claims comments and none was read for this long before Vakhta calls itself blind. */
const BLIND_AFTER_MS = 5_000;

/** Looks at the page as a whole: whose it is, who the operator is on it, whether anything is seen. */
export class Lookout {
  #blindSince: number | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
  ) {
    page.signal.addEventListener('abort', () => clearTimeout(this.#again));
  }

  look(): void {
    const { adapter, signal } = this.page;
    if (signal.aborted) return;
    const url = new URL(location.href);
    const health = healthOf(adapter, document, url);
    const unseen = health.blind || health.composerBlind;
    const now = performance.now();
    this.#blindSince = unseen ? (this.#blindSince ?? now) : null;
    this.store.setState({
      account: adapter.readAccount(document, url) ?? '',
      identity: adapter.readIdentity(document)?.name ?? '',
      thread: adapter.threadOf(url) ?? '',
      claimed: health.commentsClaimed,
      blind: this.#blindSince !== null && now - this.#blindSince >= BLIND_AFTER_MS,
    });
    clearTimeout(this.#again);
    if (unseen) this.#again = setTimeout(() => this.look(), BLIND_AFTER_MS);
  }
}
