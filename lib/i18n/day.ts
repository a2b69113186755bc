import type { Locale } from './locale';

// Calendar days (`YYYY-MM-DD`) for people.

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  // A calendar day is the same everywhere: it is read as midnight of UTC.
  const made = new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', {
    timeZone: 'UTC',
    ...options,
  });
  formats.set(key, made);
  return made;
}

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** «24.11.2026». */
export const dottedDay = (day: string): string => day.split('-').reverse().join('.');

/** «24 ноября». */
export const dayName = (day: string, locale: Locale): string =>
  formatOf(locale, { day: 'numeric', month: 'long' }).format(instant(day));

/** «вторник, 24 ноября». */
export const fullDay = (day: string, locale: Locale): string =>
  formatOf(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant(day));

/** «вт, 24 нояб.». */
export const shortDay = (day: string, locale: Locale): string =>
  formatOf(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(instant(day));

/** «24 ноября 2026 г.». */
export const dayInWords = (day: string, locale: Locale): string =>
  formatOf(locale, { dateStyle: 'long' }).format(instant(day));

/** «ноябрь 2026». */
export const monthName = (day: string, locale: Locale): string =>
  formatOf(locale, { month: 'long', year: 'numeric' })
    .format(instant(day))
    .replace(/\s?г\.$/, '');

/** «23–29 ноября 2026» from Monday to Sunday. */
export const weekName = (monday: string, sunday: string, locale: Locale): string =>
  formatOf(locale, { day: 'numeric', month: 'long', year: 'numeric' })
    .formatRange(instant(monday), instant(sunday))
    .replace(/\s?г\.$/, '');
