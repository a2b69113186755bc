import { remembered } from './remembered';

/** What a token is: a word of letters, a number, one punctuation mark, a line break, anything else. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break' | 'other';

/** A piece of a text; offsets are UTF-16 indices into it. */
export interface Token {
  kind: TokenKind;
  start: number;
  /** Exclusive. */
  end: number;
  /** Lower case, ё as е; a mark or break as it stands. */
  plain: string;
  /** The first letter is a capital. */
  capital: boolean;
}

const isCyrillic = (code: number) => code >= 0x400 && code <= 0x52f;
const isLatin = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
const isLetter = (code: number) => isCyrillic(code) || isLatin(code);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isSpace = (code: number) =>
  code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x202f || code === 0x2009;
/** Joins letters into one word when it stands between them: hyphens, apostrophe; a stress mark. */
const isJoint = (code: number) =>
  code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x27 || code === 0x2019;
/** Soft hyphen and stress marks: part of a word, absent from its plain form. */
const isSilent = (code: number) => code === 0xad || code === 0x301 || code === 0x300;

const MARKS = new Set('.,;:!?…()[]{}«»„“”"—–-/№%#@*•+=&');

/** Letters that are plain as they stand: small Russian ones but ё. */
const isPlain = (code: number) => code >= 0x430 && code <= 0x44f;
/**
 * Longer pieces are kept by V8 as views into their text. A memory of words must not hold the texts that
 * they came from, so those are always made anew.
 */
const LONGEST_COPY = 12;

/** One and the same string for the same word: what is remembered by words is then found at once. */
const oneOf = remembered((word) => word);

/** Lower case with ё as е, without stress marks and soft hyphens; hyphens of one kind. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words hold none of these: one pass by codes is cheaper than four replacements.
  for (let index = 0; index < lower.length; index += 1) {
    const code = lower.charCodeAt(index);
    if (code === 0x451 || code > 0x2000 || isSilent(code)) {
      return lower
        .replaceAll('ё', 'е')
        .replace(/\u00ad|\u0300|\u0301/gu, '')
        .replace(/[\u2010\u2011]/gu, '-');
    }
  }
  return lower;
}

/**
 * Cuts `[from, to)` of a text into tokens; spaces are dropped. Never throws, on any string; linear in
 * its length.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
      continue;
    }
    const start = at;
    if (isLetter(code)) {
      while (at < to && isPlain(text.charCodeAt(at))) at += 1;
      const plainTo = at;
      if (at === start) at += 1;
      while (at < to) {
        const next = text.charCodeAt(at);
        if (isLetter(next) || isSilent(next) || isDigit(next)) at += 1;
        else if (isJoint(next) && at + 1 < to && isLetter(text.charCodeAt(at + 1))) at += 2;
        else break;
      }
      const word = text.slice(start, at);
      const plain = oneOf(at === plainTo && at - start <= LONGEST_COPY ? word : plainWord(word));
      const capital =
        !isPlain(code) && word.charCodeAt(0) !== plain.charCodeAt(0) && word[0] !== 'ё';
      tokens.push({ kind: 'word', start, end: at, plain, capital });
      continue;
    }
    if (isDigit(code)) {
      at += 1;
      while (at < to) {
        const next = text.charCodeAt(at);
        if (isDigit(next)) at += 1;
        // 1 500, 2,5, 10:30 and 24.11.2026 are one number each.
        else if (
          (next === 0x2c || next === 0x2e || next === 0x3a || next === 0xa0 || next === 0x20) &&
          at + 1 < to &&
          isDigit(text.charCodeAt(at + 1)) &&
          ((next !== 0x20 && next !== 0xa0) || /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5)))
        ) {
          at += 2;
        } else break;
      }
      tokens.push({ kind: 'number', start, end: at, plain: text.slice(start, at), capital: false });
      continue;
    }
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) {
      at += code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
      tokens.push({ kind: 'break', start, end: at, plain: '\n', capital: false });
      continue;
    }
    // A pair of surrogates is one sign.
    at += code >= 0xd800 && code < 0xdc00 && at + 1 < to ? 2 : 1;
    const sign = text.slice(start, at);
    const kind = MARKS.has(sign) ? 'mark' : 'other';
    tokens.push({ kind, start, end: at, plain: sign, capital: false });
  }
  return tokens;
}
