import {
  type BrowserContext,
  test as base,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test';
import { extensionWorker, findBrowser, programOptions } from '../../scripts/browser';
import { type Stand, startStand } from '../stand/server';
import { EXTENSION } from './extension';
import { OneBrowser } from './one-browser';

export { expect } from '@playwright/test';

interface SharedFixtures {
  /** The practice pages. */
  stand: Stand;
}

interface WorkerFixtures {
  /** The browser that the tests of one process take turns in. */
  oneBrowser: OneBrowser;
}

interface Fixtures {
  /** Whether a test leaves something in the browser that `OneBrowser.tidy` cannot take away. */
  spoilsBrowser: boolean;
  /** Folder of the built extension. */
  build: string;
  /** A browser with the extension just installed. */
  context: BrowserContext;
  /** The extension's service worker as it runs at the start of the test. */
  worker: Worker;
  extensionId: string;
  /** Opens a page of the network, the main practice thread unless `path` says otherwise. */
  openThread(path?: string): Promise<Page>;
  /** Opens the side panel as a tab that watches the tab of `page`. */
  openPanel(page: Page): Promise<Page>;
  /** Opens the dashboard at `hash`, e.g. `/log`. */
  openDashboard(hash?: string): Promise<Page>;
  /** Opens the popup as a tab that speaks of the tab of `page`. */
  openPopup(page: Page): Promise<Page>;
  /** Number of the tab of `page`, as extensions know it. */
  tabId(page: Page): Promise<number>;
  /** Ends the service worker as the browser does with an idle one. */
  killWorker(): Promise<void>;
}

/** The part of the extension's own world that the fixtures use. */
interface ExtensionWorld {
  chrome: { tabs: { query(wish: object): Promise<{ id?: number; url?: string }[]> } };
}

function installed() {
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium here: `npm test` installs one.');
  return browser;
}

/** The main practice thread. */
export const THREAD = 'https://vk.com/wall-100_200';

/** For tests of the practice pages alone: one browser for all, a fresh context for each. */
export const standTest = base.extend<object, SharedFixtures>({
  stand: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the wanted fixtures from here
    async ({}, use) => {
      const stand = await startStand();
      await use(stand);
      await stand.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ stand }, use) => {
      const browser = await chromium.launch(
        programOptions(installed(), {
          extension: null,
          resolverRules: stand.resolverRules,
          headless: true,
        }),
      );
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  ignoreHTTPSErrors: true,
});

export const test = standTest.extend<Fixtures, WorkerFixtures>({
  oneBrowser: [
    async ({ stand }, use) => {
      const one = new OneBrowser(installed(), stand.resolverRules);
      await use(one);
      await one.close();
    },
    { scope: 'worker' },
  ],
  spoilsBrowser: [false, { option: true }],
  build: [EXTENSION, { option: true }],
  context: async ({ oneBrowser, colorScheme, spoilsBrowser, build }, use) => {
    await use(await oneBrowser.fresh(colorScheme === 'dark' ? 'dark' : 'light', build));
    await (spoilsBrowser ? oneBrowser.close() : oneBrowser.tidy());
  },
  worker: async ({ context }, use) => use(await extensionWorker(context)),
  extensionId: async ({ worker }, use) => use(new URL(worker.url()).host),
  openThread: async ({ context, worker }, use) => {
    // The worker is up before the page, as in a browser that has been open for a while.
    if (!worker.url()) throw new Error('the extension did not start');
    await use(async (path = THREAD) => {
      const page = await context.newPage();
      await page.goto(new URL(path, THREAD).href);
      return page;
    });
  },
  tabId: async ({ context, extensionId }, use) => {
    await use(async (page) => {
      const probe = await context.newPage();
      await probe.goto(`chrome-extension://${extensionId}/popup.html`);
      await page.bringToFront();
      const id = await probe.evaluate(async (url) => {
        const { chrome } = globalThis as unknown as ExtensionWorld;
        const tabs = await chrome.tabs.query({ active: true });
        return tabs.find((tab) => tab.url === url)?.id ?? null;
      }, page.url());
      await probe.close();
      if (id === null) throw new Error(`no tab shows ${page.url()}`);
      return id;
    });
  },
  openPanel: async ({ context, extensionId, tabId }, use) => {
    await use(async (page) => {
      const id = await tabId(page);
      const panel = await context.newPage();
      await panel.setViewportSize({ width: 380, height: 860 });
      await panel.goto(`chrome-extension://${extensionId}/sidepanel.html?tab=${id}`);
      return panel;
    });
  },
  openPopup: async ({ context, extensionId, tabId }, use) => {
    await use(async (page) => {
      const id = await tabId(page);
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 340, height: 480 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${id}`);
      return popup;
    });
  },
  openDashboard: async ({ context, extensionId }, use) => {
    await use(async (hash = '/') => {
      const dashboard = await context.newPage();
      await dashboard.goto(`chrome-extension://${extensionId}/dashboard.html#${hash}`);
      return dashboard;
    });
  },
  killWorker: async ({ context, extensionId }, use) => {
    await use(async () => {
      const protocol = await context.browser()?.newBrowserCDPSession();
      if (!protocol) throw new Error('the browser cannot be driven');
      const { targetInfos } = await protocol.send('Target.getTargets');
      const target = targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
      );
      if (target) await protocol.send('Target.closeTarget', { targetId: target.targetId });
      await protocol.detach();
    });
  },
});
