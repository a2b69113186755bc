import type { Scan } from '../language/scan';
import type { Criterion, Finding } from './contract';
import { BUCKETS, type Features } from './features';

/**
 * A linear model of our own over hashed words, word pairs and letter groups. Its opinion is always
 * *probable*. See docs/model-card.md; scripts/train.ts makes the weights.
 */

/** What `model.json` holds. */
export interface PackedModel {
  heads: readonly PackedHead[];
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

export interface Model {
  /** Score of each head: over the threshold of the head it is a finding. */
  scores(features: Features): Float64Array;
  opinion(scan: Scan, features: Features): Opinion;
}

/** What the model thinks of a text. */
export interface Opinion {
  /** Far from an insult: weak rules are not to be believed. */
  calm: boolean;
  findings(): Finding[];
}

/** A word or two say little: what is added to the threshold, by the number of words. */
const SHORT_TEXT = [1, 0.5, 0.35, 0.2, 0.1];

/** Scores of insult below this one are calm. */
const CALM = -0.3;

/** Words named as those that moved the model. */
const WORDS_NAMED = 3;

const WHY: Partial<Record<Criterion, string>> = {
  insult: 'Похоже на оскорбление: так считает модель',
  spam: 'Похоже на рассылку: так считает модель',
};

/** Unpacks a model. */
export function createModel(packed: PackedModel): Model {
  const heads = packed.heads.length;
  const table = new Int8Array(BUCKETS * heads);
  packed.heads.forEach(({ weights }, head) => {
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      table[bucket * heads + head] = weights.charCodeAt(bucket) - ZERO;
  });
  const sums = new Float64Array(heads);

  function scores(features: Features): Float64Array {
    sums.fill(0);
    const { count, buckets } = features;
    if (heads === 2) {
      let first = 0;
      let second = 0;
      for (let at = 0; at < count; at++) {
        const place = (buckets[at] as number) * 2;
        first += table[place] as number;
        second += table[place + 1] as number;
      }
      sums[0] = first;
      sums[1] = second;
    } else
      for (let at = 0; at < count; at++)
        for (let head = 0; head < heads; head++)
          sums[head] =
            (sums[head] as number) + (table[(buckets[at] as number) * heads + head] as number);
    // The norm of a binary vector of as many features.
    const norm = Math.sqrt(Math.max(1, count));
    for (let head = 0; head < heads; head++) {
      const { step, bias } = packed.heads[head] as PackedHead;
      sums[head] = ((sums[head] as number) * step) / norm + bias;
    }
    return sums;
  }

  return {
    scores,
    opinion(scan, features) {
      const values = scores(features);
      const insult = packed.heads.findIndex(({ criterion }) => criterion === 'insult');
      return {
        calm: (values[insult] ?? 0) < CALM,
        findings: () => {
          const found: Finding[] = [];
          packed.heads.forEach(({ criterion, threshold }, head) => {
            if ((values[head] as number) >= threshold + (SHORT_TEXT[scan.count] ?? 0))
              found.push(named(scan, features, head, criterion));
          });
          return found;
        },
      };
    },
  };

  /** The finding of a head, with the words that moved it most. */
  function named(scan: Scan, features: Features, head: number, criterion: Criterion): Finding {
    const moved = new Map<number, number>();
    for (let at = 0; at < features.count; at++) {
      const token = features.tokens[at] as number;
      if (token < 0) continue;
      const weight = table[(features.buckets[at] as number) * heads + head] as number;
      moved.set(token, (moved.get(token) ?? 0) + weight);
    }
    const top = [...moved]
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, WORDS_NAMED);
    const words = top.map(([token]) => scan.text.slice(scan.start[token], scan.end[token]));
    const first = Math.min(...top.map(([token]) => token), scan.count - 1);
    const last = Math.max(...top.map(([token]) => token), 0);
    const start = top.length === 0 ? 0 : (scan.start[first] as number);
    const end = top.length === 0 ? scan.text.length : (scan.end[last] as number);
    const because =
      words.length > 0 ? ` из-за слов ${words.map((word) => `«${word}»`).join(', ')}` : '';
    return {
      criterion,
      strength: 'probable',
      rule: `model/${criterion}`,
      start,
      end,
      why: `${WHY[criterion] ?? 'Так считает модель'}${because}.`,
    };
  }
}
