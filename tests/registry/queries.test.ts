import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LogRow, Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import {
  authorRows,
  findLog,
  listOperators,
  NO_FILTER,
  registryBegan,
  rowsBetween,
  rowsOf,
  suggestAuthors,
  walkLog,
  watchTables,
} from '../../lib/registry/queries';
import { authorKey } from '../../lib/registry/schema';
import { hasWord } from '../../lib/registry/words';
import { logRow, putRows } from './rows';
import { bodyWith } from './tables';

let registry: Registry;
let number = 0;

/** The next row; ids follow the order of making. */
function row(change: Partial<LogRow>): LogRow {
  number += 1;
  return logRow(number, change);
}

beforeEach(() => {
  number = 0;
  registry = new Registry(`test-${crypto.randomUUID()}`);
});
afterEach(() => registry.delete());

/** The texts that a filter finds, in the order found. */
async function found(change: Partial<typeof NO_FILTER>): Promise<string[]> {
  const rows = await rowsOf(registry, await findLog(registry, { ...NO_FILTER, ...change }));
  return rows.map((one) => one?.text ?? 'missing');
}

describe('the log, filtered', () => {
  beforeEach(async () => {
    // Ids do not follow time on purpose: an imported entry may be older than its neighbour.
    await putRows(registry, [
      row({ text: 'третий', time: '2026-11-22T10:00:00.000Z', criterion: 'spam' }),
      row({ text: 'первый', time: '2026-11-20T10:00:00.000Z', operator: 'Борис' }),
      row({ text: 'второй', time: '2026-11-21T10:00:00.000Z', network: 'ok', kind: 'ban' }),
      row({ text: 'четвёртый', time: '2026-11-23T10:00:00.000Z', criterion: null, kind: 'keep' }),
    ]);
  });

  it('comes newest first, whatever the order of ids', async () => {
    expect(await found({})).toEqual(['четвёртый', 'третий', 'второй', 'первый']);
  });

  it('keeps the first moment of a period and leaves out its last', async () => {
    expect(
      await found({ from: '2026-11-21T10:00:00.000Z', to: '2026-11-23T10:00:00.000Z' }),
    ).toEqual(['третий', 'второй']);
  });

  it('passes any value of one limit and all limits together', async () => {
    expect(await found({ criteria: ['insult'] })).toEqual(['второй', 'первый']);
    expect(await found({ criteria: ['spam', 'insult'] })).toEqual(['третий', 'второй', 'первый']);
    expect(await found({ criteria: ['spam', 'insult'], networks: ['vk'] })).toEqual([
      'третий',
      'первый',
    ]);
    expect(await found({ kinds: ['ban'], networks: ['ok'], operators: ['Анна'] })).toEqual([
      'второй',
    ]);
    expect(await found({ kinds: ['ban', 'keep'], networks: ['vk', 'ok'] })).toEqual([
      'четвёртый',
      'второй',
    ]);
    expect(await found({ operators: ['Борис'], criteria: ['spam'] })).toEqual([]);
    expect(await found({ operators: ['Анна', 'Борис'], from: '2026-11-22T00:00:00.000Z' })).toEqual(
      ['четвёртый', 'третий'],
    );
  });

  it('lists operators once each', async () => {
    await putRows(registry, [row({ operator: '' })]);
    expect(await listOperators(registry)).toEqual(['Анна', 'Борис']);
  });

  it('reads a period oldest first', async () => {
    const rows = await rowsBetween(
      registry,
      '2026-11-20T00:00:00.000Z',
      '2026-11-22T00:00:00.000Z',
    );
    expect(rows.map(({ text }) => text)).toEqual(['первый', 'второй']);
  });
});

