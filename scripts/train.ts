// Trains the judge's linear model: `node --import tsx scripts/train.ts <data folder> [--measure]`.
// Reads only sets whose licence allows it (docs/model-card.md), leaves the held-out fifth alone, and
// writes lib/moderation/model.json. With --measure it writes nothing and prints figures by threshold.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createJudge } from '../lib/moderation/engine';
import { BUCKETS } from '../lib/moderation/features';
import { LARGEST, type PackedHead, type PackedModel, ZERO } from '../lib/moderation/model';
import type { CompiledRules } from '../lib/moderation/rule';
import { civilSamples } from './rules/civil-samples';
import { isHeldOut, readRows } from './rules/data';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Укажите папку с данными: node --import tsx scripts/train.ts ../shared/data');
  process.exit(2);
}
const compiled = JSON.parse(
  readFileSync(new URL('../lib/moderation/rules.compiled.json', import.meta.url), 'utf8'),
) as CompiledRules;
const { judge, featuresOf } = createJudge(compiled);

/** 1, -1, or 0 for «not known». */
type Label = -1 | 0 | 1;

interface Example {
  source: string;
  text: string;
  heldOut: boolean;
  toxic: Label;
  spam: Label;
  weight: number;
  /** Unique buckets and how often each occurs, over the norm of the text. */
  buckets: Int32Array;
  values: Float32Array;
  /** The rules alone found something. */
  ruled: boolean;
  ruledSpam: boolean;
}

const examples: Example[] = [];
const known = new Set<string>();

function add(source: string, text: string, toxic: Label, spam: Label, weight = 1): void {
  const key = `${source}|${text.toLowerCase().replace(/\s+/g, ' ')}`;
  if (known.has(key) || text.trim() === '') return;
  known.add(key);
  const findings = judge(text);
  const features = featuresOf(text);
  const counts = new Map<number, number>();
  for (let at = 0; at < features.count; at++) {
    const bucket = features.buckets[at] as number;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const norm = Math.sqrt(Math.max(1, features.count));
  examples.push({
    source,
    text,
    heldOut: isHeldOut(text),
    toxic,
    spam,
    weight,
    buckets: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values(), (count) => count / norm),
    ruled: findings.length > 0,
    ruledSpam: findings.some((finding) => finding.criterion === 'spam'),
  });
}

const rows = (name: string) => readRows(folder, name) ?? [];
for (const { text, toxic } of rows('comments-2ch-pikabu'))
  add('2ch', text, toxic === 1 ? 1 : -1, -1);
for (const { text } of rows('comments-toxic-only')) add('toxic-only', text, 1, -1, 0.6);
for (const { text, civil } of rows('toxic-and-civil-rewrites')) {
  // A rewrite follows its toxic comment into the held-out part.
  if ((civil ?? []).length > 0) add('rewrites-toxic', text, 1, -1, 0.6);
  for (const line of civil ?? []) {
    add('rewrites-civil', line, -1, -1, 1);
    const last = examples.at(-1);
    if (last !== undefined && last.text === line) last.heldOut = isHeldOut(text);
  }
}
for (const { text, spam } of rows('spam-telegram'))
  add('telegram', text, spam === 1 ? 0 : 0, spam === 1 ? 1 : -1);
for (const { text } of rows('complaints-to-city')) add('complaints', text, -1, -1);
for (const { text } of rows('official-answers')) add('answers', text, -1, -1);
for (const name of ['style-conversational-city-channels', 'style-news-factrueval'])
  for (const { text } of rows(name)) add('neutral', text, -1, -1);
for (const { text, toxic } of civilSamples) add('own', text, toxic ? 1 : -1, -1, 2);
if (mode === '--measure')
  for (const name of ['style-conversational-grameval', 'style-conversational-taiga'])
    for (const { text } of rows(name)) add('social', text, 0, 0);

const EPOCHS = 12;

/** L2-regularised L2-loss support vector machine by dual coordinate descent (Hsieh et al., 2008). */
function train(labelOf: (example: Example) => Label, cost: (example: Example) => number) {
  const set = examples.filter((example) => !example.heldOut && labelOf(example) !== 0);
  const weights = new Float64Array(BUCKETS);
  let bias = 0;
  const alpha = new Float64Array(set.length);
  const diagonal = set.map((example) => {
    let square = 1;
    for (const value of example.values) square += value * value;
    return square + 1 / (2 * cost(example));
  });
  const order = Int32Array.from(set, (_, index) => index);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const other = seed % (at + 1);
      const swap = order[at] as number;
      order[at] = order[other] as number;
      order[other] = swap;
    }
    for (const index of order) {
      const example = set[index] as Example;
      const label = labelOf(example);
      const { buckets, values } = example;
      let score = bias;
      for (let at = 0; at < buckets.length; at++)
        score += (weights[buckets[at] as number] as number) * (values[at] as number);
      const old = alpha[index] as number;
      const gradient = label * score - 1 + old / (2 * cost(example));
      const next = Math.max(0, old - gradient / (diagonal[index] as number));
      if (next === old) continue;
      alpha[index] = next;
      const change = (next - old) * label;
      bias += change;
      for (let at = 0; at < buckets.length; at++) {
        const bucket = buckets[at] as number;
        weights[bucket] = (weights[bucket] as number) + change * (values[at] as number);
      }
    }
  }
  return { weights, bias };
}

