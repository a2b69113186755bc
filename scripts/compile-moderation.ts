// Compiles lib/moderation/rules/*.ts into lib/moderation/rules.compiled.json: expands lemmas to forms,
// adds distorted spellings that are no honest word, packs automata, and fails on any example that does
// not hold.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createJudge } from '../lib/moderation/engine';
import {
  type CompiledPlace,
  type CompiledRules,
  PLACES,
  type Rule,
  type Surroundings,
} from '../lib/moderation/rule';
import { RULES } from '../lib/moderation/rules';
import { HONEST_LATIN, SHORT_WORDS, WORDS } from '../lib/moderation/rules/words';
import { isKnownWord } from './rules/dictionary';
import { spellings } from './rules/distort';
import { loadMorphology } from './rules/morphology';
import { type Phrase, packLabels, packParts, packPhrases, packWords } from './rules/pack';
import { taughtComments } from './rules/page-comments';
import { elementsOf, expand } from './rules/patterns';

const OUTPUT = new URL('../lib/moderation/rules.compiled.json', import.meta.url);

/** Lists that the engine asks for by name. */
const ASKED = [
  'report',
  'said',
  'heard',
  'that',
  'us',
  'own',
  'small',
  'honest',
  'contact',
] as const;

class Classes {
  private readonly numbers = new Map<string, number>();
  readonly words = new Map<string, Set<number>>();
  readonly parts = new Map<string, Set<number>>();
  readonly wordsOf: Set<string>[] = [new Set()];
  readonly shared: boolean[] = [false];
  /** Classes that hold `@contact`, alone or among words. */
  readonly contacts: number[] = [];
  /** Words that are distorted spellings themselves. */
  readonly exact = new Set<string>();

  /** Number of the class of words that any of the patterns gives. */
  of(patterns: readonly string[]): number {
    const key = [...patterns].sort().join('/');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.wordsOf.length;
    this.numbers.set(key, number);
    const own = new Set<string>();
    this.wordsOf.push(own);
    this.shared.push(patterns.some((pattern) => pattern.startsWith('@')));
    if (patterns.some(holdsContact)) this.contacts.push(number);
    for (const pattern of patterns.flatMap(unnamed)) {
      const { words, parts } = expand(pattern);
      if (pattern.startsWith('=')) for (const word of words) this.exact.add(word);
      for (const word of words) {
        own.add(word);
        add(this.words, word, number);
      }
      for (const part of parts) add(this.parts, part, number);
    }
    return number;
  }
}

function add(map: Map<string, Set<number>>, key: string, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

/** The patterns behind `@name`. */
function unnamed(pattern: string): readonly string[] {
  if (!pattern.startsWith('@')) return [pattern];
  const list = WORDS[pattern.slice(1)];
  if (list === undefined) throw new Error(`Нет списка «${pattern}»`);
  return list.flatMap(unnamed);
}

/** True of `@contact` and of lists that hold it. */
const holdsContact = (pattern: string): boolean =>
  pattern === '@contact' ||
  (pattern.startsWith('@') && (WORDS[pattern.slice(1)] ?? []).some(holdsContact));

/** How often each word stands in civil comments: what a search starts from should stand in few. */
const met = new Map<string, number>();
for (const { text, remove } of taughtComments())
  if (remove === null)
    for (const word of text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]+/g) ?? [])
      met.set(word, (met.get(word) ?? 0) + 1);
/** What a word that none of those comments has counts for. */
const UNMET = 0.02;
/** Commoner than any class of words. */
const NEVER = 1e6;
/** How often words of a class start a search in vain: the phrase is searched from its rarest element. */
function commonness(classes: Classes, number: number): number {
  // The engine marks contacts after it has noted where searches start.
  let score = classes.contacts.includes(number) ? NEVER : 0;
  for (const word of classes.wordsOf[number] ?? []) score += met.get(word) ?? UNMET;
  return score;
}

const isSingle = (phrase: string) => !/\s/.test(phrase.trim());

function placesOf(classes: Classes, surroundings: Surroundings | undefined): CompiledPlace[] {
  return PLACES.flatMap((place, index): CompiledPlace[] => {
    const patterns = surroundings?.[place];
    return patterns === undefined
      ? []
      : [[index, classes.of(patterns.flatMap((pattern) => pattern.split('/')))]];
  });
}

await loadMorphology();
const classes = new Classes();
const rules: CompiledRules['rules'][number][] = [];
const singles: [number, number, number][] = [];
const phrases: Phrase[] = [];
const evasive = new Set<number>();