describe('search', () => {
  beforeEach(async () => {
    await putRows(registry, [
      row({ text: 'Позор вашей администрации!', author: 'Ёлкин Пётр' }),
      row({ text: 'Дороги в администрацию отправьте', author: 'Синица' }),
      row({ text: 'Спасибо', author: 'Иван', note: 'писал про дороги' }),
    ]);
  });

  it('finds words by their beginnings in text, author and note', async () => {
    expect(await found({ search: 'дорог' })).toHaveLength(2);
    expect(await found({ search: 'елк' })).toEqual(['Позор вашей администрации!']);
    expect(await found({ search: 'ЁЛКИН' })).toEqual(['Позор вашей администрации!']);
    expect(await found({ search: 'нет такого' })).toEqual([]);
  });

  it('wants every word', async () => {
    expect(await found({ search: 'дороги администрация' })).toEqual([
      'Дороги в администрацию отправьте',
    ]);
  });

  it('finds other endings of a long word', async () => {
    expect(await found({ search: 'администрация' })).toHaveLength(2);
  });

  it('is no search while it holds no word', async () => {
    expect(await found({ search: ' — !' })).toHaveLength(3);
  });

  it('goes together with the limits', async () => {
    expect(await found({ search: 'дороги', criteria: ['spam'] })).toEqual([]);
  });
});

describe('one author', () => {
  it('has the rows of that address only, newest first, and no more than asked', async () => {
    await putRows(registry, [
      row({ text: 'старый', time: '2026-11-01T00:00:00.000Z' }),
      row({
        text: 'новый',
        time: '2026-11-02T00:00:00.000Z',
        authorUrl: 'https://vk.com/id5/?from=x',
      }),
      row({ text: 'чужой', authorUrl: 'https://vk.com/id55' }),
    ]);
    const key = authorKey('vk', 'https://vk.com/id5');
    expect((await authorRows(registry, key, 10)).map(({ text }) => text)).toEqual([
      'новый',
      'старый',
    ]);
    expect(await authorRows(registry, key, 1)).toHaveLength(1);
    expect(await found({ author: key })).toEqual(['новый', 'старый']);
  });

  it('is suggested by the beginning of the name in any case', async () => {
    const author = (name: string, lastTime: string) => ({
      key: `vk:${name}`,
      network: 'vk',
      url: `https://vk.com/${name}`,
      name,
      blacklisted: false,
      lastTime,
    });
    await registry.authors.bulkPut([
      author('Пётр', '2026-11-01'),
      author('Павел', '2026-11-03'),
      author('Анна', '2026-11-02'),
    ]);
    const names = async (beginning: string) =>
      (await suggestAuthors(registry, beginning, 5)).map(({ name }) => name);
    expect((await names('п')).sort()).toEqual(['Павел', 'Пётр']);
    expect(await names('')).toEqual(['Павел', 'Анна', 'Пётр']);
  });
});

describe('a long log', () => {
  const HOUR = 3_600_000;
  /** Rows an hour apart, every tenth a ban and spam; ids do not follow time. */
  const long = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      row({
        time: new Date(Date.UTC(2026, 10, 1) - ((index * 7) % count) * HOUR).toISOString(),
        ...(index % 10 === 0 ? { kind: 'ban', criterion: 'spam' } : {}),
        text: index % 3 ? 'дорога домой' : 'тихий вечер',
      }),
    );

  it('comes in pieces that together are the whole, the first one short', async () => {
    const rows = long(720);
    await putRows(registry, rows);
    const newestFirst = rows.toSorted((a, b) => b.time.localeCompare(a.time));
    const idsOf = (wanted: (one: LogRow) => boolean) =>
      newestFirst.filter(wanted).map(({ id }) => id);
    const filters: [Partial<typeof NO_FILTER>, (one: LogRow) => boolean][] = [
      [{}, () => true],
      [{ criteria: ['spam'] }, ({ criterion }) => criterion === 'spam'],
      [{ criteria: ['insult', 'spam'], kinds: ['ban'] }, ({ kind }) => kind === 'ban'],
      // More rows of a month than are looked at one by one.
      [
        { search: 'дорога', kinds: ['delete'] },
        (one) => one.kind === 'delete' && /дорога/.test(one.text),
      ],
      [
        { search: 'вечер', criteria: ['spam'] },
        (one) => one.kind === 'ban' && /вечер/.test(one.text),
      ],
    ];
    for (const [change, wanted] of filters) {
      const pieces: string[][] = [];
      for await (const ids of walkLog(registry, { ...NO_FILTER, ...change })) pieces.push(ids);
      expect(pieces.flat()).toEqual(idsOf(wanted));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces[0]?.length).toBeLessThan(300);
    }
  });

  it('holds the rows of one moment, and those whose time has no milliseconds', async () => {
    await putRows(registry, [
      row({ time: '2026-11-20T10:00:00Z' }),
      row({ time: '2026-11-20T10:00:00.000Z' }),
      row({ time: '2026-11-20T10:00:00.000Z' }),
    ]);
    expect(await findLog(registry, NO_FILTER)).toHaveLength(3);
    expect(await findLog(registry, { ...NO_FILTER, search: 'позор' })).toHaveLength(3);
  });
});

