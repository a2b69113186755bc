import Dexie from 'dexie';
import { makeRows } from '../../lib/exchange/example/make';
import type { Size } from '../../lib/exchange/example/world';
import { planImport } from '../../lib/registry/account-import';
import { guessColumns } from '../../lib/registry/account-import-columns';
import { listAccounts } from '../../lib/registry/accounts';
import { listBodies } from '../../lib/registry/bodies';
import type { AuthorRow } from '../../lib/registry/database';
import { EXAMPLE_NAME, Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { rowOf } from '../../lib/registry/projection';
import type { Action } from '../../lib/registry/schema';
import { keepUp } from '../../lib/registry/upkeep';
import { monthWord, publicationWordsRow, searchWords, wordsRow } from '../../lib/registry/words';
import { KUZBASS } from '../../lib/regulation/profile';

/** Rows of one write; more hold the database up, fewer take longer. */
const BATCH = 2_000;
/** Writes under way at a time, so that rows are made while others are being written. */
const UNDER_WAY = 3;

declare global {
  /** Rows written so far, for whoever waits. */
  var filledRows: number;
  function fillRegistry(size: Size, now: number): Promise<void>;
  function keepRegistry(): Promise<void>;
  function importAccounts(count: number): Promise<number>;
  function upgradeRegistry(rows: number): Promise<UpgradeFigures>;
}

/** How an upgrade from version 4 goes. */
export interface UpgradeFigures {
  /** Until the database can be used, milliseconds. */
  open: number;
  /** Rows of the log brought up to this version in a second. */
  perSecond: number;
  /** The slowest of the records that came meanwhile, milliseconds. */
  slowestRecord: number;
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
      if (known > 0) continue;
      await putAll(batch.table, batch.rows);
      if (batch.table === 'publications')
        await putAll(
          'publicationWords',
          batch.rows.flatMap((row) => publicationWordsRow(row) ?? []),
        );
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

/** Brings a registry that was filled for an earlier version up to this one. */
globalThis.keepRegistry = async () => {
  const registry = new Registry(EXAMPLE_NAME);
  await keepUp(registry);
  registry.close();
};

/** Milliseconds that a table of so many new accounts takes, from its cells to the disk; it is taken out again. */
globalThis.importAccounts = async (count) => {
  const registry = new Registry(EXAMPLE_NAME);
  const head = ['Орган', 'Ссылка', 'Название', 'Создан', 'ФИО'];
  const cells = Array.from({ length: count }, (_, number) => [
    `Управа ${number >> 2}`,
    `https://vk.com/proverka_${number}`,
    `Проверка ${number}`,
    '01.11.2026',
    'Анна Проверкина',
  ]);
  const by = { operator: 'Проверка', now: Date.now(), today: '2026-11-20' };
  const desk = new RegistryDesk(registry);
  const [bodies, accounts] = await Promise.all([listBodies(registry), listAccounts(registry)]);
  const began = performance.now();
  const plan = planImport(
    cells,
    2,
    head,
    guessColumns(head),
    { bodies, accounts },
    {
      kind: 'body',
      carryBody: true,
    },
  );
  const back = await desk.apply(plan.deeds, by);
  const took = performance.now() - began;
  await desk.apply(back, by);
  registry.close();
  return took;
};

const UPGRADED = 'vakhta-bench-upgrade';

/** The tables that an upgrade from version 4 touches, as that version declared them. */
const VERSION_4 = {
  entries: 'id, &[device+seq], refers, time',
  log: 'id, time, [network+time], [criterion+time], [kind+time], [criterion+kind+time], [operator+time], [authorKey+time], *words',
  authors: 'key, name, lastTime',
};

globalThis.upgradeRegistry = async (rows) => {
  await Dexie.delete(UPGRADED);
  const old = new Dexie(UPGRADED);
  old.version(4).stores(VERSION_4);
  const size = {
    bodies: 5,
    accounts: 20,
    weeks: 1,
    actions: rows,
    actionDays: 30,
    authors: rows >> 4,
  };
  let last: Action | undefined;
  for (const batch of makeRows({ profile: KUZBASS, now: Date.now(), size })) {
    if (batch.table !== 'actions') continue;
    last = batch.rows.at(-1) ?? last;
    await old.table('log').bulkPut(
      batch.rows
        .filter(({ refers }) => refers === null)
        .map((action, seq) => ({
          ...rowOf({
            ...action,
            device: '',
            seq,
            salt: '00',
            evidenceHash: '',
            prev: '',
            hash: '',
          }),
          words: searchWords(action.text, action.author, action.note).map((word) =>
            monthWord(action.time, word),
          ),
        })),
    );
  }
  old.close();
  const began = performance.now();
  const registry = new Registry(UPGRADED);
  await registry.open();
  const open = performance.now() - began;
  const ledger = new Ledger(registry, 'device');
  const start = performance.now();
  let under = true;
  const keeping = keepUp(registry).finally(() => {
    under = false;
  });
  let slowestRecord = 0;
  while (under && last) {
    const from = performance.now();
    await ledger.append({ ...last, id: crypto.randomUUID(), refers: null, kind: 'delete' });
    slowestRecord = Math.max(slowestRecord, performance.now() - from);
    await new Promise((done) => setTimeout(done, 200));
  }
  await keeping;
  const perSecond = rows / ((performance.now() - start) / 1_000);
  await registry.delete();
  return { open, perSecond, slowestRecord };
};
