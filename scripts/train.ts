// Trains the judge's model: `node --import tsx scripts/train.ts <data folder> [--measure | --held-out FILE]`.
// Reads only sets whose licence allows it (docs/model-card.md). Without a mode it learns from everything
// and writes lib/moderation/model.json. `--held-out FILE` leaves the held-out fifth alone and writes the
// model to FILE, for `npm run evaluate -- --held-out --model FILE`; `--measure` prints figures by
// threshold on that fifth.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createJudge } from '../lib/moderation/engine';
import {
  BUCKETS,
  kindOf,
  readable,
  STYLE_CUES,
  styleCues,
  TEXT_FEATURES,
  TokenKind,
  textFeatures,
  tokenFeatures,
  WORD_FEATURES,
} from '../lib/moderation/features';
import {
  codeOf,
  GAP_MORE,
  GAP_MOST,
  INPUTS,
  LARGEST,
  mixed,
  mixerInputs,
  type PackedHead,
  type PackedMixer,
  type PackedModel,
} from '../lib/moderation/model';
import type { CompiledRules } from '../lib/moderation/rule';
import { CIVIL_SAMPLES, TOXIC_SAMPLES } from './rules/civil-samples';
import { civilTalk } from './rules/civil-talk';
import { foldOf, isHeldOut, readRows } from './rules/data';
import { wordsHolding } from './rules/dictionary';
import { fitLogistic, fitSupportVectors, type Row } from './rules/linear';
import { taughtComments } from './rules/page-comments';

const [folder, mode, file] = process.argv.slice(2);
if (folder === undefined || (mode === '--held-out' && file === undefined)) {
  console.error('Укажите папку с данными: node --import tsx scripts/train.ts ПАПКА');
  process.exit(2);
}
const measured = mode === '--measure' || mode === '--held-out';
const compiled = JSON.parse(
  readFileSync(new URL('../lib/moderation/rules.compiled.json', import.meta.url), 'utf8'),
) as CompiledRules;
const { judge, examined } = createJudge(compiled);

/** 1, -1, or 0 for «not known». */
type Label = -1 | 0 | 1;

interface Example {
  source: string;
  text: string;
  heldOut: boolean;
  fold: number;
  toxic: Label;
  spam: Label;
  /** Unique buckets and how often each occurs; later times the rarity, over the norm. */
  buckets: Int32Array;
  values: Float32Array;
  cues: Int32Array;
  words: number;
  firm: boolean;
  rules: number;
  ruledSpam: boolean;
}

const examples: Example[] = [];
const known = new Set<string>();
const scratch = new Int32Array(Math.max(WORD_FEATURES, TEXT_FEATURES, STYLE_CUES));

/** `group`: the text that decides on which side of a split an example falls. */
function add(source: string, text: string, toxic: Label, spam: Label, group = text): void {
  const key = `${source}|${text.toLowerCase().replace(/\s+/g, ' ')}`;
  if (known.has(key) || text.trim() === '') return;
  known.add(key);
  const { scan, findings, firm, rules } = examined(text);
  if (scan.count === 0) return;
  const counts = new Map<number, number>();
  const count = (features: number) => {
    for (let at = 0; at < features; at++) {
      const bucket = scratch[at] as number;
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
  };
  let words = 0;
  for (let token = 0; token < readable(scan); token++) {
    const kind = kindOf(scan, token);
    if (kind === TokenKind.nothing) continue;
    count(tokenFeatures(scan, token, kind, scratch));
    if (kind !== TokenKind.figures) words++;
  }
  count(textFeatures(scan, words, scratch));
  const cues = scratch.slice(0, styleCues(scan, scratch));
  examples.push({
    source,
    text,
    heldOut: measured && !OWN.has(source) && isHeldOut(group),
    fold: foldOf(group, FOLDS),
    toxic,
    spam,
    buckets: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values()),
    cues,
    words,
    firm,
    rules,
    ruledSpam: findings.some((finding) => finding.criterion === 'spam'),
  });
}
/** Sets of the project itself: always learned from. */
const OWN: ReadonlySet<string> = new Set(['own', 'page', 'talk', 'dictionary']);
const FOLDS = 4;

const rows = (name: string) => readRows(folder, name) ?? [];
for (const { text, toxic } of rows('comments-2ch-pikabu'))
  add('2ch', text, toxic === 1 ? 1 : -1, -1);
