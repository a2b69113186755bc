import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

/** The draft check is a second script, brought when somebody begins to write. */

const DRAFT = 'В целях проведения субботника просим принять участие жителей двора.';
const FIRST = 'В целях проведения субботника';

interface ExtensionWorld {
  chrome: {
    runtime: { getManifest(): { content_scripts: { js: string[] }[] } };
    scripting: {
      executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
    };
    storage: { local: { set(items: object): Promise<void> } };
  };
}

const field = (page: Page) => page.getByTestId('content-editable-input').first();
const marked = async (overlay: Overlay) => (await overlay.marks())['vakhta-style-fix'] ?? [];

/** How many times the engine ran in the page so far; it counts on. */
async function countEngines(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  let count = 0;
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.endsWith('/draft-engine.js')) count += 1;
  });
  await session.send('Debugger.enable');
  return () => count;
}

test('it comes with the first focus, once, and is there again after a pause', async ({
  openThread,
  worker,
}) => {
  const page = await openThread();
  const engines = await countEngines(page);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  expect(engines()).toBe(0);

  await field(page).click();
  await expect.poll(engines).toBe(1);
  await page.keyboard.insertText(DRAFT);
  await expect.poll(() => marked(overlay)).toContain(FIRST);

  const settings = (pausedHosts: string[]) =>
    worker.evaluate(
      (hosts) =>
        (globalThis as unknown as ExtensionWorld).chrome.storage.local.set({
          settings: { pausedHosts: hosts },
        }),
      pausedHosts,
    );
  await settings(['vk.com']);
  await expect.poll(() => marked(overlay)).toEqual([]);
  await settings([]);
  await expect.poll(() => marked(overlay)).toContain(FIRST);
  expect(engines()).toBe(1);
});

test('what is published before it has come is recorded with its score', async ({
  openThread,
  context,
  extensionId,
  killWorker,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  // The background sleeps, so that the engine takes its time.
  await killWorker();
  await field(page).click();
  await page.keyboard.insertText(DRAFT);
  await page.getByTestId('send-comment').first().click();

  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  const [publication] = await registry.publications();
  expect(publication).toMatchObject({ kind: 'comment', text: DRAFT, score: expect.any(Number) });
  expect(publication?.remarks).toBeGreaterThan(0);
});

test('a copy that takes over brings an engine of its own', async ({
  openThread,
  worker,
  tabId,
}) => {
  const page = await openThread();
  const engines = await countEngines(page);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await field(page).click();
  await page.keyboard.insertText(DRAFT);
  await expect.poll(() => marked(overlay)).toContain(FIRST);

  // As after an update: the script is put into the page that is open.
  await worker.evaluate(
    async (target) => {
      const { runtime, scripting } = (globalThis as unknown as ExtensionWorld).chrome;
      const files = runtime.getManifest().content_scripts.flatMap(({ js }) => js);
      await scripting.executeScript({ target, files });
    },
    { tabId: await tabId(page) },
  );
  await expect.poll(engines).toBe(2);
  await expect.poll(() => marked(overlay)).toContain(FIRST);
  await overlay.one('.pill');
});
