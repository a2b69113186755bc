import type { Locale } from './locale';

const FORMATS = {
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** «24 ноября 2026 г.» @param day `YYYY-MM-DD` */
export function dayInWords(locale: Locale, day: string): string {
  return FORMATS[locale].format(Date.parse(`${day}T00:00:00Z`));
}
