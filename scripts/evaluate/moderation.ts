// Figures of `moderate()` on every set of a data folder.
import { readFileSync } from 'node:fs';
import { CRITERIA, type Criterion, type Finding } from '../../lib/moderation/contract';
import { createJudge } from '../../lib/moderation/engine';
import type { PackedModel } from '../../lib/moderation/model';
import shipped from '../../lib/moderation/model.json';
import type { CompiledRules } from '../../lib/moderation/rule';
import compiled from '../../lib/moderation/rules.compiled.json';
import { isHeldOut, readRows } from '../rules/data';
import { evaluateEvasion } from './evasion';

interface EvaluationOptions {
  /** Folder with JSON Lines sets. */
  data: string;
  /** Only rows that training never sees. */
  heldOut: boolean;
  /** A model that saw nothing of the held-out part (`scripts/train.ts --held-out`); the shipped one if absent. */
  model?: string;
  /** Words and phrases none of which may be flagged: a numbered Markdown table or an item a line. */
  harmless?: string;
  /** How many of the worst errors of each set are shown. */
  errors: number;
}

interface Sample {
  text: string;
  /** What the label says, if there is one. */
  flagged?: boolean;
}

interface DataSet {
  name: string;
  samples: Sample[];
  /** The criterion whose findings are compared with the label; any when absent. */
  criterion?: Criterion;
}

function dataSets({ data, heldOut }: EvaluationOptions): DataSet[] {
  const rows = (name: string) => {
    const all = readRows(data, name);
    return heldOut ? all?.filter((row) => isHeldOut(row.text)) : all;
  };
  const sets: DataSet[] = [];
  const add = (name: string, samples: Sample[] | undefined, criterion?: Criterion) => {
    if (samples !== undefined && samples.length > 0)
      sets.push({ name, samples, ...(criterion === undefined ? {} : { criterion }) });
  };
  const labelled = (flag: 'toxic' | 'spam', name: string) =>
    rows(name)?.map((row) => ({ text: row.text, flagged: row[flag] === 1 }));
  add('comments-2ch-pikabu', labelled('toxic', 'comments-2ch-pikabu'));
  add('comments-toxic-only', labelled('toxic', 'comments-toxic-only'));
  const rewrites = rows('toxic-and-civil-rewrites');
  add(
    'rewrites: toxic side',
    rewrites
      ?.filter((row) => (row.civil ?? []).length > 0)
      .map((row) => ({ text: row.text, flagged: true })),
  );
  add(
    'rewrites: civil side',
    rewrites?.flatMap((row) => (row.civil ?? []).map((text) => ({ text, flagged: false }))),
  );
  add('spam-telegram', labelled('spam', 'spam-telegram'), 'spam');
  for (const name of [
    'complaints-to-city',
    'official-answers',
    'style-conversational-city-channels',
    'style-conversational-grameval',
    'style-conversational-taiga',
    'style-news-factrueval',
  ])
    add(
      name,
      rows(name)?.map((row) => ({ text: row.text, flagged: false })),
    );
  return sets;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part / whole < 0.01 ? 3 : 1)} %`;

/** Prints a row for every set, findings by criterion and strength, the worst errors of each, and evasion by trick. */
export function evaluateModeration(options: EvaluationOptions): void {
  const packed =
    options.model === undefined ? shipped : JSON.parse(readFileSync(options.model, 'utf8'));
  const { judge: moderate } = createJudge(
    compiled as unknown as CompiledRules,
    packed as unknown as PackedModel,
  );
  const table: Record<string, Record<string, string | number>> = {};
  const wrong: string[] = [];
  for (const { name, samples, criterion } of dataSets(options)) {
    const counts = { hit: 0, missed: 0, alarm: 0, certain: 0, any: 0 };
    const byCriterion = new Map<string, number>();
    const alarms: { text: string; findings: Finding[] }[] = [];
    const misses: string[] = [];
    for (const { text, flagged } of samples) {
      const findings = moderate(text);
      if (findings.length > 0) counts.any++;
      if (findings.some((finding) => finding.strength === 'certain')) counts.certain++;
      for (const key of new Set(findings.map((one) => `${one.criterion} ${one.strength}`)))
        byCriterion.set(key, (byCriterion.get(key) ?? 0) + 1);
      const said = findings.some((one) => criterion === undefined || one.criterion === criterion);
      if (flagged && said) counts.hit++;
      else if (flagged) {
        counts.missed++;
        misses.push(text);
      } else if (said) {
        counts.alarm++;
        alarms.push({ text, findings });
      }
    }
    const precision = counts.hit / (counts.hit + counts.alarm);
    const recall = counts.hit / (counts.hit + counts.missed);
    const positive = counts.hit + counts.missed > 0;
    table[name] = {
      rows: samples.length,
      flagged: percent(counts.any, samples.length),
      certain: percent(counts.certain, samples.length),
      precision: positive ? (100 * precision).toFixed(1) : '',
      recall: positive ? (100 * recall).toFixed(1) : '',
      F1: positive ? ((200 * precision * recall) / (precision + recall)).toFixed(1) : '',
    };
    for (const one of CRITERIA)
      for (const strength of ['certain', 'probable'] as const) {
        const number = byCriterion.get(`${one} ${strength}`);
        if (number !== undefined)
          table[`  ${name}: ${one} ${strength}`] = {
            rows: number,
            flagged: percent(number, samples.length),
          };
      }
    if (options.errors > 0 && alarms.length + misses.length > 0) {
      wrong.push(`\n${name}`);
      alarms.sort(
        (a, b) =>
          Number(b.findings[0]?.strength === 'certain') -
          Number(a.findings[0]?.strength === 'certain'),
      );
      for (const { text, findings } of alarms.slice(0, options.errors))
        wrong.push(
          `  + ${findings.map((one) => `${one.rule} «${text.slice(one.start, one.end)}»`).join(', ')}: ${text.slice(0, 160).replaceAll('\n', ' ')}`,
        );
      for (const text of misses.slice(0, options.errors))
        wrong.push(`  - ${text.slice(0, 200).replaceAll('\n', ' ')}`);
    }
  }
  console.table(table);
  evaluateEvasion(moderate, options.harmless);
  if (wrong.length > 0) console.log(`Ошибки: + лишнее, - пропущено${wrong.join('\n')}`);
}
