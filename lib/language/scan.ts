import {
  AT,
  DISGUISED,
  DOLLAR,
  FIRST_AMBIGUOUS,
  FIRST_DIGIT,
  FIRST_LATIN,
  FOREIGN,
  GAP,
  IGNORED,
  LAST_DIGIT,
  LAST_LATIN,
  LAST_RUSSIAN,
  MASK,
  RARE,
  RUSSIAN,
  readingsOf,
  SYMBOLS,
  symbolOf,
  symbolOfRare,
} from './letters';

/** What a token is made of and how it stands; bits of `Scan.flags`. */
export const TokenFlag = {
  /** Has a Russian letter. */
  russian: 1,
  latin: 2,
  digit: 4,
  /** Has a sign that hides a letter. */
  mask: 8,
  /** Has a letter of a third script, read as Russian or not. */
  disguised: 16,
  /** The same letter twice in a row or more. */
  doubled: 32,
  /** Stands between quotation marks of one pair. */
  quoted: 64,
  /** The first token of a sentence or a line. */
  opens: 128,
  /** Only a hyphen stands between it and the token before. */
  hyphened: 256,
  /** Nothing of the text stands between it and the token before but marks inside a word: `б.л.я`. */
  tight: 512,
  /** A comma or another mark stands between it and the token before. */
  apart: 1024,
  /** Part of a link or an address. */
  link: 2048,
  /** The same letter three times in a row or more. */
  stretched: 4096,
  /** Written in capitals, two letters or more. */
  capitals: 8192,
  /** Begins with a capital. */
  capital: 16384,
  /** A zero-width character stands inside. */
  invisible: 32768,
  /** Part of a link to a site of the state, which no mailing leads to. */
  official: 65536,
} as const;

/** Longer tokens are cut: no Russian word is as long, and hostile text must not cost more. */
const TOKEN_LIMIT = 64;

/**
 * The normal form of a text: tokens as symbols (see `letters`), each with its place in the original
 * text as UTF-16 indices. The buffers belong to the reader and are overwritten by its next text.
 */
export interface Scan {
  text: string;
  /** Number of tokens. */
  count: number;
  /** UTF-16 index of the first character of token `i`. */
  start: Int32Array;
  /** UTF-16 index after the last character of token `i`. */
  end: Int32Array;
  /** Bits of `TokenFlag`. */
  flags: Int32Array;
  /** Where the symbols of token `i` begin; those of the next token begin where they end. */
  first: Int32Array;
  /** Symbols as written (look-alikes of third scripts folded, the rest not). */
  symbols: Uint8Array;
  /** 32-bit hash of the folded symbols of token `i` (what is Russian at best guess). */
  hash: Int32Array;
  /** A second hash, of the symbols as written: both together tell any two tokens apart. */
  second: Int32Array;
  /** Bits that any token has. */
  any: number;
  /** Line breaks. */
  breaks: number;
  exclamations: number;
  /** Closing brackets, which stand for smiles more often than for brackets. */
  closings: number;
  /** Signs of money. */
  money: number;
  /** Characters that are neither word nor space. */
  signs: number;
  /** Pictographs outside the basic plane. */
  pictures: number;
}

function emptyScan(size: number): Scan {
  return {
    text: '',
    count: 0,
    start: new Int32Array(size),
    end: new Int32Array(size),
    flags: new Int32Array(size),
    first: new Int32Array(size + 1),
    symbols: new Uint8Array(size),
    hash: new Int32Array(size),
    second: new Int32Array(size),
    any: 0,
    breaks: 0,
    exclamations: 0,
    closings: 0,
    money: 0,
    signs: 0,
    pictures: 0,
  };
}

/** The most likely Russian reading of each symbol; itself when it has none. */
const FOLDED: Uint8Array = (() => {
  const folded = new Uint8Array(128);
  for (let symbol = 0; symbol < folded.length; symbol++)
    folded[symbol] = readingsOf(symbol)[0] ?? symbol;
  return folded;
})();

/** The Russian letter that a symbol most likely stands for, else the symbol itself. */
export function folded(symbol: number): number {
  return FOLDED[symbol] as number;
}

const SHORT_I = symbolOf('й');
const PLAIN_I = symbolOf('и');
const COMBINING_BREVE = 0x306;
/** А, а and я: the alphabet without ё stands in one row. */
const FIRST_CAPITAL = 0x410;
const FIRST_SMALL = 0x430;
const LAST_SMALL = 0x44f;
const ONE = FIRST_DIGIT + 1;
const THREE = FIRST_DIGIT + 3;
const FOUR = FIRST_DIGIT + 4;
const PI_FIRST = symbolOf('п');
const PI_SECOND = symbolOf('и');

