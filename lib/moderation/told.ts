import { type Scan, TokenFlag } from '../language/scan';

/** How far a word of report reaches. */
const REPORT_WORDS = 8;
/** How far before it a word of speech tells that the writer heard it. */
const HEARD_WORDS = 6;
/** Tokens of a quotation that are walked at most. */
const QUOTATION_WORDS = 40;

/** Who speaks in a finding. */
export const Voice = { own: 0, quoted: 1, told: 2 } as const;
export type Voice = (typeof Voice)[keyof typeof Voice];

/** Named lists of words that tell of speech. */
export const SPEECH = ['report', 'said', 'heard', 'that', 'us', 'own'] as const;

/** First and last token of a part of a text. */
export interface Stretch {
  from: number;
  to: number;
}

const isQuoted = ({ flags }: Scan, token: number) =>
  ((flags[token] as number) & TokenFlag.quoted) !== 0;
const opens = ({ flags }: Scan, token: number) =>
  ((flags[token] as number) & TokenFlag.opens) !== 0;

/** The quotation around a token that stands in one. */
function quotationAround(scan: Scan, token: number): Stretch {
  let from = token;
  let to = token;
  while (from > 0 && token - from < QUOTATION_WORDS && isQuoted(scan, from - 1)) from--;
  while (to + 1 < scan.count && to - token < QUOTATION_WORDS && isQuoted(scan, to + 1)) to++;
  return { from, to };
}

/** The finding itself, or the whole quotation that it ends in. */
export const toldAround = (scan: Scan, first: number, last: number): Stretch =>
  isQuoted(scan, last) ? quotationAround(scan, last) : { from: first, to: last };

/** True when the tokens from `first` to `last` are a whole sentence. */
export const isSentence = (scan: Scan, first: number, last: number): boolean =>
  opens(scan, first) && (last + 1 >= scan.count || opens(scan, last + 1));

/**
 * Tells whose words a finding is: the writer's own, a quotation, or somebody else's told by the writer.
 * @param named classes of the lists of `SPEECH`
 * @param has whether a token is of a class
 * @param occurs whether any token of the text at hand may be of a class
 * @param sentenceAround the sentence around a token; asked only where it matters
 */
export function createVoices(
  named: Readonly<Record<string, number>>,
  has: (token: number, wordClass: number) => boolean,
  occurs: (wordClass: number) => boolean,
  sentenceAround: (token: number) => Stretch,
) {
  const { report = 0, said = 0, heard = 0, that = 0, us = 0, own = 0 } = named;

  /** A word of speech stands beside the quotation, however long that is. */
  function isQuotationTold(scan: Scan, token: number): boolean {
    const { from, to } = quotationAround(scan, token);
    for (let at = from - 1; at >= 0 && from - at <= REPORT_WORDS; at--) {
      if (has(at, said) || has(at, report)) return true;
      if (opens(scan, at)) break;
    }
    for (let at = to + 1; at < scan.count && at - to <= REPORT_WORDS; at++) {
      if (opens(scan, at)) break;
      if (has(at, said) || has(at, report)) return true;
    }
    return false;
  }

  /** A word of speech of others stands right before it: «мужик орал убью», but not «я сказал убью». */
  const isSaid = (scan: Scan, first: number): boolean =>
    first > 0 &&
    !opens(scan, first) &&
    has(first - 1, said) &&
    !has(first - 1, own) &&
    !(first > 1 && has(first - 2, us));

  /** What the writer heard: a word of speech, to whom, and a mark («мне ответили, что …: ты …»). */
  function isHeard(scan: Scan, from: number, first: number, last: number): boolean {
    if (!occurs(heard)) return false;
    let toWhom = false;
    let apart = false;
    for (let token = last; token >= from && first - token <= HEARD_WORDS; token--) {
      if (token < last && apart) {
        if (has(token, heard)) toWhom = true;
        if (has(token, said)) {
          if (toWhom) return true;
          for (let near = Math.max(from, token - 2); near < token; near++)
            if (has(near, heard)) return true;
        }
      }
      if (((scan.flags[token] as number) & TokenFlag.apart) !== 0 || has(token, that)) apart = true;
    }
    return false;
  }

  /** What somebody says of the writer's own side: «кричит, что мы тут все …». */
  function isSaidOfUs(scan: Scan, from: number, last: number): boolean {
    if (!occurs(us) || !occurs(that)) return false;
    for (let token = last - 1; token > from; token--) {
      if (!has(token, us) || !has(token - 1, that)) continue;
      for (let at = token - 2; at >= 0 && token - at <= HEARD_WORDS + 1; at--) {
        if (has(at, said)) return true;
        if (opens(scan, at)) break;
      }
    }
    return false;
  }

  /** Whose words the tokens from `first` to `last` are. */
  return (scan: Scan, first: number, last: number): Voice => {
    // The name of who said it may stand before the quotation and be a part of the finding.
    const quoted = isQuoted(scan, last);
    if (!occurs(report) && !occurs(said)) return quoted ? Voice.quoted : Voice.own;
    const sentence = sentenceAround(first);
    const from = Math.max(sentence.from, first - REPORT_WORDS);
    const to = Math.min(sentence.to, last + REPORT_WORDS);
    for (let token = from; token <= to; token++)
      if (has(token, report) || (quoted && has(token, said))) return Voice.told;
    if (quoted) return isQuotationTold(scan, last) ? Voice.told : Voice.quoted;
    return isSaid(scan, first) || isHeard(scan, from, first, last) || isSaidOfUs(scan, from, last)
      ? Voice.told
      : Voice.own;
  };
}
