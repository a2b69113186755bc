import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountFaults } from '../../lib/registry/account-faults';
import { accountAt, accountsOf } from '../../lib/registry/accounts';
import { bodyTree } from '../../lib/registry/bodies';
import { changesOf } from '../../lib/registry/changes';
import { Registry } from '../../lib/registry/database';
import { BrokenTie, type By, RegistryDesk, StaleRow } from '../../lib/registry/desk';
import { accountWith, bodyWith } from './tables';

const BY: By = { operator: 'Анна', now: Date.UTC(2026, 10, 24, 5), today: '2026-11-24' };

let registry: Registry;
let desk: RegistryDesk;
let count = 0;

beforeEach(() => {
  count += 1;
  registry = new Registry(`desk-${count}`);
  desk = new RegistryDesk(registry);
});
afterEach(() => registry.close());

describe('a change', () => {
  test('is told with who, when and what', async () => {
    const body = bodyWith({ name: 'Мэрия' });
    await desk.apply([{ table: 'bodies', put: body }], BY);
    await desk.apply([{ table: 'bodies', put: { ...body, name: 'Администрация' } }], {
      ...BY,
      operator: 'Борис',
      now: BY.now + 1,
    });
    const changes = await changesOf(registry, body.id);
    expect(changes.map(({ kind, operator }) => [kind, operator])).toEqual([
      ['change', 'Борис'],
      ['add', 'Анна'],
    ]);
    expect(changes[0]?.fields).toEqual([
      { field: 'name', before: 'Мэрия', after: 'Администрация' },
    ]);
    expect(await registry.bodies.get(body.id)).toMatchObject({ revision: 2 });
  });

  test('that changes nothing leaves no trace', async () => {
    const body = bodyWith();
    await desk.apply([{ table: 'bodies', put: body }], BY);
    await desk.apply([{ table: 'bodies', put: body }], BY);
    expect(await changesOf(registry, body.id)).toHaveLength(1);
    expect((await registry.bodies.get(body.id))?.revision).toBe(1);
  });

  test('of a row that somebody else changed is refused, with all that came with it', async () => {
    const [first, second] = [bodyWith(), bodyWith()];
    await desk.apply([{ table: 'bodies', put: first }], BY);
    await desk.apply([{ table: 'bodies', put: { ...first, note: 'другой' } }], BY);
    const late = desk.apply(
      [
        { table: 'bodies', put: second },
        { table: 'bodies', put: { ...first, note: 'опоздал' } },
      ],
      BY,
    );
    await expect(late).rejects.toBeInstanceOf(StaleRow);
    expect(await registry.bodies.get(second.id)).toBeUndefined();
    expect((await registry.bodies.get(first.id))?.note).toBe('другой');
    expect(await registry.changes.count()).toBe(2);
  });

  test('of a row that was removed does not bring it back', async () => {
    const body = bodyWith();
    await desk.apply([{ table: 'bodies', put: body }], BY);
    await desk.apply([{ table: 'bodies', put: { ...body, note: 'раз' } }], BY);
    await desk.apply([{ table: 'bodies', remove: body.id, revision: 2 }], BY);
    const late = desk.apply([{ table: 'bodies', put: { ...body, revision: 2 } }], BY);
    await expect(late).rejects.toBeInstanceOf(StaleRow);
  });

  test('that is no row is refused before anything is done', async () => {
    const broken = { ...bodyWith(), name: '   ' };
    await expect(
      desk.apply(
        [
          { table: 'bodies', put: bodyWith() },
          { table: 'bodies', put: broken },
        ],
        BY,
      ),
    ).rejects.toThrow();
    expect(await registry.bodies.count()).toBe(0);
  });
});