/** What the hash of a token begins with. */
const HASH_SEED = 0x2545f491;

/** Ends a sentence, for the matcher's purposes. */
const isStop = (code: number) =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x0a || code === 0x2026;
const isSpace = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0;

/** Longest run of words between quotation marks that counts as a quotation. */
const QUOTATION_LIMIT = 60;
/** Longest address inside a mention's brackets. */
const MENTION_LIMIT = 40;

/**
 * Index after the opening part of VKontakte's mention markup `[id1|Name]` when it stands at `from`,
 * else `from`. The closing bracket is a sign like any other.
 */
function afterMention(text: string, from: number): number {
  const next = text.charCodeAt(from + 1) | 32;
  // [id…, [club…, [public…
  if (next !== 0x69 && next !== 0x63 && next !== 0x70) return from;
  const limit = Math.min(text.length, from + MENTION_LIMIT);
  for (let index = from + 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x7c) return index;
    const symbol = SYMBOLS[code] as number;
    if (symbol < FIRST_LATIN || symbol > LAST_DIGIT) return from;
  }
  return from;
}

/** Reads texts into one set of buffers that grow as needed. */
export function createReader(): (text: string) => Scan {
  let scan = emptyScan(4096);
  /** Number of tokens after `plainWords`, and the bits that any of its tokens has. */
  let plainCount = 0;
  let plainBits = 0;

  /**
   * Reads words of plain small letters, the first of each may be a capital, with a space between: nearly
   * all there is, so it has a loop of its own. `bits` are those of the first. Returns the index after the
   * last word; `from` when the word there is not plain.
   */
  function plainWords(from: number, counted: number, place: number, bits: number): number {
    const { text, start, end, flags, first, symbols, hash, second } = scan;
    const length = text.length;
    let count = counted;
    let written = place;
    let wordStart = from;
    let own = bits;
    let any = 0;
    for (;;) {
      const most = Math.min(length, wordStart + TOKEN_LIMIT);
      let index = wordStart;
      let code = text.charCodeAt(index);
      let symbol = code - FIRST_SMALL + 1;
      if (code < FIRST_SMALL) {
        symbol = code - FIRST_CAPITAL + 1;
        own |= TokenFlag.capital;
      }
      let at = written;
      let last = GAP;
      let run = 1;
      let value = HASH_SEED;
      let other = 0;
      for (;;) {
        if (symbol !== last) {
          last = symbol;
          run = 1;
          value = Math.imul(value ^ symbol, 0x01000193) ^ (value >>> 15);
        } else if (++run === 2) {
          own |= TokenFlag.doubled;
          value = Math.imul(value ^ symbol, 0x01000193) ^ (value >>> 15);
        } else {
          own |= TokenFlag.stretched;
        }
        other = Math.imul(other, 0x2c1b3c6d) + symbol + 1;
        symbols[at++] = symbol;
        if (++index === most) break;
        code = text.charCodeAt(index);
        if (code < FIRST_SMALL || code > LAST_SMALL) break;
        symbol = code - FIRST_SMALL + 1;
      }
      if (index < length && code !== 0x20 && (SYMBOLS[code] !== GAP || beginsDrawing(code))) break;
      own |= TokenFlag.russian;
      first[count] = written;
      start[count] = wordStart;
      end[count] = index;
      flags[count] = own;
      hash[count] = value;
      second[count] = other;
      any |= own;
      own = 0;
      count++;
      written = at;
      from = index;
      if (code !== 0x20 || index + 1 >= length) break;
      code = text.charCodeAt(index + 1);
      if (code < FIRST_CAPITAL || code > LAST_SMALL) break;
      wordStart = index + 1;
    }
    first[count] = written;
    plainCount = count;
    plainBits = any;
    return from;
  }

  return (text) => {
    const length = text.length;
    if (scan.symbols.length < length + 8) scan = emptyScan(Math.ceil((length + 8) * 1.5));
    const { start, end, flags, first, symbols, hash, second } = scan;
    scan.text = text;
    scan.signs = 0;
    scan.breaks = 0;
    scan.exclamations = 0;
    scan.closings = 0;
    scan.money = 0;
    scan.pictures = 0;
    let count = 0;
    let written = 0;
    let quoteFrom = -1;
    // What stands between the last token and the next.
    let gap: number = TokenFlag.opens;
    let gapFrom = 0;
    let index = 0;

    let any = 0;

    while (index < length) {
      let code = text.charCodeAt(index);
      // A space tells nothing by itself, and most gaps are one.
      if (code === 0x20) {
        index++;
        continue;
      }
      let symbol = SYMBOLS[code] as number;
      if (symbol === GAP || symbol >= MASK) {
        let width = 1;
        let opensWord = false;
        if (symbol === RARE) {
          const point = text.codePointAt(index) ?? code;
          if (point > 0xffff) width = 2;
          symbol = symbolOfRare(point);
          opensWord = symbol !== GAP;
          if (!opensWord && point > 0xffff) scan.pictures++;
        } else if (symbol === MASK || symbol === AT || symbol === DOLLAR) {
          // One sign for the first letter: `*уй`, `@баный`. A run of them is ornament.
          const before = index > 0 ? (SYMBOLS[text.charCodeAt(index - 1)] as number) : GAP;
          const after = SYMBOLS[text.charCodeAt(index + 1)] as number;
          opensWord =
            symbol !== AT &&
            code !== 0x23 &&
            before === GAP &&
            after > GAP &&
            after <= LAST_RUSSIAN;
          // A word after a star may be a footnote: «*Ранее».
          const capital = text.charCodeAt(index + 1);
          if (capital >= 0x410 && capital <= 0x42f) opensWord = false;
          if (opensWord && code === 0x2a) {
            // `*слово*` is emphasis, not a hidden letter.
            let scout = index + 1;
            while ((SYMBOLS[text.charCodeAt(scout)] as number) in RUSSIAN_RANGE) scout++;
            if (text.charCodeAt(scout) === 0x2a) opensWord = false;
          }
        }
        if (beginsDrawing(code) && drawnLetter(text, index) !== GAP) opensWord = true;
        if (!opensWord && symbol !== FOREIGN && symbol < FIRST_AMBIGUOUS) {
          if (code === 0x5b) {
            const after = afterMention(text, index);
            if (after > index) width = after - index + 1;
          }
          if (symbol !== IGNORED) {
            if (code === 0xab || code === 0x201c || code === 0x201e || code === 0x22) {
              if (quoteFrom < 0) {
                quoteFrom = count;
              } else if (code === 0x22 || code === 0x201c) {
                closeQuotation(flags, quoteFrom, count);
                quoteFrom = -1;
              }
            } else if (code === 0xbb || code === 0x201d) {
              if (quoteFrom >= 0) closeQuotation(flags, quoteFrom, count);
              quoteFrom = -1;
            }
            if (isStop(code)) gap |= TokenFlag.opens;
            if (code === 0x0a) scan.breaks++;
            else if (code === 0x21) scan.exclamations++;
            else if (code === 0x29) scan.closings++;
            else if (code === 0x24 || code === 0x20ac || code === 0x20bd) scan.money++;
            if (!isSpace(code)) {
              scan.signs++;
              if (code !== 0x2d) gap |= TokenFlag.apart;
            }
          }
          index += width;
          continue;
        }
      }

      // A word begins.
      const wordStart = index;
      const firstSymbol = written;
      let bits = gap;
      const gapWidth = index - gapFrom;
      if (count > 0 && gapWidth <= 3 && text.charCodeAt(gapFrom) !== 0x20) {
        let spaces = 0;
        for (let scout = gapFrom; scout < index; scout++)
          if (isSpace(text.charCodeAt(scout))) spaces++;
        if (spaces === 0) bits |= TokenFlag.tight;
        if (gapWidth === 1 && text.charCodeAt(gapFrom) === 0x2d) bits |= TokenFlag.hyphened;
      }
      if (code >= FIRST_CAPITAL && code <= LAST_SMALL) {
        const after = plainWords(index, count, written, bits);
        if (after > index) {
          index = after;
          count = plainCount;
          written = first[count] as number;
          any |= plainBits;
          gap = 0;
          gapFrom = index;
          continue;
        }
      }
      if (code >= FIRST_CAPITAL && code < FIRST_SMALL) bits |= TokenFlag.capital;
      let lower = 0;
      let upper = 0;
      let run = 0;
      let last = GAP;
      let value = HASH_SEED;
      let written2 = 0;
      let wordEnd = index;

      while (index < length) {
        code = text.charCodeAt(index);
        symbol = SYMBOLS[code] as number;
        if (code >= FIRST_CAPITAL && code <= LAST_SMALL) {
          // A plain Russian letter.
          bits |= TokenFlag.russian;
          if (code >= FIRST_SMALL) lower++;
          else upper++;
          if (written - firstSymbol < TOKEN_LIMIT) {
            if (symbol === last) {
              run++;
              if (run === 2) bits |= TokenFlag.doubled;
              else if (run === 3) bits |= TokenFlag.stretched;
            } else {
              run = 1;
              last = symbol;
            }
            if (run <= 2) value = Math.imul(value ^ symbol, 0x01000193) ^ (value >>> 15);
            written2 = Math.imul(written2, 0x2c1b3c6d) + symbol + 1;
            symbols[written++] = symbol;
          }
          index++;
          wordEnd = index;
          continue;
        }
        let width = 1;
        if (symbol <= LAST_RUSSIAN) {
          if (symbol === GAP) {
            symbol = beginsDrawing(code) ? drawnLetter(text, index) : GAP;
            if (symbol === GAP) break;
            width = symbol === DRAWN_ZH ? 3 : 2;
            bits |= TokenFlag.disguised;
          } else bits |= DISGUISED[code] === 1 ? TokenFlag.disguised : TokenFlag.russian;
          if (code >= 0x430) lower++;
          else upper++;
        } else if (symbol <= LAST_LATIN) {
          bits |= TokenFlag.latin;
        } else if (symbol <= LAST_DIGIT) {
          bits |= TokenFlag.digit;
        } else if (symbol === IGNORED) {
          if (
            code === COMBINING_BREVE &&
            symbols[written - 1] === PLAIN_I &&
            written > firstSymbol
          ) {
            symbols[written - 1] = SHORT_I;
          } else if (code === 0x200b || code === 0xad || code >= 0x2060)
            bits |= TokenFlag.invisible;
          // A mark over the last letter belongs to it.
          if (code <= 0x36f && code >= 0x300) wordEnd = index + 1;
          index++;
          continue;
        } else if (symbol === RARE) {
          const point = text.codePointAt(index) ?? code;
          if (point > 0xffff) width = 2;
          symbol = symbolOfRare(point);
          if (symbol === GAP) break;
          bits |=
            symbol >= FIRST_DIGIT && symbol <= LAST_DIGIT
              ? TokenFlag.digit
              : symbol >= FIRST_LATIN && symbol <= LAST_LATIN
                ? TokenFlag.latin | TokenFlag.disguised
                : TokenFlag.disguised;
        } else if (symbol >= MASK && symbol <= DOLLAR) {
          // A sign belongs to the word only when a Russian letter follows the run of signs, or when it
          // is a star at the end (`х**`).
          let scout = index + 1;
          let stars = code === 0x2a ? 1 : 0;
          let next = SYMBOLS[text.charCodeAt(scout)] as number;
          while (scout < length && scout - index < 8 && next >= MASK && next <= DOLLAR) {
            if (text.charCodeAt(scout) === 0x2a) stars++;
            scout++;
            next = SYMBOLS[text.charCodeAt(scout)] as number;
          }
          const goesOn = scout < length && next > GAP && next <= LAST_RUSSIAN;
          const censored = stars === scout - index && (bits & TokenFlag.russian) !== 0;
          const hidesLast =
            scout - index === 1 && symbol !== MASK && (bits & TokenFlag.russian) !== 0 && !goesOn;
          if (!goesOn && !censored && !hidesLast) break;
          if (index === wordStart && !goesOn) break;
          bits |= TokenFlag.mask;
        } else {
          bits |= TokenFlag.disguised;
        }
        if (written - firstSymbol < TOKEN_LIMIT) {
          const read = FOLDED[symbol] as number;
          if (read === last) {
            run++;
            if (run === 2) bits |= TokenFlag.doubled;
            else if (run === 3) bits |= TokenFlag.stretched;
          } else {
            run = 1;
            last = read;
          }
          // Letters after the second of a run add nothing to the hash.
          if (run <= 2) value = Math.imul(value ^ read, 0x01000193) ^ (value >>> 15);
          written2 = Math.imul(written2, 0x2c1b3c6d) + symbol + 1;
          symbols[written] = symbol;
          written++;
        }
        index += width;
        wordEnd = index;
      }

      if (index === wordStart) {
        // A sign that turned out to open no word.
        gap |= TokenFlag.apart;
        index++;
        continue;
      }
      if (upper >= 2 && lower === 0) bits |= TokenFlag.capitals;
      first[count] = firstSymbol;
      start[count] = wordStart;
      end[count] = wordEnd;
      flags[count] = bits;
      any |= bits;
      hash[count] = value;
      second[count] = written2;

      if ((bits & TokenFlag.digit) !== 0 && (bits & TokenFlag.russian) !== 0) {
        written = spellPi(scan, count, written);
        if (count > 0 && start[count] !== wordStart) {
          // «3» and «14здец» have become one token.
          count--;
          start[count] = start[count + 1] as number;
          end[count] = end[count + 1] as number;
          // Another word than «14здец» alone, and than any other after «3.».
          hash[count] = hash[count + 1] as number;
          second[count] = ~(second[count + 1] as number);
          flags[count] = ((flags[count] as number) & ~TokenFlag.digit) | TokenFlag.russian;
        }
      }
      count++;
      first[count] = written;
      gap = 0;
      gapFrom = wordEnd;
    }

    first[count] = written;
    scan.any = any;
    scan.count = count;
    return scan;
  };
}

