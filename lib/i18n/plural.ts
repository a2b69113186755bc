import type { Locale } from './locale';

const RULES = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const NUMBERS = { ru: new Intl.NumberFormat('ru'), en: new Intl.NumberFormat('en') };

/** «1 комментарий», «2 комментария», «5 комментариев». */
export function countRu(n: number, one: string, few: string, many: string): string {
  const form = RULES.ru.select(n);
  return `${NUMBERS.ru.format(n)} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** “1 comment”, “5 comments”. */
export function countEn(n: number, one: string, many: string): string {
  return `${NUMBERS.en.format(n)} ${RULES.en.select(n) === 'one' ? one : many}`;
}

/** A number with the locale's group separators. */
export function formatNumber(locale: Locale, n: number): string {
  return NUMBERS[locale].format(n);
}
