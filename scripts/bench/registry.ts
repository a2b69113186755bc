import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Size } from '../../lib/exchange/example/world';
import { messagesOf } from '../../lib/i18n';
import { ensureBrowser, extensionWorker, launch } from '../browser';
import { EXTENSION, ROOT } from '../project';
import { exampleOf } from '../walk';
import { atMost, type Figure, median } from './report';

/** Rounds, all questions in each, so that they are compared under the same load. */
const ROUNDS = 5;
const { nav } = messagesOf('ru').dashboard;

/** A registry of a whole region. @param actions over three years at most */
const regionOf = (actions: number): Size => ({
  bodies: 200,
  accounts: 800,
  weeks: 26,
  pace: 4.9,
  actions,
  actionDays: Math.min(1_095, Math.max(30, Math.round(actions / 900))),
  authors: Math.max(500, Math.round(actions / 16)),
});

/** Lists by their address: what is asked, and what must come within how long, milliseconds. */
const LISTS: readonly { what: string; hash: string; most: number }[] = [
  { what: 'модерация: первая страница', hash: '/log', most: 100 },
  { what: 'критерий', hash: '/log?criterion=spam', most: 300 },
  { what: 'два критерия', hash: '/log?criterion=hate&criterion=drugs', most: 300 },
  { what: 'критерий и действие', hash: '/log?criterion=spam&kind=ban', most: 300 },
  { what: 'критерий, которого у действия нет', hash: '/log?criterion=insult&kind=keep', most: 300 },
  {
    what: 'критерий, действие и оператор',
    hash: `/log?criterion=threat&kind=hide&operator=${encodeURIComponent('Ольга Вечерняя')}`,
    most: 300,
  },
  {
    what: 'сеть и оператор',
    hash: `/log?network=x&operator=${encodeURIComponent('Игорь Соснин')}`,
    most: 300,
  },
  { what: 'частое слово', hash: `/log?q=${encodeURIComponent('администрация')}`, most: 300 },
  {
    what: 'два слова и критерий',
    hash: `/log?q=${encodeURIComponent('стадо баранов')}&criterion=insult`,
    most: 300,
  },
  {
    what: 'слово, которого нет',
    hash: `/log?q=${encodeURIComponent('синхрофазотрон')}`,
    most: 300,
  },
];

/** Milliseconds from the change of the address until the list under it stands on the screen. */
function openList(page: Page, hash: string): Promise<number> {
  return page.evaluate(async (to) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // Another screen between, so that no row of the list before passes for an answer.
    location.hash = '#/safety';
    while (document.querySelector('[role="grid"]')) await frame();
    await frame();
    const began = performance.now();
    location.hash = `#${to}`;
    for (;;) {
      const status = document.querySelector('main [role="status"]')?.textContent ?? '';
      const none = /^0\D/.test(status);
      const rows = [...document.querySelectorAll('[role="grid"] tbody tr')];
      if (none || (rows.length > 0 && rows.some((row) => (row.textContent ?? '').length > 20)))
        return performance.now() - began;
      if (performance.now() - began > 30_000) throw new Error(`no list in half a minute: ${to}`);
      await frame();
    }
  }, hash);
}

/** Milliseconds from the change of the address until every card of the first screen is there. */
function openOverview(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    location.hash = '#/safety';
    while (document.querySelector('[data-figure="norm"]')) await frame();
    await frame();
    const began = performance.now();
    location.hash = '#/';
    // The norm, what is due and what was recorded last come by themselves.
    const parts = [
      '[data-figure="norm"]',
      'main a[href="#/checks"]',
      'main a[href*="/log?entry="]',
    ];
    while (!parts.every((part) => document.querySelector(part))) {
      if (performance.now() - began > 30_000) throw new Error('no overview in half a minute');
      await frame();
    }
    return performance.now() - began;
  });
}

async function fill(page: Page, size: Size, say: (text: string) => void): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'scripts/bench/registry-world.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  await page.evaluate(outputFiles[0]?.text ?? '');
  let over = false;
  const filling = page
    .evaluate(([what, now]) => globalThis.fillRegistry(what, now), [size, Date.now()] as const)
    .finally(() => {
      over = true;
    });
  while (!over) {
    await page.waitForTimeout(10_000);
    if (!over) say(`реестр: заполнено ${await page.evaluate(() => globalThis.filledRows)} строк`);
  }
  await filling;
}

const profileFolder = () => {
  const named = process.env.VAKHTA_BENCH_PROFILE;
  if (named === undefined)
    return { profile: mkdtempSync(join(tmpdir(), 'vakhta-bench-')), kept: false };
  mkdirSync(named, { recursive: true });
  return { profile: named, kept: true };
};

/**
 * How quick a full registry is, in the real browser: 200 bodies, 800 accounts, 100,000 publications and
 * so many actions. Filling it takes a while; the environment variable VAKHTA_BENCH_PROFILE names a
 * folder that keeps the browser's profile for the next time.
 */
export async function benchRegistry(
  say: (text: string) => void,
  actions: number,
): Promise<Figure[]> {
  const { profile, kept } = profileFolder();
  const context: BrowserContext = await launch(
    ensureBrowser(() => undefined),
    {
      profile,
      extension: EXTENSION,
      resolverRules: 'MAP * ~NOTFOUND',
      headless: true,
      viewport: { width: 1280, height: 800 },
    },
  );
  try {
    const extensionId = new URL((await extensionWorker(context)).url()).host;
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    const known = await page.evaluate(async () =>
      (await indexedDB.databases()).some(({ name }) => name === 'vakhta-example'),
    );
    if (!known) await fill(page, regionOf(actions), say);
    await page.goto(exampleOf(extensionId));
    await page.getByRole('heading', { level: 1, name: nav.overview }).waitFor();

    const overviews: number[] = [];
    const lists = LISTS.map(() => [] as number[]);
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`реестр: круг ${round + 1} из ${ROUNDS}`);
      overviews.push(await openOverview(page));
      for (const [place, { hash }] of LISTS.entries())
        lists[place]?.push(await openList(page, hash));
    }
    const rows = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('vakhta-example');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('log').objectStore('log').count();
            counting.onsuccess = () => {
              opening.result.close();
              done(counting.result);
            };
          };
        }),
    );
    return [
      { what: 'записей модерации в реестре', measured: new Intl.NumberFormat('ru').format(rows) },
      atMost('реестр: «Сегодня» целиком', median(overviews), 500, 'мс'),
      ...LISTS.map(({ what, most }, place) =>
        atMost(`реестр: ${what}`, median(lists[place] ?? []), most, 'мс'),
      ),
    ];
  } finally {
    await context.close();
    if (!kept) rmSync(profile, { recursive: true, force: true });
  }
}
