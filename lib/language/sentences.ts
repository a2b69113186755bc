import type { Token } from './words';

/** Tokens `[first, last)` of one sentence. */
export interface Sentence {
  first: number;
  /** Exclusive. */
  last: number;
}

/** Shortenings whose full stop does not end a sentence. */
const SHORTENED = new Set(
  (
    'г гг ул д им т тт с руб коп тыс млн млрд п пп ст ч кв стр обл р рр пос пгт др пр просп см напр ' +
    'корп вв в о и к мин сек час ред изд рис табл тел факс доб каб эт лит стр ав авт ж зам зав нач ' +
    'инж проф акад доц гр экз шт чел мес ок сокр англ рус ср св оф пом пер наб бул ш мкр мкрн кг км га'
  ).split(' '),
);
const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['»', '”', '"', ')', ']', '“']);

/** Marks after which the same sentence goes on: «Успеем!» — сказал мастер. */
const GOES_ON = new Set(['—', '–', '-', ',', ';', ':']);

/** Whether a sentence may begin with this token. */
const opens = (token: Token | undefined) =>
  token === undefined || (token.kind === 'word' ? token.capital : !GOES_ON.has(token.plain));

/**
 * Splits tokens into sentences. A full stop after a shortening («г.», «ул.», initials) or before a
 * small letter ends nothing; a line break ends one unless the next line goes on with a small letter.
 */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (last: number) => {
    if (last > first) sentences.push({ first, last });
    first = last;
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'break') {
      const next = tokens[index + 1];
      if (next?.kind === 'word' && !next.capital && first < index) continue;
      close(index);
      first = index + 1;
      continue;
    }
    if (token.kind !== 'mark' || !ENDS.has(token.plain)) continue;
    let after = index + 1;
    for (let next = tokens[after]; next && next.kind === 'mark'; next = tokens[after]) {
      if (!ENDS.has(next.plain) && !CLOSERS.has(next.plain)) break;
      after += 1;
    }
    const next = tokens[after];
    if (!opens(next)) continue;
    const before = tokens[index - 1];
    if (token.plain === '.' && after === index + 1 && before?.kind === 'word' && next) {
      const initial = before.end - before.start === 1 && before.capital;
      if ((initial || SHORTENED.has(before.plain)) && next.kind !== 'break') continue;
    }
    // Numbered items: «1. Сделать».
    if (token.plain === '.' && before?.kind === 'number' && index - 1 === first) continue;
    close(after);
    index = after - 1;
  }
  close(tokens.length);
  return sentences;
}
