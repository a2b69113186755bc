import { sendMessage } from '../messages/protocol';
import type { PageContext } from './context';
import { changeComment, type Judged, type PageStore } from './state';

/** Questions of one moment go together. */
const GATHER_MS = 200;
/** The background answers at most this many authors at once. */
const AT_ONCE = 500;

/** Asks the registry how the authors of flagged comments stand; each author once a page, and after each record. */
export class Standings {
  readonly #asked = new Set<string>();
  readonly #toAsk = new Set<string>();

  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
  ) {}

  /** Asks about the author of a flagged comment, soon. */
  ask({ comment, findings }: Judged): void {
    if (findings.length > 0 && !this.#asked.has(comment.authorUrl))
      this.askAgain(comment.authorUrl);
  }

  /** Asks about an author of whom something was recorded. */
  askAgain(authorUrl: string): void {
    if (authorUrl === '') return;
    this.#asked.add(authorUrl);
    if (this.#toAsk.size === 0) setTimeout(() => void this.#send(), GATHER_MS);
    this.#toAsk.add(authorUrl);
  }

  async #send(): Promise<void> {
    const authorUrls = [...this.#toAsk].slice(0, AT_ONCE);
    for (const url of authorUrls) this.#toAsk.delete(url);
    if (this.#toAsk.size > 0) setTimeout(() => void this.#send(), GATHER_MS);
    try {
      const standings = await sendMessage('standing', {
        network: this.page.adapter.id,
        authorUrls,
      });
      if (this.page.signal.aborted) return;
      for (const { key, comment } of [...this.store.getState().comments.values()]) {
        const standing = standings[comment.authorUrl];
        if (standing) changeComment(this.store, key, { standing });
      }
    } catch {
      // Without the background there is no history to show; marks and records go on. Ask again later.
      for (const url of authorUrls) this.#asked.delete(url);
    }
  }
}