describe('taking back', () => {
  test('a change, an addition and a removal with all that hung on it', async () => {
    const body = bodyWith();
    const account = accountWith(body.id, { created: '2026-11-20' });
    await desk.apply([{ table: 'bodies', put: body }], BY);
    const added = await desk.apply([{ table: 'accounts', put: account }], BY);
    expect(await registry.notices.count()).toBe(1);
    const removed = await desk.apply([{ table: 'accounts', remove: account.id, revision: 1 }], BY);
    expect(await registry.notices.count()).toBe(0);
    await desk.apply(removed, BY);
    expect(await registry.accounts.get(account.id)).toEqual({ ...account, revision: 3 });
    expect(await registry.notices.toArray()).toMatchObject([{ event: 'created', revision: 3 }]);
    // The row went on since: the older way back no longer fits.
    await expect(desk.apply(added, BY)).rejects.toBeInstanceOf(StaleRow);
    const kinds = (await changesOf(registry, account.id)).map(({ kind }) => kind);
    expect([...kinds].sort()).toEqual(['add', 'add', 'remove']);
  });

  test('a change of several rows', async () => {
    const [a, b] = [bodyWith({ name: 'А' }), bodyWith({ name: 'Б' })];
    await desk.apply(
      [a, b].map((put) => ({ table: 'bodies' as const, put })),
      BY,
    );
    const undo = await desk.apply(
      [a, b].map((row) => ({ table: 'bodies' as const, put: { ...row, note: 'x' } })),
      BY,
    );
    await desk.apply(undo, BY);
    expect((await registry.bodies.toArray()).map(({ note }) => note)).toEqual(['', '']);
  });
});

describe('ties', () => {
  test('an account needs its body, a body its superior, and no circle', async () => {
    const breach = (deeds: Parameters<RegistryDesk['apply']>[0]) =>
      desk.apply(deeds, BY).then(
        () => 'done',
        (error) => (error instanceof BrokenTie ? error.breach : String(error)),
      );
    expect(await breach([{ table: 'accounts', put: accountWith(uuidv7()) }])).toBe('no-body');
    expect(await breach([{ table: 'bodies', put: bodyWith({ parent: uuidv7() }) }])).toBe(
      'no-parent',
    );
    const top = bodyWith();
    const low = bodyWith({ parent: top.id });
    // In any order: the ties are looked at once all is done.
    expect(
      await breach([
        { table: 'bodies', put: low },
        { table: 'bodies', put: top },
      ]),
    ).toBe('done');
    expect(await breach([{ table: 'bodies', put: { ...top, parent: low.id } }])).toBe('circle');
    expect(await breach([{ table: 'bodies', put: { ...top, parent: top.id } }])).toBe('circle');
    expect(await breach([{ table: 'bodies', remove: top.id, revision: 1 }])).toBe('body-in-use');
    const account = accountWith(low.id);
    expect(await breach([{ table: 'accounts', put: account }])).toBe('done');
    expect(await breach([{ table: 'bodies', remove: low.id, revision: 1 }])).toBe('body-in-use');
    expect(
      await breach([
        { table: 'bodies', remove: low.id, revision: 1 },
        { table: 'accounts', remove: account.id, revision: 1 },
      ]),
    ).toBe('done');
  });

  test('a body is never lost from the tree', () => {
    const [a, b] = [bodyWith(), bodyWith()];
    const circle = [
      { ...a, parent: b.id },
      { ...b, parent: a.id },
    ];
    const names = (nodes: ReturnType<typeof bodyTree>): string[] =>
      nodes.flatMap(({ body, children }) => [body.id, ...names(children)]);
    expect(names(bodyTree(circle)).sort()).toEqual([a.id, b.id].sort());
    const orphan = bodyWith({ parent: uuidv7() });
    expect(bodyTree([orphan])).toMatchObject([{ depth: 0 }]);
  });
});

