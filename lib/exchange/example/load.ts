import Dexie from 'dexie';
import { EXAMPLE_NAME, Registry } from '../../registry/database';
import { ownIdentity } from '../../registry/identity';
import { mergeRows } from '../../registry/merge';
import type { CopiedTable, RowsOf } from '../../registry/rows';
import { keepUp } from '../../registry/upkeep';
import { type ExampleOrder, makeExample } from './make';

export interface ExampleWatch {
  signal?: AbortSignal;
  /** Called with the number of rows written so far. */
  onProgress?(rows: number): void;
}

/** Whether a whole example lies in this browser. Its own keys are made last. */
export async function hasExample(): Promise<boolean> {
  if (!(await Dexie.exists(EXAMPLE_NAME))) return false;
  const registry = new Registry(EXAMPLE_NAME);
  try {
    return (await registry.identity.count()) > 0;
  } finally {
    registry.close();
  }
}

/** Rows of one write: each one waits for the disk. */
const BATCH = 1_200;

/** The same rows, those of one table together as far as a write may hold. */
async function* larger(batches: AsyncIterable<RowsOf>): AsyncGenerator<RowsOf> {
  const waiting = new Map<CopiedTable, object[]>();
  const taken = (table: CopiedTable) => ({ table, rows: waiting.get(table) }) as RowsOf;
  for await (const { table, rows } of batches) {
    const list = waiting.get(table) ?? [];
    list.push(...rows);
    waiting.set(table, list);
    if (list.length < BATCH) continue;
    yield taken(table);
    waiting.delete(table);
  }
  for (const table of waiting.keys()) yield taken(table);
}

/**
 * Puts an invented registry in a database of its own, instead of the one that was there. The person's
 * own registry is another database and is not touched. Rejects with the signal's reason or the
 * database's error; an example that did not become whole is put anew at the next call.
 */
export async function loadExample(
  order: ExampleOrder,
  { signal, onProgress }: ExampleWatch = {},
): Promise<void> {
  await removeExample();
  const registry = new Registry(EXAMPLE_NAME);
  try {
    let rows = 0;
    for await (const batch of larger(makeExample(order))) {
      signal?.throwIfAborted();
      await mergeRows(registry, batch);
      rows += batch.rows.length;
      onProgress?.(rows);
    }
    await keepUp(registry, signal ? { signal } : {});
    await ownIdentity(registry);
  } finally {
    registry.close();
  }
}

/** Takes the example away; nothing happens where there is none. */
export async function removeExample(): Promise<void> {
  await Dexie.delete(EXAMPLE_NAME);
}
