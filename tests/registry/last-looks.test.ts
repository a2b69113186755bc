import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account } from '../../lib/registry/accounts';
import type { Check } from '../../lib/registry/checks';
import { Registry } from '../../lib/registry/database';
import { type Deed, RegistryDesk } from '../../lib/registry/desk';
import { lastLooks } from '../../lib/registry/last-looks';
import { mergeRows } from '../../lib/registry/merge';
import { noteVisit } from '../../lib/registry/visits';
import { accountWith, bodyWith } from './tables';

let registry: Registry;
let count = 0;
const BY = { operator: 'Анна', now: Date.UTC(2026, 10, 24), today: '2026-11-24' };
const put = (...deeds: Deed[]) => new RegistryDesk(registry).apply(deeds, BY);

beforeEach(() => {
  count += 1;
  registry = new Registry(`last-looks-${count}`);
});
afterEach(() => registry.close());

function look(account: string, day: number, fields: Partial<Check> = {}): Check {
  return {
    id: uuidv7(),
    revision: 1,
    account,
    checklist: 'security',
    item: 'two-factor',
    time: `2026-11-${String(day).padStart(2, '0')}T05:00:00Z`,
    operator: 'Анна',
    result: 'yes',
    evidence: `Видно ${day}-го`,
    origin: 'operator',
    ...fields,
  };
}

/** Puts accounts of one body. */
async function accounts(number: number): Promise<Account[]> {
  const body = bodyWith();
  const made = Array.from({ length: number }, () => accountWith(body.id));
  await put(
    { table: 'bodies', put: body },
    ...made.map((account): Deed => ({ table: 'accounts', put: account })),
  );
  return made;
}

const answer = (...looks: Check[]) =>
  put(...looks.map((check): Deed => ({ table: 'checks', put: check })));
const told = async () =>
  (await lastLooks(registry))
    .map(({ account, item, time, origin, result, operator, evidence }) =>
      [account, item, time, origin, result, operator, evidence].join(' '),
    )
    .sort();
const asTold = (...looks: Check[]) =>
  looks
    .map(({ account, item, time, origin, result, operator, evidence }) =>
      [account, item, time, origin, result, operator, evidence].join(' '),
    )
    .sort();
/** What was made is kept in a turn of its own. */
const kept = async () => {
  const read = async () => (await registry.lastLooks.toArray()).filter(({ packed }) => packed);
  await expect.poll(read).not.toEqual([]);
  return registry.lastLooks.toArray();
};

test('of each point the newest look of each kind, the same when it is kept', async () => {
  const [one = accountWith(''), two = accountWith('')] = await accounts(2);
  const newest = [
    look(one.id, 20),
    look(one.id, 9, { result: 'no', operator: 'Борис' }),
    look(one.id, 21, { origin: 'page', operator: '' }),
    look(one.id, 3, { item: 'пароль у всех', evidence: '' }),
    look(two.id, 2, { result: 'unknown' }),
  ];
  await answer(
    look(one.id, 1),
    ...newest,
    look(one.id, 19),
    look(two.id, 1, { result: 'unknown' }),
  );
  const first = await told();
  expect(first).toEqual(asTold(...newest));
  await kept();
  // Nothing but what was kept is read now.
  await registry.checks.clear();
  expect(await told()).toEqual(first);
});

test('an answer, its way back, and an account that goes and comes are seen at once', async () => {
  const [one = accountWith('')] = await accounts(40);
  const [old, fresh] = [look(one.id, 10), look(one.id, 12)];
  await answer(old);
  await told();
  await kept();
  const back = await answer(fresh);
  expect(await told()).toEqual(asTold(fresh));
  await put(...back);
  expect(await told()).toEqual(asTold(old));
  const removal = await put({ table: 'accounts', remove: one.id, revision: 1 });
  expect(await told()).toEqual([]);
  await put(...removal);
  expect(await told()).toEqual(asTold(old));
  const elsewhere = { ...look(one.id, 15), id: old.id, revision: 3 };
  await answer(elsewhere);
  expect(await told()).toEqual(asTold(elsewhere));
});

test('an answer has one shelf read anew', async () => {
  const all = await accounts(60);
  await answer(...all.map(({ id }) => look(id, 10)));
  await told();
  const before = (await kept()).length;
  expect(before).toBeGreaterThan(8);
  await answer(look(all[0]?.id ?? '', 11));
  // The row that tells of changes stays.
  expect(await registry.lastLooks.count()).toBe(before - 1);
  expect(await told()).toHaveLength(60);
});

test('what was made while an answer came is not kept', async () => {
  const [one = accountWith('')] = await accounts(1);
  const [old, fresh] = [look(one.id, 10), look(one.id, 12)];
  await answer(old);
  expect(await told()).toEqual(asTold(old));
  // Before the turn in which it would be kept.
  await answer(fresh);
  await new Promise((done) => setTimeout(done, 50));
  expect(await told()).toEqual(asTold(fresh));
});

test('copies bring looks, accounts and removals', async () => {
  const [one = accountWith('')] = await accounts(1);
  const old = look(one.id, 10);
  await answer(old);
  await told();
  await kept();
  const theirs = look(one.id, 12);
  await mergeRows(registry, { table: 'checks', rows: [theirs] });
  expect(await told()).toEqual(asTold(theirs));
  await kept();
  await mergeRows(registry, {
    table: 'removals',
    rows: [{ id: theirs.id, table: 'checks', revision: 2 }],
  });
  expect(await told()).toEqual(asTold(old));
  await kept();
  // A look that came before its account is told of as soon as that is there.
  const late = { ...accountWith(one.body), id: `${uuidv7().slice(0, -1)}${one.id.slice(-1)}` };
  const early = look(late.id, 5);
  await mergeRows(registry, { table: 'checks', rows: [early] });
  expect(await told()).toEqual(asTold(old));
  await kept();
  await mergeRows(registry, { table: 'accounts', rows: [late] });
  expect(await told()).toEqual(asTold(old, early));
});

test('what a page shows on a visit is seen at once', async () => {
  const [one = accountWith('')] = await accounts(1);
  await put({ table: 'accounts', put: { ...one, owner: '-7' } });
  await told();
  await noteVisit(
    registry,
    {
      network: one.network,
      owner: '-7',
      key: null,
      shown: [{ checklist: 'look', item: 'badge', evidence: 'Отметка есть' }],
    },
    BY,
    (instant) => new Date(instant).toISOString().slice(0, 10),
  );
  expect(await told()).toEqual([`${one.id} badge 2026-11-24T00:00:00.000Z page yes  Отметка есть`]);
});
