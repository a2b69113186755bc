/**
 * Makes docs/pictures: every screen, light and dark, by driving the practice pages. Run after `npm run
 * build`; the pictures are committed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { SCREENS, type ScreenName } from '../components/dashboard/screens';
import { messagesOf } from '../lib/i18n';
import { Overlay } from '../tests/e2e/overlay';
import { RegistryReader } from '../tests/e2e/registry';
import { startStand } from '../tests/stand/server';
import { ensureBrowser, extensionWorker, launch } from './browser';
import { buildExtension, EXTENSION, ROOT } from './project';
import { chooseNative, DRAFT, openComposer, showComment, THREAD, WALL } from './walk';

const FOLDER = join(ROOT, 'docs/pictures');
/** CSS pixels. */
type Size = Readonly<{ width: number; height: number }>;

/** Small enough for a README, wide enough for the three columns of the practice pages. */
const PAGE_SIZE: Size = { width: 1160, height: 760 };
const FULL_SIZE: Size = { width: 1280, height: 860 };
/** High enough for the practice page without scrolling. */
const WELCOME_SIZE: Size = { width: 1280, height: 960 };
const PANEL_SIZE: Size = { width: 380, height: 760 };
const POPUP_SIZE: Size = { width: 320, height: 420 };
/** Comments that are removed before the log is shown. */
const REMOVED = [305, 308, 312];
const OPERATOR = 'Мария Дежурова';
const { dashboard: words, drafting, panel: panelWords, welcome: welcomeWords } = messagesOf('ru');

const say = (text: string) => process.stdout.write(`${text}\n`);

async function tabOf(context: BrowserContext, page: Page): Promise<number> {
  const worker = await extensionWorker(context);
  await page.bringToFront();
  const id = await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(wish: object): Promise<{ id?: number; url?: string }[]> } };
    };
    return (await chrome.tabs.query({ active: true })).find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
  if (id < 0) throw new Error(`no tab shows ${page.url()}`);
  return id;
}

/** Screens that are taken with what the walk over the practice pages has left in them. */
const AS_WALKED: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'overview',
  'log',
  'draft',
  'rules',
  'safety',
  'regulation',
  'settings',
  'about',
]);
/** Screens that say something only when they are full, as the filled example shows them. */
const FULL = {
  today: '/',
  ...Object.fromEntries(
    SCREENS.flatMap(({ name, path }) => (AS_WALKED.has(name) ? [] : [[name, path]])),
  ),
  notices: '/registry?tab=notices',
  publish: '/registry?tab=publish',
  mix: '/publications?tab=mix',
};

/** What the pictures are taken with. */
interface Camera {
  context: BrowserContext;
  registry: RegistryReader;
  /** Opens a page of the extension. */
  open(path: string, size: Size): Promise<Page>;
  /** Takes the picture `name` of the theme. */
  shot(page: Page, name: string): Promise<void>;
}

async function takeExample({ open, shot }: Camera): Promise<void> {
  for (const [name, hash] of Object.entries(FULL)) {
    const screen = await open(`dashboard.html?example#${hash}`, FULL_SIZE);
    // The first one makes the example.
    await screen.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 });
    await screen.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    await screen.waitForTimeout(800);
    await shot(screen, `full-${name}`);
    await screen.close();
  }
}

/** The operator gives a name: every record is made in it. */
async function nameOperator({ open }: Camera): Promise<void> {
  const today = await open('dashboard.html#/', PAGE_SIZE);
  await today.getByPlaceholder(words.overview.namePlaceholder).fill(OPERATOR);
  await today.getByRole('button', { name: words.overview.nameSave }).click();
  await today.getByPlaceholder(words.overview.namePlaceholder).waitFor({ state: 'hidden' });
  await today.close();
}

async function takeFirstDay({ open, shot }: Camera): Promise<void> {
  const welcome = await open('welcome.html', WELCOME_SIZE);
  await welcome.getByRole('button', { name: welcomeWords.skip, exact: true }).click();
  await welcome.getByText(welcomeWords.thread.listTitle).waitFor();
  await welcome.waitForTimeout(1_000);
  await welcome.keyboard.press('KeyJ');
  await welcome.keyboard.press('KeyD');
  await welcome.getByRole('menuitem', { name: welcomeWords.thread.remove }).waitFor();
  await shot(welcome, 'welcome-thread');
  await welcome.close();
}

