import { browser } from 'wxt/browser';
import type { OutboxRecord } from '../registry/schema';

/**
 * Records on their way to the registry, in extension storage. The rules:
 * - whoever makes a record writes it here first; from then on it cannot be lost with a tab or a worker;
 * - the background takes it into the registry and only then removes it here;
 * - taking it twice makes one entry, because its id is the client's;
 * - a record that can never be taken (it does not parse) is set aside, never dropped.
 */
const WAITING = 'outbox:';
const REJECTED = 'rejected:';

const idOf = (record: OutboxRecord) =>
  record.type === 'action' ? record.action.id : record.publication.id;

/** Writes a record into the outbox. Rejects when the storage is full or the extension is gone. */
export async function putIntoOutbox(record: OutboxRecord): Promise<void> {
  await browser.storage.local.set({ [WAITING + idOf(record)]: record });
}

/** What waits, oldest first (ids are UUIDv7), unparsed: storage is a boundary. */
export async function waitingRecords(): Promise<{ id: string; record: unknown }[]> {
  const all = await browser.storage.local.get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(WAITING))
    .sort()
    .map((key) => ({ id: key.slice(WAITING.length), record: all[key] }));
}

/** Removes a record that is in the registry. */
export async function dropFromOutbox(id: string): Promise<void> {
  await browser.storage.local.remove(WAITING + id);
}

/** Sets aside a record that does not parse, with the reason; it stays until the operator exports it. */
export async function setAside(id: string, record: unknown, reason: string): Promise<void> {
  await browser.storage.local.set({ [REJECTED + id]: { record, reason } });
  await dropFromOutbox(id);
}

/** True when a change of the local storage brought a record to the outbox. */
export function bringsRecords(changes: Record<string, { newValue?: unknown }>): boolean {
  return Object.entries(changes).some(
    ([key, change]) => key.startsWith(WAITING) && change.newValue !== undefined,
  );
}
