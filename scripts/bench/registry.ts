import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Size } from '../../lib/exchange/example/world';
import { messagesOf } from '../../lib/i18n';
import { ensureBrowser, extensionWorker, launch } from '../browser';
import { CACHE, EXTENSION, ROOT } from '../project';
import { exampleOf } from '../walk';
import { atMost, type Figure, median } from './report';

/** Rounds, all questions in each, so that they are compared under the same load. */
const ROUNDS = 5;
/** Accounts in the table that is taken in, and rows of the log that an upgrade is tried with. */
const IMPORTED = 800;
const UPGRADED = 10_000;
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

/** A list or another part of a screen by its address. */
interface List {
  what: string;
  hash: string;
  /** What must come within how long, milliseconds. */
  most: number;
  /** What stands there when it has come; otherwise the rows of a table do. */
  shown?: string;
}

const PAGE = 100;
const FILTER = 300;
const asked = (text: string) => encodeURIComponent(text);

const LISTS: readonly List[] = [
  { what: 'модерация: первая страница', hash: '/log', most: PAGE },
  { what: 'модерация: критерий', hash: '/log?criterion=spam', most: FILTER },
  {
    what: 'модерация: два критерия',
    hash: '/log?criterion=hate&criterion=drugs',
    most: FILTER,
  },
  { what: 'модерация: критерий и действие', hash: '/log?criterion=spam&kind=ban', most: FILTER },
  {
    what: 'модерация: критерий, которого у действия нет',
    hash: '/log?criterion=insult&kind=keep',
    most: FILTER,
  },
  {
    what: 'модерация: критерий, действие и оператор',
    hash: `/log?criterion=threat&kind=hide&operator=${asked('Ольга Вечерняя')}`,
    most: FILTER,
  },
  {
    what: 'модерация: сеть и оператор',
    hash: `/log?network=x&operator=${asked('Игорь Соснин')}`,
    most: FILTER,
  },
  { what: 'модерация: частое слово', hash: `/log?q=${asked('администрация')}`, most: FILTER },
  { what: 'модерация: служебное слово', hash: `/log?q=${asked('на')}`, most: FILTER },
  {
    what: 'модерация: два слова и критерий',
    hash: `/log?q=${asked('стадо баранов')}&criterion=insult`,
    most: FILTER,
  },
  {
    what: 'модерация: слово, которого нет',
    hash: `/log?q=${asked('синхрофазотрон')}`,
    most: FILTER,
  },
  { what: 'реестр: первая страница', hash: '/registry', most: PAGE },
  {
    what: 'реестр: сеть и слово',
    hash: `/registry?network=ok&q=${asked('поселка')}`,
    most: FILTER,
  },
  { what: 'уведомления: первая страница', hash: '/registry?tab=notices&state=all', most: PAGE },
  { what: 'план: месяц', hash: '/plan', most: PAGE, shown: '[role="grid"]' },
  { what: 'план: список', hash: '/plan?view=list', most: PAGE },
  { what: 'план: состояние', hash: '/plan?view=list&state=draft', most: FILTER },
  { what: 'публикации: норма', hash: '/publications', most: PAGE },
  { what: 'публикации: первая страница', hash: '/publications?tab=list', most: PAGE },
  { what: 'публикации: формат', hash: '/publications?tab=list&format=video', most: FILTER },
  { what: 'публикации: слово', hash: `/publications?tab=list&q=${asked('каток')}`, most: FILTER },
  {
    what: 'публикации: за полгода, слово',
    hash: `/publications?tab=list&weeks=26&q=${asked('каток')}`,
    most: FILTER,
  },
  { what: 'нарушители: первая страница', hash: '/offenders', most: PAGE },
  { what: 'нарушители: пора решать', hash: '/offenders?state=due', most: FILTER },
  {
    what: 'нарушители: сеть и имя',
    hash: `/offenders?network=ok&q=${asked('левитан')}`,
    most: FILTER,
  },
  { what: 'нарушители: снятые', hash: '/offenders?state=lifted', most: FILTER },
  { what: 'проверки: первая страница', hash: '/checks', most: PAGE },
  { what: 'проверки: просрочено', hash: '/checks?state=overdue', most: FILTER },
];

