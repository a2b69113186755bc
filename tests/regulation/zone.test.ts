import { describe, expect, it } from 'vitest';
import { KUZBASS } from '../../lib/regulation/profile';
import {
  addDays,
  dayOf,
  instantAt,
  mondayOf,
  offsetName,
  startOfDay,
  wallTime,
  zoneOffset,
} from '../../lib/regulation/zone';

const at = (iso: string) => Date.parse(iso);

describe('time of a region', () => {
  it('reads the clock of the Kuzbass profile, seven hours ahead', () => {
    expect(wallTime(at('2026-11-24T20:15:30Z'), KUZBASS.timeZone).toISOString()).toBe(
      '2026-11-25T03:15:30.000Z',
    );
    expect(zoneOffset(at('2026-11-24T20:15:30.999Z'), KUZBASS.timeZone)).toBe(420);
    expect(dayOf(at('2026-11-24T17:00:00Z'), KUZBASS.timeZone)).toBe('2026-11-25');
    expect(dayOf(at('2026-11-24T16:59:59Z'), KUZBASS.timeZone)).toBe('2026-11-24');
  });

  it('begins a day where the region begins it', () => {
    expect(new Date(startOfDay('2026-11-25', KUZBASS.timeZone)).toISOString()).toBe(
      '2026-11-24T17:00:00.000Z',
    );
    // A zone with summer time: the day of the change begins with the old offset.
    expect(new Date(startOfDay('2026-03-29', 'Europe/Berlin')).toISOString()).toBe(
      '2026-03-28T23:00:00.000Z',
    );
    expect(new Date(startOfDay('2026-03-30', 'Europe/Berlin')).toISOString()).toBe(
      '2026-03-29T22:00:00.000Z',
    );
    expect(new Date(startOfDay('2026-11-01', 'America/New_York')).toISOString()).toBe(
      '2026-11-01T04:00:00.000Z',
    );
  });

  it('knows the instant that a clock of the region shows', () => {
    const iso = (day: string, time: string, zone: string) =>
      new Date(instantAt(day, time, zone)).toISOString();
    expect(iso('2026-11-24', '09:30', KUZBASS.timeZone)).toBe('2026-11-24T02:30:00.000Z');
    // Both sides of a change of the clock.
    expect(iso('2026-03-29', '01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
    expect(iso('2026-03-29', '03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(iso('2026-10-25', '04:00', 'Europe/Berlin')).toBe('2026-10-25T03:00:00.000Z');
  });

  it('counts days and weeks over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(mondayOf('2026-11-24')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });

  it('names offsets', () => {
    expect(offsetName(420)).toBe('UTC+7');
    expect(offsetName(330)).toBe('UTC+5:30');
    expect(offsetName(-180)).toBe('UTC−3');
    expect(offsetName(0)).toBe('UTC+0');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => wallTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
