import type { ScoreCost } from './contract';
import type { Shape } from './shape';

/**
 * Weights of what makes a text official, learned on acts and press releases against posts and news by
 * scripts/rules/learn-score.ts; positive is official.
 */
const LOOKS = {
  long: 7.66,
  syllables: 1.65,
  verbalNouns: 14.18,
  participles: 24.49,
  verbs: -10.5,
  talk: -9.15,
  numbers: 20.09,
  feeling: -19.98,
  sentenceLength: 0.09,
} as const;
const LOOKS_BIAS = -9.22;

/** The same with the share of remarks among the words known. */
const SCORE = {
  long: 2.49,
  syllables: 2.01,
  verbalNouns: 8.74,
  participles: 17.19,
  verbs: -8.86,
  talk: -6.28,
  numbers: 18.71,
  feeling: -19.67,
  sentenceLength: 0.11,
} as const;
const SCORE_BIAS = -10.69;
const REMARK = 23.52;
/** More remarks than this a word say nothing new. */
const MOST_REMARKS = 0.3;
/** A text of fewer words says little by its looks; a living post is assumed. */
const FULL_LENGTH = 15;
const LIVING = -3;
/** How steeply the score falls: all of 0–100 is used and few texts tie at the ends. */
const STEEPNESS = 0.6;

type Weights = Readonly<Record<keyof typeof LOOKS, number>>;

const weigh = (shape: Shape, weights: Weights) =>
  (Object.keys(weights) as (keyof Weights)[]).reduce(
    (sum, name) => sum + weights[name] * shape[name],
    0,
  );

/** How official a text looks apart from its phrases: above zero it is more like an act than a post. */
export const officialLooks = (shape: Shape) =>
  (weigh(shape, LOOKS) + LOOKS_BIAS) * Math.min(1, shape.words / FULL_LENGTH);

/** What a post usually has, to tell what of a text costs points. */
const USUAL = { long: 0.06, syllables: 2.2, verbalNouns: 0.03, sentenceLength: 12 } as const;

/**
 * The score, 0 (pure officialese) to 100 (a living post), and what took how many points of it, the
 * dearest first.
 */
export function scoreOf(shape: Shape, remarks: number): { score: number; costs: ScoreCost[] } {
  if (shape.words === 0) return { score: 100, costs: [] };
  const whole = Math.min(1, shape.words / FULL_LENGTH);
  const density = Math.min(MOST_REMARKS, remarks / shape.words);
  const z = (weigh(shape, SCORE) + SCORE_BIAS) * whole + LIVING * (1 - whole) + REMARK * density;
  const score = Math.round(100 / (1 + Math.exp(STEEPNESS * z)));
  const parts: [ScoreCost['what'], number][] = [
    ['remarks', REMARK * density],
    [
      'long-words',
      SCORE.long * (shape.long - USUAL.long) +
        SCORE.syllables * (shape.syllables - USUAL.syllables),
    ],
    ['verbal-nouns', SCORE.verbalNouns * (shape.verbalNouns - USUAL.verbalNouns)],
    ['participles', SCORE.participles * shape.participles],
    ['long-sentences', SCORE.sentenceLength * (shape.sentenceLength - USUAL.sentenceLength)],
    ['numbers', SCORE.numbers * shape.numbers],
  ];
  const dear = parts.filter(([, weight]) => weight > 0.05);
  const sum = dear.reduce((total, [, weight]) => total + weight, 0);
  const costs = dear
    .map(([what, weight]) => ({ what, points: Math.round(((100 - score) * weight) / sum) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return { score, costs };
}
