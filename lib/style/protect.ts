import type { Token } from '../language/words';

/** Letters of other languages in Cyrillic: Ukrainian, Belarusian, Kazakh, Tatar, Bashkir, Yakut, Serbian… */
const FOREIGN = /[іїєґўқғңөүұһәҗҙҡҫјљњћђџѕѓќ]/u;

function isForeignWord(word: string): boolean {
  if (word.charCodeAt(0) < 0x400) return true;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    // Nearly every word is of Russian letters and needs no closer look.
    if ((code < 0x430 || code > 0x44f) && code !== 0x2d) return FOREIGN.test(word);
  }
  return false;
}

/** A sentence that is not Russian: it is left alone. */
export function isForeign(tokens: readonly Token[], first: number, last: number): boolean {
  let foreign = 0;
  let words = 0;
  for (let index = first; index < last; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    words += 1;
    if (isForeignWord(token.plain)) foreign += 1;
  }
  return foreign * 3 > words;
}

const LONGEST_QUOTE = 1_500;

/**
 * Spans between quotation marks, UTF-16 indices: other people's words and official names are theirs.
 * A mark that is not closed in its paragraph protects nothing.
 */
export function quotedSpans(
  text: string,
  tokens: readonly Token[],
): [start: number, end: number][] {
  const spans: [number, number][] = [];
  let open: number[] = [];
  let straight: number | null = null;
  for (const token of tokens) {
    // Nearly all of a text, and no mark of any kind.
    if (token.kind === 'word' || token.kind === 'number') continue;
    if (token.kind === 'break') {
      open = [];
      straight = null;
    } else if (token.plain === '«' || token.plain === '„') open.push(token.start);
    else if (token.plain === '»' || (token.plain === '“' && open.length > 0)) {
      const start = open.pop();
      if (start !== undefined && open.length === 0 && token.end - start < LONGEST_QUOTE) {
        spans.push([start, token.end]);
      }
    } else if (token.plain === '“') open.push(token.start);
    else if (token.plain === '”') {
      const start = open.pop();
      if (start !== undefined && open.length === 0) spans.push([start, token.end]);
    } else if (token.plain === '"') {
      const previous = text[token.start - 1];
      const opening = previous === undefined || /[\s(\-—–]/u.test(previous);
      if (straight === null && opening) straight = token.start;
      else if (straight !== null) {
        if (token.end - straight < LONGEST_QUOTE) spans.push([straight, token.end]);
        straight = null;
      }
    }
  }
  return spans;
}
