import Dexie, { type Collection } from 'dexie';
import { ChainCheck, type ChainFault, type ChainHead } from './chain';
import type { Registry } from './database';
import type { LedgerEntry } from './schema';

/** Entries read and checked at a time, so that the database is not held while hashes are taken. */
const BATCH = 500;

/** The entries of one device in the order of their chain, from number `from` on. */
export function chainOf(
  registry: Registry,
  device: string,
  from = 1,
): Collection<LedgerEntry, string> {
  return registry.entries.where('[device+seq]').between([device, from], [device, Dexie.maxKey]);
}

/** Every device whose chain is here, in the order of their ids. */
export async function devicesOf(registry: Registry): Promise<string[]> {
  const devices: string[] = [];
  for (;;) {
    const last = devices.at(-1);
    const next = await registry.entries
      .where('[device+seq]')
      .above(last === undefined ? [''] : [last, Dexie.maxKey])
      .first();
    if (!next) return devices;
    devices.push(next.device);
  }
}

/** One chain in batches of some hundred entries. */
export async function* chainBatches(
  registry: Registry,
  device: string,
): AsyncGenerator<LedgerEntry[]> {
  for (let from = 1; ; ) {
    const batch = await chainOf(registry, device, from).limit(BATCH).toArray();
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    from = last.seq + 1;
  }
}

export interface ChainWatch {
  signal?: AbortSignal;
  /** Called after each batch with the number of entries checked so far. */
  onProgress?(done: number): void;
}

/** What a look at every chain of the registry gave. */
export interface ChainReport {
  entries: number;
  heads: ChainHead[];
  faults: ChainFault[];
}

/** Checks every chain here. Rejects with the signal's reason, or with the database's error. */
export async function checkChains(
  registry: Registry,
  { signal, onProgress }: ChainWatch = {},
): Promise<ChainReport> {
  const report: ChainReport = { entries: 0, heads: [], faults: [] };
  for (const device of await devicesOf(registry)) {
    const check = new ChainCheck(device);
    for await (const batch of chainBatches(registry, device)) {
      signal?.throwIfAborted();
      for (const entry of batch) await check.add(entry);
      report.entries += batch.length;
      onProgress?.(report.entries);
    }
    const head = check.head();
    if (head) report.heads.push(head);
    report.faults.push(...check.faults());
  }
  return report;
}
