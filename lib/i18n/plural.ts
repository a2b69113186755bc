import type { Locale } from './locale';

interface Counting {
  forms: Intl.PluralRules;
  numbers: Intl.NumberFormat;
}
const made: Partial<Record<Locale, Counting>> = {};

/** Made when it is asked first: the browser reads its language data for it, milliseconds in each new tab. */
function countingIn(locale: Locale): Counting {
  made[locale] ??= {
    forms: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
  };
  return made[locale];
}

/** «1 комментарий», «2 комментария», «5 комментариев». */
export function countRu(n: number, one: string, few: string, many: string): string {
  const { forms, numbers } = countingIn('ru');
  const form = forms.select(n);
  return `${numbers.format(n)} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** “1 comment”, “5 comments”. */
export function countEn(n: number, one: string, many: string): string {
  const { forms, numbers } = countingIn('en');
  return `${numbers.format(n)} ${forms.select(n) === 'one' ? one : many}`;
}

/** A number with the locale's group separators. */
export function formatNumber(locale: Locale, n: number): string {
  return countingIn(locale).numbers.format(n);
}