/** Rules that are not in the language. */
const spelling: string[] = [];
for (const [index, rule] of RULES.entries()) {
  try {
    compile(rule, index);
  } catch (error) {
    spelling.push(`${rule.id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if (spelling.length > 0) {
  console.error(spelling.join('\n'));
  process.exit(1);
}

function compile(rule: Rule, index: number): void {
  rules.push({
    id: rule.id,
    criterion: rule.id.slice(
      0,
      rule.id.indexOf('/'),
    ) as CompiledRules['rules'][number]['criterion'],
    strength: rule.strength,
    why: rule.why,
    reported: rule.reported ?? 'drop',
    doubtful: rule.doubtful ?? false,
    faint: rule.faint ?? false,
    whole: rule.whole ?? false,
    unless: placesOf(classes, rule.unless),
    needs: placesOf(classes, rule.needs),
  });
  const single = rule.find.filter(isSingle);
  if (single.length > 0) {
    // The rule's own name keeps its class apart from an equal element of a phrase.
    const own = classes.of([
      ...single.flatMap((phrase) =>
        elementsOf(phrase).flatMap((variant) => variant.flatMap((element) => element.alternatives)),
      ),
    ]);
    const except = rule.except === undefined ? 0 : classes.of(rule.except);
    if (singles.some(([known]) => known === own))
      throw new Error('те же слова, что в другом правиле');
    singles.push([own, index, except]);
    if (rule.evasive !== false) evasive.add(own);
  }
  for (const phrase of rule.find.filter((one) => !isSingle(one)))
    for (const elements of elementsOf(phrase)) {
      const numbers = elements.map((element) => classes.of(element.alternatives));
      const [anchor = 0, rare = anchor] = [...numbers.keys()].sort(
        (one, other) =>
          commonness(classes, numbers[one] as number) -
          commonness(classes, numbers[other] as number),
      );
      phrases.push({
        rule: index,
        classes: numbers,
        gaps: elements.map((element) => element.gap),
        anchor,
        rare,
      });
    }
}

/** Marks spellings that hide a word. */
const distorted = classes.of([]);
const named = {
  ...Object.fromEntries(ASKED.map((name) => [name, classes.of([`@${name}`])])),
  distorted,
};

// Distorted spellings: of whole words of evasive rules, where the spelling is no word of its own.
const SHORTEST_DISTORTED = 3;
const plainWords = new Map(classes.words);
const jointWords = new Map<string, Set<number>>();
for (const [word, own] of plainWords) {
  const meant = [...own].filter((number) => evasive.has(number));
  if (meant.length === 0 || word.length < SHORTEST_DISTORTED || classes.exact.has(word)) continue;
  jointWords.set(word, new Set(meant));
  for (const spelling of spellings(word)) {
    if (plainWords.has(spelling) || isKnownWord(spelling)) continue;
    for (const number of meant) add(classes.words, spelling, number);
    add(classes.words, spelling, distorted);
  }
}
const shortWords = new Set(SHORT_WORDS);
/** The dictionary knows every two letters as an abbreviation: short words are listed. */
const isOrdinary = (word: string) => (word.length < 3 ? shortWords.has(word) : isKnownWord(word));
const splits: string[] = [];
for (const word of jointWords.keys())
  for (let at = 1; at < word.length; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    if (isOrdinary(left) && isOrdinary(right)) splits.push(`${left} ${right}`);
  }

const labels: number[][] = [[]];
const labelNumbers = new Map<string, number>();
const labelled = (map: ReadonlyMap<string, ReadonlySet<number>>) =>
  new Map(
    [...map].map(([key, set]) => {
      const list = [...set].sort((a, b) => a - b);
      const name = list.join(',');
      let number = labelNumbers.get(name);
      if (number === undefined) {
        number = labels.length;
        labels.push(list);
        labelNumbers.set(name, number);
      }
      return [key, number] as const;
    }),
  );

// The engine gives this label to links and numbers: it stands for no word.
labels.push([...classes.contacts]);

const compiled: CompiledRules = {
  rules,
  singles,
  phrases: packPhrases(phrases),
  named,
  words: packWords(labelled(classes.words)),
  parts: packParts(labelled(classes.parts)),
  joint: packWords(labelled(jointWords)),
  labels: packLabels(labels),
  splits: splits.sort().join('\n'),
  latin: HONEST_LATIN,
};

const { ruled } = createJudge(compiled);
const faults: string[] = [];
for (const rule of RULES) {
  if (rule.match.length === 0)
    faults.push(`${rule.id}: нет примера, в котором правило должно найтись`);
  for (const example of rule.match)
    if (!ruled(example).some((finding) => finding.rule === rule.id))
      faults.push(`${rule.id}: не найдено в «${example}»`);
  for (const example of rule.miss ?? []) {
    const wrong = ruled(example).find((finding) => finding.rule === rule.id);
    if (wrong !== undefined)
      faults.push(`${rule.id}: «${example.slice(wrong.start, wrong.end)}» найдено в «${example}»`);
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`Правила не собраны: ${faults.length} примеров не держатся.`);
  process.exit(1);
}

const json = JSON.stringify(compiled);
writeFileSync(OUTPUT, json);
console.error(
  `Правила модерации: ${rules.length}, слов ${classes.words.size}, частей ${classes.parts.size}, фраз ${phrases.length}; ${Math.round(gzipSync(json).length / 1024)} КБ gzip.`,
);
