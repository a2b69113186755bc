import { FIRST_LATIN } from '../language/letters';
import { folded, type Scan, TokenFlag } from '../language/scan';

/** Buckets of the model's table; a power of two. */
export const BUCKETS = 1 << 18;
const BUCKET_BITS = BUCKETS - 1;

/** Words of a text that the model reads: what matters stands early, and time stays bounded. */
const WORDS_LIMIT = 600;
/** Letters of a word that are read. */
const WORD_LETTERS = 24;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
/** Most features that one word can give. */
export const WORD_FEATURES = (WORD_LETTERS + 2) * (LONGEST_GRAM - SHORTEST_GRAM + 1) + 16;
/** Most features that a text gives besides its words. */
export const TEXT_FEATURES = 64;

/** Spreads a hash over the buckets (the finisher of MurmurHash3, public domain). */
function bucketOf(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) & BUCKET_BITS;
}

/** Bucket of a named feature. */
function namedBucket(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return bucketOf(hash ^ 0x5bd1e995);
}

const NAMED = {
  link: namedBucket('link'),
  mixed: namedBucket('mixed'),
  disguised: namedBucket('disguised'),
  figures: namedBucket('figures'),
  figuresInWord: namedBucket('figures in word'),
  masked: namedBucket('masked'),
  capitals: namedBucket('capitals'),
  stretched: namedBucket('stretched'),
  exclaims: namedBucket('exclaims'),
  brackets: namedBucket('brackets'),
  picture: namedBucket('picture'),
  money: namedBucket('money'),
  lines: namedBucket('lines'),
} as const;
const LENGTHS = [1, 2, 4, 7, 12, 20, 35, 60, 120, 240, 600];
const LENGTH_BUCKETS = LENGTHS.map((length) => namedBucket(`length ${length}`));

/** What the model sees in a token. */
export const TokenKind = { nothing: 0, word: 1, link: 2, figures: 3 } as const;

/** Kind of a token: the rest of a link, and links to sites of the state, are nothing. */
export function kindOf(scan: Scan, token: number): number {
  const flags = scan.flags[token] as number;
  if ((flags & (TokenFlag.link | TokenFlag.digit)) === 0) return TokenKind.word;
  if ((flags & TokenFlag.link) !== 0) {
    if ((flags & TokenFlag.official) !== 0) return TokenKind.nothing;
    const goesOn = token > 0 && ((scan.flags[token - 1] as number) & TokenFlag.link) !== 0;
    return goesOn ? TokenKind.nothing : TokenKind.link;
  }
  // Figures are all one figure.
  return (flags & (TokenFlag.russian | TokenFlag.latin)) === 0 ? TokenKind.figures : TokenKind.word;
}

/** A link is read as the word that stands for links in data sets. */
const LINK_WORD = Array.from('link', (letter) => FIRST_LATIN + letter.charCodeAt(0) - 0x61);
/** Boundary symbol of a word inside letter groups. */
const EDGE = 127;
const letters = new Uint8Array(WORD_LETTERS + 2);

/** Writes the features that a token gives by itself into `out` from 0; returns their number. */
export function tokenFeatures(scan: Scan, token: number, kind: number, out: Int32Array): number {
  let count = 0;
  if (kind === TokenKind.figures) {
    out[count++] = NAMED.figures;
    return count;
  }
  const flags = scan.flags[token] as number;
  const russian = (flags & TokenFlag.russian) !== 0;
  let length = 1;
  letters[0] = EDGE;
  if (kind === TokenKind.link) {
    out[count++] = NAMED.link;
    for (const symbol of LINK_WORD) letters[length++] = symbol;
  } else {
    const from = scan.first[token] as number;
    const to = Math.min(scan.first[token + 1] as number, from + WORD_LETTERS);
    let last = -1;
    let run = 0;
    for (let at = from; at < to; at++) {
      const raw = scan.symbols[at] as number;
      const symbol = russian ? folded(raw) : raw;
      run = symbol === last ? run + 1 : 1;
      last = symbol;
      if (run <= 2) letters[length++] = symbol;
    }
  }
  letters[length++] = EDGE;
  for (let at = 0; at + SHORTEST_GRAM <= length; at++) {
    let gram = Math.imul(0xcc9e2d51 ^ (letters[at] as number), 0x01000193);
    gram = Math.imul(gram ^ (letters[at + 1] as number), 0x01000193);
    const end = Math.min(length, at + LONGEST_GRAM);
    for (let next = at + 2; next < end; next++) {
      gram = Math.imul(gram ^ (letters[next] as number), 0x01000193);
      out[count++] = bucketOf(gram + next - at);
    }
  }
  if (kind === TokenKind.link) return count;
  if ((flags & ODD) === 0) return count;
  if (flags & TokenFlag.mask) out[count++] = NAMED.masked;
  if (russian && flags & TokenFlag.latin) out[count++] = NAMED.mixed;
  if (russian && flags & TokenFlag.digit) out[count++] = NAMED.figuresInWord;
  if (flags & TokenFlag.disguised) out[count++] = NAMED.disguised;
  if (flags & TokenFlag.capitals) out[count++] = NAMED.capitals;
  if (flags & TokenFlag.stretched) out[count++] = NAMED.stretched;
  return count;
}

/** Bits that give features of their own. */
const ODD =
  TokenFlag.mask |
  TokenFlag.latin |
  TokenFlag.digit |
  TokenFlag.disguised |
  TokenFlag.capitals |
  TokenFlag.stretched;

/** A sign counts up to three times. */
const REPEATS = 3;

