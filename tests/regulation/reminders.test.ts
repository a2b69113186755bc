import { expect, test } from 'vitest';
import { dueNow, type Remindable, type Told } from '../../lib/regulation/reminders';

const ZONE = 'Asia/Novokuznetsk';
const HERE = 'Europe/Moscow';
/** Wednesday, 25 November 2026: 14:00 in Kuzbass, 10:00 in Moscow. */
const NOON = Date.UTC(2026, 10, 25, 7);
const MINUTE = 60_000;
const entry = (id: string, time: string | null, day = '2026-11-25'): Remindable => ({
  id,
  day,
  time,
});
const TOLD = { 'morning 2026-11-25': NOON + 1_000 * MINUTE };
const look = (
  entries: readonly Remindable[],
  { now = NOON, told = TOLD, before = 30 }: { now?: number; told?: Told; before?: number } = {},
) => dueNow({ entries, told, now, before, zone: ZONE, here: HERE });
const ids = (due: ReturnType<typeof look>) => due.entries.map(({ id }) => id);

test('an entry is told of so many minutes before its time in the region, and the alarm is set for that', () => {
  const plan = [entry('soon', '14:30'), entry('later', '15:10'), entry('any', null)];
  const due = look(plan);
  expect(ids(due)).toEqual(['soon']);
  expect(due.next).toBe(NOON + 40 * MINUTE);
  expect(ids(look(plan, { now: NOON - 1 }))).toEqual([]);
  expect(ids(look(plan, { before: 0 }))).toEqual([]);
});

test('nothing is told twice, but an entry that moved is told of anew', () => {
  const first = look([entry('a', '14:20')]);
  expect(ids(first)).toEqual(['a']);
  const again = { told: first.told, now: NOON + 5 * MINUTE };
  expect(ids(look([entry('a', '14:20')], again))).toEqual([]);
  expect(ids(look([entry('a', '14:20')], { ...again, before: 120 }))).toEqual([]);
  expect(ids(look([entry('a', '14:25')], again))).toEqual(['a']);
});

test('who was away is told within the hour, and not of what is long gone', () => {
  const asleep = { now: NOON + 50 * MINUTE };
  expect(ids(look([entry('a', '14:00'), entry('b', '13:45')], asleep))).toEqual(['a']);
});

test('what was told is forgotten when it cannot be due any more', () => {
  const { told } = look([entry('a', '14:20')]);
  expect(Object.keys(told)).toHaveLength(2);
  const tomorrow = look([], { told, now: NOON + 24 * 60 * MINUTE });
  expect(Object.keys(tomorrow.told)).toEqual(['morning 2026-11-26']);
});

test('the morning comes once a day at nine by the operator’s own clock', () => {
  const nine = Date.UTC(2026, 10, 25, 6);
  const early = look([], { now: nine - MINUTE, told: {} });
  expect(early).toMatchObject({ morning: false, told: {}, next: nine });
  const first = look([], { now: nine, told: {} });
  expect(first).toMatchObject({ morning: true, next: nine + 24 * 60 * MINUTE });
  expect(look([], { now: nine + MINUTE, told: first.told }).morning).toBe(false);
  // A browser that is opened after dinner still tells.
  expect(look([], { now: nine + 8 * 60 * MINUTE, told: {} }).morning).toBe(true);
});

test('over midnight of the region yesterday’s last and tomorrow’s first are seen', () => {
  const midnight = Date.UTC(2026, 10, 25, 17);
  const plan = [entry('last', '23:50'), entry('first', '00:20', '2026-11-26')];
  expect(ids(look(plan, { now: midnight + MINUTE }))).toEqual(['last', 'first']);
});
