import type { Case } from '../language/morphology/endings';
import { upperFirst } from './capitals';

/** Cases that a preposition allows; a noun after it can be in no other. */
export const GOVERNMENT = new Map<string, readonly Case[]>(
  (
    [
      ['в во на о об обо', ['accs', 'loct']],
      ['при', ['loct']],
      ['по', ['datv', 'accs', 'loct']],
      ['к ко благодаря вопреки согласно', ['datv']],
      [
        'от до из изо у без безо для около после из-за вместо кроме среди против ради вокруг возле ' +
          'мимо внутри вне насчет относительно касательно ввиду вследствие во-время',
        ['gent'],
      ],
      ['с со', ['gent', 'ablt']],
      ['над между перед надо передо', ['ablt']],
      ['под за', ['accs', 'ablt']],
      ['через про сквозь', ['accs']],
    ] as const
  ).flatMap(([words, cases]) => words.split(' ').map((word) => [word, cases] as const)),
);

/** «в» or «во», «о» or «об», «с» or «со», «к» or «ко» before this word; any other as it is. */
export function prepositionBefore(word: string, next: string): string {
  const plain = next.toLowerCase();
  if (word === 'о' || word === 'об') return /^[аоуэи]/u.test(plain) ? 'об' : 'о';
  if (word === 'в' || word === 'во')
    return /^[вф][бвгджзклмнпрстфхцчшщ]|^мне|^двор(?:[еуы]|ах)?$/u.test(plain) ? 'во' : 'в';
  if (word === 'с' || word === 'со')
    return /^(?:[сзшж][бвгджзклмнпрстфхцчшщ]|щ|мной|вс)/u.test(plain) ? 'со' : 'с';
  if (word === 'к' || word === 'ко') return /^(?:мне|вс)/u.test(plain) ? 'ко' : 'к';
  return word;
}
/** Prepositions that take another form before some words. */
export const BENDING = new Set(['о', 'об', 'в', 'во', 'с', 'со', 'к', 'ко']);

/** Prepositions inside a text take the form that the word after them asks for. */
export const smoothed = (text: string) =>
  text.replace(
    /(^|\s)(об?|во?|со?|ко?)(?=\s+([а-яё]+))/giu,
    (whole, before: string, word: string, next: string) => {
      const right = prepositionBefore(word.toLowerCase(), next);
      if (right === word.toLowerCase()) return whole;
      return before + (word[0] === word[0]?.toLowerCase() ? right : upperFirst(right));
    },
  );
