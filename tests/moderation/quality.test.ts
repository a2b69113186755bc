import { describe, expect, it } from 'vitest';
import { moderate } from '../../lib/moderation';
import { GOVERNMENT_COMMENTS } from './government-comments';

/** Tricks that hide a word; each changes one word (names and kinds as in the research notes). */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
};
const GREEK: Readonly<Record<string, string>> = {
  а: 'α',
  б: 'β',
  г: 'γ',
  д: 'δ',
  е: 'ε',
  з: 'ζ',
  и: 'η',
  к: 'κ',
  л: 'λ',
  м: 'μ',
  н: 'ν',
  о: 'ο',
  п: 'π',
  р: 'ρ',
  с: 'σ',
  у: 'υ',
  х: 'χ',
};
const DIGITS: Readonly<Record<string, string>> = { з: '3', б: '6', о: '0', ч: '4' };
const SOUNDS: Readonly<Record<string, string>> = { б: 'п', з: 'с', е: 'и' };
const SOUND_ALIKE = /[бзе]/;
const TRANSLIT: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  ь: '',
  ю: 'yu',
  я: 'ya',
};
const VOWEL = /(?!^)[аеиоуыэюя]/;

const swap = (letters: Readonly<Record<string, string>>) => (word: string) =>
  Array.from(word, (letter) => letters[letter] ?? letter).join('');
const inside = (sign: string) => (word: string) => {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle) + sign + word.slice(middle);
};

const TRICKS: Readonly<Record<string, (word: string) => string>> = {
  plain: (word) => word,
  capitals: (word) => word.toUpperCase(),
  'Latin look-alikes': swap(LATIN),
  'Greek look-alikes': swap(GREEK),
  digits: swap(DIGITS),
  'one letter starred': (word) => word.replace(VOWEL, '*'),
  'inner letters starred': (word) => `${word[0]}${'*'.repeat(word.length - 2)}${word.at(-1)}`,
  'vowel dropped': (word) => word.replace(VOWEL, ''),
  'dots between letters': (word) => [...word].join('.'),
  'spaces between letters': (word) => [...word].join(' '),
  'hyphens between letters': (word) => [...word].join('-'),
  'one dot inside': inside('.'),
  'zero-width space inside': inside('\u200b'),
  'soft hyphen inside': inside('\u00ad'),
  'combining acute': inside('\u0301'),
  'emoji between letters': inside('🤬'),
  'vowel stretched': (word) => word.replace(/[аеиоуыэюя]/, (vowel) => vowel.repeat(4)),
  'consonant doubled': (word) => word.replace(/[^аеиоуыэюя]/, (letter) => letter + letter),
  transliteration: swap(TRANSLIT),
  'one letter by sound': (word) => word.replace(SOUND_ALIKE, (letter) => SOUNDS[letter] ?? letter),
  'fullwidth letters': (word) =>
    Array.from(swap(LATIN)(word), (letter) =>
      letter < '\u0080' ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter,
    ).join(''),
  'similar Cyrillic': swap({ и: 'і', е: 'є', ш: 'щ', ь: 'ъ' }),
  'glued to neighbours': (word) => `тыже${word}вообще`,
};
const WORDS =
  'пиздец блядь хуйня нахуй ебаный заебал уебок долбоеб распиздяй пиздобол мудак пидорас гандон шлюха охуеть хуесос еблан блядство выебать мразь'.split(
    ' ',
  );
/** The least share found of each trick (95 %). */
const LEAST = 0.95;

describe('evasion', () => {
  it.each(Object.entries(TRICKS))('%s', (_, trick) => {
    const missed = WORDS.map(trick).filter(
      (word) => moderate(`ну и ${word} там написано`).length === 0,
    );
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(WORDS.length * (1 - LEAST));
  });
});

describe('comments under pages of public bodies', () => {
  const judged = GOVERNMENT_COMMENTS.map((comment) => ({
    ...comment,
    findings: moderate(comment.text),
  }));
  const must = judged.filter(({ remove }) => remove !== null);
  const stay = judged.filter(({ remove }) => remove === null);

  it('finds at least 92 % of what must go, at least 75 % for certain', () => {
    const missed = must.filter(({ findings }) => findings.length === 0);
    const certain = must.filter(({ findings }) => findings[0]?.strength === 'certain');
    expect(missed.length / must.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(
      0.08,
    );
    expect(certain.length / must.length).toBeGreaterThan(0.75);
  });

  it('names the right criterion', () => {
    const wrong = must.filter(
      ({ remove, findings }) => !findings.some(({ criterion }) => criterion === remove),
    );
    expect(wrong.length / must.length, wrong.map(({ text }) => text).join('\n')).toBeLessThan(0.08);
  });

  it('leaves criticism, quotations and reports alone: at most 1 %', () => {
    const flagged = stay.filter(({ findings }) => findings.length > 0);
    expect(
      flagged.length / stay.length,
      flagged.map(({ text }) => text).join('\n'),
    ).toBeLessThanOrEqual(0.01);
  });
});

describe('honest words', () => {
  it.each([
    'подстрахуйте меня',
    'три рубля',
    'Шанхай и Сухуми',
    'парикмахерская',
    'употреблять',
    'корабля',
    'колебания напряжения',
    'хлебать щи',
    'в сентябре балкон',
    'не блокируйте проезд',
    'суп из дома',
    'с указанием срока',
    'скипидар',
    'команда',
    'Вера Олеговна',
    'дочурку встретили',
    'цена 250 руб/м2, д. 5б, кв. 12',
    'г. Кемерово, ул. Дзержинского, д. 161',
    'https://gosuslugi.ru/600123/1/form',
    'постановление № 491 от 13.08.2006',
    'ИНН 7707083893',
    'мусора́ и за́мок',
    'спасибо 🤷‍♂️👍🏻',
    'в ООО «Рога и копыта» и т. д.',
  ])('%s', (text) => {
    expect(moderate(text)).toEqual([]);
  });
});
