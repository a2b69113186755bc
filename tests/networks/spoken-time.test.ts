import { describe, expect, it } from 'vitest';
import { spokenTime } from '../../lib/networks/spoken-time';

/** Tuesday, 24 November 2026, 14:05 on the machine's clock. */
const NOW = new Date(2026, 10, 24, 14, 5);
const local = (...parts: [number, number, number, number?, number?]) =>
  new Date(...parts).toISOString();

describe('words for a time', () => {
  it.each([
    ['сегодня в 9:00', local(2026, 10, 24, 9)],
    ['вчера в 17:30', local(2026, 10, 23, 17, 30)],
    ['20 ноя в 12:00', local(2026, 10, 20, 12)],
    ['5 марта в 12:11', local(2026, 2, 5, 12, 11)],
    ['1 мая в 0:05', local(2026, 4, 1, 0, 5)],
    ['25 дек в 10:00', local(2025, 11, 25, 10)],
    ['5 мар 2024', local(2024, 2, 5, 12)],
    ['31 декабря 2023 в 23:59', local(2023, 11, 31, 23, 59)],
    ['только что', local(2026, 10, 24, 14, 5)],
    ['минуту назад', local(2026, 10, 24, 14, 4)],
    ['5 минут назад', local(2026, 10, 24, 14)],
    ['час назад', local(2026, 10, 24, 13, 5)],
    ['два часа назад', local(2026, 10, 24, 12, 5)],
    ['today at 2:05 pm', local(2026, 10, 24, 14, 5)],
    ['yesterday at 12:30 am', local(2026, 10, 23, 0, 30)],
    ['Nov 5, 2024', local(2024, 10, 5, 12)],
    ['5 Nov at 12:11 pm', local(2026, 10, 5, 12, 11)],
    ['2026-11-24T07:00:00+07:00', '2026-11-24T00:00:00.000Z'],
  ])('«%s»', (words, instant) => {
    expect(spokenTime(words, NOW)).toBe(instant);
  });

  it.each([
    '',
    'закреплённая запись',
    '31 апр в 10:00',
    '45 ноя',
    'Ответить',
    '2026-99-99T00:00:00Z',
  ])('«%s» is none', (words) => {
    expect(spokenTime(words, NOW)).toBeNull();
  });
});