for (const { text } of rows('comments-toxic-only')) add('toxic-only', text, 1, -1);
for (const { text, civil } of rows('toxic-and-civil-rewrites')) {
  if ((civil ?? []).length > 0) add('rewrites-toxic', text, 1, -1);
  // A rewrite follows its toxic comment into the held-out part.
  for (const line of civil ?? []) add('rewrites-civil', line, -1, -1, text);
}
for (const { text, spam } of rows('spam-telegram')) add('telegram', text, 0, spam === 1 ? 1 : -1);
for (const { text } of rows('complaints-to-city')) add('complaints', text, -1, -1);
for (const { text } of rows('official-answers')) add('answers', text, -1, -1);
for (const name of ['style-conversational-city-channels', 'style-news-factrueval'])
  for (const { text } of rows(name)) add('neutral', text, -1, -1);
for (const text of CIVIL_SAMPLES) add('own', text, -1, -1);
for (const text of civilTalk()) add('talk', text, -1, -1);
for (const text of TOXIC_SAMPLES) add('own', text, 1, -1);
const AGAINST_PEOPLE: ReadonlySet<string> = new Set(['insult', 'hate', 'threat', 'obscenity']);
const OFFERS: ReadonlySet<string> = new Set(['spam', 'fraud', 'drugs']);
for (const { text, remove } of taughtComments()) {
  if (remove === null) add('page', text, -1, -1);
  else if (AGAINST_PEOPLE.has(remove)) add('page', text, 1, -1);
  else if (OFFERS.has(remove)) add('page', text, 0, 1);
}
// Honest words that share letters with rude ones, alone and in threes.
const LOOK_ALIKE_PARTS =
  'еб бля хуй хуе хуя хую муд сук пид сра сса жоп лох дур туп коз баран свин хер хрен гад урод жид хохл чурк твар трах член ипа мраз скот вор дебат петух осел дебил убит резать'.split(
    ' ',
  );
const honest = wordsHolding(LOOK_ALIKE_PARTS).filter(
  (word, index) => index % 11 === 0 && judge(word).length === 0,
);
honest.forEach((word, index) => {
  add('dictionary', word, -1, -1);
  if (index % 3 === 0) add('dictionary', honest.slice(index, index + 3).join(' '), -1, -1);
  if (index % 16 === 0) add('dictionary', `Добрый день, ${word} сегодня`, -1, -1);
});
if (mode === '--measure')
  for (const name of ['style-conversational-grameval', 'style-conversational-taiga'])
    for (const { text } of rows(name)) add('social', text, 0, 0);

// How rare each bucket is (inverse document frequency); one met in fewer texts is left out.
const RARE = 4;
const met = new Int32Array(BUCKETS);
let learned = 0;
for (const example of examples) {
  if (example.heldOut || example.source === 'social') continue;
  learned++;
  for (const bucket of example.buckets) met[bucket] = (met[bucket] as number) + 1;
}
const rarity = Float64Array.from(met, (count) =>
  count < RARE ? 0 : Math.log((1 + learned) / (1 + count)) + 1,
);
const rarest = rarity.reduce((most, one) => Math.max(most, one), 0);
const RARITY_LEVELS = 89;
const rarityStep = rarest ** 2 / RARITY_LEVELS;
const rarityLevel = Int32Array.from(rarity, (one) => Math.round(one ** 2 / rarityStep));
for (const example of examples) {
  let sum = 0;
  example.buckets.forEach((bucket, at) => {
    sum += (example.values[at] as number) * (rarityLevel[bucket] as number);
  });
  const norm = Math.sqrt(Math.max(1, sum) * rarityStep);
  example.values = example.values.map(
    (count, at) => (count * (rarity[example.buckets[at] as number] as number)) / norm,
  );
}

interface Task {
  /** Examples that teach it. */
  of: (example: Example) => boolean;
  label: (example: Example) => Label;
  cost: (example: Example) => number;
}

/** What a mistake costs, by source. */
const TOXIC_COST: Record<string, number> = {
  '2ch': 2,
  own: 10,
  page: 6,
  talk: 3,
  'rewrites-civil': 1.3,
  dictionary: 2,
};
const SPAM_COST: Record<string, number> = { own: 6, page: 6, talk: 3, dictionary: 0.3 };
const TASKS: readonly [Task, Task, Task] = [
  {
    of: ({ toxic }) => toxic !== 0,
    label: ({ toxic }) => toxic,
    cost: ({ source }) => 0.07 * (TOXIC_COST[source] ?? 1),
  },
  {
    of: ({ source }) => source === '2ch',
    label: ({ toxic }) => toxic,
    cost: () => 0.1,
  },
  {
    of: ({ spam }) => spam !== 0,
    label: ({ spam }) => spam,
    cost: ({ source }) => 0.4 * (SPAM_COST[source] ?? 1),
  },
];

