import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { hasExample, loadExample, removeExample } from '../../lib/exchange/example/load';
import { makeRows } from '../../lib/exchange/example/make';
import { FILLED } from '../../lib/exchange/example/world';
import { readAccountLink } from '../../lib/networks/account-link';
import { checkChains } from '../../lib/registry/chain-of';
import { EXAMPLE_NAME, Registry } from '../../lib/registry/database';
import { ROW_SCHEMAS } from '../../lib/registry/rows';
import { actionSchema } from '../../lib/registry/schema';
import { KUZBASS } from '../../lib/regulation/profile';
import { bodyWith } from '../registry/tables';

const NOW = Date.UTC(2026, 10, 26, 9);
const order = { profile: KUZBASS, now: NOW };

test('the same moment gives the same example, and every row is one that the registry takes', () => {
  const [one, other] = [[...makeRows(order)], [...makeRows(order)]];
  expect(other).toEqual(one);
  const counts: Record<string, number> = {};
  for (const { table, rows } of one) {
    const schema = table === 'actions' ? actionSchema : ROW_SCHEMAS[table];
    for (const row of rows) expect(schema.parse(row)).toEqual(row);
    counts[table] = (counts[table] ?? 0) + rows.length;
  }
  expect(counts).toMatchObject({
    bodies: FILLED.bodies,
    accounts: FILLED.accounts,
    snapshots: 2,
    templates: 4,
  });
  expect(counts.publications).toBeGreaterThan(FILLED.accounts * FILLED.weeks * 6);
  expect(counts.actions).toBeGreaterThan(FILLED.actions * 0.99);
});

test('ids are its own, ties hold, links read as they are written', () => {
  const batches = [...makeRows(order)];
  const ids = batches
    // A mark bears the id of its publication.
    .filter(({ table }) => table !== 'publicationMarks')
    .flatMap(({ rows }) => rows.map((row) => ('id' in row ? row.id : row.key)));
  expect(new Set(ids).size).toBe(ids.length);
  const rowsOf = (name: string) => batches.filter(({ table }) => table === name);
  const known = new Set(ids);
  for (const batch of batches) {
    if (batch.table === 'accounts')
      for (const { network, key, address, body } of batch.rows) {
        expect(known.has(body)).toBe(true);
        expect(readAccountLink(address)).toMatchObject({ network, key, address });
      }
    if (batch.table === 'plan')
      for (const { accounts, published } of batch.rows)
        expect([...accounts, ...published.map(({ publication }) => publication)]).toSatisfy(
          (all: string[]) => all.every((id) => known.has(id)),
        );
  }
  expect(rowsOf('plan')).toHaveLength(1);
});

test('it is loaded whole beside the own registry and goes without a trace', async () => {
  const own = new Registry();
  const body = bodyWith();
  await own.bodies.add(body);
  expect(await hasExample()).toBe(false);

  const size = { ...FILLED, bodies: 12, accounts: 20, weeks: 3, actions: 300, actionDays: 20 };
  const seen: number[] = [];
  await loadExample({ ...order, size }, { onProgress: (rows) => seen.push(rows) });
  expect(await hasExample()).toBe(true);
  const example = new Registry(EXAMPLE_NAME);
  const report = await checkChains(example);
  expect(report).toMatchObject({ faults: [] });
  expect(report.entries).toBe(await example.entries.count());
  expect(await example.log.count()).toBeGreaterThan(280);
  expect(await example.authors.where('key').above('').count()).toBeGreaterThan(20);
  expect(seen.at(-1)).toBeGreaterThan(report.entries);
  example.close();
  expect(await own.entries.count()).toBe(0);

  // Stopped half-way, it does not pass for an example.
  const stop = new AbortController();
  const loading = loadExample(
    { ...order, size },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(loading).rejects.toThrow();
  expect(await hasExample()).toBe(false);

  await removeExample();
  expect(await Dexie.exists(EXAMPLE_NAME)).toBe(false);
  expect(await own.bodies.toArray()).toEqual([body]);
  own.close();
});
