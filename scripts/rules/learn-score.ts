// Weighs what makes a text official: logistic regression of official texts against posts and news. Run
// by hand; what it prints goes into lib/style/score.ts.
//   node --import tsx scripts/rules/learn-score.ts DATA_FOLDER

import { sentencesOf } from '../../lib/language/sentences';
import { tokenize } from '../../lib/language/words';
import { type Shape, shapeOf } from '../../lib/style/shape';
import { isHeldOut, reviewKind } from '../evaluate/style';

const FEATURES = [
  'long',
  'syllables',
  'verbalNouns',
  'participles',
  'verbs',
  'talk',
  'numbers',
  'feeling',
  'sentenceLength',
] as const satisfies (keyof Shape)[];
const STEPS = 4000;
const RATE = 0.3;
const PULL = 0.0005;
/** Shorter texts say too little. */
const FEWEST = 8;

const folder = process.argv[2];
if (!folder) throw new Error('Say where the data are: learn-score.ts DATA_FOLDER');

interface Example {
  features: number[];
  official: number;
  weight: number;
}
const examples: Example[] = [];
const KINDS = [
  ['acts', 1, 1],
  ['releases', 1, 1.5],
  ['answers', 1, 0.05],
  ['city', 0, 1.5],
  ['social', 0, 0.5],
  ['news', 0, 0.8],
] as const;
const withPoints = process.argv.includes('--points');
for (const [kind, official, weight] of KINDS) {
  for (const { text, review } of reviewKind(folder, kind)) {
    if (isHeldOut(text)) continue;
    const tokens = tokenize(text);
    const shape = shapeOf(tokens, sentencesOf(tokens));
    if (shape.words < FEWEST) continue;
    const features = FEATURES.map((name) => shape[name]);
    if (withPoints) features.push(Math.min(0.3, review.remarks.length / shape.words));
    examples.push({ features, official, weight });
  }
}
const size = examples[0]?.features.length ?? 0;
const column = (index: number) => examples.map(({ features }) => features[index] ?? 0);
const mean = Array.from(
  { length: size },
  (_, index) => column(index).reduce((a, b) => a + b, 0) / examples.length,
);
const spread = Array.from(
  { length: size },
  (_, index) =>
    Math.sqrt(
      column(index).reduce((sum, value) => sum + (value - (mean[index] ?? 0)) ** 2, 0) /
        examples.length,
    ) || 1,
);
const weights = new Array<number>(size + 1).fill(0);
const total = examples.reduce((sum, { weight }) => sum + weight, 0);
for (let step = 0; step < STEPS; step += 1) {
  const gradient = new Array<number>(size + 1).fill(0);
  for (const { features, official, weight } of examples) {
    let z = weights[size] ?? 0;
    features.forEach((value, index) => {
      z += ((value - (mean[index] ?? 0)) / (spread[index] ?? 1)) * (weights[index] ?? 0);
    });
    const error = (1 / (1 + Math.exp(-z)) - official) * weight;
    features.forEach((value, index) => {
      gradient[index] =
        (gradient[index] ?? 0) + error * ((value - (mean[index] ?? 0)) / (spread[index] ?? 1));
    });
    gradient[size] = (gradient[size] ?? 0) + error;
  }
  gradient.forEach((value, index) => {
    weights[index] =
      (weights[index] ?? 0) -
      RATE * (value / total + (index < size ? PULL * (weights[index] ?? 0) : 0));
  });
}
const plain = weights.slice(0, size).map((weight, index) => weight / (spread[index] ?? 1));
const bias =
  (weights[size] ?? 0) - plain.reduce((sum, weight, index) => sum + weight * (mean[index] ?? 0), 0);
[...FEATURES, ...(withPoints ? ['remarks'] : [])].forEach((name, index) => {
  process.stdout.write(`  ${name}: ${plain[index]?.toFixed(2)},\n`);
});
process.stdout.write(`  bias: ${bias.toFixed(2)},\n`);
