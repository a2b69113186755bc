// Tricks by which people hide a word (names and kinds as in research on evasion), for the tests and for `npm run evaluate`.
/** Letters that look alike, by script. */
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
const SMALL_CAPITALS: Readonly<Record<string, string>> = {
  а: 'ᴀ',
  в: 'ʙ',
  г: 'ᴦ',
  е: 'ᴇ',
  и: 'ɪ',
  к: 'ᴋ',
  л: 'ᴫ',
  м: 'ᴍ',
  н: 'ʜ',
  о: 'ᴏ',
  п: 'ᴨ',
  р: 'ᴩ',
  т: 'ᴛ',
};
const DIGITS: Readonly<Record<string, string>> = { з: '3', б: '6', о: '0', ч: '4', я: '9' };
const SIGNS: Readonly<Record<string, string>> = { а: '@', о: '@', с: '$' };
const BY_LOOK: Readonly<Record<string, string>> = {
  и: 'u',
  п: 'n',
  н: 'H',
  м: 'm',
  т: 'm',
  д: 'g',
};
/** Signs that draw a letter together. */
const DRAWN: Readonly<Record<string, string>> = { х: '><', л: '/\\', ж: '}|{' };
const SOUNDS: Readonly<Record<string, string>> = { б: 'п', з: 'с', е: 'и' };
const SOUND_ALIKE = /[бзе]/;
const BY_SOUND: Readonly<Record<string, string>> = { б: 'п', х: 'к', е: 'и', з: 'с', г: 'к' };
/** The keys of the English layout that lie where the Russian letters do. */
const LAYOUT: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('йцукенгшщзхъфывапролджэячсмитьбю', (letter, at) => [
    letter,
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.".charAt(at),
  ]),
);
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
  ы: 'y',
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

/** The look-alikes of a word as letters of another Latin alphabet, which begins with `first`. */
const fromLatin = (word: string, first: number) =>
  Array.from(swap(LATIN)(word), (letter) =>
    letter < '\u0080' ? String.fromCodePoint(letter.charCodeAt(0) - 0x61 + first) : letter,
  ).join('');

/** Spellings that hide a word, by name of the trick; each gives the word back where it has nothing to change. */
export const TRICKS: Readonly<Record<string, (word: string) => string>> = {
  'as it is': (word) => word,
  capitals: (word) => word.toUpperCase(),
  'mixed case': (word) =>
    Array.from(word, (letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter)).join(''),
  'ё for е': swap({ е: 'ё' }),
  'Latin look-alikes': swap(LATIN),
  'one Latin look-alike': (word) => word.replace(/[аеорсух]/, (letter) => LATIN[letter] ?? letter),
  'Latin u, n, H, m, g': swap(BY_LOOK),
  'Greek look-alikes': swap(GREEK),
  'small capitals': swap(SMALL_CAPITALS),
  'mathematical letters': (word) => fromLatin(word, 0x1d5ba),
  'fullwidth letters': (word) => fromLatin(word, 0xff41),
  'similar Cyrillic': swap({ и: 'і', е: 'є', ш: 'щ', ь: 'ъ' }),
  digits: swap(DIGITS),
  '@ and $': swap(SIGNS),
  'one letter starred': (word) => word.replace(VOWEL, '*'),
  'one letter under another sign': (word) => word.replace(VOWEL, '%'),
  'inner letters starred': (word) => `${word[0]}${'*'.repeat(word.length - 2)}${word.at(-1)}`,
  'inner letters dotted': (word) =>
    `${word.slice(0, 2)}${'.'.repeat(Math.max(2, word.length - 4))}${word.slice(-2)}`,
  'vowel dropped': (word) => word.replace(VOWEL, ''),
  'dots between letters': (word) => [...word].join('.'),
  'spaces between letters': (word) => [...word].join(' '),
  'hyphens between letters': (word) => [...word].join('-'),
  'underscores between letters': (word) => [...word].join('_'),
  'one space inside': inside(' '),
  'one dot inside': inside('.'),
  'a bracket inside': inside(')'),
  'quotes inside': inside('""'),
  'zero-width space inside': inside('\u200b'),
  'soft hyphen inside': inside('\u00ad'),
  'combining acute': inside('\u0301'),
  'emoji between letters': inside('🤬'),
  'vowel stretched': (word) => word.replace(/[аеиоуыэюя]/, (vowel) => vowel.repeat(4)),
  'consonant doubled': (word) => word.replace(/[^аеиоуыэюя]/, (letter) => letter + letter),
  'one letter by sound': (word) => word.replace(SOUND_ALIKE, (letter) => SOUNDS[letter] ?? letter),
  'all letters by sound': swap(BY_SOUND),
  '3.14 for «пи»': (word) => word.replace('пи', '3.14'),
  transliteration: swap(TRANSLIT),
  'signs that draw a letter': swap(DRAWN),
  'glued to neighbours': (word) => `тыже${word}вообще`,
  reversed: (word) => [...word].reverse().join(''),
  'another layout': swap(LAYOUT),
};
/** Tricks that nobody has been seen to use and that are not looked for. */
export const NOT_SOUGHT: ReadonlySet<string> = new Set(['reversed', 'another layout']);
/** Plain obscene words. */
const OBSCENE_WORDS: readonly string[] =
  'пиздец блядь хуйня нахуй ебаный заебал уебок долбоеб распиздяй пиздобол мудак пидорас гандон шлюха охуеть хуесос еблан блядство выебать мразь'.split(
    ' ',
  );

/** Sentences that a hidden word is put into. */
const FRAMES: readonly ((word: string) => string)[] = [
  (word) => `ну и ${word} там написано`,
  (word) => `Говорю же, ${word}! Сколько можно.`,
];

/** Comments with a plain obscene word that a trick has hidden: those that it changes, or all. */
export function hiddenBy(name: string): string[] {
  const trick = TRICKS[name];
  if (trick === undefined) throw new Error(`No such trick: ${name}`);
  const words = OBSCENE_WORDS.filter((word) => name === 'as it is' || trick(word) !== word);
  return words.flatMap((word) => FRAMES.map((frame) => frame(trick(word))));
}
