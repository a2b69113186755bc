import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account } from '../../lib/registry/accounts';
import { changesOf } from '../../lib/registry/changes';
import { checksOf } from '../../lib/registry/checks';
import { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { noteVisit, type Shown, type Visit } from '../../lib/registry/visits';
import { dayOf } from '../../lib/regulation/zone';
import { accountWith, bodyWith } from './tables';

const ZONE = 'Asia/Novokuznetsk';
const day = (instant: number) => dayOf(instant, ZONE);
const byAt = (now: number) => ({ operator: 'Анна', now, today: day(now) });
/** Half past six in the evening in the region. */
const EVENING = Date.UTC(2026, 10, 24, 11, 30);
const HOUR = 3_600_000;

let registry: Registry;
let count = 0;
const body = bodyWith();

const given = (...accounts: Account[]) =>
  new RegistryDesk(registry).apply(
    [
      { table: 'bodies', put: body },
      ...accounts.map((put) => ({ table: 'accounts' as const, put })),
    ],
    // Earlier than any visit: what is done in one millisecond has no order.
    byAt(EVENING - HOUR),
  );
const visit = (change: Partial<Visit> = {}, now = EVENING) =>
  noteVisit(
    registry,
    { network: 'vk', owner: '-100', key: 'zarya', shown: [], ...change },
    byAt(now),
    day,
  );
const now = async ({ id }: Account) => {
  const row = await registry.accounts.get(id);
  if (!row) throw new Error('the account is gone');
  return row;
};

beforeEach(() => {
  count += 1;
  registry = new Registry(`visits-${count}`);
});
afterEach(() => registry.close());

test('the first visit gives the number and the day, the next ones of the day nothing', async () => {
  const account = accountWith(body.id, { key: 'zarya' });
  await given(account);
  await visit();
  expect(await now(account)).toMatchObject({
    owner: '-100',
    seen: '2026-11-24T11:30:00.000Z',
    revision: 2,
  });
  await visit({}, EVENING + HOUR);
  expect(await now(account)).toMatchObject({ revision: 2 });
  // Midnight of the region is an afternoon of UTC.
  await visit({ key: null }, EVENING + 6 * HOUR);
  expect(await now(account)).toMatchObject({ seen: '2026-11-24T17:30:00.000Z', revision: 3 });
  // Days of visits would fill the history; the number stands there once.
  const changes = await changesOf(registry, account.id);
  expect(changes.map(({ kind, fields }) => [kind, fields.map(({ field }) => field)])).toEqual([
    ['change', ['owner']],
    ['add', expect.any(Array)],
  ]);
});

test('what belongs to nobody, to another account or to another network changes nothing', async () => {
  const strange = accountWith(body.id, { key: 'zarya', owner: '-7' });
  const twin = accountWith(body.id, { network: 'ok', key: 'zarya', owner: 'zarya' });
  await given(strange, twin);
  await visit();
  await visit({ owner: '-9', key: null });
  expect([await now(strange), await now(twin)]).toEqual([strange, twin]);
});

test('names are compared without case, and a link that opens is not dead', async () => {
  const broken = '2026-11-01T00:00:00.000Z';
  const account = accountWith(body.id, { network: 'x', key: 'zarya', owner: 'zarya', broken });
  await given(account);
  await visit({ network: 'x', owner: 'Zarya', key: null });
  expect(await now(account)).toMatchObject({ broken, revision: 2 });
  await visit({ network: 'x', owner: 'Zarya' });
  expect(await now(account)).toMatchObject({ broken: null, revision: 3 });
});

test('what the page shows of the checklists is kept once while it says the same', async () => {
  const account = accountWith(body.id, { key: 'zarya' });
  await given(account);
  const shown = [{ checklist: 'appearance', item: 'description', evidence: 'Новости города' }];
  await visit({ shown });
  await visit({ shown }, EVENING + 24 * HOUR);
  await visit({ shown: [{ ...shown[0], evidence: 'Новости' } as Shown] }, EVENING + 48 * HOUR);
  const looks = await checksOf(registry, account.id);
  expect(looks.map(({ evidence, origin, result }) => [evidence, origin, result])).toEqual([
    ['Новости города', 'page', 'yes'],
    ['Новости', 'page', 'yes'],
  ]);
});