/** Milliseconds from the change of the address until the list under it stands on the screen. */
function openList(page: Page, { hash, shown = '' }: List): Promise<number> {
  return page.evaluate(
    async ([to, part]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Another screen between, so that no row of the list before passes for an answer.
      location.hash = '#/safety';
      while (document.querySelector(`[role="grid"]${part === '' ? '' : `, ${part}`}`))
        await frame();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await frame();
      const began = performance.now();
      location.hash = `#${to}`;
      for (;;) {
        const status = document.querySelector('main [role="status"]')?.textContent ?? '';
        const none = /^0\D/.test(status);
        const rows = [...document.querySelectorAll('[role="grid"] tbody tr')];
        const come =
          part === ''
            ? none || rows.some((row) => (row.textContent ?? '').length > 20)
            : document.querySelector(part) !== null;
        if (come) return performance.now() - began;
        if (performance.now() - began > 60_000) throw new Error(`no list in a minute: ${to}`);
        await frame();
      }
    },
    [hash, shown] as const,
  );
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

/** Brings the functions of `registry-world.ts` into the page. */
async function bringWorld(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'scripts/bench/registry-world.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  await page.evaluate(outputFiles[0]?.text ?? '');
}

/** The moment of which the registry in a profile is; the same one when its filling goes on. */
function momentOf(profile: string): number {
  const file = join(profile, 'moment');
  if (!existsSync(file)) writeFileSync(file, String(Date.now()));
  return Number(readFileSync(file, 'utf8'));
}

async function fill(
  page: Page,
  order: { size: Size; now: number },
  say: (text: string) => void,
): Promise<void> {
  let over = false;
  const filling = page
    .evaluate(({ size, now }) => globalThis.fillRegistry(size, now), order)
    .finally(() => {
      over = true;
    });
  while (!over) {
    await page.waitForTimeout(10_000);
    if (!over)
      say(
        `реестр: ${Math.round(performance.now() / 1_000)} с, заполнено ${await page.evaluate(() => globalThis.filledRows)} записей`,
      );
  }
  await filling;
}

/** Whether the registry that lies in the browser was filled to its end; its own keys are made last. */
const isFilled = (page: Page) =>
  page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'vakhta-example')) return false;
    return new Promise<boolean>((done, fail) => {
      const opening = indexedDB.open('vakhta-example');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains('identity')) return done(false);
        const counting = database.transaction('identity').objectStore('identity').count();
        counting.onsuccess = () => {
          database.close();
          done(counting.result > 0);
        };
      };
    });
  });

/**
 * How quick a full registry is, in the real browser: 200 bodies, 800 accounts, 100,000 publications and
 * so many actions. Filling it takes a while, so the browser's profile stays in `.cache` for the next time,
 * one for each number of actions; what a later version of the database wants is brought in.
 */
export async function benchRegistry(
  say: (text: string) => void,
  actions: number,
): Promise<Figure[]> {
  const profile = join(CACHE, `bench-registry-${actions}`);
  mkdirSync(profile, { recursive: true });
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
    await bringWorld(page);
    const began = Date.now();
    const filled = await isFilled(page);
    if (!filled) await fill(page, { size: regionOf(actions), now: momentOf(profile) }, say);
    await page.evaluate(() => globalThis.keepRegistry());
    const fillSeconds = Math.round((Date.now() - began) / 1_000);
    say('реестр: ввоз таблицы и обновление базы');
    const imports: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      imports.push(await page.evaluate((count) => globalThis.importAccounts(count), IMPORTED));
    const upgrade = await page.evaluate((rows) => globalThis.upgradeRegistry(rows), UPGRADED);
    await page.goto(exampleOf(extensionId));
    await page.getByRole('heading', { level: 1, name: nav.overview }).waitFor();

    const overviews: number[] = [];
    const lists = LISTS.map(() => [] as number[]);
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`реестр: круг ${round + 1} из ${ROUNDS}`);
      overviews.push(await openOverview(page));
      for (const [place, list] of LISTS.entries()) lists[place]?.push(await openList(page, list));
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
      ...(filled ? [] : [{ what: 'реестр заполнен за', measured: `${fillSeconds} с` }]),
      atMost('«Сегодня» целиком', median(overviews), 500, 'мс'),
      atMost(`ввоз таблицы на ${IMPORTED} аккаунтов`, median(imports), 1_000, 'мс'),
      {
        what: 'обновление с версии 4: база открыта через',
        measured: `${upgrade.open.toFixed(0)} мс`,
      },
      {
        what: 'обновление с версии 4: записей журнала в секунду',
        measured: upgrade.perSecond.toFixed(0),
      },
      {
        what: 'обновление с версии 4: самая медленная новая запись тем временем',
        measured: `${upgrade.slowestRecord.toFixed(0)} мс`,
      },
      ...LISTS.map(({ what, most }, place) => atMost(what, median(lists[place] ?? []), most, 'мс')),
    ];
  } finally {
    await context.close();
  }
}
