import type { Scan } from '../language/scan';
import type { Criterion, Finding } from './contract';
import {
  BUCKETS,
  kindOf,
  pairBucket,
  pairPart,
  readable,
  TEXT_FEATURES,
  TEXT_START,
  TokenKind,
  textFeatures,
  tokenFeatures,
  WORD_FEATURES,
} from './features';
import { FEATURES, SUMS, type WordMemory } from './memory';

/**
 * A linear model of our own over hashed words, word pairs and letter groups. Its opinion is always
 * *probable*. See docs/model-card.md; scripts/train.ts makes the weights.
 */

/** What `model.json` holds: one head that knows insults, one that knows mailings. */
export interface PackedModel {
  heads: readonly [PackedHead, PackedHead];
}
export interface PackedHead {
  criterion: Criterion;
  /** One printable character a bucket: its code less `ZERO` is the weight in steps of `step`. */
  weights: string;
  step: number;
  bias: number;
  /** Scores from this one on are findings. */
  threshold: number;
}

/** Character of the weight 0: the middle of the printable range without `"` and `\`. */
export const ZERO = 0x5d + 15;
/** Largest weight in steps. */
export const LARGEST = 15;

/** What the model thinks of a text. */
export interface Opinion {
  /** Far from an insult: weak rules are not to be believed. */
  calm: boolean;
  findings: Finding[];
}

export interface Model {
  /** `rules`: buckets of the rules found in the text. */
  /**
   * `swearing`: the obscene words found. Swearing at a road is no insult, so that insult is judged by the
   * other words.
   */
  opinion(scan: Scan, rules: readonly number[], swearing: readonly Finding[]): Opinion;
}

/** Words named as those that moved the model. */
const WORDS_NAMED = 3;

/** A word or two say little: what is added to the threshold, by the number of words. */
const SHORT_TEXT = [1, 0.5, 0.35, 0.2, 0.1];

/** Scores of insult below this one are calm. */
const CALM = -0.3;

const WHY: Partial<Record<Criterion, string>> = {
  insult: 'Похоже на оскорбление: так считает модель',
  spam: 'Похоже на рассылку: так считает модель',
};

