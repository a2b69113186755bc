import { expect, test } from 'vitest';
import { type Look, pointsOf } from '../../lib/regulation/points';

const title = { ru: 'Пункт', en: 'Point' };
const PROFILE = {
  timeZone: 'Asia/Novokuznetsk',
  checklists: [
    {
      id: 'security',
      clause: '1.2.2',
      title,
      items: [
        { id: 'password', title, everyDays: 30 },
        { id: 'sign-ins', title, everyDays: 7 },
      ],
    },
  ],
};
const look = (item: string, time: string, fields: Partial<Look> = {}): Look => ({
  account: 'a',
  checklist: 'security',
  item,
  time,
  result: 'yes',
  origin: 'operator',
  ...fields,
});
const states = (looks: Look[], today = '2026-11-24', accounts = ['a']) =>
  pointsOf(
    PROFILE,
    accounts.map((id) => ({ id })),
    looks,
    today,
  ).map(({ account, item, state, due }) => `${account.id} ${item.id} ${state} ${due}`);

test('a term counts from the day in the region, and the last day is in time', () => {
  // 20:00 UTC on the 24th is the 25th in Kuzbass.
  const looks = [
    look('password', '2026-10-24T20:00:00Z'),
    look('sign-ins', '2026-11-20T01:00:00Z'),
  ];
  expect(states(looks)).toEqual(['a password soon 2026-11-24', 'a sign-ins soon 2026-11-27']);
  expect(states(looks, '2026-11-25')[0]).toBe('a password overdue 2026-11-24');
  expect(states(looks, '2026-11-16')[0]).toBe('a password good 2026-11-24');
});

test('what is wrong stands first, then what is late longest, then what nobody has seen', () => {
  const looks = [
    look('password', '2026-01-01T01:00:00Z'),
    look('sign-ins', '2026-11-23T01:00:00Z', { result: 'no' }),
    look('password', '2025-01-01T01:00:00Z', { account: 'b' }),
  ];
  expect(states(looks, '2026-11-24', ['a', 'b'])).toEqual([
    'a sign-ins bad null',
    'b password overdue 2025-01-31',
    'a password overdue 2026-01-31',
    'b sign-ins never null',
  ]);
});

test('a page proves that a thing is missing, never that it is right', () => {
  const page = (time: string, result: Look['result']) =>
    look('password', time, { origin: 'page', result });
  const person = look('password', '2026-11-20T01:00:00Z');
  expect(states([page('2026-11-20T01:00:00Z', 'yes')])[0]).toContain('password never');
  expect(states([person, page('2026-11-21T01:00:00Z', 'no')])[0]).toContain('password bad');
  expect(states([person, page('2026-11-19T01:00:00Z', 'no')])[1]).toContain('password good');
});

test('what a person could not tell leaves all as it was', () => {
  const could = look('password', '2026-11-20T01:00:00Z');
  const couldNot = look('password', '2026-11-22T01:00:00Z', { result: 'unknown' });
  expect(states([could, couldNot])).toContain('a password good 2026-12-20');
  expect(states([couldNot])[0]).toContain('password never');
  const [, point] = pointsOf(PROFILE, [{ id: 'a' }], [could, couldNot], '2026-11-24');
  expect(point?.looks.map(({ result }) => result)).toEqual(['unknown', 'yes']);
});