describe('watching the log', () => {
  /** Watches a table until the test ends; a change may be told more than once. */
  function watched(table: 'log' | 'publications') {
    const heard = vi.fn<() => void>();
    const stop = watchTables(registry, [table], heard);
    onTestFinished(stop);
    return { heard, stop };
  }

  beforeEach(async () => {
    // A database that is made tells of all its tables.
    const { heard, stop } = watched('log');
    await registry.open();
    await expect.poll(() => heard).toHaveBeenCalled();
    stop();
  });

  it('hears of each of its changes', async () => {
    const { heard } = watched('log');
    const one = row({});
    await registry.log.put(one);
    await expect.poll(() => heard).toHaveBeenCalled();
    heard.mockClear();
    await registry.log.update(one.id, { undone: true });
    await expect.poll(() => heard).toHaveBeenCalled();
  });

  it('hears of no other table', async () => {
    const { heard } = watched('log');
    const other = watched('publications');
    await registry.publications.clear();
    await expect.poll(() => other.heard).toHaveBeenCalled();
    expect(heard).not.toHaveBeenCalled();
  });

  it('hears of nothing after the end', async () => {
    const { heard, stop } = watched('log');
    const other = watched('log');
    stop();
    await registry.log.put(row({}));
    await expect.poll(() => other.heard).toHaveBeenCalled();
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('the beginning of the registry', () => {
  it('is the moment of its first record, and none while it is empty', async () => {
    expect(await registryBegan(registry)).toBeNull();
    for (const day of [26, 24, 25])
      await new RegistryDesk(registry).apply([{ table: 'bodies', put: bodyWith() }], {
        operator: 'Анна',
        now: Date.UTC(2026, 10, day),
        today: `2026-11-${day}`,
      });
    expect(await registryBegan(registry)).toMatch(/^2026-11-24T/);
  });
});

describe('any filter', () => {
  const CRITERIA = ['insult', 'spam', null] as const;
  const KINDS = ['delete', 'ban', 'keep'] as const;
  const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);

  it('gives what reading every row would', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row({
        time: new Date(Date.UTC(2026, 10, 1) + ((index * 37) % 60) * 3_600_000).toISOString(),
        criterion: CRITERIA[index % 3] ?? null,
        kind: KINDS[(index * 5) % 3] ?? 'delete',
        operator: index % 4 ? 'Анна' : 'Борис',
        text: `${index % 2 ? 'дорога домой' : 'дорогой друг'}${index % 5 ? '' : ' на юг'}`,
      }),
    );
    await putRows(registry, rows);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          search: fc.constantFrom('', 'дорог', 'дорога', 'дом друг', 'на дорог', 'на'),
          from: fc.constantFrom(null, '2026-11-01T12:00:00.000Z'),
          to: fc.constantFrom(null, '2026-11-02T12:00:00.000Z'),
          criteria: some(['insult', 'spam'] as const),
          kinds: some(KINDS),
          operators: some(['Анна', 'Борис']),
        }),
        async (change) => {
          const filter = { ...NO_FILTER, ...change };
          const naive = rows
            .filter(
              (one) =>
                (filter.from === null || one.time >= filter.from) &&
                (filter.to === null || one.time < filter.to) &&
                (filter.criteria.length === 0 ||
                  filter.criteria.some((criterion) => criterion === one.criterion)) &&
                (filter.kinds.length === 0 || filter.kinds.some((kind) => kind === one.kind)) &&
                (filter.operators.length === 0 || filter.operators.includes(one.operator)) &&
                filter.search.split(' ').every((word) => hasWord(one, word)),
            )
            .sort((a, b) => b.time.localeCompare(a.time))
            .map(({ id }) => id);
          expect(await findLog(registry, filter)).toEqual(naive);
        },
      ),
      { numRuns: 60 },
    );
  });
});
