/**
 * Wall-clock time of a region. `Intl` knows the zones; nothing here asks the machine's own clock or
 * zone, so a record made in Kemerovo reads the same in Moscow.
 */
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What a clock in `timeZone` shows at `instant`, as a Date whose UTC fields are those of that clock.
 * @param instant milliseconds since the epoch
 * @throws RangeError for an unknown zone or an instant that is no time
 */
export function wallTime(instant: number, timeZone: string): Date {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant))
    part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

/** Minutes by which `timeZone` is ahead of UTC at `instant` (milliseconds since the epoch). */
export function zoneOffset(instant: number, timeZone: string): number {
  const seconds = Math.floor(instant / 1000) * 1000;
  return Math.round((wallTime(seconds, timeZone).getTime() - seconds) / 60_000);
}

/** Offsets by zone and day of UTC (days since the epoch), minutes; null for a day with a change in it. */
const offsets = new Map<string, Map<number, number | null>>();

/**
 * The same as `zoneOffset`, quick for many instants of the same days: asking `Intl` of each of a hundred
 * thousand publications takes seconds. A day that begins and ends with one offset has no other between.
 */
function quickOffset(instant: number, timeZone: string): number {
  const day = Math.floor(instant / DAY_MS);
  const known = offsets.get(timeZone) ?? new Map<number, number | null>();
  offsets.set(timeZone, known);
  let offset = known.get(day);
  if (offset === undefined) {
    const first = zoneOffset(day * DAY_MS, timeZone);
    offset = first === zoneOffset((day + 1) * DAY_MS, timeZone) ? first : null;
    known.set(day, offset);
  }
  return offset ?? zoneOffset(instant, timeZone);
}

/** Names of days by their number since the epoch: tens of thousands are asked for, a few hundred differ. */
const names = new Map<number, string>();

function nameOf(number: number): string {
  let name = names.get(number);
  if (name === undefined) {
    name = new Date(number * DAY_MS).toISOString().slice(0, 10);
    names.set(number, name);
  }
  return name;
}

/** Calendar day in `timeZone` at `instant`, `YYYY-MM-DD`. @throws as `wallTime` */
export function dayOf(instant: number, timeZone: string): string {
  return nameOf(Math.floor((instant + quickOffset(instant, timeZone) * 60_000) / DAY_MS));
}

/** The day `days` after `day` (both `YYYY-MM-DD`; negative goes back). */
export function addDays(day: string, days: number): string {
  return nameOf(Math.floor(Date.parse(day) / DAY_MS) + days);
}

/** Monday of the week of `day`, `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/**
 * The instant at which `day` (`YYYY-MM-DD`) begins in `timeZone`, milliseconds since the epoch. Where
 * midnight does not exist that day, the first moment after it.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - zoneOffset(midnight, timeZone) * 60_000;
  // The offset may have changed between the guess and UTC midnight: look again from where we came.
  return midnight - zoneOffset(guess, timeZone) * 60_000;
}

/**
 * The instant at which a clock in `timeZone` shows `day` (`YYYY-MM-DD`) and `time` (`HH:MM`),
 * milliseconds since the epoch. A time that the clock leaps over is as much later.
 */
export function instantAt(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const guess = wanted - zoneOffset(wanted, timeZone) * 60_000;
  return wanted - zoneOffset(guess, timeZone) * 60_000;
}

/** «UTC+7», «UTC+5:30», «UTC−3». */
export function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${tail}`;
}

/** Whether `Intl` knows a time zone by this name. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}
