import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
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

/** Sets aside a record that does not parse, with the reason; it stays as long as personal data may. */
export async function setAside(id: string, record: unknown, reason: string): Promise<void> {
  const time = new Date().toISOString();
  await browser.storage.local.set({ [REJECTED + id]: { record, reason, time } });
  await dropFromOutbox(id);
}

const setAsideSchema = z.object({ time: z.iso.datetime() });

/**
 * Erases what was set aside before `border` (ISO 8601 UTC): it may tell of a person as well as an entry
 * does. What bears no time, from before times were kept, gets that of `now` and is erased in its turn.
 */
export async function eraseSetAside(border: string, now: number): Promise<void> {
  const all = await browser.storage.local.get(null);
  for (const [key, kept] of Object.entries(all)) {
    if (!key.startsWith(REJECTED)) continue;
    const { data } = setAsideSchema.safeParse(kept);
    if (data && data.time < border) await browser.storage.local.remove(key);
    else if (!data && typeof kept === 'object' && kept !== null)
      await browser.storage.local.set({ [key]: { ...kept, time: new Date(now).toISOString() } });
  }
}

/** Erases what was set aside and names a person's page. @param addresses see `addressesOf` */
export async function eraseSetAsideAbout(addresses: readonly string[]): Promise<void> {
  const all = await browser.storage.local.get(null);
  const about = Object.keys(all).filter(
    (key) => key.startsWith(REJECTED) && addresses.some((address) => namesPage(all[key], address)),
  );
  await browser.storage.local.remove(about);
}

/** Whether any text in `value` holds the address, not merely one that begins alike: `/id5` is not `/id57`. */
function namesPage(value: unknown, address: string): boolean {
  if (typeof value === 'string') {
    const at = value.toLowerCase().indexOf(address.toLowerCase());
    return at >= 0 && !/[\w.-]/.test(value.charAt(at + address.length));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => namesPage(inner, address));
}

/** True when a change of the local storage brought a record to the outbox. */
export function bringsRecords(changes: Record<string, { newValue?: unknown }>): boolean {
  return Object.entries(changes).some(
    ([key, change]) => key.startsWith(WAITING) && change.newValue !== undefined,
  );
}
