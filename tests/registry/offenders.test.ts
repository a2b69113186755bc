import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { decisionOn } from '../../components/record/append';
import { checkChains } from '../../lib/registry/chain-of';
import { Registry } from '../../lib/registry/database';
import { Ledger } from '../../lib/registry/ledger';
import { listOffenders, type OffenderRule, offenderOf } from '../../lib/registry/offenders';
import { type Action, actionSchema } from '../../lib/registry/schema';
import { keepUp } from '../../lib/registry/upkeep';
import { KUZBASS } from '../../lib/regulation/profile';
import { actionWith } from './records';

const RULE: OffenderRule = {
  violations: 3,
  since: '2026-11-10T00:00:00.000Z',
  today: '2026-11-24',
};
let count = 0;

async function registryWith(...actions: Action[]): Promise<Registry> {
  count += 1;
  const registry = new Registry(`offenders-${count}`);
  const ledger = new Ledger(registry, 'device');
  for (const action of actions) await ledger.append(actionSchema.parse(action));
  return registry;
}

let second = 0;
const on = (day: number, fields: Partial<Action> = {}) => {
  second += 1;
  return actionWith({
    time: new Date(Date.UTC(2026, 10, day, 9, 0, second)).toISOString(),
    ...fields,
  });
};
/** What is kept beside the log and what is counted from it say the same, in the same order. */
const listed = async (registry: Registry, rule: OffenderRule) => {
  const counted = await listOffenders(registry, rule);
  await keepUp(registry);
  const kept = await listOffenders(registry, rule);
  expect(kept).toEqual(counted);
  await registry.upkeep.clear();
  return kept;
};
const summary = async (registry: Registry, rule = RULE) =>
  (await listed(registry, rule)).map(
    ({ name, violations, recent, state }) => `${name}: ${recent} of ${violations}, ${state}`,
  );

test('different comments count, once each, and the profile says when there is a reason', async () => {
  const same = on(20, { commentId: '-100_1' });
  const registry = await registryWith(
    on(1),
    same,
    on(20, { commentId: '-100_1', kind: 'ban' }),
    on(21, { kind: 'unban', commentId: '-100_1' }),
    on(21),
    on(22),
    // Criticism that was read and kept makes nobody an offender.
    on(22, { kind: 'keep', author: 'Мирная', authorUrl: 'https://vk.com/id77' }),
    on(23, { author: 'Однажды', authorUrl: 'https://vk.com/id78' }),
  );
  expect(await summary(registry)).toEqual(['Пётр Сидоров: 3 of 4, due', 'Однажды: 1 of 1, clean']);
  expect(await summary(registry, { ...RULE, violations: 4 })).toContain(
    'Пётр Сидоров: 3 of 4, lifted',
  );
});

test('the blacklist: put on with an end, over, lifted, withdrawn; the chain holds all of it', async () => {
  const first = on(20);
  const registry = await registryWith(first);
  const ledger = new Ledger(registry, 'device');
  const row = await registry.log.get(first.id);
  if (!row) throw new Error('no row');
  const [ground] = KUZBASS.grounds;
  const ban = decisionOn(
    row,
    { kind: 'ban', note: 'три раза', ground: ground ?? null, until: '2026-12-24' },
    'Анна',
    Date.UTC(2026, 10, 22),
  );
  await ledger.append(actionSchema.parse(ban));
  // Based on the violation itself, so it is no further one.
  expect(await summary(registry)).toEqual(['Пётр Сидоров: 1 of 1, listed']);
  expect(await summary(registry, { ...RULE, today: '2026-12-24' })).toEqual([
    'Пётр Сидоров: 1 of 1, listed',
  ]);
  expect(await summary(registry, { ...RULE, today: '2026-12-25' })).toEqual([
    'Пётр Сидоров: 1 of 1, over',
  ]);
  const [offender] = await listOffenders(registry, RULE);
  expect(offender?.until).toBe('2026-12-24');
  const author = offender && (await registry.authors.get(offender.key));
  expect(author && offenderOf(author, await registry.log.toArray(), RULE)?.ban).toMatchObject({
    until: '2026-12-24',
    ground: ground?.id,
    note: 'три раза',
  });

  const lift = decisionOn(
    row,
    { kind: 'unban', note: '', ground: null },
    'Анна',
    Date.UTC(2026, 10, 23),
  );
  await ledger.append(actionSchema.parse(lift));
  expect(await summary(registry)).toEqual(['Пётр Сидоров: 1 of 1, lifted']);
  await ledger.append(on(24, { kind: 'undo', refers: lift.id }));
  expect(await summary(registry)).toEqual(['Пётр Сидоров: 1 of 1, listed']);

  const check = () =>
    checkChains(registry, { signal: new AbortController().signal, onProgress: () => undefined });
  expect((await check()).faults).toEqual([]);
  const stored = await registry.entries.get(ban.id);
  if (!stored) throw new Error('no entry');
  await registry.entries.put({ ...stored, until: '2030-01-01' });
  expect((await check()).faults).toMatchObject([{ fault: 'changed', seq: 2 }]);
});

test('an end that is no day is refused at the door', () => {
  expect(actionSchema.safeParse({ ...on(20), until: '31.12.2026' }).success).toBe(false);
  expect(actionSchema.parse(on(20))).not.toHaveProperty('until');
});
