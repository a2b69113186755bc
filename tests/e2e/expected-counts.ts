import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';

/** What the judges need of a comment. */
export interface JudgedText {
  id: string;
  author: string;
  text: string;
}

const ENTRY = `
import { moderate } from './lib/moderation';
import { withoutEchoes } from './lib/moderation/contract';
import { createRepetitionJudge } from './lib/moderation/repetition';
globalThis.expectedCounts = (texts) => {
  const repetition = createRepetitionJudge();
  for (const each of texts) repetition.add(each);
  const counts = {};
  for (const { id, text } of texts) {
    const repeated = repetition.finding(id);
    const found = [...withoutEchoes(moderate(text)), ...(repeated ? [repeated] : [])];
    for (const criterion of new Set(found.map((finding) => finding.criterion)))
      counts[criterion] = (counts[criterion] ?? 0) + 1;
  }
  return counts;
};
`;

let bundled: Promise<string> | undefined;

/** The engine alone, as one script. */
function engine(): Promise<string> {
  bundled ??= build({
    stdin: {
      contents: ENTRY,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/**
 * How many of the texts have a finding of each criterion, by the engine without the extension around
 * it. Runs in an empty page of the browser.
 */
export async function expectedCounts(
  page: Page,
  texts: readonly JudgedText[],
): Promise<Record<string, number>> {
  await page.evaluate(await engine());
  return page.evaluate(
    (given) =>
      (
        globalThis as unknown as {
          expectedCounts(texts: readonly JudgedText[]): Record<string, number>;
        }
      ).expectedCounts(given),
    texts,
  );
}
