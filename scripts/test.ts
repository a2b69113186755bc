/**
 * Everything that can be checked here: types, lint, dead code, unit tests, both builds and the browser
 * tests. Goes on after a failure, so that one run tells all; the last line counts what ran.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ensureBrowser } from './browser';
import { buildExtension, CACHE, runTool } from './project';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const UNIT_REPORT = join(CACHE, 'unit.json');
/** Named in `playwright.config.ts` too. */
const BROWSER_REPORT = join(CACHE, 'e2e.json');

const unitReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const browserReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const one = (good: boolean): Count => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });
const report = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A tool whose exit code is its whole answer. */
const tool =
  (name: string, ...args: string[]) =>
  async () =>
    one((await runTool(name, args)) === 0);

const build = (browser: 'chrome' | 'firefox') => async () =>
  one((await buildExtension(browser)) === 0);

async function unitTests(): Promise<Count> {
  const code = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = unitReport.parse(
    report(UNIT_REPORT),
  );
  // A file that does not even load has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  const unexplained = (code !== 0 && failed === 0) || numPassedTests + failed === 0;
  return {
    passed: numPassedTests,
    failed: failed + (unexplained ? 1 : 0),
    skipped: numPendingTests,
  };
}

async function browserTests(): Promise<Count> {
  ensureBrowser(say);
  const code = await runTool('playwright', ['test']);
  const { errors, stats } = browserReport.parse(report(BROWSER_REPORT));
  const failed = stats.unexpected + stats.flaky + errors.length;
  const unexplained = (code !== 0 && failed === 0) || stats.expected + failed === 0;
  return {
    passed: stats.expected,
    failed: failed + (unexplained ? 1 : 0),
    skipped: stats.skipped,
  };
}

const STEPS: readonly { title: string; run: () => Promise<Count> }[] = [
  { title: 'Манифест и типы расширения', run: tool('wxt', 'prepare') },
  { title: 'Типы', run: tool('tsc', '--noEmit') },
  { title: 'Правила кода', run: tool('biome', 'check', '--error-on-warnings', '.') },
  { title: 'Лишний код', run: tool('knip') },
  { title: 'Тесты модулей', run: unitTests },
  { title: 'Сборка для Chromium', run: build('chrome') },
  { title: 'Сборка для Firefox', run: build('firefox') },
  { title: 'Тесты в браузере', run: browserTests },
];

mkdirSync(CACHE, { recursive: true });
// Reports of an earlier run must never be counted.
for (const path of [UNIT_REPORT, BROWSER_REPORT]) rmSync(path, { force: true });

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const { title, run } of STEPS) {
  say(`\n── ${title} ──`);
  const started = performance.now();
  const count = await run().catch((error: unknown): Count => {
    say(error instanceof Error ? error.message : String(error));
    return one(false);
  });
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = Math.round((performance.now() - started) / 1_000);
  const mark = count.failed === 0 ? '✓' : '✗';
  lines.push(`${mark} ${title}: ${count.passed} passed, ${count.failed} failed, ${seconds} с`);
  say(lines.at(-1) ?? '');
}
say(`\n${lines.join('\n')}`);
if (total.skipped > 0) say(`Пропущено тестов: ${total.skipped}`);
say(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