/** Unpacks a model. `memory` is shared with the judge, which makes the rows. */
export function createModel(packed: PackedModel, memory: WordMemory): Model {
  const [insult, spam] = packed.heads;
  const table = new Int8Array(BUCKETS * 2);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    table[bucket * 2] = insult.weights.charCodeAt(bucket) - ZERO;
    table[bucket * 2 + 1] = spam.weights.charCodeAt(bucket) - ZERO;
  }
  const scratch = new Int32Array(Math.max(WORD_FEATURES, TEXT_FEATURES));
  let insultSum = 0;
  let spamSum = 0;
  let count = 0;

  function take(features: number): void {
    for (let at = 0; at < features; at++) {
      const place = (scratch[at] as number) * 2;
      insultSum += table[place] as number;
      spamSum += table[place + 1] as number;
    }
    count += features;
  }

  function takeWord(scan: Scan, token: number): void {
    const row = memory.find(scan, token);
    const known = row < 0 ? 0 : (memory.rows[row + FEATURES] as number);
    if (known !== 0) {
      const sums = memory.rows[row + SUMS] as number;
      insultSum += sums >> 16;
      spamSum += (sums << 16) >> 16;
      count += known;
      return;
    }
    const insultBefore = insultSum;
    const spamBefore = spamSum;
    const features = tokenFeatures(scan, token, TokenKind.word, scratch);
    take(features);
    if (row < 0) return;
    memory.rows[row + SUMS] =
      ((insultSum - insultBefore) << 16) | ((spamSum - spamBefore) & 0xffff);
    memory.rows[row + FEATURES] = features;
  }

  /** Sums up a text; the sums are left in the variables above. */
  function sum(scan: Scan, rules: readonly number[]): void {
    insultSum = 0;
    spamSum = 0;
    count = 0;
    let words = 0;
    let before = TEXT_START;
    const tokens = readable(scan);
    for (let token = 0; token < tokens; token++) {
      const kind = kindOf(scan, token);
      if (kind === TokenKind.nothing) continue;
      if (kind === TokenKind.word) takeWord(scan, token);
      else take(tokenFeatures(scan, token, kind, scratch));
      const part = pairPart(scan, token, kind);
      if (kind !== TokenKind.figures) {
        words++;
        const place = pairBucket(before, part) * 2;
        insultSum += table[place] as number;
        spamSum += table[place + 1] as number;
        count++;
      }
      before = part;
    }
    take(textFeatures(scan, words, rules, scratch));
  }

  const scoreOf = (head: PackedHead, total: number) =>
    (total * head.step) / Math.sqrt(Math.max(1, count)) + head.bias;

  return {
    opinion(scan, rules, swearing) {
      sum(scan, rules);
      const insultScore = scoreOf(insult, insultSum);
      const spamScore = scoreOf(spam, spamSum);
      const margin = SHORT_TEXT[scan.count] ?? 0;
      const findings: Finding[] = [];
      const insulted = swearing.length === 0 ? insultScore : scoreBesides(scan, swearing);
      if (insulted >= insult.threshold + margin) findings.push(named(scan, 0, insult.criterion));
      if (spamScore >= spam.threshold + margin) findings.push(named(scan, 1, spam.criterion));
      return { calm: insultScore < CALM, findings };
    },
  };

  /** Score of insult without the words that are obscene; call it after `sum`. */
  function scoreBesides(scan: Scan, swearing: readonly Finding[]): number {
    const total = insultSum;
    const features = count;
    insultSum = 0;
    count = 0;
    let before = TEXT_START;
    for (let token = 0; token < readable(scan); token++) {
      const kind = kindOf(scan, token);
      if (kind === TokenKind.nothing) continue;
      const part = pairPart(scan, token, kind);
      const start = scan.start[token] as number;
      if (
        kind === TokenKind.word &&
        swearing.some((finding) => start >= finding.start && start < finding.end)
      ) {
        takeWord(scan, token);
        insultSum += table[pairBucket(before, part) * 2] as number;
        count++;
      }
      before = part;
    }
    const rest = total - insultSum;
    count = Math.max(1, features - count);
    return scoreOf(insult, rest);
  }

  /** The finding of a head, with the words that moved it most. */
  function named(scan: Scan, head: 0 | 1, criterion: Criterion): Finding {
    const moved: { token: number; weight: number }[] = [];
    let before = TEXT_START;
    for (let token = 0; token < readable(scan); token++) {
      const kind = kindOf(scan, token);
      if (kind === TokenKind.nothing) continue;
      insultSum = 0;
      spamSum = 0;
      if (kind === TokenKind.word) takeWord(scan, token);
      else take(tokenFeatures(scan, token, kind, scratch));
      const part = pairPart(scan, token, kind);
      const own = head === 0 ? insultSum : spamSum;
      const weight = own + (table[pairBucket(before, part) * 2 + head] as number);
      before = part;
      if (weight > 0) moved.push({ token, weight });
    }
    const top = moved.sort((a, b) => b.weight - a.weight).slice(0, WORDS_NAMED);
    const places = top.map(({ token }) => token).sort((a, b) => a - b);
    const words = places.map((token) => scan.text.slice(scan.start[token], scan.end[token]));
    const [first] = places;
    const last = places.at(-1);
    const because =
      words.length > 0 ? ` из-за слов ${words.map((word) => `«${word}»`).join(', ')}` : '';
    return {
      criterion,
      strength: 'probable',
      rule: `model/${criterion}`,
      start: first === undefined ? 0 : (scan.start[first] as number),
      end: last === undefined ? scan.text.length : (scan.end[last] as number),
      why: `${WHY[criterion] ?? 'Так считает модель'}${because}.`,
    };
  }
}