const rowOf = ({ buckets, values }: Example): Row => ({ places: buckets, values });
const scoreOf = ({ weights, bias }: { weights: Float64Array; bias: number }, example: Example) => {
  let score = bias;
  for (let at = 0; at < example.buckets.length; at++)
    score += (weights[example.buckets[at] as number] as number) * (example.values[at] as number);
  return score;
};

function learn(task: Task, set: readonly Example[]) {
  const own = set.filter(task.of);
  return fitSupportVectors(own.map(rowOf), own.map(task.label), own.map(task.cost), BUCKETS);
}

const BOARD_OR_REWRITE: ReadonlySet<string> = new Set(['2ch', 'rewrites-civil']);
function fitStyle(set: readonly Example[]): Float64Array {
  const own = set.filter(({ source }) => BOARD_OR_REWRITE.has(source));
  const cues = own.map(({ cues }) => {
    const row = new Float64Array(STYLE_CUES);
    for (const cue of cues) row[cue] = 1;
    return row;
  });
  return fitLogistic(
    cues,
    own.map(({ source }) => (source === '2ch' ? 1 : -1)),
    own.map(() => 1),
    1,
  ).weights;
}
const styleScore = (weights: Float64Array, { cues }: Example) =>
  cues.reduce((sum, cue) => sum + (weights[cue] as number), 0);

interface Scores {
  insult: number;
  board: number;
  spam: number;
  style: number;
}
const scores = new Map<Example, Scores>();
const teaching = examples.filter(({ heldOut, source }) => !heldOut && source !== 'social');
function tell(set: readonly Example[], heads: ReturnType<typeof learn>[], style: Float64Array) {
  for (const example of set) {
    const [insult = 0, board = 0, spam = 0] = heads.map((head) => scoreOf(head, example));
    scores.set(example, { insult, board, spam, style: styleScore(style, example) });
  }
}
// What the heads say of texts they did not learn from teaches the mixer and sets the thresholds.
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = teaching.filter((example) => example.fold !== fold);
  tell(
    teaching.filter((example) => example.fold === fold),
    TASKS.map((task) => learn(task, rest)),
    fitStyle(rest),
  );
}
const heads = TASKS.map((task) => learn(task, teaching));
const style = fitStyle(teaching);
tell(
  examples.filter((example) => !scores.has(example)),
  heads,
  style,
);

const inputs = new Float64Array(INPUTS);
function inputsOf(example: Example): Float64Array {
  const { insult, board, style: styled } = scores.get(example) as Scores;
  mixerInputs(inputs, insult, board, styled, example.words, example.firm, example.rules);
  return inputs;
}
const MIXER_COST: Record<string, number> = {
  '2ch': 2,
  'rewrites-civil': 3,
  own: 10,
  page: 4,
  talk: 2,
};
function fitMixer(): PackedMixer {
  const set = teaching.filter(({ toxic }) => toxic !== 0);
  const plain = set.map((example) => Float64Array.from(inputsOf(example)));
  const middle = Array.from(
    inputs,
    (_, at) => plain.reduce((sum, row) => sum + (row[at] as number), 0) / plain.length,
  );
  const spread = Array.from(inputs, (_, at) =>
    Math.sqrt(
      plain.reduce((sum, row) => sum + ((row[at] as number) - (middle[at] as number)) ** 2, 0) /
        plain.length,
    ),
  );
  const rich = plain.map((row) => {
    const one = row.map((value, at) => (value - (middle[at] as number)) / (spread[at] as number));
    const out = [...one];
    for (let at = 0; at < INPUTS; at++)
      for (let other = at; other < INPUTS; other++)
        out.push((one[at] as number) * (one[other] as number));
    return Float64Array.from(out);
  });
  const { weights, bias } = fitLogistic(
    rich,
    set.map(({ toxic }) => toxic),
    set.map(({ source }) => MIXER_COST[source] ?? 1),
    1,
  );
  const round = (value: number) => Number(value.toPrecision(5));
  return {
    middle: middle.map(round),
    spread: spread.map(round),
    weights: Array.from(weights, round),
    bias: round(bias),
    insult: 0,
    besides: BESIDES,
    calm: 0,
    spam: 0,
  };
}
const BESIDES = 0.1;
const mixer = fitMixer();
const odds = new Map(
  examples.map((example) => [example, mixed(mixer, inputsOf(example))] as const),
);

