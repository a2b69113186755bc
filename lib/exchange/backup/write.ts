import type { Table } from 'dexie';
import { canonicalJson, FIRST_PREV, type Json, sha256 } from '../../registry/chain';
import { chainBatches, devicesOf } from '../../registry/chain-of';
import type { Registry } from '../../registry/database';
import { ownIdentity } from '../../registry/identity';
import { COPIED_TABLES, type CopiedTable } from '../../registry/rows';
import { publicKeyOf, sign } from '../../registry/signature';
import {
  type BackupHeader,
  type BackupKind,
  BLOCK_ROWS,
  FORMAT,
  ROWS_VERSION,
  type SealedEnd,
} from './format';
import { seal } from './sealing';

export interface BackupOrder {
  registry: Registry;
  kind: BackupKind;
  operator: string;
  /** Milliseconds since the epoch. */
  now: number;
  signal: AbortSignal;
  /** Called after each block with the rows written so far and those there are. */
  onProgress(done: number, total: number): void;
}

/** Rows of one table in batches, by primary key; the ledger by device and number. */
async function* batchesOf(registry: Registry, name: CopiedTable): AsyncGenerator<object[]> {
  if (name === 'entries') {
    for (const device of await devicesOf(registry)) yield* chainBatches(registry, device);
    return;
  }
  const table: Table<object, string> = registry.table(name);
  for (let last: string | undefined; ; ) {
    const from = last === undefined ? table.toCollection() : table.where(':id').above(last);
    const batch = await from.limit(BLOCK_ROWS).toArray();
    const end = batch.at(-1);
    if (!end) return;
    yield batch;
    last = keyOf(end);
  }
}

const keyOf = (row: object): string =>
  'id' in row ? String(row.id) : 'key' in row ? String(row.key) : '';

/**
 * The lines of a copy, a block at a time. What is written to the registry meanwhile may or may not be in
 * it; the ledger's part is whole up to some entry. Throws the signal's reason, or the database's error.
 */
async function* backupLines(order: BackupOrder): AsyncGenerator<string> {
  const { registry, kind, signal, onProgress } = order;
  const { device, keys } = await ownIdentity(registry);
  const tables = kind === 'ledger' ? (['entries'] as const) : COPIED_TABLES;
  const made = new Date(order.now).toISOString();
  let total = 0;
  for (const name of tables) total += await registry.table(name).count();

  const header: BackupHeader = {
    vakhta: kind,
    format: FORMAT,
    rows: ROWS_VERSION,
    made,
    device,
    operator: order.operator,
  };
  const first = `${JSON.stringify(header)}\n`;
  yield first;
  let hash = await sha256(FIRST_PREV + first);
  let block = 0;
  let done = 0;
  const end: SealedEnd = { made, counts: {}, heads: [], sha256: hash };
  for (const name of tables) {
    let count = 0;
    for await (const batch of batchesOf(registry, name)) {
      signal.throwIfAborted();
      const lines = batch.map((r) => `${JSON.stringify({ t: name, r })}\n`).join('');
      hash = await sha256(hash + lines);
      block += 1;
      yield `${lines}${JSON.stringify({ block, rows: batch.length, sha256: hash })}\n`;
      count += batch.length;
      done += batch.length;
      onProgress(done, Math.max(total, done));
      if (name === 'entries')
        noteHeads(end, batch as { device: string; seq: number; hash: string }[]);
    }
    end.counts[name] = count;
  }
  end.sha256 = hash;
  const text = canonicalJson(end as unknown as Json);
  yield `${JSON.stringify({ end, key: await publicKeyOf(keys), signature: await sign(keys, text) })}\n`;
}

function noteHeads(
  end: SealedEnd,
  batch: readonly { device: string; seq: number; hash: string }[],
): void {
  for (const { device, seq, hash } of batch) {
    const head = end.heads.find((one) => one.device === device);
    if (head) Object.assign(head, { seq, hash });
    else end.heads.push({ device, seq, hash });
  }
}

/**
 * A copy as a file: packed, and sealed when a passphrase is given; a ledger alone is plain text, for
 * whoever wants to read it. Rejects with the signal's reason, or with the database's error.
 * @param name of the file
 */
export async function makeBackup(
  order: BackupOrder,
  passphrase: string | null,
  name: string,
): Promise<File> {
  let bytes: ReadableStream<Uint8Array> = streamOf(backupLines(order));
  // The types of streams in the browser and in Node differ in what a buffer may be.
  type Pair = ReadableWritablePair<Uint8Array, Uint8Array>;
  if (order.kind === 'backup')
    bytes = bytes.pipeThrough(new CompressionStream('gzip') as unknown as Pair);
  if (passphrase !== null) bytes = bytes.pipeThrough(seal(passphrase));
  // The browser keeps a large blob on the disk.
  const blob = await new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return new File([blob], name, { type: 'application/octet-stream' });
}

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(out) {
      const next = await lines.next();
      if (next.done) out.close();
      else out.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
