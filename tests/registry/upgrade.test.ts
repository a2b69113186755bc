import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { checkChains } from '../../lib/registry/chain-of';
import { type LogRow, Registry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { findLog, NO_FILTER } from '../../lib/registry/queries';
import { COPIED_TABLES, ROW_SCHEMAS } from '../../lib/registry/rows';
import { actionWith } from './records';
import { bodyWith } from './tables';

/**
 * The tables as each released version declared them, written again here so that nobody can change the
 * past. What stood in them then lies in `stored/`: a file is made when its version is released and never
 * again. A new version adds a line here and a file there.
 */
const RELEASED: Readonly<Record<1 | 2, Record<string, string>>> = {
  1: {
    entries: 'id, &seq, refers, time',
    log: 'id, time, [network+time], [criterion+time], [kind+time], [operator+time], [authorKey+time], *words',
    publications: 'id, time, [account+time]',
    authors: 'key, name, lastTime',
  },
  2: {
    entries: 'id, &[device+seq], refers, time',
    log: 'id, time, [network+time], [criterion+time], [kind+time], [operator+time], [authorKey+time], *words',
    publications: 'id, time, [account+time]',
    authors: 'key, name, lastTime',
    bodies: 'id, parent',
    accounts: 'id, body, network, [network+key], [network+owner]',
    changes: 'id, time, [row+time]',
    notices: 'id, account, day',
    plan: 'id, day, *accounts',
    templates: 'id',
    checks: 'id, [account+time]',
    snapshots: 'id, time',
    removals: 'id',
    identity: 'id',
  },
};

const withMonths = (row: LogRow): LogRow => ({
  ...row,
  words: row.words.map((word) => `${row.time.slice(0, 7)} ${word}`),
});

type Stored = Record<string, object[]>;
const read = (version: number): Stored =>
  JSON.parse(
    readFileSync(new URL(`stored/version-${version}.json`, import.meta.url), 'utf8'),
  ) as Stored;

async function store(name: string, version: 1 | 2): Promise<Stored> {
  const old = new Dexie(name);
  old.version(version).stores(RELEASED[version]);
  const rows = read(version);
  for (const [table, those] of Object.entries(rows)) await old.table(table).bulkAdd(those);
  old.close();
  return rows;
}

test.each([1, 2] as const)(
  'a registry of version %i is whole after the upgrade and goes on',
  async (version) => {
    const name = `upgraded-${version}`;
    const rows = await store(name, version);
    const registry = new Registry(name);
    await registry.open();
    expect(registry.verno).toBe(4);
    for (const [table, those] of Object.entries(rows)) {
      const byKey = (row: object) => String(Object.values(row)[0]);
      const now: object[] = await registry.table(table).toArray();
      const sorted = (list: object[]) => list.toSorted((a, b) => (byKey(a) < byKey(b) ? -1 : 1));
      // Until version 4 the words of a row stood without their month.
      const as = table === 'log' ? (those as LogRow[]).map(withMonths) : those;
      expect(sorted(now), table).toEqual(sorted(as));
    }
    // Every row is still what today's code takes for one.
    for (const table of COPIED_TABLES)
      for (const row of rows[table] ?? [])
        expect(ROW_SCHEMAS[table].safeParse(row).success, table).toBe(true);

    // What version 4 made anew of the log is found as before.
    const insults = { ...NO_FILTER, kinds: ['delete'], criteria: ['insult'] } as const;
    const found = await findLog(registry, { ...NO_FILTER, search: 'чиновник' });
    expect(found.length).toBeGreaterThan(0);
    expect((await findLog(registry, insults)).length).toBeGreaterThan(0);

    const { entries, faults } = await checkChains(registry);
    expect({ entries, faults }).toEqual({ entries: rows.entries?.length, faults: [] });
    const { device } = await ownIdentity(registry);
    await new Ledger(registry, device).append(actionWith());
    expect((await checkChains(registry)).faults).toEqual([]);
    const body = bodyWith();
    await registry.bodies.add(body);
    expect(await registry.bodies.get(body.id)).toEqual(body);
    registry.close();
  },
);

test('a registry of version 1 goes on under the name of its chain', async () => {
  const [first] = (await store('named', 1)).entries as { device: string }[];
  const registry = new Registry('named');
  expect((await ownIdentity(registry)).device).toBe(first?.device);
  registry.close();
});
