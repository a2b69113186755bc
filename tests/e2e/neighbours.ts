import { test as base, type Page } from '@playwright/test';
import type { Settings } from '../../lib/settings/settings';
import { findBrowser } from '../../scripts/browser';
import { type IsolatedWorld, isolatedWorld } from '../stand/editors/isolated';
import { type EditorStand, serveEditors } from '../stand/editors/serve';
import type { EditorName } from '../stand/editors/text';

export { expect } from '@playwright/test';

/** A page with one neighbour editor and Vakhta's world beside it. */
export interface Neighbour {
  page: Page;
  world: IsolatedWorld;
  /** Clicks the middle of Vakhta's element; it stands in a closed tree that no locator enters. */
  press(css: string): Promise<void>;
  /** Texts of Vakhta's elements on the screen. */
  shown(css: string): Promise<string[]>;
  /** Words under marks, in the order of the marks. */
  marked(): Promise<string[]>;
  /** Clicks the words in the draft. */
  clickWords(words: string): Promise<void>;
  /** The text by the editor's own model. */
  model(): Promise<string>;
}

interface Fixtures {
  editor(name: EditorName, query?: string): Promise<Neighbour>;
  /** As `editor`, with the whole check started. */
  checked(name: EditorName, query?: string, change?: Partial<Settings>): Promise<Neighbour>;
}

const browser = findBrowser();

export const test = base.extend<Fixtures, { neighbours: EditorStand }>({
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      ...(browser ? { executablePath: browser.path } : {}),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  },
  neighbours: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the wanted fixtures from here
    async ({}, use) => {
      const stand = await serveEditors();
      await use(stand);
      await stand.close();
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, neighbours }, use) => {
    await use(async (name, query = '') => {
      await page.goto(`${neighbours.origin}/${name}${query}`);
      await page.locator('[contenteditable="true"], textarea').first().waitFor();
      const world = await isolatedWorld(page, neighbours.harness);
      const place = (way: string, what: string) =>
        world.ask<{ x: number; y: number } | null>(`harness.${way}(${JSON.stringify(what)})`);
      const click = async (at: { x: number; y: number } | null, what: string) => {
        if (!at) throw new Error(`not on the screen: ${what}`);
        await page.mouse.click(at.x, at.y);
      };
      return {
        page,
        world,
        press: async (css) => click(await place('place', css), css),
        shown: (css) => world.ask(`harness.shown(${JSON.stringify(css)})`),
        marked: async () => {
          const marks = await world.ask<Record<string, string[]>>('harness.marked()');
          return [...(marks['vakhta-style-fix'] ?? []), ...(marks['vakhta-style-advice'] ?? [])];
        },
        clickWords: async (words) => click(await place('wordsAt', words), words),
        model: () => page.evaluate(() => window.model()),
      };
    });
  },
  checked: async ({ editor }, use) => {
    await use(async (name, query, change = {}) => {
      const neighbour = await editor(name, query);
      await neighbour.world.ask(`harness.start(${JSON.stringify(change)})`);
      await neighbour.page.locator('[contenteditable="true"], textarea').click();
      await neighbour.page.keyboard.press('Control+End');
      return neighbour;
    });
  },
});
