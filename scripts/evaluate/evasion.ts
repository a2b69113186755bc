// Share of plain obscene words found behind each trick that hides one, and harmless words flagged.
import { readFileSync } from 'node:fs';
import type { Judge } from '../../lib/moderation/engine';
import { hiddenBy, NOT_SOUGHT, TRICKS } from '../../tests/moderation/tricks';

/** A row of a Markdown table whose second column is the item: `| 12 | три рубля | … |`. */
const TABLE_ROW = /^\|\s*\d+\s*\|\s*([^|]+?)\s*\|/;

/** Harmless items of a file: rows of its numbered Markdown tables, or its lines when it has none. */
function itemsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const rows = lines.flatMap((line) => TABLE_ROW.exec(line)?.[1] ?? []);
  return rows.length > 0 ? rows : lines.filter((line) => line.trim() !== '');
}

/**
 * Prints a row for every trick: comments, share found at any strength, for certain, and examples of what
 * was missed. `harmless`: a file of words and phrases none of which may be flagged.
 */
export function evaluateEvasion(moderate: Judge['judge'], harmless: string | undefined): void {
  const table: Record<string, Record<string, string | number>> = {};
  for (const name of Object.keys(TRICKS)) {
    const texts = hiddenBy(name);
    const judged = texts.map((text) => ({ text, findings: moderate(text) }));
    const found = judged.filter(({ findings }) => findings.length > 0);
    const certain = found.filter(({ findings }) => findings[0]?.strength === 'certain');
    const missed = judged.find(({ findings }) => findings.length === 0);
    table[name] = {
      comments: texts.length,
      found: `${((100 * found.length) / texts.length).toFixed(0)} %`,
      certain: `${((100 * certain.length) / texts.length).toFixed(0)} %`,
      missed: missed === undefined ? '' : missed.text,
      sought: NOT_SOUGHT.has(name) ? 'no' : '',
    };
  }
  console.log('Obscene words behind tricks');
  console.table(table);
  if (harmless === undefined) return;
  const items = itemsOf(harmless);
  const flagged = items.filter((text) => moderate(text).length > 0);
  console.log(`Harmless items flagged: ${flagged.length} of ${items.length}`);
  for (const text of flagged) console.log(`  + ${text}`);
}
