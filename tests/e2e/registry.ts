import { type BrowserContext, expect } from '@playwright/test';
import type { PublicationMark } from '../../lib/registry/publication-marks';
import type { LedgerEntry, PublicationRecord } from '../../lib/registry/schema';

/** Reads the registry as it is on the disk, from one of the extension's own pages. */
export class RegistryReader {
  constructor(
    private readonly context: BrowserContext,
    private readonly extensionId: string,
  ) {}

  async #all<Row>(table: string): Promise<Row[]> {
    const page = await this.context.newPage();
    try {
      await page.goto(`chrome-extension://${this.extensionId}/popup.html`);
      return await page.evaluate(
        (name) =>
          new Promise<Row[]>((done, fail) => {
            const opening = indexedDB.open('vakhta');
            opening.onerror = () => fail(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              if (!database.objectStoreNames.contains(name)) {
                database.close();
                done([]);
                return;
              }
              const reading = database.transaction(name).objectStore(name).getAll();
              reading.onerror = () => fail(reading.error);
              reading.onsuccess = () => {
                database.close();
                done(reading.result as Row[]);
              };
            };
          }),
        table,
      );
    } finally {
      await page.close();
    }
  }

  /** The ledger in the order of the chain. */
  async entries(): Promise<LedgerEntry[]> {
    const entries = await this.#all<LedgerEntry>('entries');
    return entries.sort((a, b) => a.seq - b.seq);
  }

  publications(): Promise<PublicationRecord[]> {
    return this.#all<PublicationRecord>('publications');
  }

  marks(): Promise<PublicationMark[]> {
    return this.#all<PublicationMark>('publicationMarks');
  }

  /** Waits until the ledger has `count` entries, then gives them; also fails when there are more. */
  async hasEntries(count: number): Promise<LedgerEntry[]> {
    const kinds = async () =>
      (await this.entries()).map(({ kind, commentId }) => `${kind} ${commentId}`);
    await expect.poll(kinds, { timeout: 20_000 }).toHaveLength(count);
    return this.entries();
  }
}