/** The lowest threshold at which no more than `most` (a share) of the texts of each source are flagged. */
function lowest(
  value: (example: Example) => number,
  flagged: (example: Example) => boolean,
  limits: Readonly<Record<string, number>>,
): number {
  let threshold = Number.NEGATIVE_INFINITY;
  const told: string[] = [];
  for (const [source, most] of Object.entries(limits)) {
    const set = teaching.filter(
      (example) =>
        example.source === source && (source === 'telegram' ? example.spam < 0 : example.toxic < 0),
    );
    const free = set.length * most - set.filter(flagged).length;
    const left = set
      .filter((example) => !flagged(example))
      .map(value)
      .sort((a, b) => b - a);
    const at = left[Math.max(0, Math.floor(free))];
    if (at === undefined) continue;
    told.push(`${source} ${at.toFixed(2)}`);
    threshold = Math.max(threshold, at + 1e-6);
  }
  console.error(`Порог не ниже: ${told.join(', ')}`);
  return threshold;
}
/** Shares that may be flagged at any strength, rules included, under the targets with room to spare. */
mixer.insult = lowest(
  (one) => odds.get(one) as number,
  ({ firm }) => firm,
  {
    'rewrites-civil': 0.0265,
    complaints: 0.0012,
    answers: 0.0003,
    own: 0.025,
    page: 0.02,
    talk: 0.01,
  },
);
/** How much surer the model must be that all is calm than that it is not, in log odds. */
const CALMER = 0.5;
mixer.calm = mixer.insult - CALMER;
mixer.spam = lowest(
  (one) => (scores.get(one) as Scores).spam,
  ({ ruledSpam }) => ruledSpam,
  {
    complaints: 0.0008,
    answers: 0.0006,
    telegram: 0.014,
    'rewrites-civil': 0.0045,
    own: 0.015,
    page: 0.01,
    talk: 0.01,
  },
);

/** Weights as one character each; the step keeps all but the largest few within range. */
const places = Array.from(rarityLevel.keys()).filter((bucket) => rarityLevel[bucket] !== 0);
function pack({ weights, bias }: ReturnType<typeof learn>): PackedHead {
  const full = places.map((bucket) => (weights[bucket] as number) * (rarity[bucket] as number));
  const sizes = full
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.999)] as number) / LARGEST;
  const level = (weight: number) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));
  return {
    weights: full.map((weight) => codeOf(level(weight) + LARGEST)).join(''),
    step: Number(step.toPrecision(6)),
    bias: Number(bias.toPrecision(6)),
  };
}
function packPlaces(): string {
  let last = -1;
  let text = '';
  for (const bucket of places) {
    let gap = bucket - last;
    while (gap > GAP_MOST) {
      text += GAP_MORE;
      gap -= GAP_MOST;
    }
    text += codeOf(gap);
    last = bucket;
  }
  return text;
}
const model: PackedModel = {
  places: packPlaces(),
  rarity: places.map((bucket) => codeOf(rarityLevel[bucket] as number)).join(''),
  rarityStep: Number(rarityStep.toPrecision(6)),
  heads: heads.map(pack) as unknown as PackedModel['heads'],
  style: Array.from(style, (weight) => Number(weight.toPrecision(4))),
  mixer,
};
const packed = `${JSON.stringify(model)}\n`;

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
  for (const shift of [-2, -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1]) {
    const threshold = mixer.insult + shift;
    const test = (one: Example) => one.firm || (odds.get(one) as number) >= threshold;
    console.log(
      `insult ${threshold.toFixed(2)}: 2ch ${f1('2ch', (one) => one.toxic, test)} | toxic-only ${share('toxic-only', test)} | rewrites ${share('rewrites-toxic', test)} / civil ${share('rewrites-civil', test)} | complaints ${share('complaints', test)} answers ${share('answers', test)} social ${share('social', test)}`,
    );
  }
  for (const shift of [-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2]) {
    const threshold = mixer.spam + shift;
    const test = (one: Example) => one.ruledSpam || (scores.get(one) as Scores).spam >= threshold;
    console.log(
      `spam ${threshold.toFixed(2)}: telegram ${f1('telegram', (one) => one.spam, test)} | complaints ${share('complaints', test)} answers ${share('answers', test)} 2ch ${share('2ch', test)} civil ${share('rewrites-civil', test)} social ${share('social', test)}`,
    );
  }
} else if (mode === '--held-out') {
  writeFileSync(file as string, packed);
} else {
  writeFileSync(new URL('../lib/moderation/model.json', import.meta.url), packed);
}
console.error(
  `Модель: ${places.length} признаков, ${Math.round(gzipSync(packed).length / 1024)} КБ gzip.`,
);
