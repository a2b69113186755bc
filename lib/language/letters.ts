/**
 * What each UTF-16 code unit stands for in the normal form: one small number, a *symbol*. Russian
 * letters come first, so that automata need a row of 33 and no more.
 */

/** Not part of a word. */
export const GAP = 0;
/** `а`; the Russian letters without `ё` (folded to `е`) are 1…32 in alphabet order. */
const FIRST_RUSSIAN = 1;
export const LAST_RUSSIAN = 32;
/** `a`; Latin letters are 33…58. */
export const FIRST_LATIN = 33;
export const LAST_LATIN = 58;
/** `0`; digits are 59…68. */
export const FIRST_DIGIT = 59;
export const LAST_DIGIT = 68;
/** A sign that hides a letter inside a word: `бл*ть`. */
export const MASK = 69;
/** `@`, which usually hides а, о or е. */
export const AT = 70;
/** `$`, which stands for с. */
export const DOLLAR = 71;
/** A letter of another script that looks like nothing Russian. */
export const FOREIGN = 72;
/** Zero-width and combining marks: skipped, wherever they stand. */
export const IGNORED = 73;
/** Needs a closer look: a surrogate, or a letter in disguise (fullwidth, enclosed, mathematical). */
export const RARE = 74;
/** Letters of third scripts that may stand for more than one Russian letter are 75…. */
export const FIRST_AMBIGUOUS = 75;

export const RUSSIAN = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';

/** Symbol of a Russian letter in lower case (`ё` as `е`); 0 for anything else. */
export function symbolOf(letter: string): number {
  return RUSSIAN.indexOf(letter === 'ё' ? 'е' : letter) + 1;
}

/** Lower-case Russian letters of a word as symbols; letters that are not Russian are left out. */
export function symbolsOf(word: string): number[] {
  return Array.from(word.toLowerCase(), symbolOf).filter((symbol) => symbol > 0);
}

/** Letters of other Cyrillic alphabets that are read as a Russian letter. */
const OTHER_CYRILLIC: Readonly<Record<string, string>> = {
  а: 'ӑӓ',
  б: 'ҕ',
  в: 'ѵ',
  г: 'ґғѓҔ',
  е: 'єѐёѣәӗ',
  ж: 'җӂ',
  з: 'ҙӟ',
  и: 'іїѝӣ',
  й: 'јҋ',
  к: 'ќқҝҟҡӄ',
  л: 'љӆ',
  м: 'ӎ',
  н: 'њңҥӈ',
  о: 'ѳөӧѡ',
  п: 'ҧ',
  р: 'ҏ',
  с: 'ѕҫ',
  т: 'ҭ',
  у: 'ўүұӯӱ',
  х: 'һҳӽ',
  ц: 'џҵ',
  ч: 'ҷҹ',
  ь: 'ҍ',
  ы: 'ӹ',
  э: 'ӭ',
  я: 'ѧ',
};

/**
 * Letters of other scripts that stand for a Russian one inside a mixed word: Greek, small capitals,
 * IPA, Latin with marks. Latin a–z are not here: they keep their own symbols and `LATIN_READINGS`.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'αάὰᾰᾱᾳÀÁÂÃÄÅàáâãäåāăąɑᴀ',
  б: 'ƃ',
  в: 'βϐʙßᴠ',
  г: 'γΓᴦʀɼ',
  д: 'δΔᴅ',
  е: 'εέëèéêĕėęěēËÈÉÊᴇɛ€',
  з: 'ζᴈɜᴢ',
  и: 'ιίϊΐíìîïīįıɪᴎ',
  к: 'κΚᴋķ',
  л: 'λΛᴧᴫʌʟ',
  м: 'μΜᴍ',
  н: 'ʜñɴ',
  о: 'οόöòóôõøōőᴏθ',
  п: 'πΠᴨṗ',
  р: 'ρΡᴩᴘ',
  с: 'ςϲçćč¢ᴄꜱ',
  т: 'τΤᴛ†',
  у: 'ýÿүʏü',
  ф: 'φΦᵠꜰ',
  х: 'χΧ×',
  ч: 'ʮ',
  ш: 'ɯ',
  ь: 'ƅ',
  я: 'ᴙя',
};

/** Look-alikes with several readings, the most likely first. */
const AMBIGUOUS: readonly (readonly [string, string])[] = [
  ['βϐß', 'вб'],
  ['σ', 'ос'],
  ['υύϋ', 'уи'],
  ['γ', 'гу'],
  ['ηή', 'ин'],
  ['νΝ', 'нви'],
  ['ωώ', 'ош'],
];

/** What a Latin letter may stand for inside a mixed word (by look) — most likely first. */
const LATIN_READINGS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'вбь',
  c: 'сц',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'гд',
  h: 'нх',
  i: 'и',
  j: 'йж',
  k: 'к',
  l: 'л',
  m: 'мт',
  n: 'пни',
  o: 'о',
  p: 'рп',
  q: 'к',
  r: 'гр',
  s: 'с',
  t: 'т',
  u: 'иуц',
  v: 'в',
  w: 'шв',
  x: 'х',
  y: 'уый',
  z: 'з',
};

/** What a digit may stand for inside a word — most likely first. */
const DIGIT_READINGS: readonly string[] = [
  'о', // 0
  'ийл', // 1
  'з', // 2
  'зе', // 3
  'ча', // 4
  'с', // 5
  'б', // 6
  'т', // 7
  'в', // 8
  'яд', // 9
];

