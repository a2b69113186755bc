import { browser } from 'wxt/browser';
import { putIntoOutbox } from '../messages/outbox';
import { sendMessage } from '../messages/protocol';
import type { OutboxRecord } from '../registry/schema';

/** Delays between tries, milliseconds; the last one repeats. */
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

/**
 * How long the background may take to answer for a record that the outbox has, milliseconds. A registry
 * that another version blocks answers nobody; the record is safe all the same.
 */
const ANSWER_MS = 3_000;

export type Trouble = 'full' | 'gone' | 'failed';

export interface RecorderEvents {
  /** Records that are in neither storage nor registry, and why the last one is not. */
  onWaiting(held: readonly OutboxRecord[], trouble: Trouble | null): void;
}

/**
 * The page's end of the way to the registry. A record is safe once the outbox or the registry has it;
 * until then it stays here and is tried again:
 * - the outbox is written first, the background told afterwards (it looks by itself, too);
 * - when the outbox refuses (disk full), the record goes to the background directly;
 * - when both refuse, the record stays in memory, the operator is told, and tries go on;
 * - what is held outlives the watch of the page: after a pause it is tried on, after an update of the
 *   extension it can be saved by nobody here, and the operator is told so.
 */
export class Recorder {
  readonly #held = new Set<OutboxRecord>();

  constructor(private readonly events: RecorderEvents) {}

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
      const answer = sendMessage('append', record);
      const taken = await (inOutbox ? Promise.race([answer, patience()]) : answer);
      if (taken === null || taken.stored) return;
      refused = new Error(taken.reason);
    } catch {
      // In the outbox it is safe: the background takes it when it wakes.
      if (inOutbox) return;
    }
    throw refused;
  }

  #tell(error: unknown): void {
    const held = [...this.#held];
    // The browser asks in its own words whether to leave: what is held would be lost with the tab.
    if (held.length > 0) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
    if (held.length === 0) this.events.onWaiting(held, null);
    else if (browser.runtime?.id === undefined) this.events.onWaiting(held, 'gone');
    else this.events.onWaiting(held, /quota/i.test(String(error)) ? 'full' : 'failed');
  }
}

const ask = (event: Event) => event.preventDefault();
const patience = () => new Promise<null>((resolve) => setTimeout(resolve, ANSWER_MS, null));