function repeated(out: Int32Array, from: number, bucket: number, times: number): number {
  const to = from + Math.min(times, REPEATS);
  for (let at = from; at < to; at++) out[at] = bucket;
  return to;
}

/** Writes the features of a text besides its words into `out`; returns their number. */
export function textFeatures(scan: Scan, words: number, out: Int32Array): number {
  let count = 0;
  count = repeated(out, count, NAMED.exclaims, scan.exclamations);
  count = repeated(out, count, NAMED.brackets, scan.closings);
  count = repeated(out, count, NAMED.money, scan.money);
  count = repeated(out, count, NAMED.lines, scan.breaks);
  count = repeated(out, count, NAMED.picture, scan.pictures);
  for (let at = 0; at < LENGTHS.length && words >= (LENGTHS[at] as number); at++)
    out[count++] = LENGTH_BUCKETS[at] as number;
  return count;
}

/** Number of tokens that the model reads. */
export const readable = (scan: Scan) => Math.min(scan.count, WORDS_LIMIT);

/**
 * How a text is written, whatever it says: cues by number. Board dwellers write long sentences with full
 * stops, and are toxic in tone; rewrites and short replies are not.
 */
export const STYLE_CUES = 128;
const CUE = { start: 0, end: 3, length: 12, inner: 28, gap: 32 } as const;
/** Kinds of what stands between two words, each counted up to three. */
const GAP_COUNTS = 3;
/** The text is a comment, not a novel: the style shows in its beginning. */
const STYLE_WORDS = 120;

/** 0…8: what a text ends with. */
function endingOf(code: number): number {
  if (code === 0x2e) return 0;
  if (code === 0x21) return 1;
  if (code === 0x3f) return 2;
  if (code === 0x29) return 3;
  if (code === 0x2026) return 4;
  if (code === 0x28) return 5;
  if (code === 0x22 || code === 0xbb) return 6;
  return code > 0x2fff ? 7 : 8;
}

/** 1…26: what stands between two words; 0 for a single space. */
function gapKind(text: string, from: number, to: number, capital: boolean): number {
  const width = to - from;
  const code = text.charCodeAt(from);
  if (width === 1) {
    if (code === 0x20) return 0;
    if (code === 0x2c) return 1;
    if (code === 0x2e) return 2;
    if (code === 0x2d) return 3;
    return 4;
  }
  const next = text.charCodeAt(from + 1);
  if (code === 0x20) {
    if (next === 0x2c) return 5;
    if (next === 0x2d || next === 0x2014 || next === 0x2013) return 6;
    if (next === 0x28) return 7;
    if (next === 0x20) return 8;
    if (next === 0x22 || next === 0xab) return 9;
    return 10;
  }
  if (code === 0x2c) return width === 2 ? 11 : 12;
  if (code === 0x2e && next === 0x2e) return capital ? 13 : 14;
  if (code === 0x2e) return capital ? 15 : 16;
  if (code === 0x21) return capital ? 17 : 18;
  if (code === 0x3f) return capital ? 19 : 20;
  if (code === 0x29) return capital ? 21 : 22;
  if (code === 0x28) return 23;
  if (code === 0x0a || code === 0x0d) return 24;
  if (code === 0x3a) return 25;
  return 26;
}

/** How often each kind of gap was met, none between two texts; and the kinds met, in order. */
const gaps = new Uint8Array(27);
const met = new Uint8Array(27);
/** The cue of a text of so many words, those with more have the last. */
const LENGTH_CUES = Uint8Array.from({ length: 183 }, (_, words) =>
  words === 0 ? 0 : CUE.length + Math.min(15, Math.floor(2 * Math.log2(words))),
);

/** Writes the style cues of a text into `out`; returns their number. Needs one token at least. */
export function styleCues(scan: Scan, out: Int32Array): number {
  const { text, start, end, flags } = scan;
  const words = Math.min(scan.count, STYLE_WORDS);
  let count = 0;
  const code = text.charCodeAt(start[0] as number);
  const capital = ((flags[0] as number) & TokenFlag.capital) !== 0;
  out[count++] = CUE.start + (capital ? 0 : code >= 0x430 && code <= 0x451 ? 1 : 2);
  let last = text.length - 1;
  while (last > 0 && text.charCodeAt(last) <= 0x20) last--;
  const ended = (end[scan.count - 1] as number) > last;
  out[count++] = CUE.end + (ended ? 8 : endingOf(text.charCodeAt(last)));
  out[count++] = LENGTH_CUES[Math.min(scan.count, LENGTH_CUES.length - 1)] as number;
  let inner = 0;
  let kinds = 0;
  for (let token = 1; token < words; token++) {
    const upper = ((flags[token] as number) & TokenFlag.capital) !== 0;
    if (upper && ((flags[token] as number) & TokenFlag.opens) === 0) inner++;
    const from = end[token - 1] as number;
    const to = start[token] as number;
    if (to - from === 1 && text.charCodeAt(from) === 0x20) continue;
    const kind = gapKind(text, from, to, upper);
    const times = gaps[kind] as number;
    if (kind === 0 || times === GAP_COUNTS) continue;
    if (times === 0) met[kinds++] = kind;
    gaps[kind] = times + 1;
  }
  out[count++] = CUE.inner + Math.min(3, inner);
  for (let at = 0; at < kinds; at++) {
    const kind = met[at] as number;
    out[count++] = CUE.gap + (kind - 1) * GAP_COUNTS + (gaps[kind] as number) - 1;
    gaps[kind] = 0;
  }
  return count;
}
