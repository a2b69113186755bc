/**
 * Speed of the engines in Node and of the whole extension in the browser, on the practice pages. The
 * figures are for this machine at this moment; only a change of them means something.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moderate } from '../lib/moderation';
import { review } from '../lib/style';
import { startStand } from '../tests/stand/server';
import { COMMENTS, shownText } from '../tests/stand/vk/comments';
import { POSTS } from '../tests/stand/vk/posts';
import { ensureBrowser, extensionWorker, launch } from './browser';
import { buildExtension, EXTENSION } from './project';
import { DRAFT, THREAD } from './walk';

/** Each measurement goes on for at least so long, milliseconds. */
const LASTS = 1_500;
const CROWD = 5_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Calls `work` with each text in turn, round and round. Returns microseconds a call. */
function rate(texts: readonly string[], work: (text: string) => unknown): number {
  // Once round without the clock, so that what is built at the first call is not counted.
  for (const text of texts) work(text);
  let calls = 0;
  const started = performance.now();
  while (performance.now() - started < LASTS) {
    for (const text of texts) work(text);
    calls += texts.length;
  }
  return ((performance.now() - started) / calls) * 1_000;
}

function engines(): void {
  const comments = COMMENTS.map(shownText).filter((text) => text !== '');
  const drafts = [DRAFT, ...POSTS.map(({ text }) => text)];
  const huge = `${'Дайте горячую воду, верните автобус. '.repeat(2_800)}`.slice(0, 100_000);
  say(`moderate, комментарий обсуждения: ${rate(comments, moderate).toFixed(0)} мкс`);
  say(`moderate, 100 000 знаков: ${(rate([huge], moderate) / 1_000).toFixed(0)} мс`);
  say(`review, пост: ${(rate(drafts, (text) => review(text)) / 1_000).toFixed(1)} мс`);
}

interface ExtensionWorld {
  chrome: { storage: { session: { get(): Promise<Record<string, { read?: number }>> } } };
}

async function inBrowser(): Promise<void> {
  if ((await buildExtension()) !== 0) throw new Error('Сборка не удалась.');
  const stand = await startStand();
  const profile = mkdtempSync(join(tmpdir(), 'vakhta-bench-'));
  const context = await launch(ensureBrowser(say), {
    profile,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    headless: true,
  });
  try {
    const worker = await extensionWorker(context);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
      Object.assign(window, { tasks });
    });
    await page.goto(`${THREAD}?many=${CROWD}`, { waitUntil: 'commit' });
    const started = performance.now();
    const readSoFar = () =>
      worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as ExtensionWorld;
        const states = Object.values(await chrome.storage.session.get());
        return Math.max(0, ...states.map(({ read }) => read ?? 0));
      });
    while ((await readSoFar()) < CROWD) {
      if (performance.now() - started > 120_000) throw new Error('За две минуты не прочитано.');
      await page.waitForTimeout(100);
    }
    const seconds = (performance.now() - started) / 1_000;
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    say(`браузер, ${CROWD} комментариев на странице: прочитаны за ${seconds.toFixed(1)} с`);
    say(
      `  задач длиннее 50 мс: ${tasks.length}, самая длинная ${Math.max(0, ...tasks).toFixed(0)} мс (со своей отрисовкой страницы)`,
    );
  } finally {
    await context.close();
    await stand.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

engines();
await inBrowser();
