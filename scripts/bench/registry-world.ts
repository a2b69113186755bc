import { makeRows } from '../../lib/exchange/example/make';
import type { Size } from '../../lib/exchange/example/world';
import type { AuthorRow } from '../../lib/registry/database';
import { EXAMPLE_NAME, Registry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { rowOf } from '../../lib/registry/projection';
import type { Action } from '../../lib/registry/schema';
import { keepUp } from '../../lib/registry/upkeep';
import { wordsRow } from '../../lib/registry/words';
import { KUZBASS } from '../../lib/regulation/profile';

/** Rows of one write; more hold the database up, fewer take longer. */
const BATCH = 2_000;
/** Writes under way at a time, so that rows are made while others are being written. */
const UNDER_WAY = 3;

declare global {
  /** Rows written so far, for whoever waits. */
  var filledRows: number;
  function fillRegistry(size: Size, now: number): Promise<void>;
}

/**
 * Fills the example's database with a registry of any size. Not as the ledger would, which seals each
 * entry: what lists read alone, since none reads the chain. What was broken off goes on where it stopped,
 * given the same size and moment; whether all of it is there, the last row says: the registry's own keys.
 */
globalThis.filledRows = 0;
globalThis.fillRegistry = async (size, now) => {
  const registry = new Registry(EXAMPLE_NAME);
  await registry.open();
  const database = registry.backendDB();
  const writes = new Set<Promise<void>>();
  const put = async (rows: Readonly<Record<string, readonly object[]>>) => {
    while (writes.size >= UNDER_WAY) await Promise.race(writes);
    const write = new Promise<void>((done, fail) => {
      // Relaxed: what is lost with the power is filled again.
      const change = database.transaction(Object.keys(rows), 'readwrite', {
        durability: 'relaxed',
      });
      for (const [table, list] of Object.entries(rows))
        for (const row of list) change.objectStore(table).put(row);
      change.oncomplete = () => done();
      change.onerror = () => fail(change.error);
    });
    writes.add(write);
    void write.finally(() => writes.delete(write));
  };
  const putAll = async (table: string, rows: readonly object[]) => {
    for (let from = 0; from < rows.length; from += BATCH)
      await put({ [table]: rows.slice(from, from + BATCH) });
  };

  // Writes end in the order in which they began, so what is there are the first rows.
  const known = await registry.log.count();
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
  for (const batch of makeRows({ profile: KUZBASS, now, size })) {
    if (batch.table !== 'actions') {
      if (known === 0) await putAll(batch.table, batch.rows);
      continue;
    }
    const log = batch.rows.filter(({ refers }) => refers === null).map(rowFor);
    globalThis.filledRows = seq;
    if (seq > known) await put({ log, words: log.flatMap((row) => wordsRow(row) ?? []) });
  }
  await putAll('authors', [...authors.values()]);
  await Promise.all(writes);
  // Words are there already; who stands how with the blacklist is counted as after an upgrade.
  await registry.upkeep.put({ id: 'words', after: '', count: seq, total: seq, done: true });
  await keepUp(registry);
  await ownIdentity(registry);
  registry.close();
};