const DRAWN_X = symbolOf('х');
const DRAWN_L = symbolOf('л');
const DRAWN_ZH = symbolOf('ж');
/** `>`, `}` and `/`: the first sign of a letter drawn with several. */
const beginsDrawing = (code: number) => code === 0x3e || code === 0x7d || code === 0x2f;

/**
 * Letter that signs draw together before a Russian letter: `><` and `}{` х, `/\` л, `}|{` ж; `GAP` when
 * they draw none.
 */
function drawnLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  let letter = GAP;
  if (code === 0x3e && next === 0x3c) letter = DRAWN_X;
  else if (code === 0x7d && next === 0x7b) letter = DRAWN_X;
  else if (code === 0x2f && next === 0x5c) letter = DRAWN_L;
  else if (code === 0x7d && next === 0x7c && text.charCodeAt(at + 2) === 0x7b) letter = DRAWN_ZH;
  if (letter === GAP) return GAP;
  const after = SYMBOLS[text.charCodeAt(at + (letter === DRAWN_ZH ? 3 : 2))] as number;
  return after > GAP && after <= LAST_RUSSIAN ? letter : GAP;
}

/** Symbols 1…32 as keys, for a quick test of «is a Russian letter» in a scouting loop. */
const RUSSIAN_RANGE: Readonly<Record<number, true>> = Object.fromEntries(
  Array.from(RUSSIAN, (_, index) => [index + 1, true as const]),
);