/** A thread with its marks, card, keys, panel and popup; then comments are removed, and recorded. */
async function takeThread({ context, registry, open, shot }: Camera): Promise<void> {
  const thread = await context.newPage();
  await thread.goto(THREAD);
  const overlay = await Overlay.of(thread);
  await overlay.one('.chip');
  await showComment(thread, 305);
  await shot(thread, 'thread');
  await overlay.click('.chip[data-key*="-100_308"]');
  await overlay.one('.card');
  await shot(thread, 'card');
  await thread.keyboard.press('Escape');
  await thread.keyboard.press('Shift+Slash');
  await overlay.one('.help');
  await shot(thread, 'keys');
  await thread.keyboard.press('Escape');

  const panel = await open(`sidepanel.html?tab=${await tabOf(context, thread)}`, PANEL_SIZE);
  await panel.getByRole('progressbar').waitFor({ state: 'attached' });
  await shot(panel, 'panel');
  const popup = await open(`popup.html?tab=${await tabOf(context, thread)}`, POPUP_SIZE);
  await shot(popup, 'popup');
  await popup.close();

  await thread.bringToFront();
  for (const n of REMOVED) await chooseNative(thread, n, 'Удалить');
  await registry.hasEntries(REMOVED.length);
  await thread.bringToFront();
  await overlay.one('.toast', 'Записано');
  await shot(thread, 'recorded');
  await panel.close();
}

async function takeDraft({ context, open, shot }: Camera): Promise<void> {
  const wall = await context.newPage();
  await wall.goto(WALL);
  const editor = await openComposer(wall);
  await editor.click();
  await wall.keyboard.type(DRAFT);
  await wall.keyboard.press('Alt+KeyJ');
  await wall.waitForTimeout(1_200);
  await wall.keyboard.press('Alt+KeyJ');
  await shot(wall, 'draft');

  const panel = await open(`sidepanel.html?tab=${await tabOf(context, wall)}`, PANEL_SIZE);
  await panel.getByRole('tab', { name: panelWords.tabs.draft }).click();
  await shot(panel, 'panel-draft');
  await panel.close();
}

/** The screens as the walk has left them. */
async function takeDashboard({ registry, open, shot }: Camera): Promise<void> {
  const [entry] = await registry.entries();
  const walked = SCREENS.flatMap(({ name, path }) => (AS_WALKED.has(name) ? [[name, path]] : []));
  const screens = { ...Object.fromEntries(walked), entry: `/log?entry=${entry?.id}` };
  for (const [name, hash] of Object.entries(screens)) {
    const screen = await open(`dashboard.html#${hash}`, PAGE_SIZE);
    await screen.getByRole('heading').first().waitFor();
    if (name === 'draft') {
      await screen.getByRole('button', { name: drafting.advice.sample }).click();
    }
    await shot(screen, `dashboard-${name}`);
    await screen.close();
  }
}

async function take(colorScheme: 'light' | 'dark'): Promise<void> {
  const stand = await startStand();
  const profile = mkdtempSync(join(tmpdir(), 'vakhta-pictures-'));
  const context = await launch(ensureBrowser(say), {
    profile,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    headless: true,
    colorScheme,
    viewport: PAGE_SIZE,
  });
  try {
    const id = new URL((await extensionWorker(context)).url()).host;
    const camera: Camera = {
      context,
      registry: new RegistryReader(context, id),
      async open(path, size) {
        const page = await context.newPage();
        await page.setViewportSize(size);
        await page.goto(`chrome-extension://${id}/${path}`);
        return page;
      },
      async shot(page, name) {
        await page.evaluate(() => document.fonts.ready);
        // Screens come in with short transitions; a picture shows them at rest.
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
        say(`${name}-${colorScheme}.png`);
      },
    };
    await nameOperator(camera);
    await takeThread(camera);
    await takeFirstDay(camera);
    await takeDraft(camera);
    await takeDashboard(camera);
    await takeExample(camera);
  } finally {
    await context.close();
    await stand.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

mkdirSync(FOLDER, { recursive: true });
if ((await buildExtension()) !== 0) process.exit(1);
for (const scheme of ['light', 'dark'] as const) await take(scheme);
