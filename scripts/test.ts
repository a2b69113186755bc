/**
 * Everything that can be checked here: types, lint, dead code, unit tests, both builds and the tests
 * in both browsers. Goes on after a failure, so that one run tells all; the last line counts what ran.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { tableOf } from './bench/report';
import { sizesOf } from './bench/sizes';
import { ensureBrowser } from './browser';
import { ensureFirefox } from './firefox';
import { lintFirefox } from './lint-firefox';
import { faultsOf } from './package/contents';
import { isNoticeRight } from './package/notice';
import { unexplainedBuilt } from './package/privacy';
import { buildExtension, CACHE, EXTENSION, FIREFOX_EXTENSION, ROOT, runTool } from './project';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by name: told again at the end, where one looks first. */
  faults?: readonly string[];
}

const UNIT_REPORT = join(CACHE, 'unit.json');
const FIREFOX_REPORT = join(CACHE, 'firefox.json');
/** Named in `playwright.config.ts` too. */
const BROWSER_REPORT = join(CACHE, 'e2e.json');

const unitReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});
/** Files and groups of tests, one in the other. */
const suites = z.array(
  z.object({
    specs: z.array(z.object({ ok: z.boolean(), file: z.string(), title: z.string() })),
    get suites() {
      return z.optional(suites);
    },
  }),
);
const browserReport = z.object({
  errors: z.array(z.unknown()),
  suites,
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

/** Runs Vitest with a report in `path`. */
async function vitest(path: string, ...args: string[]): Promise<Count> {
  const code = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    ...args,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = unitReport.parse(
    report(path),
  );
  // A file that does not even load has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numFailedTests + broken.length;
  const unexplained = (code !== 0 && failed === 0) || numPassedTests + failed === 0;
  const wrong = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative(ROOT, name)} › ${fullName}`),
  );
  return {
    passed: numPassedTests,
    failed: failed + (unexplained ? 1 : 0),
    skipped: numPendingTests,
    faults: [...broken.map(({ name }) => relative(ROOT, name)), ...wrong],
  };
}

/** The tests that failed at every try, by file and title. */
const wrongIn = (those: z.infer<typeof suites>): string[] =>
  those.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`),
    ...wrongIn(inner),
  ]);

async function browserTests(): Promise<Count> {
  ensureBrowser(say);
  const code = await runTool('playwright', ['test']);
  const { errors, stats, ...run } = browserReport.parse(report(BROWSER_REPORT));
  if (stats.flaky > 0)
    say(`Прошли только со второй попытки: ${stats.flaky} — смотрите «flaky» выше.`);
  const passed = stats.expected + stats.flaky;
  const failed = stats.unexpected + errors.length;
  const unexplained = (code !== 0 && failed === 0) || passed + failed === 0;
  return {
    passed,
    failed: failed + (unexplained ? 1 : 0),
    skipped: stats.skipped,
    faults: wrongIn(run.suites),
  };
}

const unitTests = () => vitest(UNIT_REPORT);

/** Each part of the extension as built for Chromium keeps within its size. */
async function sizes(): Promise<Count> {
  const figures = sizesOf();
  say(tableOf(figures));
  const held = figures.filter(({ reached }) => reached === true).length;
  const missed = figures.filter(({ reached }) => reached === false).length;
  return { passed: held, failed: missed, skipped: 0 };
}

/** What is shipped is what must be shipped, and the licences of all of it are told. */
async function contents(): Promise<Count> {
  const faults = [
    ...[EXTENSION, FIREFOX_EXTENSION].flatMap(faultsOf),
    ...unexplainedBuilt(EXTENSION),
  ];
  for (const fault of faults) say(fault);
  const isRight = isNoticeRight();
  if (!isRight) say('NOTICE отстал от сборки: запустите npm run notice.');
  return {
    passed: Number(faults.length === 0) + Number(isRight),
    failed: Number(faults.length > 0) + Number(!isRight),
    skipped: 0,
  };
}

/** Firefox is wanted; only a person who may not install it goes without. */
async function firefoxTests(): Promise<Count> {
  if (ensureFirefox(say))
    return vitest(FIREFOX_REPORT, '--config', 'tests/firefox/vitest.config.ts');
  say('Firefox здесь нет, и установить его нельзя: пути человека в Firefox не проверены.');
  if (process.env.CI) return one(false);
  return { passed: 0, failed: 0, skipped: 1 };
}

const STEPS: readonly { title: string; run: () => Promise<Count> }[] = [
  { title: 'Манифест и типы расширения', run: tool('wxt', 'prepare') },
  { title: 'Типы', run: tool('tsc', '--noEmit') },
  { title: 'Правила кода', run: tool('biome', 'check', '--error-on-warnings', '.') },
  { title: 'Лишний код', run: tool('knip') },
  { title: 'Тесты модулей', run: unitTests },
  { title: 'Сборка для Chromium', run: build('chrome') },
  { title: 'Размер сборки', run: sizes },
  { title: 'Сборка для Firefox', run: build('firefox') },
  { title: 'Состав сборки', run: contents },
  { title: 'Проверка Mozilla', run: async () => one(await lintFirefox(say)) },
  { title: 'Тесты в Chromium', run: browserTests },
  { title: 'Тесты в Firefox', run: firefoxTests },
];

mkdirSync(CACHE, { recursive: true });
// Reports of an earlier run must never be counted.
for (const path of [UNIT_REPORT, FIREFOX_REPORT, BROWSER_REPORT]) rmSync(path, { force: true });

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const faults: string[] = [];
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
  faults.push(...(count.faults ?? []));
  const seconds = Math.round((performance.now() - started) / 1_000);
  const mark = count.failed === 0 ? '✓' : '✗';
  lines.push(`${mark} ${title}: ${count.passed} passed, ${count.failed} failed, ${seconds} с`);
  say(lines.at(-1) ?? '');
}
say(`\n${lines.join('\n')}`);
for (const fault of faults) say(`✗ ${fault}`);
if (total.skipped > 0) say(`Пропущено тестов: ${total.skipped}`);
say(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
