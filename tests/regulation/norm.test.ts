import dayjs from 'dayjs';
import isoWeekPlugin from 'dayjs/plugin/isoWeek';
import utc from 'dayjs/plugin/utc';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distinctPosts,
  expectedOf,
  isoWeek,
  type NormAccount,
  type NormInput,
  normTable,
  type Planned,
  type Published,
  pageWeeks,
  sumFigures,
  weeksUpTo,
} from '../../lib/regulation/norm';
import { KUZBASS, type RegulationProfile } from '../../lib/regulation/profile';
import { addDays, dayOf, mondayOf, startOfDay } from '../../lib/regulation/zone';

dayjs.extend(utc);
dayjs.extend(isoWeekPlugin);

const ZONES = ['Asia/Novokuznetsk', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC'];
const days = fc
  .date({ min: new Date('1999-12-20'), max: new Date('2060-01-10'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const account = (id: string, change: Partial<NormAccount> = {}): NormAccount => ({
  id,
  body: 'ministry',
  network: 'vk',
  owner: `-${id}`,
  status: 'active',
  created: null,
  deleted: null,
  ...change,
});
const post = (id: string, time: string, change: Partial<Published> = {}): Published => ({
  id,
  network: 'vk',
  account: '-1',
  postId: `-1_${id}`,
  kind: 'post',
  time,
  mark: null,
  ...change,
});
const entry = (day: string, change: Partial<Planned> = {}): Planned => ({
  day,
  state: 'ready',
  accounts: ['1'],
  published: [],
  ...change,
});
const BODIES = [
  { id: 'government', kind: 'government' },
  { id: 'ministry', kind: 'body' },
];
const PROFILE: Pick<RegulationProfile, 'timeZone' | 'norm'> = {
  timeZone: KUZBASS.timeZone,
  norm: {
    clause: '2.2',
    kinds: [
      { id: 'government', title: { ru: 'П', en: 'G' }, weeklyNorm: 10 },
      { id: 'body', title: { ru: 'О', en: 'B' }, weeklyNorm: 5 },
    ],
  },
};
const MONDAY = '2026-11-23';
interface Given extends Omit<NormInput, 'pages'> {
  profile: NormInput['profile'] & { timeZone: string };
  publications: readonly Published[];
}
/** The table of publications themselves, as the registry counts them by page first. */
const tableOf = ({ publications, ...rest }: Given, mondays: readonly string[]) =>
  normTable({ ...rest, pages: pageWeeks(publications, mondays, rest.profile.timeZone) }, mondays);
const input = (change: Partial<Given>): Given => ({
  profile: PROFILE,
  today: '2026-11-25',
  bodies: BODIES,
  accounts: [account('1')],
  publications: [],
  entries: [],
  ...change,
});
const weekOf = (change: Partial<Given>, monday = MONDAY) =>
  tableOf(input(change), [monday]).accounts.get('1')?.[0];

describe('ISO weeks', () => {
  it('are those of an independent library, on every day of sixty years', () => {
    fc.assert(
      fc.property(days, (day) => {
        const known = dayjs.utc(day);
        expect(isoWeek(day)).toEqual({ year: known.isoWeekYear(), week: known.isoWeek() });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
  ])('%s is in week %i-W%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });

  it('follow one another over the edges of years', () => {
    expect(weeksUpTo('2027-01-06', 3)).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const weeks = weeksUpTo(day, count);
        expect(weeks.at(-1)).toBe(mondayOf(day));
        expect(new Set(weeks.map((monday) => JSON.stringify(isoWeek(monday)))).size).toBe(count);
      }),
    );
  });
});

describe('the norm of a week', () => {
  it('counts what is done, planned, missed and lacking', () => {
    expect(
      weekOf({
        publications: [
          post('a', '2026-11-23T03:00:00.000Z'),
          post('b', '2026-11-24T03:00:00.000Z'),
        ],
        entries: [
          entry('2026-11-24'),
          entry('2026-11-25'),
          entry('2026-11-27', { state: 'idea' }),
          entry('2026-11-27', { state: 'dropped' }),
          entry('2026-11-26', { state: 'published', published: [{ account: '1' }] }),
          entry('2026-11-30'),
        ],
      }),
    ).toEqual({ norm: 5, done: 2, deleted: 0, planned: 2, missed: 1, forecast: 4, behind: 1 });
  });

  it('counts a post in the week of the region, second by second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        days,
        fc.integer({ min: -90_000, max: 90_000 }),
        (timeZone, day, seconds) => {
          const monday = mondayOf(day);
          // Around the edge itself, where a wrong zone or a change of the clock would show.
          const instant = startOfDay(monday, timeZone) + seconds * 1_000;
          const weeks = [addDays(monday, -7), monday];
          const table = tableOf(
            input({
              profile: { ...PROFILE, timeZone },
              publications: [post('a', new Date(instant).toISOString())],
            }),
            weeks,
          );
          const expected = weeks.map((week) => Number(mondayOf(dayOf(instant, timeZone)) === week));
          expect(table.accounts.get('1')?.map(({ done }) => done)).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a post on Sunday night in Moscow is already Monday’s in Kuzbass', () => {
    const publications = [post('a', '2026-11-22T17:00:00.000Z')];
    expect(weekOf({ publications })?.done).toBe(1);
    expect(weekOf({ publications: [post('a', '2026-11-22T16:59:59.999Z')] })?.done).toBe(0);
  });

  it('a moved post counts where it stands now, a deleted one nowhere, and both are seen', () => {
    const moved = post('a', '2026-11-20T03:00:00.000Z', {
      mark: { moved: '2026-11-24T03:00:00.000Z', deleted: null },
    });
    const deleted = post('b', '2026-11-24T03:00:00.000Z', {
      mark: { moved: null, deleted: '2026-12-01' },
    });
    const table = tableOf(input({ publications: [moved, deleted] }), ['2026-11-16', MONDAY]);
    expect(table.accounts.get('1')?.map(({ done, deleted }) => [done, deleted])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('the same post recorded twice is one, in the week of its first record and with all its marks', () => {
    const twice = [
      post('b', '2026-11-24T09:00:00.000Z', { postId: '-1_7' }),
      post('a', '2026-11-24T03:00:00.000Z', {
        postId: '-1_7',
        mark: { moved: null, deleted: '2026-11-25' },
      }),
    ];
    for (const publications of [twice, twice.toReversed()]) {
      const [only, ...none] = distinctPosts(publications);
      expect(none).toEqual([]);
      expect(only?.id).toBe('a');
      expect(only?.mark?.deleted).toBe('2026-11-25');
    }
    // The same number in another network is another post; without a number each record is one.
    expect(
      distinctPosts([
        post('a', '2026-11-24T03:00:00.000Z', { postId: '7' }),
        post('b', '2026-11-24T03:00:00.000Z', { postId: '7', network: 'ok' }),
        post('c', '2026-11-24T03:00:00.000Z', { postId: '' }),
        post('d', '2026-11-24T03:00:00.000Z', { postId: '' }),
        post('e', '2026-11-24T03:00:00.000Z', { kind: 'comment' }),
      ]).map(({ id }) => id),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('comments and strangers’ pages count nowhere; letters of a name may be large or small', () => {
    const table = tableOf(
      input({
        accounts: [account('1', { network: 'x', owner: 'min_kuzbass' })],
        publications: [
          post('a', '2026-11-24T03:00:00.000Z', { network: 'x', account: 'Min_Kuzbass' }),
          post('b', '2026-11-24T03:00:00.000Z', { network: 'x', account: 'other' }),
          post('c', '2026-11-24T03:00:00.000Z', {
            network: 'x',
            account: 'min_kuzbass',
            kind: 'comment',
          }),
        ],
      }),
      [MONDAY],
    );
    expect(table.total[0]?.done).toBe(1);
  });

  it('expects of an account only for the days on which it was there', () => {
    expect(expectedOf(account('1'), 10, MONDAY)).toBe(10);
    expect(expectedOf(account('1', { created: '2026-11-26' }), 10, MONDAY)).toBe(5);
    expect(expectedOf(account('1', { created: '2026-11-30' }), 10, MONDAY)).toBe(0);
    expect(expectedOf(account('1', { status: 'paused' }), 10, MONDAY)).toBe(0);
    const closed = account('1', { status: 'deleted', deleted: '2026-11-25' });
    expect(expectedOf(closed, 10, '2026-11-16')).toBe(10);
    expect(expectedOf(closed, 10, MONDAY)).toBe(4);
    expect(expectedOf(closed, 10, '2026-11-30')).toBe(0);
    expect(expectedOf(account('1', { status: 'deleted' }), 10, MONDAY)).toBe(0);
  });

  it('an account’s plenty does not make up for another’s lack; sums are sums', () => {
    const figures = fc.record({
      accounts: fc.array(
        fc.record({
          body: fc.constantFrom('government', 'ministry', 'unknown'),
          status: fc.constantFrom('active' as const, 'paused' as const),
        }),
        { maxLength: 8 },
      ),
      posts: fc.array(fc.tuple(fc.nat(9), fc.integer({ min: -8, max: 22 })), { maxLength: 60 }),
      plans: fc.array(
        fc.tuple(fc.nat(9), fc.integer({ min: -8, max: 22 }), fc.boolean(), fc.boolean()),
        { maxLength: 40 },
      ),
    });
    fc.assert(
      fc.property(figures, ({ accounts, posts, plans }) => {
        const rows = accounts.map((change, place) => account(String(place), change));
        const weeks = [MONDAY, addDays(MONDAY, 7)];
        const table = tableOf(
          input({
            accounts: rows,
            publications: posts.map(([owner, day], place) =>
              post(String(place), `${addDays(MONDAY, day)}T03:00:00.000Z`, {
                account: `-${owner}`,
              }),
            ),
            entries: plans.map(([owner, day, done, linked]) =>
              entry(addDays(MONDAY, day), {
                accounts: [String(owner)],
                state: done ? 'published' : 'draft',
                published: linked ? [{ account: String(owner) }] : [],
              }),
            ),
          }),
          weeks,
        );
        expect([...table.accounts.keys()]).toEqual(rows.map(({ id }) => id));
        for (const [place] of weeks.entries()) {
          const each = [...table.accounts.values()].map((list) => list[place]);
          for (const one of each) {
            expect(one?.forecast).toBe((one?.done ?? 0) + (one?.planned ?? 0));
            expect(one?.behind).toBe(Math.max(0, (one?.norm ?? 0) - (one?.forecast ?? 0)));
          }
          expect(table.total[place]).toEqual(sumFigures(each.flatMap((one) => one ?? [])));
          for (const { id } of BODIES)
            expect(table.bodies.get(id)?.[place]).toEqual(
              sumFigures(
                rows
                  .filter(({ body }) => body === id)
                  .flatMap((row) => table.accounts.get(row.id)?.[place] ?? []),
              ),
            );
        }
        const inWeeks = posts.filter(
          ([owner, day]) => owner < rows.length && day >= 0 && day < 14,
        ).length;
        expect(sumFigures(table.total).done).toBe(inWeeks);
      }),
      { numRuns: 200 },
    );
  });

  it('takes each kind’s figure from the profile, another region’s too', () => {
    const accounts = [account('1'), account('2', { body: 'government' })];
    const norms = (profile: typeof PROFILE) =>
      [...tableOf(input({ accounts, profile }), [MONDAY]).accounts.values()].map(
        ([week]) => week?.norm,
      );
    expect(norms(PROFILE)).toEqual([5, 10]);
    const [, plain] = PROFILE.norm.kinds;
    expect(
      norms({
        ...PROFILE,
        norm: { clause: '4', kinds: plain ? [{ ...plain, weeklyNorm: 3 }] : [] },
      }),
    ).toEqual([3, 3]);
  });
});
