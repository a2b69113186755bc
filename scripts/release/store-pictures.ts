import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { Overlay } from '../../tests/e2e/overlay';
import { startStand } from '../../tests/stand/server';
import { ensureBrowser, extensionWorker, launch } from '../browser';
import { listingIn } from '../package/listing';
import { EXTENSION, ROOT } from '../project';
import { DRAFT, exampleOf, openComposer, showComment, THREAD, WALL } from '../walk';

/** The size of a screenshot that both stores take. */
const SCREEN = { width: 1280, height: 800 };
/** The small promotional tile of the Chrome Web Store. */
const TILE = { width: 440, height: 280 };

/** Screens of the filled example, in the order in which a store shows them. */
const SCREENS = { today: '#/', registry: '#/registry', plan: '#/plan' };

const tilePage = (name: string, icon: string) => `<!doctype html><style>
body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center; gap: 20px;
  font: 600 30px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: #fff; background: #05636c; }
img { width: 96px; height: 96px; border-radius: 22px; background: #fff; }
p { margin: 0; max-width: 380px; text-align: center; font-size: 21px; font-weight: 500; }
</style><img src="${icon}" alt=""><p>${name}</p>`;

/**
 * Takes the pictures that the stores ask for, of the build that lies in `.output`: five screens, the
 * small tile and the icon.
 */
export async function takeStorePictures(
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  const stand = await startStand();
  const profile = mkdtempSync(join(tmpdir(), 'vakhta-store-'));
  const context = await launch(ensureBrowser(say), {
    profile,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    headless: true,
    colorScheme: 'light',
    viewport: SCREEN,
  });
  try {
    const take = async (page: Page, name: string) => {
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      say(`pictures/${name}.png`);
      await page.close();
    };
    const id = new URL((await extensionWorker(context)).url()).host;
    await takePages(context, take);
    for (const [name, hash] of Object.entries(SCREENS)) {
      const page = await context.newPage();
      await page.goto(exampleOf(id, hash));
      // The first one makes the example.
      await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 });
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      await take(page, `screen-${name}`);
    }
    const tile = await context.newPage();
    await tile.setViewportSize(TILE);
    await tile.goto(`chrome-extension://${id}/NOTICE.txt`);
    await tile.setContent(tilePage(listingIn('ru').name, '/icon/128.png'));
    await take(tile, 'tile-440x280');
    copyFileSync(join(ROOT, 'public/icon/128.png'), join(folder, 'icon-128.png'));
  } finally {
    await context.close();
    await stand.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The practice pages of a network with Vakhta on them. */
async function takePages(
  context: BrowserContext,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const thread = await context.newPage();
  await thread.goto(THREAD);
  const overlay = await Overlay.of(thread);
  await overlay.one('.chip');
  await showComment(thread, 305);
  await overlay.click('.chip[data-key*="-100_308"]');
  await overlay.one('.card');
  await take(thread, 'screen-thread');

  const wall = await context.newPage();
  await wall.goto(WALL);
  const editor = await openComposer(wall);
  await editor.click();
  await wall.keyboard.type(DRAFT);
  await wall.keyboard.press('Alt+KeyJ');
  await wall.waitForTimeout(1_200);
  await wall.keyboard.press('Alt+KeyJ');
  await take(wall, 'screen-draft');
}
