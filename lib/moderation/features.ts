import { FIRST_LATIN } from '../language/letters';
import { folded, type Scan, TokenFlag } from '../language/scan';

/** Buckets of the model's table; a power of two. */
export const BUCKETS = 1 << 19;
const BUCKET_BITS = BUCKETS - 1;

/** Words of a text that the model reads: what matters stands early, and time stays bounded. */
const WORDS_LIMIT = 600;
/** Letters of a word that are read. */
const WORD_LETTERS = 24;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;
/** Most features that one word can give. */
export const WORD_FEATURES = (WORD_LETTERS + 2) * (LONGEST_GRAM - SHORTEST_GRAM + 1) + 16;
/** Most features that a text gives besides its words. */
export const TEXT_FEATURES = 256;

/** Features of one text: bucket numbers, with repeats. */
export interface Features {
  count: number;
  buckets: Int32Array;
}

export function createFeatures(): Features {
  return { count: 0, buckets: new Int32Array(1 << 12) };
}

/** Spreads a hash over the buckets (the finisher of MurmurHash3, public domain). */
function bucketOf(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) & BUCKET_BITS;
}

/** Bucket of a named feature. */
export function namedBucket(name: string): number {
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
  if ((flags & TokenFlag.link) !== 0) {
    if ((flags & TokenFlag.official) !== 0) return TokenKind.nothing;
    const goesOn = token > 0 && ((scan.flags[token - 1] as number) & TokenFlag.link) !== 0;
    return goesOn ? TokenKind.nothing : TokenKind.link;
  }
  // Figures are all one figure.
  if ((flags & TokenFlag.digit) !== 0 && (flags & (TokenFlag.russian | TokenFlag.latin)) === 0)
    return TokenKind.figures;
  return TokenKind.word;
}

/** A link is read as the word that stands for links in data sets. */
const LINK_WORD = Array.from('link', (letter) => FIRST_LATIN + letter.charCodeAt(0) - 0x61);
/** Boundary symbol of a word inside letter groups. */
const EDGE = 127;
const letters = new Uint8Array(WORD_LETTERS + 2);

/** Before the first word of a text. */
export const TEXT_START = 0x1b873593;

/** A number for a token as a part of a pair of words. */
export function pairPart(scan: Scan, token: number, kind: number): number {
  if (kind === TokenKind.link) return 0x1f123bb5;
  if (kind === TokenKind.figures)
    return Math.imul((scan.first[token + 1] as number) - (scan.first[token] as number), 0x9e3779b1);
  return scan.hash[token] as number;
}

/** Bucket of a pair of neighbouring words. */
export function pairBucket(before: number, word: number): number {
  return bucketOf(Math.imul(before, 0x9e3779b1) ^ word);
}

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
  let word = 0x811c9dc5;
  for (let at = 1; at < length - 1; at++)
    word = Math.imul(word ^ (letters[at] as number), 0x01000193);
  out[count++] = bucketOf(word ^ 0x68e31da4);
  for (let at = 0; at + 1 < length; at++) {
    let gram = Math.imul(0xcc9e2d51 ^ (letters[at] as number), 0x01000193);
    const end = Math.min(length, at + LONGEST_GRAM);
    for (let next = at + 1; next < end; next++) {
      gram = Math.imul(gram ^ (letters[next] as number), 0x01000193);
      out[count++] = bucketOf(gram + next - at);
    }
  }
  if (kind === TokenKind.link) return count;
  if (flags & TokenFlag.mask) out[count++] = NAMED.masked;
  if (russian && flags & TokenFlag.latin) out[count++] = NAMED.mixed;
  if (russian && flags & TokenFlag.digit) out[count++] = NAMED.figuresInWord;
  if (flags & TokenFlag.disguised) out[count++] = NAMED.disguised;
  if (flags & TokenFlag.capitals) out[count++] = NAMED.capitals;
  if (flags & TokenFlag.stretched) out[count++] = NAMED.stretched;
  return count;
}

/** A sign or a rule counts up to three times. */
const REPEATS = 3;

/** Writes the features of a text besides its words into `out`; returns their number. */
export function textFeatures(
  scan: Scan,
  words: number,
  rules: readonly number[],
  out: Int32Array,
): number {
  let count = 0;
  const add = (bucket: number, times: number) => {
    for (let at = 0; at < times && at < REPEATS; at++) out[count++] = bucket;
  };
  add(NAMED.exclaims, scan.exclamations);
  add(NAMED.brackets, scan.closings);
  add(NAMED.money, scan.money);
  add(NAMED.lines, scan.breaks);
  add(NAMED.picture, scan.pictures);
  for (let at = 0; at < LENGTHS.length && words >= (LENGTHS[at] as number); at++)
    out[count++] = LENGTH_BUCKETS[at] as number;
  for (const bucket of rules) add(bucket, REPEATS);
  return count;
}

/** Number of tokens that the model reads. */
export const readable = (scan: Scan) => Math.min(scan.count, WORDS_LIMIT);

const scratch = new Int32Array(Math.max(WORD_FEATURES, TEXT_FEATURES));

/** Every feature of a text; the model sums the same ones up without writing them down. */
export function collect(scan: Scan, rules: readonly number[], out: Features): void {
  const tokens = readable(scan);
  const need = tokens * (WORD_FEATURES + 1) + TEXT_FEATURES;
  if (out.buckets.length < need) out.buckets = new Int32Array(need);
  const { buckets } = out;
  let written = 0;
  let words = 0;
  let before = TEXT_START;
  for (let token = 0; token < tokens; token++) {
    const kind = kindOf(scan, token);
    if (kind === TokenKind.nothing) continue;
    const count = tokenFeatures(scan, token, kind, scratch);
    for (let at = 0; at < count; at++) buckets[written++] = scratch[at] as number;
    const part = pairPart(scan, token, kind);
    if (kind !== TokenKind.figures) {
      words++;
      buckets[written++] = pairBucket(before, part);
    }
    before = part;
  }
  const count = textFeatures(scan, words, rules, scratch);
  for (let at = 0; at < count; at++) buckets[written++] = scratch[at] as number;
  out.count = written;
}
