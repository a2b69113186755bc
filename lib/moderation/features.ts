import { FIRST_LATIN } from '../language/letters';
import { folded, type Scan, TokenFlag } from '../language/scan';

/** Buckets of the model's table; a power of two. */
export const BUCKETS = 1 << 19;
const MASK = BUCKETS - 1;

/** Words of a text that the model reads: what matters stands early, and time stays bounded. */
const WORDS_LIMIT = 600;
/** Letters of a word that are read. */
const WORD_LETTERS = 24;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

/** Features of one text: bucket numbers, with repeats, and the token each came from (-1: the whole text). */
export interface Features {
  count: number;
  buckets: Int32Array;
  tokens: Int32Array;
}

export function createFeatures(): Features {
  return { count: 0, buckets: new Int32Array(1 << 14), tokens: new Int32Array(1 << 14) };
}

/** Spreads a hash over the buckets (the finisher of MurmurHash3, public domain). */
function bucketOf(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) & MASK;
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
const LENGTHS = [1, 2, 4, 7, 12, 20, 35, 60, 120, 240, 600].map((length) => ({
  length,
  bucket: namedBucket(`length ${length}`),
}));

/** A link is read as the word that stands for links in data sets. */
const LINK_WORD = Array.from('link', (letter) => FIRST_LATIN + letter.charCodeAt(0) - 0x61);
/** Boundary symbol of a word inside n-grams. */
const EDGE = 127;
const letters = new Uint8Array(WORD_LETTERS + 2);

/** Writes the features of a text into `out`. `rules`: buckets of the rules found in it. */
export function collect(scan: Scan, rules: Iterable<number>, out: Features): void {
  const count = Math.min(scan.count, WORDS_LIMIT);
  const need = count * (WORD_LETTERS * (LONGEST_GRAM - SHORTEST_GRAM + 1) + 8) + 256;
  if (out.buckets.length < need && out.buckets.length < 1 << 17) {
    const size = Math.min(1 << 17, 2 ** Math.ceil(Math.log2(need)));
    out.buckets = new Int32Array(size);
    out.tokens = new Int32Array(size);
  }
  const { buckets, tokens } = out;
  let written = 0;
  const add = (bucket: number, token: number) => {
    if (written === buckets.length) return;
    buckets[written] = bucket;
    tokens[written++] = token;
  };
  let before = 0x1b873593;
  let words = 0;
  for (let token = 0; token < count; token++) {
    const flags = scan.flags[token] as number;
    const from = scan.first[token] as number;
    const to = Math.min(scan.first[token + 1] as number, from + WORD_LETTERS);
    const isLink = (flags & TokenFlag.link) !== 0;
    if (isLink) {
      if ((flags & TokenFlag.official) !== 0) continue;
      add(NAMED.link, token);
      // The rest of one link says nothing more.
      if (token > 0 && ((scan.flags[token - 1] as number) & TokenFlag.link) !== 0) continue;
    }
    // Figures are all one figure, but their number counts.
    if (
      !isLink &&
      (flags & TokenFlag.digit) !== 0 &&
      (flags & (TokenFlag.russian | TokenFlag.latin)) === 0
    ) {
      add(NAMED.figures, token);
      before = Math.imul(to - from, 0x9e3779b1);
      continue;
    }
    words++;
    let length = 1;
    letters[0] = EDGE;
    let last = -1;
    let run = 0;
    const mixed = (flags & TokenFlag.russian) !== 0;
    if (isLink) for (const symbol of LINK_WORD) letters[length++] = symbol;
    for (let at = from; at < to && !isLink; at++) {
      const raw = scan.symbols[at] as number;
      const symbol = mixed ? folded(raw) : raw;
      run = symbol === last ? run + 1 : 1;
      last = symbol;
      if (run <= 2) letters[length++] = symbol;
    }
    letters[length++] = EDGE;
    let word = 0x811c9dc5;
    for (let at = 1; at < length - 1; at++)
      word = Math.imul(word ^ (letters[at] as number), 0x01000193);
    add(bucketOf(word ^ 0x68e31da4), token);
    add(bucketOf(Math.imul(before, 0x9e3779b1) ^ word), token);
    before = word;
    for (let at = 0; at + 1 < length; at++) {
      let gram = Math.imul(0xcc9e2d51 ^ (letters[at] as number), 0x01000193);
      const end = Math.min(length, at + LONGEST_GRAM);
      for (let next = at + 1; next < end; next++) {
        gram = Math.imul(gram ^ (letters[next] as number), 0x01000193);
        if (next - at + 1 < length || length <= LONGEST_GRAM)
          add(bucketOf(gram + next - at), token);
      }
    }
    if (flags & TokenFlag.mask) add(NAMED.masked, token);
    if (mixed && flags & TokenFlag.latin) add(NAMED.mixed, token);
    if (mixed && flags & TokenFlag.digit) add(NAMED.figuresInWord, token);
    if (flags & TokenFlag.disguised) add(NAMED.disguised, token);
    if (flags & TokenFlag.capitals) add(NAMED.capitals, token);
    if (flags & TokenFlag.stretched) add(NAMED.stretched, token);
  }
  const text = scan.text.length > 4000 ? scan.text.slice(0, 4000) : scan.text;
  let exclaims = 0;
  let brackets = 0;
  let money = 0;
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x21) exclaims++;
    else if (code === 0x29) brackets++;
    else if (code === 0x24 || code === 0x20ac || code === 0x20bd) money++;
    else if (code === 0x0a) lines++;
  }
  const times = (bucket: number, number: number) => {
    for (let at = 0; at < Math.min(3, number); at++) add(bucket, -1);
  };
  times(NAMED.exclaims, exclaims);
  times(NAMED.brackets, brackets);
  times(NAMED.money, money);
  times(NAMED.lines, lines);
  times(NAMED.picture, scan.pictures);
  for (const { length, bucket } of LENGTHS) if (words >= length) add(bucket, -1);
  for (const bucket of rules) times(bucket, 3);
  out.count = written;
}
