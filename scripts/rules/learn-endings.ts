// Learns how Russian nouns decline from their endings, so that the shipped code can move a noun to
// another case without a dictionary. Run by hand when the tables should change:
//   node --import tsx scripts/rules/learn-endings.ts DATA_FOLDER
// DATA_FOLDER holds *.jsonl files with a `text` field; only word counts are taken from them. Paradigms
// come from the OpenCorpora dictionary. What is written is a list of endings with what becomes of them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Endings } from '../../lib/language/morphology/endings';
import { loadMorphology, type Parse, parses } from './morphology';

const CASES = ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'] as const;
/** An ending is trusted when this share of the words that have it decline alike. */
const TRUST = 0.95;
/** A word that is never met in the case says little about its ending: the place already tells the case. */
const STRANGER = 0.15;
/** Nothing is known of the word, or the next longer ending must decide. */
const UNSURE = '-';
const ADJECTIVE = 'A';
/** Names decline by rules of their own and are seldom what a rule has to move. */
const LEFT_OUT = ['Name', 'Surn', 'Patr', 'Abbr', 'Fixd', 'Orgn', 'Trad', 'Init'];

const plain = (word: string) => word.toLowerCase().replaceAll('ё', 'е');

/** Devices and events named like people. */
const THINGS = new Set(
  'график счетчик датчик погрузчик выключатель указатель двигатель извещатель доводчик обогреватель водосчетчик преобразователь рассекатель стеклоподъемник субботник воскресник'.split(
    ' ',
  ),
);
/** Words that official posts use and that the texts at hand happen not to hold often enough. */
const MORE =
  'волонтёр дирижёр найм знакомство медицина каникулы метель олень фестиваль концерт выставка конкурс ' +
  'спектакль библиотека музей театр школьник учитель воспитатель тренер спортсмен ветеран доброволец ' +
  'губернатор министр депутат глава мэр директор бассейн стадион каток лыжня ярмарка субботник гололёд ' +
  'паводок половодье пожар наводнение снегопад метель заморозки жара гроза ливень вакцинация прививка ' +
  'поликлиника роддом аптека пособие льгота пенсия субсидия ипотека налог штраф тариф квитанция счётчик ' +
  'остановка маршрут рейс троллейбус трамвай электричка светофор перекрёсток бордюр тротуар велодорожка ' +
  'скамейка урна клумба саженец сквер бульвар набережная фонтан памятник спортплощадка песочница горка ' +
  'подрядчик рабочий мастер слесарь электрик дворник водитель пассажир пешеход житель сосед ребёнок дерево вещь няня гость лес книга';

/** Official and civic text is what the product sees: elsewhere a word must be common to count. */
const COMMON = 16;

