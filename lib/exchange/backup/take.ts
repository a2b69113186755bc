import { ChainCheck } from '../../registry/chain';
import type { Registry } from '../../registry/database';
import { ownIdentity } from '../../registry/identity';
import { mergeRows } from '../../registry/merge';
import type { CopiedTable } from '../../registry/rows';
import type { LedgerEntry } from '../../registry/schema';
import { fingerprint } from '../../registry/signature';
import { keepUp } from '../../registry/upkeep';
import { BadBackup } from './fault';
import type { BackupHeader } from './format';
import { readRows } from './read';

export interface BackupSource {
  /** Opened anew for each reading. */
  file: Blob;
  passphrase: string | null;
  signal: AbortSignal;
  /** Called after each block with the number of rows read so far. */
  onProgress(rows: number): void;
}

/** What a copy would bring. */
export interface BackupSummary {
  header: BackupHeader;
  /** Rows of each table in the file. */
  counts: Partial<Record<CopiedTable, number>>;
  /** Entries of the ledger that are not here yet. */
  newEntries: number;
  /** Print of the key that the file is signed with, see `fingerprint`. */
  print: string;
}

/**
 * Reads a whole copy and changes nothing.
 * @throws BadBackup for whatever is wrong with it; the signal's reason; the database's error
 */
export async function checkBackup(
  registry: Registry,
  { file, passphrase, signal, onProgress }: BackupSource,
): Promise<BackupSummary> {
  const found: { header?: BackupHeader; print?: Promise<string> } = {};
  const counts: BackupSummary['counts'] = {};
  const chains = new Map<string, ChainCheck>();
  let newEntries = 0;
  let read = 0;
  const parts = readRows(
    file.stream(),
    passphrase,
    (header) => {
      found.header = header;
    },
    (end, key) => {
      for (const head of end.heads) {
        const faults = chains.get(head.device)?.faults(head);
        if (!faults || faults.length > 0) throw new BadBackup('chain');
      }
      found.print = fingerprint(key);
    },
  );
  for await (const part of parts) {
    signal.throwIfAborted();
    counts[part.table] = (counts[part.table] ?? 0) + part.rows.length;
    read += part.rows.length;
    if (part.table === 'entries') {
      newEntries += await compareEntries(registry, part.rows);
      for (const entry of part.rows) await follow(chains, entry);
    }
    onProgress(read);
  }
  for (const chain of chains.values()) if (chain.faults().length > 0) throw new BadBackup('chain');
  const { header, print } = found;
  if (!header || print === undefined) throw new BadBackup('truncated');
  return { header, counts, newEntries, print: await print };
}

async function follow(chains: Map<string, ChainCheck>, entry: LedgerEntry): Promise<void> {
  const chain = chains.get(entry.device) ?? new ChainCheck(entry.device);
  chains.set(entry.device, chain);
  await chain.add(entry);
}

/** How many of the entries are not here. Throws BadBackup where they contradict those that are. */
async function compareEntries(
  registry: Registry,
  entries: readonly LedgerEntry[],
): Promise<number> {
  const [byId, byPlace] = await Promise.all([
    registry.entries.bulkGet(entries.map(({ id }) => id)),
    registry.entries
      .where('[device+seq]')
      .anyOf(entries.map(({ device, seq }) => [device, seq]))
      .toArray(),
  ]);
  const places = new Map(byPlace.map((entry) => [`${entry.device} ${entry.seq}`, entry.hash]));
  let fresh = 0;
  for (const [index, entry] of entries.entries()) {
    const known = byId[index];
    const there = places.get(`${entry.device} ${entry.seq}`);
    if (known === undefined && there === undefined) fresh += 1;
    else if (known?.hash !== entry.hash || there !== entry.hash) throw new BadBackup('other-chain');
  }
  return fresh;
}

/**
 * Takes a copy in. It is read once to be checked and once to be merged, so a bad file changes nothing.
 * Whoever stops it half way has a registry that is whole and can take the same file again: what is
 * there already does not come twice.
 * @throws as `checkBackup`
 */
export async function takeBackup(registry: Registry, source: BackupSource): Promise<BackupSummary> {
  // Before another device's entries are here: a registry takes its name from nobody.
  await ownIdentity(registry);
  const summary = await checkBackup(registry, source);
  const nothing = () => undefined;
  let read = 0;
  for await (const part of readRows(source.file.stream(), source.passphrase, nothing, nothing)) {
    source.signal.throwIfAborted();
    await mergeRows(registry, part);
    read += part.rows.length;
    source.onProgress(read);
  }
  await keepUp(registry, { signal: source.signal });
  return summary;
}
