import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOfBody, listAccounts } from '../../lib/registry/accounts';
import { idsUnder, listBodies } from '../../lib/registry/bodies';
import { changesBetween } from '../../lib/registry/changes';
import { checksOf } from '../../lib/registry/checks';
import { Registry } from '../../lib/registry/database';
import { type Deed, RegistryDesk } from '../../lib/registry/desk';
import { listNotices, noticesOf } from '../../lib/registry/notices';
import { newNotice } from '../../lib/registry/notices-due';
import { planBetween } from '../../lib/registry/plan';
import { lastSnapshot, listSnapshots } from '../../lib/registry/snapshots';
import { listTemplates } from '../../lib/registry/templates';
import { accountWith, bodyWith } from './tables';

let registry: Registry;
let count = 0;
const put = (...deeds: Deed[]) =>
  new RegistryDesk(registry).apply(deeds, {
    operator: 'Анна',
    now: Date.UTC(2026, 10, 24),
    today: '2026-11-24',
  });

beforeEach(() => {
  count += 1;
  registry = new Registry(`tables-${count}`);
});
afterEach(() => registry.close());

describe('what the screens ask for', () => {
  test('bodies and accounts in alphabetical order, numbers as numbers', async () => {
    const [ten, two, low] = [
      bodyWith({ name: 'Школа № 10' }),
      bodyWith({ name: 'Школа № 2' }),
      bodyWith({ name: 'Кружок' }),
    ];
    const bodies = [ten, two, { ...low, parent: two.id }];
    await put(
      ...bodies.map((body): Deed => ({ table: 'bodies', put: body })),
      { table: 'accounts', put: accountWith(ten.id, { name: 'Ёлка' }) },
      { table: 'accounts', put: accountWith(ten.id, { name: 'Арбуз' }) },
      { table: 'accounts', put: accountWith(two.id, { name: 'Баран' }) },
    );
    expect((await listBodies(registry)).map(({ name }) => name)).toEqual([
      'Кружок',
      'Школа № 2',
      'Школа № 10',
    ]);
    expect((await listAccounts(registry)).map(({ name }) => name)).toEqual([
      'Арбуз',
      'Баран',
      'Ёлка',
    ]);
    expect(await accountsOfBody(registry, ten.id)).toHaveLength(2);
    expect(idsUnder(bodies, two.id)).toEqual(new Set([two.id, low.id]));
    const changes = await changesBetween(registry, '2026-11-24', '2026-11-25');
    expect(changes.map(({ table }) => table).sort()).toEqual([
      ...Array(3).fill('accounts'),
      ...Array(3).fill('bodies'),
    ]);
    expect(await changesBetween(registry, '2026-11-25', '2026-11-26')).toEqual([]);
  });

  test('notices by the day of the event', async () => {
    const [one, two] = [uuidv7(), uuidv7()];
    await put(
      { table: 'notices', put: newNotice(one, 'deleted', '2026-11-20') },
      { table: 'notices', put: newNotice(two, 'created', '2026-11-10') },
      { table: 'notices', put: newNotice(one, 'created', '2026-11-15') },
    );
    expect((await listNotices(registry)).map(({ day }) => day.slice(-2))).toEqual([
      '10',
      '15',
      '20',
    ]);
    expect((await noticesOf(registry, one)).map(({ event }) => event)).toEqual([
      'created',
      'deleted',
    ]);
  });

  test('plan, templates, answers and publications of the registry', async () => {
    const account = uuidv7();
    const entry = {
      id: uuidv7(),
      revision: 1,
      day: '2026-11-24',
      time: '10:30',
      title: 'День матери',
      occasion: '',
      accounts: [account],
      format: 'photo',
      rubric: '',
      responsible: '',
      state: 'idea' as const,
      text: '',
      note: '',
      published: [],
      template: null,
    };
    const template = {
      id: uuidv7(),
      revision: 1,
      name: 'Афиша',
      occasion: '',
      accounts: [],
      format: null,
      rubric: '',
      responsible: '',
      text: '',
      weekdays: [5],
      time: null,
    };
    const check = {
      id: uuidv7(),
      revision: 1,
      account,
      checklist: 'security',
      item: 'two-factor',
      time: '2026-11-24T05:00:00Z',
      operator: 'Анна',
      result: 'yes' as const,
      evidence: '',
      origin: 'operator' as const,
    };
    const snapshot = {
      id: uuidv7(),
      revision: 1,
      time: '2026-11-24T05:00:00Z',
      operator: 'Анна',
      day: '2026-11-24',
      accounts: [],
    };
    const later = { ...snapshot, id: uuidv7(), time: '2026-11-25T05:00:00Z' };
    await put(
      { table: 'plan', put: entry },
      { table: 'plan', put: { ...entry, id: uuidv7(), day: '2026-12-01', time: null } },
      { table: 'templates', put: template },
      { table: 'checks', put: check },
      { table: 'snapshots', put: later },
      { table: 'snapshots', put: snapshot },
    );
    expect(await planBetween(registry, '2026-11-23', '2026-11-29')).toEqual([entry]);
    expect(await listTemplates(registry)).toEqual([template]);
    expect(await checksOf(registry, account)).toEqual([check]);
    expect(await lastSnapshot(registry)).toEqual(later);
    expect(await listSnapshots(registry)).toEqual([later, snapshot]);
    const wrong = { ...entry, id: uuidv7(), time: '25:00' };
    await expect(put({ table: 'plan', put: wrong })).rejects.toThrow();
  });
});
