import Dexie from 'dexie';
import { EXAMPLE_NAME, Registry } from '../../registry/database';
import { ownIdentity } from '../../registry/identity';
import { mergeRows } from '../../registry/merge';
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
    for await (const batch of makeExample(order)) {
      signal?.throwIfAborted();
      await mergeRows(registry, batch);
      rows += batch.rows.length;
      onProgress?.(rows);
    }
    await ownIdentity(registry);
  } finally {
    registry.close();
  }
}

/** Takes the example away; nothing happens where there is none. */
export async function removeExample(): Promise<void> {
  await Dexie.delete(EXAMPLE_NAME);
}