describe('notices', () => {
  const open = async () =>
    (await registry.notices.orderBy('day').toArray()).map(({ event, day }) => [event, day]);

  test('follow the days of the account until they are sent', async () => {
    const body = bodyWith();
    const account = accountWith(body.id, { created: '2026-11-20' });
    await desk.apply(
      [
        { table: 'bodies', put: body },
        { table: 'accounts', put: account },
      ],
      BY,
    );
    expect(await open()).toEqual([['created', '2026-11-20']]);
    const moved = { ...account, created: '2026-11-19' };
    await desk.apply([{ table: 'accounts', put: moved }], BY);
    expect(await open()).toEqual([['created', '2026-11-19']]);
    const closed = { ...moved, revision: 2, status: 'deleted' as const, deleted: '2026-11-24' };
    await desk.apply([{ table: 'accounts', put: closed }], BY);
    expect(await open()).toEqual([
      ['created', '2026-11-19'],
      ['deleted', '2026-11-24'],
    ]);
    // A slip of the hand: it was not deleted after all.
    await desk.apply(
      [{ table: 'accounts', put: { ...closed, revision: 3, status: 'active', deleted: null } }],
      BY,
    );
    expect(await open()).toEqual([['created', '2026-11-19']]);
  });

  test('a letter that went out stays and is not asked for again', async () => {
    const body = bodyWith();
    const account = accountWith(body.id, { created: '2026-11-20' });
    await desk.apply(
      [
        { table: 'bodies', put: body },
        { table: 'accounts', put: account },
      ],
      BY,
    );
    const [notice] = await registry.notices.toArray();
    if (!notice) throw new Error('no notice');
    const sent = {
      day: '2026-11-24',
      number: '12-п',
      operator: 'Анна',
      time: '2026-11-24T05:00:00Z',
    };
    await desk.apply([{ table: 'notices', put: { ...notice, sent } }], BY);
    await desk.apply([{ table: 'accounts', put: { ...account, created: '2026-11-18' } }], BY);
    expect(await registry.notices.toArray()).toMatchObject([{ day: '2026-11-20', sent }]);
  });

  test('what happened long ago is nobody’s duty now', async () => {
    const body = bodyWith();
    await desk.apply(
      [
        { table: 'bodies', put: body },
        { table: 'accounts', put: accountWith(body.id, { created: '2019-03-01' }) },
        { table: 'accounts', put: accountWith(body.id, { created: null }) },
      ],
      BY,
    );
    expect(await open()).toEqual([]);
  });
});

describe('finding an account', () => {
  test('by network, by what the page calls it, and its doubles', async () => {
    const body = bodyWith();
    const [one, two, gone] = [
      accountWith(body.id, { network: 'vk', key: 'kuzbass', owner: '-100', name: 'Б' }),
      accountWith(body.id, { network: 'vk', key: 'kuzbass', name: 'А' }),
      accountWith(body.id, { network: 'vk', key: 'old', status: 'deleted' }),
    ];
    await desk.apply(
      [
        { table: 'bodies', put: body },
        ...[one, two, gone].map((put) => ({ table: 'accounts' as const, put })),
      ],
      BY,
    );
    expect((await accountsOf(registry, 'vk')).map(({ name }) => name)).toEqual(['А', 'Б']);
    expect(await accountsOf(registry, 'ok')).toEqual([]);
    expect((await accountAt(registry, 'vk', '-100', null))?.id).toBe(one.id);
    expect((await accountAt(registry, 'vk', '-999', 'old'))?.id).toBe(gone.id);
    expect(await accountAt(registry, 'vk', '', null)).toBeUndefined();
    const faults = accountFaults([one, two, { ...gone, key: 'kuzbass' }], ['vk']);
    expect([...faults]).toEqual([
      [one.id, ['double', 'nobody']],
      [two.id, ['double', 'nobody']],
    ]);
    const person = { name: 'Анна', position: '', contact: '' };
    const kept = { ...one, responsible: [person], broken: '2026-11-24T05:00:00Z' };
    expect(accountFaults([kept], ['ok']).get(one.id)).toEqual(['broken', 'foreign']);
    expect(accountFaults([{ ...kept, broken: null }], ['vk'])).toEqual(new Map());
  });
});