function closeQuotation(flags: Int32Array, from: number, count: number): void {
  if (count - from > QUOTATION_LIMIT) return;
  for (let token = from; token < count; token++)
    flags[token] = (flags[token] as number) | TokenFlag.quoted;
}

/**
 * Spells out `314`, `3.14` and `3,14` before a letter as `пи` in token `at`; when the `3` ends the token
 * before, that token is taken in by moving the start. Returns the new end of the symbols.
 */
function spellPi(scan: Scan, at: number, written: number): number {
  const { first, symbols, start, end, text } = scan;
  const from = first[at] as number;
  for (let index = from; index + 3 < written; index++)
    if (symbols[index] === THREE && symbols[index + 1] === ONE && symbols[index + 2] === FOUR) {
      symbols[index] = PI_FIRST;
      symbols[index + 1] = PI_SECOND;
      symbols.copyWithin(index + 2, index + 3, written);
      return written - 1;
    }
  if (at === 0 || symbols[from] !== ONE || symbols[from + 1] !== FOUR) return written;
  const three = from - 1;
  const separator = text.charCodeAt((start[at] as number) - 1);
  if (symbols[three] !== THREE || (separator !== 0x2e && separator !== 0x2c)) return written;
  if ((end[at - 1] as number) !== (start[at] as number) - 1) return written;
  // Only a lone 3, or one after letters: `13.14` is a number.
  if (three > (first[at - 1] as number) && isFigure(symbols[three - 1] as number)) return written;
  // `3` gives its place to `п`, `1` to `и`, `4` goes.
  symbols[three] = PI_FIRST;
  symbols[three + 1] = PI_SECOND;
  symbols.copyWithin(three + 2, from + 2, written);
  start[at] = start[at - 1] as number;
  return written - 1;
}

const isFigure = (symbol: number) => symbol >= FIRST_DIGIT && symbol <= LAST_DIGIT;
