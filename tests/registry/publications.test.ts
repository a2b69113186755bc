import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { RegistryIntake } from '../../lib/registry/intake';
import type { PlanEntry } from '../../lib/registry/plan';
import { blankMark } from '../../lib/registry/publication-marks';
import { findPublications, knownPosts, publishedBetween } from '../../lib/registry/publications';
import type { PublicationRecord } from '../../lib/registry/schema';
import { keepUp } from '../../lib/registry/upkeep';
import { accountWith, bodyWith } from './tables';

let registry: Registry;
beforeEach(() => {
  registry = new Registry(`test-${crypto.randomUUID()}`);
});
afterEach(() => registry.delete());

const BY = { operator: 'Анна', now: Date.parse('2026-11-24T05:00:00Z'), today: '2026-11-24' };

function publication(fields: Partial<PublicationRecord> = {}): PublicationRecord {
  const postId = fields.postId ?? '-100_7';
  return {
    id: uuidv7(),
    time: '2026-11-24T05:00:00.000Z',
    operator: 'Анна',
    network: 'vk',
    account: '-100',
    postId,
    permalink: `https://vk.com/wall${postId}`,
    kind: 'post',
    text: 'Каток залили',
    score: 90,
    remarks: 0,
    ...fields,
  };
}

const take = async (...records: PublicationRecord[]) => {
  const intake = new RegistryIntake(registry, 'device');
  for (const one of records)
    expect(await intake.take({ type: 'publication', publication: one })).toEqual({
      stored: true,
      id: one.id,
    });
};

async function planned(accounts: readonly { owner: string; key?: string }[]) {
  const body = bodyWith();
  const rows = accounts.map((fields) => accountWith(body.id, fields));
  const entry: PlanEntry = {
    id: uuidv7(),
    revision: 1,
    day: '2026-11-24',
    time: null,
    title: 'Каток',
    occasion: '',
    accounts: rows.map(({ id }) => id),
    format: 'photo',
    rubric: '',
    responsible: '',
    state: 'ready',
    text: 'Каток залили',
    note: '',
    published: [],
    template: null,
  };
  await new RegistryDesk(registry).apply(
    [
      { table: 'bodies', put: body },
      ...rows.map((put) => ({ table: 'accounts', put }) as const),
      { table: 'plan', put: entry },
    ],
    BY,
  );
  return { entry, rows };
}

describe('a publication that comes from the plan', () => {
  test('closes the entry once every account has it, and brings the format along', async () => {
    const { entry, rows } = await planned([{ owner: '-100' }, { owner: '-200' }]);
    const first = publication({ entry: entry.id });
    await take(first, first);
    expect(await registry.plan.get(entry.id)).toMatchObject({
      state: 'ready',
      published: [{ account: rows[0]?.id, publication: first.id }],
    });
    expect(await registry.publicationMarks.get(first.id)).toMatchObject({ format: 'photo' });

    const second = publication({ entry: entry.id, account: '-200', postId: '-200_1' });
    await take(second);
    expect(await registry.plan.get(entry.id)).toMatchObject({
      state: 'published',
      published: [{ publication: first.id }, { publication: second.id }],
    });
  });

  test('an account that is known by its link alone is found by the post’s address', async () => {
    const { entry } = await planned([{ owner: '', key: 'club100' }]);
    await take(publication({ entry: entry.id }));
    expect(await registry.plan.get(entry.id)).toMatchObject({ state: 'published' });
  });

  test('neither a stranger’s page nor an entry that is gone changes the plan; the record is kept', async () => {
    const { entry } = await planned([{ owner: '-100' }]);
    await take(
      publication({ entry: entry.id, account: '-300', postId: '-300_1' }),
      publication({ entry: uuidv7(), postId: '-100_8' }),
    );
    expect(await registry.plan.get(entry.id)).toEqual(entry);
    expect(await registry.publications.count()).toBe(2);
  });
});

test('from the wall a post is recorded once, however it came before', async () => {
  const clicked = publication();
  await take(clicked);
  await take(publication({ source: 'backfill', score: null }));
  await take(publication({ source: 'backfill', postId: '-100_9' }));
  await take(publication({ source: 'backfill', postId: '-100_9' }));
  const rows = await registry.publications.toArray();
  expect(rows.map(({ postId, source }) => [postId, source ?? 'click']).sort()).toEqual([
    ['-100_7', 'click'],
    ['-100_9', 'backfill'],
  ]);
  expect(await knownPosts(registry, 'vk', ['-100_7', '-100_8'])).toEqual(new Set(['-100_7']));
  expect(await knownPosts(registry, 'ok', ['-100_7'])).toEqual(new Set());
});

test('a period holds what stands in it now', async () => {
  const at = (time: string, postId: string) => publication({ time, postId });
  const stays = at('2026-11-24T05:00:00.000Z', '-100_1');
  const leaves = at('2026-11-24T06:00:00.000Z', '-100_2');
  const comes = at('2026-11-10T06:00:00.000Z', '-100_3');
  const last = at('2026-11-30T00:00:00.000Z', '-100_4');
  await take(stays, leaves, comes, last);
  const moved = (id: string, time: string) =>
    ({ table: 'publicationMarks', put: { ...blankMark(id), moved: time } }) as const;
  await new RegistryDesk(registry).apply(
    [moved(leaves.id, '2026-12-24T05:00:00.000Z'), moved(comes.id, '2026-11-24T04:00:00.000Z')],
    BY,
  );
  const rows = await publishedBetween(
    registry,
    '2026-11-23T00:00:00.000Z',
    '2026-11-30T00:00:00.000Z',
  );
  expect(rows.map(({ id }) => id)).toEqual([comes.id, stays.id]);
  expect(rows[0]?.mark?.moved).toBe('2026-11-24T04:00:00.000Z');
});

describe('words in publications', () => {
  const found = async (search: string, from = '2026-11', to = '2026-12') => {
    const texts: string[] = [];
    for await (const piece of findPublications(registry, from, to, search))
      texts.push(...piece.map(({ text }) => text));
    return texts;
  };

  test.each([true, false])(
    'are found by their beginnings, newest first (index: %s)',
    async (kept) => {
      if (kept) await keepUp(registry);
      await take(
        publication({ postId: '-100_1', time: '2026-11-01T05:00:00.000Z', text: 'Каток залили' }),
        publication({ postId: '-100_2', time: '2026-11-02T05:00:00.000Z', text: 'Ёлка у катка' }),
        publication({ postId: '-100_3', time: '2026-10-02T05:00:00.000Z', text: 'Катка ещё нет' }),
      );
      expect(await found('кат')).toEqual(['Ёлка у катка', 'Каток залили']);
      expect(await found('елка У КАТ')).toEqual(['Ёлка у катка']);
      expect(await found('аток')).toEqual([]);
      expect(await found('у')).toEqual(['Ёлка у катка']);
      expect(await found('')).toHaveLength(2);
      expect(await found('мост')).toEqual([]);
    },
  );

  test('are found where a post has moved to another month', async () => {
    await keepUp(registry);
    const post = publication({ time: '2026-10-30T05:00:00.000Z', text: 'Каток залили' });
    await take(post);
    const moved = { ...blankMark(post.id), moved: '2026-11-05T05:00:00.000Z' };
    await new RegistryDesk(registry).apply([{ table: 'publicationMarks', put: moved }], BY);
    expect(await found('каток')).toEqual(['Каток залили']);
    expect(await found('каток', '2026-10', '2026-11')).toEqual([]);
  });
});
