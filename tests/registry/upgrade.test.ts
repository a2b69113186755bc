import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { checkChains } from '../../lib/registry/chain-of';
import { Registry } from '../../lib/registry/database';
import { Ledger } from '../../lib/registry/ledger';
import { actionWith } from './records';
import { bodyWith } from './tables';

/** The tables as version 1 declared them; written again here, so that nobody can change the past. */
const VERSION_1 = {
  entries: 'id, &seq, refers, time',
  log: 'id, time, [network+time], [criterion+time], [kind+time], [operator+time], [authorKey+time], *words',
  publications: 'id, time, [account+time]',
  authors: 'key, name, lastTime',
};

test('a registry of version 1 is whole after the upgrade and goes on', async () => {
  const old = new Dexie('upgraded');
  old.version(1).stores(VERSION_1);
  await old.open();
  const source = new Registry('source');
  const ledger = new Ledger(source, 'device');
  for (let n = 0; n < 20; n += 1) await ledger.append(actionWith());
  for (const name of Object.keys(VERSION_1))
    await old.table(name).bulkAdd(await source.table(name).toArray());
  const before = await Promise.all(old.tables.map((table) => table.toArray()));
  expect(
    Object.fromEntries(old.tables.map(({ name }, place) => [name, before[place]?.length])),
  ).toEqual({
    entries: 20,
    log: 20,
    publications: 0,
    authors: 1,
  });
  const names = old.tables.map(({ name }) => name);
  old.close();
  source.close();

  const registry = new Registry('upgraded');
  await registry.open();
  expect(registry.verno).toBe(3);
  const after = await Promise.all(names.map((name) => registry.table(name).toArray()));
  expect(after).toEqual(before);
  await new Ledger(registry, 'device').append(actionWith());
  expect((await checkChains(registry)).faults).toEqual([]);
  expect(await registry.entries.count()).toBe(21);
  const body = bodyWith();
  await registry.bodies.add(body);
  expect(await registry.bodies.toArray()).toEqual([body]);
  registry.close();
});