type Trained = ReturnType<typeof train>;

/** Weights as one character each; the step keeps all but the largest few within range. */
function pack(trained: Trained, criterion: PackedHead['criterion'], threshold: number): PackedHead {
  const sizes = Array.from(trained.weights, Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.999)] as number) / LARGEST;
  let weights = '';
  for (const weight of trained.weights) {
    const level = Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));
    weights += String.fromCharCode(ZERO + level);
  }
  return { criterion, weights, step, bias: trained.bias, threshold };
}

function scoreOf(head: PackedHead, example: Example): number {
  let score = head.bias;
  for (let at = 0; at < example.buckets.length; at++)
    score +=
      (head.weights.charCodeAt(example.buckets[at] as number) - ZERO) *
      head.step *
      (example.values[at] as number);
  return score;
}

const TOXIC_COST: Record<string, number> = {
  complaints: 2,
  answers: 2,
  own: 3,
  'rewrites-civil': 1,
};
const base = Number(process.env.COST ?? 0.5);
const toxic = pack(
  train(
    (example) => example.toxic,
    (example) => base * example.weight * (TOXIC_COST[example.source] ?? 1),
  ),
  'insult',
  Number(process.env.TOXIC ?? 0),
);
const spam = pack(
  train(
    (example) => example.spam,
    (example) => base * 2 * (example.source === 'complaints' ? 2 : 1),
  ),
  'spam',
  Number(process.env.SPAM ?? 0),
);

if (mode === '--measure') {
  const held = examples.filter((example) => example.heldOut || example.source === 'social');
  const share = (source: string, test: (example: Example) => boolean) => {
    const set = held.filter((example) => example.source === source);
    return `${((100 * set.filter(test).length) / Math.max(1, set.length)).toFixed(2)}`;
  };
  const f1 = (
    source: string,
    label: (example: Example) => Label,
    test: (example: Example) => boolean,
  ) => {
    const set = held.filter((example) => example.source === source);
    const hit = set.filter((one) => test(one) && label(one) === 1).length;
    const said = set.filter(test).length;
    const all = set.filter((one) => label(one) === 1).length;
    return `P ${((100 * hit) / said).toFixed(1)} R ${((100 * hit) / all).toFixed(1)} F1 ${((200 * hit) / (said + all)).toFixed(2)}`;
  };
  const toxicScores = new Map(held.map((example) => [example, scoreOf(toxic, example)]));
  const spamScores = new Map(held.map((example) => [example, scoreOf(spam, example)]));
  for (const threshold of [-0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]) {
    const test = (one: Example) => one.ruled || (toxicScores.get(one) as number) >= threshold;
    const alone = (one: Example) => (toxicScores.get(one) as number) >= threshold;
    console.log(
      `toxic ${threshold}: 2ch ${f1('2ch', (one) => one.toxic, test)} (alone ${f1('2ch', (one) => one.toxic, alone)}) | toxic-only ${share('toxic-only', test)} | rewrites ${share('rewrites-toxic', test)} / civil ${share('rewrites-civil', test)} | complaints ${share('complaints', test)} (${share('complaints', alone)}) answers ${share('answers', test)} social ${share('social', test)} (${share('social', alone)})`,
    );
  }
  for (const threshold of [-0.6, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2]) {
    const test = (one: Example) => one.ruledSpam || (spamScores.get(one) as number) >= threshold;
    console.log(
      `spam ${threshold}: telegram ${f1('telegram', (one) => one.spam, test)} | complaints ${share('complaints', test)} answers ${share('answers', test)} 2ch ${share('2ch', test)} civil ${share('rewrites-civil', test)} social ${share('social', test)}`,
    );
  }
} else {
  const model: PackedModel = { heads: [toxic, spam] };
  writeFileSync(
    new URL('../lib/moderation/model.json', import.meta.url),
    `${JSON.stringify(model)}\n`,
  );
}
console.error(
  `Модель: ${Math.round(gzipSync(JSON.stringify([toxic, spam])).length / 1024)} КБ gzip.`,
);
