import type { Locale, Messages } from '../../lib/i18n';
import { addDays, dayOf, offsetName, zoneOffset } from '../../lib/regulation/zone';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Intl` formats are slow to make: each is made once. */
function formatOf(
  locale: Locale,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    // British order of day and month: the records are read in Russia in either language.
    const tag = locale === 'ru' ? 'ru' : 'en-GB';
    format = new Intl.DateTimeFormat(
      tag,
      timeZone === undefined ? options : { ...options, timeZone },
    );
    formats.set(key, format);
  }
  return format;
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

export interface MomentWords {
  /** «вчера, 14:05». */
  short: string;
  /** With weekday, seconds and zone; also in the machine's zone where that is another one. */
  full: string;
}

/**
 * A moment in the region's time for people.
 * @param instant milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function momentWords(
  instant: number,
  now: number,
  timeZone: string,
  locale: Locale,
  words: Messages['dashboard'],
): MomentWords {
  const clock = formatOf(locale, timeZone, CLOCK).format(instant);
  const day = dayOf(instant, timeZone);
  const today = dayOf(now, timeZone);
  let dayWords: string;
  if (day === today) dayWords = words.today;
  else if (day === addDays(today, -1)) dayWords = words.yesterday;
  else if (day.slice(0, 4) === today.slice(0, 4))
    dayWords = formatOf(locale, timeZone, { day: 'numeric', month: 'short' }).format(instant);
  else
    dayWords = formatOf(locale, timeZone, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(instant);
  return { short: `${dayWords}, ${clock}`, full: fullMoment(instant, timeZone, locale, words) };
}

function fullMoment(
  instant: number,
  timeZone: string,
  locale: Locale,
  words: Messages['dashboard'],
): string {
  const there = zoneOffset(instant, timeZone);
  const here = -new Date(instant).getTimezoneOffset();
  const date = formatOf(locale, timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...CLOCK,
    second: '2-digit',
  }).format(instant);
  if (here === there) return date;
  const local = formatOf(locale, undefined, CLOCK).format(instant);
  return `${date}. ${words.otherZone(offsetName(there), `${local} (${offsetName(here)})`)}`;
}

/** «вторник, 24 ноября». */
export function dayWords(instant: number, timeZone: string, locale: Locale): string {
  return formatOf(locale, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    instant,
  );
}
