// Measures the draft check on texts of known kind: how many of each kind get a remark, how many remarks
// carry a button, how well the score tells the kinds apart. A third of every set, by the hash of the
// text, is never looked at while rules are written: its figures are given apart.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { review } from '../../lib/style';
import type { Review } from '../../lib/style/contract';

/** Kinds of text and the files that hold them. */
const KINDS = {
  acts: ['style-bureaucratic-official-docs'],
  releases: ['style-bureaucratic-plainrussian'],
  answers: ['official-answers'],
  city: ['style-conversational-city-channels'],
  social: ['style-conversational-grameval', 'style-conversational-taiga'],
  news: ['style-news-factrueval'],
} as const;
export type TextKind = keyof typeof KINDS;

const lineSchema = z.object({ text: z.string() });
/** Shorter pieces are headings and fragments: not a text that somebody publishes. */
const FEWEST_WORDS = 3;

interface StyleFigures {
  texts: number;
  words: number;
  /** Share of texts with at least one remark. */
  flagged: number;
  remarksPer100Words: number;
  /** Share of remarks with a button. */
  withButton: number;
  medianScore: number;
}
interface StyleReport {
  learned: Record<TextKind, StyleFigures>;
  heldOut: Record<TextKind, StyleFigures>;
  /** Area under the ROC curve of the score, held-out texts only. */
  auc: { officialVersusPosts: number; officialVersusNews: number };
}

/** Whether a text is kept out of sight while rules are written. */
export const isHeldOut = (text: string) =>
  (createHash('sha256').update(text).digest()[0] ?? 0) % 3 === 0;

interface Reviewed {
  text: string;
  review: Review;
}

/** The texts of a kind from the data folder, reviewed. */
export function reviewKind(dataFolder: string, kind: TextKind): Reviewed[] {
  return KINDS[kind].flatMap((file) =>
    readFileSync(join(dataFolder, `${file}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)).text)
      .map((text) => ({ text, review: review(text) }))
      .filter((entry) => entry.review.readability.words >= FEWEST_WORDS),
  );
}

function figuresOf(entries: Reviewed[]): StyleFigures {
  const words = entries.reduce((sum, entry) => sum + entry.review.readability.words, 0);
  const remarks = entries.flatMap((entry) => entry.review.remarks);
  const scores = entries.map((entry) => entry.review.score).sort((a, b) => a - b);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    texts: entries.length,
    words,
    flagged: share(
      entries.filter((entry) => entry.review.remarks.length > 0).length,
      entries.length,
    ),
    remarksPer100Words: share(remarks.length * 100, words),
    withButton: share(
      remarks.filter((remark) => remark.replacements.length > 0).length,
      remarks.length,
    ),
    medianScore: scores[Math.floor(scores.length / 2)] ?? 0,
  };
}

/** Chance that a text of the first kind scores lower than one of the second; ties count half. */
function areaUnderCurve(low: Reviewed[], high: Reviewed[]): number {
  let wins = 0;
  for (const a of low) {
    for (const b of high) {
      if (a.review.score < b.review.score) wins += 1;
      else if (a.review.score === b.review.score) wins += 0.5;
    }
  }
  return wins / (low.length * high.length);
}

/** Scores are compared over passages of at least this many words: fewer say too little. */
const PASSAGE = 20;

/** Runs the whole measurement; some seconds. */
function measure(dataFolder: string): StyleReport {
  const all = Object.fromEntries(
    (Object.keys(KINDS) as TextKind[]).map((kind) => [kind, reviewKind(dataFolder, kind)]),
  ) as Record<TextKind, Reviewed[]>;
  const figures = (held: boolean) =>
    Object.fromEntries(
      (Object.keys(KINDS) as TextKind[]).map((kind) => [
        kind,
        figuresOf(all[kind].filter((entry) => isHeldOut(entry.text) === held)),
      ]),
    ) as Record<TextKind, StyleFigures>;
  const passages = (...kinds: TextKind[]) =>
    kinds
      .flatMap((kind) => all[kind])
      .filter((entry) => isHeldOut(entry.text) && entry.review.readability.words >= PASSAGE);
  const official = passages('acts', 'releases');
  return {
    learned: figures(false),
    heldOut: figures(true),
    auc: {
      officialVersusPosts: areaUnderCurve(official, passages('city', 'social')),
      officialVersusNews: areaUnderCurve(official, passages('news')),
    },
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

/** Prints the figures of the sets in the folder `data`; with `heldOut` only of what was kept out of sight. */
export function evaluateStyle({ data, heldOut }: { data: string; heldOut: boolean }): void {
  const report = measure(data);
  const write = (line: string) => process.stdout.write(`${line}\n`);
  for (const part of heldOut ? (['heldOut'] as const) : (['learned', 'heldOut'] as const)) {
    write(part === 'heldOut' ? 'Стиль, отложенные тексты:' : 'Стиль, тексты для настройки:');
    for (const [kind, figures] of Object.entries(report[part])) {
      write(
        `  ${kind.padEnd(9)} ${String(figures.texts).padStart(5)} текстов, с замечанием ${percent(figures.flagged)}, ` +
          `замечаний на 100 слов ${figures.remarksPer100Words.toFixed(1)}, с кнопкой ${percent(figures.withButton)}, ` +
          `оценка (медиана) ${figures.medianScore}`,
      );
    }
  }
  write(
    `  AUC оценки: официальные против постов ${report.auc.officialVersusPosts.toFixed(3)}, ` +
      `против новостей ${report.auc.officialVersusNews.toFixed(3)}`,
  );
}
