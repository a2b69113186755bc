/**
 * Opens Chromium with the extension on the practice pages and waits until its window is closed. Where
 * there is no display, walks the same way by itself and tells what was found and recorded.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStand } from '../tests/stand/server';
import { ensureBrowser, extensionWorker, launch } from './browser';
import { buildExtension, CACHE, EXTENSION } from './project';
import { exampleOf, THREAD, WALL, walk, walkExample } from './walk';

const say = (text: string) => process.stdout.write(`${text}\n`);
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
const headless = !hasDisplay || process.argv.includes('--headless');

async function start(): Promise<void> {
  say('Собираю расширение…');
  if ((await buildExtension()) !== 0) throw new Error('Сборка не удалась: смотрите выше.');
  const browser = ensureBrowser(say);
  const stand = await startStand();
  // The window keeps its profile, so that the log of yesterday's practice is there; the walk starts anew.
  const kept = join(CACHE, 'profile');
  mkdirSync(kept, { recursive: true });
  const profile = headless ? mkdtempSync(join(tmpdir(), 'vakhta-start-')) : kept;
  const context = await launch(browser, {
    profile,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    headless,
    ...(headless ? {} : { viewport: null }),
  });
  try {
    const worker = await extensionWorker(context);
    const extensionId = new URL(worker.url()).host;
    if (headless) {
      const folder = join(CACHE, 'start');
      rmSync(folder, { recursive: true, force: true });
      await walk(context, extensionId, folder, say);
      await walkExample(context, extensionId, folder, say);
      say('Снимки экранов: .cache/start/');
    } else {
      const closed = new Promise((resolve) => context.once('close', resolve));
      const page = context.pages()[0] ?? (await context.newPage());
      // Beside the practice pages: what the dashboard looks like after months of work.
      const example = await context.newPage();
      await example.goto(exampleOf(extensionId));
      await page.goto(THREAD);
      await page.bringToFront();
      say(`Открыто ${THREAD}, стена — ${WALL}. Это учебные страницы на вашем компьютере.`);
      say('Рядом — кабинет с примером: придуманная область за несколько месяцев работы.');
      say('Закройте окно браузера, когда закончите.');
      await closed;
    }
  } finally {
    await context.close().catch(() => {});
    await stand.close();
    if (headless) rmSync(profile, { recursive: true, force: true });
  }
}

start().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
