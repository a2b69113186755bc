import Dexie from 'dexie';
import { FIRST_PREV, hashEntry, hashEvidence, hex } from './chain';
import type { Registry } from './database';
import { projectAll } from './projection';
import type { Action, LedgerEntry } from './schema';

/**
 * The append-only ledger of one device. Appends run one after another, because each entry carries the
 * hash of the one before:
 * - the same id twice is the same action: the second append changes nothing and succeeds;
 * - the entry, its row of the log, its words and its author are written in one transaction or not at all;
 * - an `amend` or `undo` that arrives before the action it refers to takes effect when that arrives.
 */
export class Ledger {
  #last: Promise<unknown> = Promise.resolve();

  /** @param device id of this browser profile, the name of the chain */
  constructor(
    private readonly registry: Registry,
    private readonly device: string,
  ) {}

  /**
   * Resolves when the action is on the disk. Rejects with the database's error (quota, blocked,
   * closed) and then has changed nothing.
   */
  append(action: Action): Promise<void> {
    const turn = this.#last.then(() => this.#append(action));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #append(action: Action): Promise<void> {
    const { registry } = this;
    if (await registry.entries.get(action.id)) return;
    const tail = await registry.entries
      .where('[device+seq]')
      .between([this.device, Dexie.minKey], [this.device, Dexie.maxKey])
      .last();
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    const unsealed = {
      ...action,
      device: this.device,
      seq: (tail?.seq ?? 0) + 1,
      salt,
      evidenceHash: await hashEvidence(action, salt),
      prev: tail?.hash ?? FIRST_PREV,
    };
    const entry: LedgerEntry = { ...unsealed, hash: await hashEntry(unsealed) };
    const { entries, log, words, authors, unsettled } = registry;
    await registry.transaction('rw', [entries, log, words, authors, unsettled], async () => {
      // `add`, and `seq` unique: two writers that got this far with the same tail cannot both win.
      await registry.entries.add(entry);
      await projectAll(registry, [entry]);
    });
  }
}
