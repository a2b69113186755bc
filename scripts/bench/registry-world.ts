import { makeRows } from '../../lib/exchange/example/make';
import type { Size } from '../../lib/exchange/example/world';
import type { AuthorRow } from '../../lib/registry/database';
import { EXAMPLE_NAME, Registry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { rowOf } from '../../lib/registry/projection';
import type { Action } from '../../lib/registry/schema';
import { KUZBASS } from '../../lib/regulation/profile';

/** Rows of one write; more hold the database up, fewer take longer. */
const BATCH = 2_000;

declare global {
  /** Rows written so far, for whoever waits. */
  var filledRows: number;
  function fillRegistry(size: Size, now: number): Promise<void>;
}

/**
 * Fills the example's database with a registry of any size. Not as the ledger would, which seals each
 * entry: rows of the log and authors alone, since no list reads the chain.
 */
globalThis.filledRows = 0;
globalThis.fillRegistry = async (size, now) => {
  const registry = new Registry(EXAMPLE_NAME);
  await registry.open();
  const database = registry.backendDB();
  const put = (table: string, rows: readonly object[]) =>
    new Promise<void>((done, fail) => {
      // Relaxed: what is lost with the power is filled again.
      const change = database.transaction(table, 'readwrite', { durability: 'relaxed' });
      for (const row of rows) change.objectStore(table).put(row);
      change.oncomplete = () => done();
      change.onerror = () => fail(change.error);
      globalThis.filledRows += rows.length;
    });

  const authors = new Map<string, AuthorRow>();
  let seq = 0;
  const rowFor = (action: Action) => {
    seq += 1;
    const row = rowOf({
      ...action,
      device: '',
      seq,
      salt: '00',
      evidenceHash: '',
      prev: '',
      hash: '',
    });
    const { network, authorUrl: url, author: name, time: lastTime, authorKey: key } = row;
    const blacklisted = action.kind === 'ban' || (authors.get(key)?.blacklisted ?? false);
    authors.set(key, { key, network, url, name, lastTime, blacklisted });
    return row;
  };
  const waiting = new Map<string, object[]>();
  const flush = async (table: string) => {
    const rows = waiting.get(table) ?? [];
    waiting.delete(table);
    for (let from = 0; from < rows.length; from += BATCH)
      await put(table, rows.slice(from, from + BATCH));
  };
  for (const batch of makeRows({ profile: KUZBASS, now, size })) {
    const actions = batch.table === 'actions';
    const table = actions ? 'log' : batch.table;
    const rows = waiting.get(table) ?? [];
    if (actions) {
      for (const action of batch.rows) if (action.refers === null) rows.push(rowFor(action));
    } else rows.push(...batch.rows);
    waiting.set(table, rows);
    if (rows.length >= BATCH) await flush(table);
  }
  for (const table of [...waiting.keys()]) await flush(table);
  const known = [...authors.values()];
  for (let from = 0; from < known.length; from += BATCH)
    await put('authors', known.slice(from, from + BATCH));
  await ownIdentity(registry);
  registry.close();
};
