import { browser } from 'wxt/browser';
import { putIntoOutbox } from '../messages/outbox';
import { sendMessage } from '../messages/protocol';
import type { OutboxRecord } from '../registry/schema';

/** Delays between tries, milliseconds; the last one repeats. */
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

export interface RecorderEvents {
  /** Number of records that are in neither storage nor registry, and why the last one is not. */
  onWaiting(count: number, trouble: 'full' | 'gone' | 'failed' | null): void;
}

/**
 * The page's end of the way to the registry. A record is safe once the outbox or the registry has it;
 * until then it stays here and is tried again:
 * - the outbox is written first, the background told afterwards (it looks by itself, too);
 * - when the outbox refuses (disk full), the record goes to the background directly;
 * - when both refuse, the record stays in memory, the operator is told, and tries go on.
 */
export class Recorder {
  readonly #held = new Set<OutboxRecord>();

  constructor(
    signal: AbortSignal,
    private readonly events: RecorderEvents,
  ) {
    addEventListener(
      'beforeunload',
      (event) => {
        // The browser asks in its own words whether to leave: what is held would be lost with the tab.
        if (this.#held.size > 0) event.preventDefault();
      },
      { signal },
    );
  }

  /** Resolves when the record is safe, however many tries it takes. Never rejects. */
  async record(record: OutboxRecord): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.#deliver(record);
        if (this.#held.delete(record)) this.#tell(null);
        return;
      } catch (error) {
        this.#held.add(record);
        this.#tell(error);
        await new Promise((resolve) =>
          setTimeout(resolve, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]),
        );
      }
    }
  }

  async #deliver(record: OutboxRecord): Promise<void> {
    let refused: unknown;
    let inOutbox = true;
    try {
      await putIntoOutbox(record);
    } catch (error) {
      inOutbox = false;
      refused = error;
    }
    try {
      const taken = await sendMessage('append', record);
      if (taken.stored) return;
      refused = new Error(taken.reason);
    } catch {
      // In the outbox it is safe: the background takes it when it wakes.
      if (inOutbox) return;
    }
    throw refused;
  }

  #tell(error: unknown): void {
    const count = this.#held.size;
    if (count === 0) this.events.onWaiting(0, null);
    else if (browser.runtime?.id === undefined) this.events.onWaiting(count, 'gone');
    else this.events.onWaiting(count, /quota/i.test(String(error)) ? 'full' : 'failed');
  }
}
