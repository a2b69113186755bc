import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { checkChains } from '../../lib/registry/chain-of';
import type { Check } from '../../lib/registry/checks';
import { type LogRow, Registry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { lastLooks } from '../../lib/registry/last-looks';
import { Ledger } from '../../lib/registry/ledger';
import { listOffenders } from '../../lib/registry/offenders';
import { findPublications } from '../../lib/registry/publications';
import { findLog, NO_FILTER } from '../../lib/registry/queries';
import { COPIED_TABLES, ROW_SCHEMAS } from '../../lib/registry/rows';
import type { PublicationRecord } from '../../lib/registry/schema';
import { keepUp } from '../../lib/registry/upkeep';
import { searchWords, withoutWords } from '../../lib/registry/words';
import { actionWith } from './records';
import { bodyWith } from './tables';

/**
 * The tables as each released version declared them, written again here so that nobody can change the
 * past: a version names what it added or declared otherwise than the one before. What stood in them then
 * lies in `stored/`: a file is made when its version is released and never again. A new version adds an
 * entry here and a file there.
 */
const RELEASED: readonly Readonly<Record<string, string>>[] = [
  {
    entries: 'id, &seq, refers, time',
    log: 'id, time, [network+time], [criterion+time], [kind+time], [operator+time], [authorKey+time], *words',
    publications: 'id, time, [account+time]',
    authors: 'key, name, lastTime',
  },
  {
    entries: 'id, &[device+seq], refers, time',
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
  {
    publications: 'id, time, [account+time], [network+postId]',
    publicationMarks: 'id, moved',
  },
  {
    log: 'id, time, [network+time], [criterion+time], [kind+time], [criterion+kind+time], [operator+time], [authorKey+time], *words',
  },
  {
    words: 'id, *words',
    offenders: 'key, last, until, *nth',
    unsettled: 'key',
    upkeep: 'id',
    pageWeeks: 'id',
  },
  { publicationWords: 'id, *words' },
];
/** All tables of a version, the first being 1. */
const tablesOf = (version: number): Record<string, string> =>
  Object.assign({}, ...RELEASED.slice(0, version));

const RULE = { violations: 3, since: '2026-10-01T00:00:00.000Z', today: '2026-11-24' };

type Stored = Record<string, object[]>;
/** Binary keys and columns cannot stand in JSON: they are written as `{ bytes: hex }` and `{ numbers: [] }`. */
const withBytes = (_: string, value: unknown): unknown => {
  const { bytes, numbers } = (value ?? {}) as { bytes?: string; numbers?: number[] };
  if (numbers) return Uint32Array.from(numbers);
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'hex')) : value;
};
const read = (version: number): Stored =>
  JSON.parse(
    readFileSync(new URL(`stored/version-${version}.json`, import.meta.url), 'utf8'),
    withBytes,
  ) as Stored;

async function store(name: string, version: number): Promise<Stored> {
  const old = new Dexie(name);
  old.version(version).stores(tablesOf(version));
  const rows = read(version);
  for (const [table, those] of Object.entries(rows)) await old.table(table).bulkAdd(those);
  old.close();
  return rows;
}

test.each(RELEASED.map((_, place) => place + 1))(
  'a registry of version %i is whole after the upgrade and goes on',
  async (version) => {
    const name = `upgraded-${version}`;
    const rows = await store(name, version);
    const registry = new Registry(name);
    await registry.open();
    expect(registry.verno).toBe(7);
    // What the search finds before upkeep has moved the words, it finds afterwards.
    const wanted = (rows.log as LogRow[])
      .filter((row) => row.text.includes('чиновник'))
      .toSorted((a, b) => (a.time < b.time ? 1 : -1))
      .map(({ id }) => id);
    const search = () => findLog(registry, { ...NO_FILTER, search: 'чиновн' });
    const named = async () =>
      (await listOffenders(registry, RULE)).map(({ name, violations, state }) => [
        name,
        violations,
        state,
      ]);
    const before = await named();
    expect(wanted.length).toBeGreaterThan(0);
    expect(before.length).toBeGreaterThan(0);
    expect(await search()).toEqual(wanted);
    const posts = rows.publications as PublicationRecord[];
    const published = async () => {
      const found: string[] = [];
      const [word = ''] = searchWords(posts[0]?.text ?? '');
      for await (const piece of findPublications(registry, '2000', '2100', word))
        found.push(...piece.map(({ id }) => id));
      return found;
    };
    expect(await published()).toEqual(posts.map(({ id }) => id));
    await keepUp(registry);
    expect(await search()).toEqual(wanted);
    expect(await named()).toEqual(before);
    expect(await published()).toEqual(posts.map(({ id }) => id));
    expect(await registry.publicationWords.count()).toBe(posts.length);
    expect(await registry.log.orderBy('words').count()).toBe(0);
    for (const [table, those] of Object.entries(rows)) {
      const byKey = (row: object) => String(Object.values(row)[0]);
      const now: object[] = await registry.table(table).toArray();
      const sorted = (list: object[]) => list.toSorted((a, b) => (byKey(a) < byKey(b) ? -1 : 1));
      // Until version 5 the words of a row stood in it.
      const as = table === 'log' ? (those as LogRow[]).map(withoutWords) : those;
      // Of version 5 they are counted anew when they are asked for.
      if (table === 'pageWeeks' && version < 6) continue;
      if (table === 'upkeep') expect(now).toEqual(expect.arrayContaining(those));
      else expect(sorted(now), table).toEqual(sorted(as));
    }
    // Every row is still what today's code takes for one.
    for (const table of COPIED_TABLES)
      for (const row of rows[table] ?? [])
        expect(ROW_SCHEMAS[table].safeParse(row).success, table).toBe(true);

    const checks = (rows.checks ?? []) as Check[];
    const newest = checks.toSorted((a, b) => (a.time < b.time ? 1 : -1)).map(({ time }) => time);
    const looks = (await lastLooks(registry)).map(({ time }) => time);
    expect(looks).toEqual(expect.arrayContaining(newest.slice(0, 1)));

    const insults = { ...NO_FILTER, kinds: ['delete'], criteria: ['insult'] } as const;
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

test('upkeep that is broken off goes on where it stopped, and does nothing twice', async () => {
  const name = 'broken-off';
  const old = new Dexie(name);
  old.version(4).stores(tablesOf(4));
  const template = (read(4).log as LogRow[]).find(({ text }) => text.includes('чиновник'));
  if (!template) throw new Error('no row');
  const count = 1_000;
  await old.table('log').bulkAdd(
    Array.from({ length: count }, (_, number) => ({
      ...template,
      id: `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`,
    })),
  );
  old.close();
  const registry = new Registry(name);
  const stop = new AbortController();
  await expect(
    keepUp(registry, { signal: stop.signal, onProgress: () => stop.abort() }),
  ).rejects.toThrow();
  const half = (await registry.upkeep.get('words'))?.count ?? 0;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(count);
  // Half of the rows have their words in the one place and half in the other.
  const search = () => findLog(registry, { ...NO_FILTER, search: 'чиновник' });
  expect(await search()).toHaveLength(count);
  await keepUp(registry);
  expect((await registry.upkeep.get('words'))?.count).toBe(count);
  expect(await search()).toHaveLength(count);
  let steps = 0;
  await keepUp(registry, {
    onProgress: () => {
      steps += 1;
    },
  });
  expect(steps).toBe(0);
  registry.close();
});