function countWords(folder: string): Map<string, number> {
  const near = new Map<string, number>();
  const far = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
    const counts = /^(style-|official|complaints)/.test(file) ? near : far;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (line === '') continue;
      const { text } = JSON.parse(line) as { text: string };
      for (const word of text.match(/[а-яё]+/giu) ?? []) {
        const key = plain(word);
        if (key.length > 2) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  for (const [word, count] of far) {
    if (count >= COMMON || near.has(word)) near.set(word, (near.get(word) ?? 0) + count);
  }
  for (const lemma of MORE.split(' ')) {
    for (const form of parses(lemma)[0]?.forms() ?? []) {
      near.set(plain(form.word), (near.get(plain(form.word)) ?? 0) + 6);
    }
  }
  return near;
}

interface Paradigm {
  forms: string[];
  label: string;
}

const sharedLength = (one: string, other: string) => {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
};

/**
 * The six forms of a noun in one number with its agreement class, or null where one is missing. Of
 * doublets («дерева», «деревья») those that look like `near`.
 */
function paradigm(parse: Parse, plural: boolean, near: string): Paradigm | null {
  const number = plural ? 'plur' : 'sing';
  const forms: string[] = [];
  for (const wanted of CASES) {
    let best: string | null = null;
    for (const { word, grammemes } of parse.forms()) {
      if (!grammemes.has(number) || !grammemes.has(wanted)) continue;
      const form = plain(word);
      if (best === null || sharedLength(form, near) > sharedLength(best, near)) best = form;
    }
    if (best === null) return null;
    forms.push(best);
  }
  const gender = plural
    ? 'p'
    : parse.grammemes.has('femn')
      ? 'f'
      : parse.grammemes.has('neut')
        ? 'n'
        : 'm';
  const animate = parse.grammemes.has('anim') && !THINGS.has(plain(parse.lemma));
  // Devices that the dictionary takes for people.
  if (THINGS.has(plain(parse.lemma))) forms[3] = forms[plural || gender === 'm' ? 0 : 3] ?? '';
  return { forms, label: `${gender}${animate ? 'a' : 'i'}` };
}

/** What turns `form` into every form of its paradigm: letters to cut, then the endings. */
function labelOf(form: string, { forms, label }: Paradigm): string {
  // The dictionary guesses unknown words by a known tail and then forgets their beginning.
  if (!forms.includes(form)) return UNSURE;
  let common = form.length;
  for (const other of forms) {
    let same = 0;
    while (same < common && other[same] === form[same]) same += 1;
    common = same;
  }
  if (common === 0) return UNSURE;
  return `${label}${form.length - common}:${forms.map((other) => other.slice(common)).join(',')}`;
}

interface Sample {
  word: string;
  label: string;
  weight: number;
}

function samplesOf(counts: Map<string, number>): Sample[][] {
  const byCase: Map<string, { label: string; weight: number; score: number }>[] = CASES.map(
    () => new Map(),
  );
  const put = (index: number, word: string, label: string, weight: number, score: number) => {
    const known = byCase[index]?.get(word);
    if (!known || score > known.score)
      byCase[index]?.set(word, { label, weight: Math.max(weight, known?.weight ?? 0), score });
  };
  const lexemes = new Map<string, { parse: Parse; weight: number }>();
  for (const [word, count] of counts) {
    if (count < 2) continue;
    const readings = parses(word);
    for (const [index, wanted] of CASES.entries()) {
      // In the place where a rule reads it, the case is already known: only readings of that case compete.
      let best: Parse | undefined;
      for (const reading of readings) {
        if (reading.score < 0.02 || !reading.grammemes.has(wanted)) continue;
        if (!['NOUN', 'ADJF', 'PRTF'].includes(reading.pos)) continue;
        if (!best || reading.score > best.score) best = reading;
      }
      if (!best || LEFT_OUT.some((tag) => best.grammemes.has(tag)))
        put(index, word, UNSURE, count, 0);
      else if (best.pos !== 'NOUN') put(index, word, ADJECTIVE, count, best.score + 1);
      else {
        const forms = paradigm(best, best.grammemes.has('plur'), word);
        put(index, word, forms ? labelOf(word, forms) : UNSURE, count, best.score + 1);
        const key = `${best.lemma}${[...best.grammemes].includes('anim')}`;
        const known = lexemes.get(key);
        if (known) known.weight += count;
        else lexemes.set(key, { parse: best, weight: count });
      }
    }
  }
  // Forms that the texts happen not to hold decline like their sisters.
  for (const { parse, weight } of lexemes.values()) {
    for (const plural of [false, true]) {
      const forms = paradigm(parse, plural, plain(parse.word));
      if (!forms) continue;
      for (const [index] of CASES.entries()) {
        const word = forms.forms[index];
        if (word !== undefined) put(index, word, labelOf(word, forms), weight / 12, 0.5);
      }
    }
  }
  return byCase.map((words) =>
    [...words].map(([word, { label, weight }]) => ({
      word: `^${word}`,
      label,
      weight: (Math.min(weight, 60) + 0.5) * (label === UNSURE ? STRANGER : 1),
    })),
  );
}

/** The label that is sure but for being alive or not, as `x`: every form but the accusative is known. */
function withoutLife(weights: Map<string, number>, total: number): string | null {
  const merged = new Map<string, number>();
  for (const [label, weight] of weights) {
    const [head = '', tail] = label.split(':');
    if (tail === undefined) continue;
    const forms = tail.split(',');
    forms[CASES.indexOf('accs')] = '?';
    const key = `${head[0]}x${head.slice(2)}:${forms.join(',')}`;
    merged.set(key, (merged.get(key) ?? 0) + weight);
  }
  for (const [label, weight] of merged) if (weight / total >= TRUST) return label;
  return null;
}

/** Endings that decide, shortest first; a longer one overrules a shorter one. */
function decide(samples: Sample[]): Map<string, string> {
  const decisions = new Map<string, string>();
  const visit = (group: Sample[], length: number, inherited: string) => {
    const weights = new Map<string, number>();
    let total = 0;
    for (const { label, weight } of group) {
      weights.set(label, (weights.get(label) ?? 0) + weight);
      total += weight;
    }
    let [best, most] = [UNSURE, 0];
    for (const [label, weight] of weights) if (weight > most) [best, most] = [label, weight];
    const whole = group.length === 1;
    const enough =
      length > 0 && (group.length >= 4 || (whole && total >= 4.5 && best !== ADJECTIVE));
    const sure = enough && most / total >= TRUST;
    const vague = sure || !enough ? null : withoutLife(weights, total);
    const decision = sure ? best : (vague ?? (whole ? inherited : UNSURE));
    const first = group[0];
    if (!first) return;
    if (decision !== inherited) {
      const suffix = whole ? first.word : first.word.slice(first.word.length - length);
      decisions.set(suffix, decision);
    }
    if (whole || (weights.size === 1 && sure)) return;
    const children = new Map<string, Sample[]>();
    for (const sample of group) {
      const letter = sample.word[sample.word.length - length - 1];
      if (letter === undefined) continue;
      const child = children.get(letter);
      if (child) child.push(sample);
      else children.set(letter, [sample]);
    }
    for (const child of children.values()) visit(child, length + 1, decision);
  };
  visit(samples, 0, UNSURE);
  return decisions;
}

function look(decisions: Map<string, string>, word: string): string {
  for (let from = 0; from < word.length; from += 1) {
    const found = decisions.get(word.slice(from));
    if (found !== undefined) return found;
  }
  return UNSURE;
}

await loadMorphology();
const folder = process.argv[2];
if (!folder) throw new Error('Say where the data are: learn-endings.ts DATA_FOLDER');
const counts = countWords(folder);
const samples = samplesOf(counts);

// Held out: every fifth word by its hash, learned without it, weighted by how often it is met.
const held = (word: string) =>
  [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7) % 5 === 0;
for (const [index, name] of CASES.entries()) {
  const all = samples[index] ?? [];
  const decisions = decide(all.filter(({ word }) => !held(word)));
  let [right, wrong, silent] = [0, 0, 0];
  for (const { word, label, weight } of all.filter(({ word }) => held(word))) {
    if (label === UNSURE) continue;
    const found = look(decisions, word);
    if (found === label || (found[1] === 'x' && found[0] === label[0])) right += weight;
    else if (found === UNSURE) silent += weight;
    else wrong += weight;
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  process.stderr.write(
    `${name}: of held-out words decided ${share(right + wrong, right + wrong + silent)}, right ${share(right, right + wrong)}\n`,
  );
}

for (const [index, name] of CASES.entries()) {
  const all = (samples[index] ?? []).filter(({ label }) => label !== UNSURE);
  const decisions = decide(samples[index] ?? []);
  const sum = (group: Sample[]) => group.reduce((total, { weight }) => total + weight, 0);
  const decided = all.filter(({ word }) => look(decisions, word) !== UNSURE);
  process.stderr.write(
    `${name}: of known words decided ${((100 * sum(decided)) / sum(all)).toFixed(1)} %\n`,
  );
}

const labels = new Map<string, number>();
const tables = samples.map((group) => {
  const byLabel = new Map<number, string[]>();
  for (const [suffix, label] of decide(group)) {
    let index = labels.get(label);
    if (index === undefined) {
      index = labels.size;
      labels.set(label, index);
    }
    byLabel.set(index, [...(byLabel.get(index) ?? []), suffix]);
  }
  return Object.fromEntries(
    [...byLabel].map(([label, suffixes]) => [label, suffixes.sort().join(' ')]),
  );
});
// Adjectives whose masculine nominative ends in the stressed -ой cannot be told by their endings.
const stressed = new Set<string>();
for (const word of counts.keys()) {
  for (const reading of parses(word)) {
    if (reading.pos === 'ADJF' && reading.score > 0.1 && reading.lemma.endsWith('ой')) {
      stressed.add(plain(reading.lemma).slice(0, -2));
    }
  }
}
const endings: Endings = {
  labels: [...labels.keys()],
  tables,
  stressed: [...stressed].sort().join(' '),
};
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../lib/language/morphology/endings.json',
);
writeFileSync(target, `${JSON.stringify(endings, null, 1)}\n`);
