/** Beginnings of months' names, in the order of the year; «май» in the genitive is «мая». */
const MONTHS: readonly (readonly string[])[] = [
  ['янв', 'jan'],
  ['фев', 'feb'],
  ['мар', 'mar'],
  ['апр', 'apr'],
  ['май', 'мая', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сен', 'sep'],
  ['окт', 'oct'],
  ['ноя', 'nov'],
  ['дек', 'dec'],
];
const NUMBERS: Readonly<Record<string, number>> = {
  один: 1,
  одну: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
const MINUTE = 60_000;
/** The day's time of posts whose network no longer tells it: in the middle, so that no zone moves the day. */
const NOON = { hours: 12, minutes: 0 };

/** Hours and minutes in the words, or null. */
function clockIn(text: string): { hours: number; minutes: number } | null {
  const [, hours, minutes, half] = /(\d{1,2}):(\d{2})(?:\s*([ap])\.?m)?/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const base = half ? Number(hours) % 12 : Number(hours);
  return { hours: base + (half === 'p' ? 12 : 0), minutes: Number(minutes) };
}

/** How long ago, milliseconds, as in «5 минут назад», «час назад», «two hours ago»; null for others. */
function agoIn(text: string): number | null {
  if (/^(?:только что|just now|сейчас|now)/.test(text)) return 0;
  const [, count = '', unit = ''] =
    /^(?:([\p{L}\d]+)\s+)?(секунд|минут|час|second|minute|hour)\p{L}*\s+(?:назад|ago)/u.exec(
      text,
    ) ?? [];
  if (unit === '') return null;
  const size = /^(?:час|hour)/.test(unit)
    ? 60 * MINUTE
    : /^(?:мин|min)/.test(unit)
      ? MINUTE
      : 1_000;
  const number = count === '' ? 1 : (NUMBERS[count] ?? Number(count));
  return Number.isNaN(number) ? null : number * size;
}

/**
 * The instant that a network's own words for a time mean: «сегодня в 9:00», «вчера в 17:30», «20 ноя в
 * 12:00», «5 марта 2024», «час назад», and the same in English. Networks speak of the clock of whoever
 * looks, so the machine's own zone counts. A day without a time is its noon.
 * @param now when the words were read
 * @returns ISO 8601 UTC, or null when the words say no time
 */
export function spokenTime(words: string, now: Date): string | null {
  if (/^\d{4}-\d\d-\d\dT/.test(words)) {
    const instant = Date.parse(words);
    return Number.isNaN(instant) ? null : new Date(instant).toISOString();
  }
  const text = words.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
  const ago = agoIn(text);
  if (ago !== null) return new Date(now.getTime() - ago).toISOString();

  const { hours, minutes } = clockIn(text) ?? NOON;
  const at = (year: number, month: number, day: number) =>
    new Date(year, month, day, hours, minutes);
  const back = /^(?:сегодня|today)/.test(text) ? 0 : /^(?:вчера|yesterday)/.test(text) ? 1 : null;
  if (back !== null)
    return at(now.getFullYear(), now.getMonth(), now.getDate() - back).toISOString();

  const month = MONTHS.findIndex((names) =>
    names.some((name) => new RegExp(`(?:^|[\\s,])${name}`).test(text)),
  );
  const [, before, after] =
    /(?:^|\s)(\d{1,2})\s+\p{L}|\p{L}{3,}\.?\s+(\d{1,2})(?!\d|:)/u.exec(text) ?? [];
  const day = Number(before ?? after);
  if (month < 0 || !(day >= 1 && day <= 31)) return null;
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?!\d|:)/.exec(text)?.[1] ?? Number.NaN);
  const isThisYear = Number.isNaN(year);
  const found = at(isThisYear ? now.getFullYear() : year, month, day);
  // 31 April is a date to JavaScript, but another one.
  if (found.getMonth() !== month) return null;
  // Without a year it is the last such day; a little ahead is the clock of another zone.
  if (isThisYear && found.getTime() > now.getTime() + 24 * 60 * MINUTE)
    return at(now.getFullYear() - 1, month, day).toISOString();
  return found.toISOString();
}