/** Signs that hide one letter between two letters. */
const MASKS = '*%#€&^~_•¤█■●★';

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const put = (letters: string, symbol: number) => {
    for (const letter of letters) {
      table[letter.charCodeAt(0)] = symbol;
      const upper = letter.toUpperCase();
      if (upper.length === 1) table[upper.charCodeAt(0)] = symbol;
    }
  };
  // Every letter that is not known below is foreign: it keeps words apart from neighbours.
  const foreign: readonly (readonly [number, number])[] = [
    [0xc0, 0x24f], // Latin with marks
    [0x250, 0x2af], // IPA
    [0x370, 0x3ff], // Greek
    [0x400, 0x52f], // Cyrillic
    [0x531, 0x587], // Armenian
    [0x5d0, 0x5ea], // Hebrew
    [0x620, 0x64a], // Arabic
    [0x10a0, 0x10ff], // Georgian
    [0x1d00, 0x1dbf], // phonetic extensions
    [0x1e00, 0x1fff], // Latin and Greek with marks
  ];
  for (const [from, to] of foreign) table.fill(FOREIGN, from, to + 1);
  for (const [from, to] of [
    [0x300, 0x36f], // combining marks
    [0x483, 0x489],
    [0x1dc0, 0x1dff],
    [0x20d0, 0x20ff],
    [0x200b, 0x200f], // zero width, direction
    [0x202a, 0x202e],
    [0x2060, 0x2069],
    [0xfe00, 0xfe0f], // variation selectors
    [0xad, 0xad], // soft hyphen
    [0x34f, 0x34f],
    [0x61c, 0x61c],
    [0x180e, 0x180e],
    [0xfeff, 0xfeff],
  ] as const)
    table.fill(IGNORED, from, to + 1);
  for (const [from, to] of [
    [0xd800, 0xdbff], // high surrogates
    [0xff01, 0xff5e], // fullwidth
    [0x2460, 0x24ff], // enclosed
    [0x2100, 0x2115], // letter-like, before the numero sign
    [0x2117, 0x214f],
    [0x2070, 0x209c], // superscripts
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ] as const)
    table.fill(RARE, from, to + 1);
  for (const [letter, alike] of Object.entries(LOOK_ALIKES)) put(alike, symbolOf(letter));
  for (const [letter, alike] of Object.entries(OTHER_CYRILLIC)) put(alike, symbolOf(letter));
  AMBIGUOUS.forEach(([alike], index) => {
    put(alike, FIRST_AMBIGUOUS + index);
  });
  for (const letter of `${RUSSIAN}ё`) put(letter, symbolOf(letter));
  for (let index = 0; index < 26; index++) {
    table[0x61 + index] = FIRST_LATIN + index;
    table[0x41 + index] = FIRST_LATIN + index;
  }
  for (let digit = 0; digit < 10; digit++) table[0x30 + digit] = FIRST_DIGIT + digit;
  for (const mask of MASKS) table[mask.charCodeAt(0)] = MASK;
  table[0x40] = AT;
  table[0x24] = DOLLAR;
  // An apostrophe inside a word is a sign of transliteration or Ukrainian; both read on without it.
  return table;
}

/** Symbol of every UTF-16 code unit. */
export const SYMBOLS: Uint8Array = buildTable();

/** True where a code unit is read as a Russian letter and is another script's. */
export const DISGUISED: Uint8Array = (() => {
  const flags = new Uint8Array(0x10000);
  const alike = [...Object.values(LOOK_ALIKES), ...Object.values(OTHER_CYRILLIC)].join('');
  for (const letter of alike + alike.toUpperCase()) {
    const code = letter.charCodeAt(0);
    const symbol = SYMBOLS[code] as number;
    const russian = (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451;
    if (symbol >= FIRST_RUSSIAN && symbol <= LAST_RUSSIAN && !russian) flags[code] = 1;
  }
  return flags;
})();

/**
 * Symbol of a character in disguise (fullwidth, enclosed, mathematical, regional indicator), by its
 * compatibility form; 0 when it is no letter or digit (an emoji).
 */
export function symbolOfRare(codePoint: number): number {
  // Regional indicators and negative squared letters have no compatibility form.
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return GAP;
  if (codePoint >= 0x1f130 && codePoint <= 0x1f149) return FIRST_LATIN + codePoint - 0x1f130;
  if (codePoint >= 0x1f150 && codePoint <= 0x1f169) return FIRST_LATIN + codePoint - 0x1f150;
  if (codePoint >= 0x1f170 && codePoint <= 0x1f189) return FIRST_LATIN + codePoint - 0x1f170;
  if (codePoint > 0xffff && (codePoint < 0x1d400 || codePoint > 0x1d7ff)) return GAP;
  const plain = String.fromCodePoint(codePoint).normalize('NFKC');
  const symbol = SYMBOLS[plain.charCodeAt(0)] as number;
  return symbol >= MASK && symbol < FIRST_AMBIGUOUS ? GAP : symbol;
}

const readings = new Map<number, readonly number[]>();
for (let symbol = FIRST_RUSSIAN; symbol <= LAST_RUSSIAN; symbol++) readings.set(symbol, [symbol]);
for (let index = 0; index < 26; index++) {
  const letters = LATIN_READINGS[String.fromCharCode(0x61 + index)] ?? '';
  readings.set(FIRST_LATIN + index, symbolsOf(letters));
}
for (let digit = 0; digit < 10; digit++)
  readings.set(FIRST_DIGIT + digit, symbolsOf(DIGIT_READINGS[digit] ?? ''));
AMBIGUOUS.forEach(([, letters], index) => {
  readings.set(FIRST_AMBIGUOUS + index, symbolsOf(letters));
});
readings.set(AT, symbolsOf('аоеу'));
readings.set(DOLLAR, symbolsOf('с'));

/** Russian letters that a symbol may stand for inside a mixed word; empty for a mask or a stranger. */
export function readingsOf(symbol: number): readonly number[] {
  return readings.get(symbol) ?? [];
}
