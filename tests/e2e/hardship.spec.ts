import type { Page, Worker } from '@playwright/test';
import { chooseNative } from '../../scripts/walk';
import { expect, THREAD, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

/** A certain finding of the practice thread. */
const INSULT = 308;
const deleteNatively = (page: Page, n: number) => chooseNative(page, n, 'Удалить');

interface ExtensionWorld {
  chrome: {
    storage: {
      local: {
        set(items: object): Promise<void>;
        get(keys: null): Promise<Record<string, unknown>>;
      };
    };
    runtime: { reload(): void };
  };
}
const store = (worker: Worker, items: object) =>
  worker.evaluate(
    (value) => (globalThis as unknown as ExtensionWorld).chrome.storage.local.set(value),
    items,
  );
const stored = (worker: Worker) =>
  worker.evaluate(() => (globalThis as unknown as ExtensionWorld).chrome.storage.local.get(null));

test('settings that are nonsense heal to their defaults', async ({ openThread, worker }) => {
  await store(worker, { settings: { criteria: 7, keys: { next: null }, locale: 'xx', marks: [] } });
  const page = await openThread();
  const overlay = await Overlay.of(page);
  expect((await overlay.one('.chip')).text).toContain('п. 2.6');
  await page.keyboard.press('KeyJ');
  await overlay.one('.chip[aria-current="true"]');
});

test('a record in the outbox that does not parse is set aside, and others go on', async ({
  openThread,
  worker,
  context,
  extensionId,
}) => {
  await store(worker, { 'outbox:0': 'мусор', 'outbox:1': { type: 'action', action: { id: 3 } } });
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await deleteNatively(page, INSULT);
  await new RegistryReader(context, extensionId).hasEntries(1);
  await expect
    .poll(async () =>
      Object.keys(await stored(worker))
        .filter((key) => /^(outbox|rejected):/.test(key))
        .sort(),
    )
    .toEqual(['rejected:0', 'rejected:1']);
});

test('while the registry cannot be opened a record waits, and is taken once it can', async ({
  openThread,
  openPopup,
  worker,
  context,
  extensionId,
  killWorker,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const ours = await openPopup(page);
  // A database of a newer version: the one that we ship cannot open it.
  await ours.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const gone = indexedDB.deleteDatabase('vakhta');
        gone.onerror = () => fail(gone.error);
        gone.onsuccess = () => {
          const opening = indexedDB.open('vakhta', 10_000);
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await killWorker();
  await page.bringToFront();
  await deleteNatively(page, INSULT);
  await expect
    .poll(
      async () =>
        Object.keys(await stored(worker)).filter((key) => key.startsWith('outbox:')).length,
    )
    .toBe(1);
  await ours.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const gone = indexedDB.deleteDatabase('vakhta');
        gone.onerror = () => fail(gone.error);
        gone.onsuccess = () => done();
      }),
  );
  await killWorker();
  await ours.reload();
  // Any record wakes the worker, and it takes all that waits.
  await deleteNatively(page, 305);
  await new RegistryReader(context, extensionId).hasEntries(2);
});

test('a page whose own script throws is read and recorded', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(`${THREAD}?throw=1`);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await deleteNatively(page, INSULT);
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry?.commentId).toBe(`-100_${INSULT}`);
});

test('a comment of 100,000 characters does not stop the rest', async ({ openThread }) => {
  const page = await openThread(`${THREAD}?big=1`);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await page.keyboard.press('KeyJ');
  await overlay.one('.chip[aria-current="true"]');
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('[data-testid="comment-text"]')].map(
        (node) => node.textContent?.length ?? 0,
      ),
    ),
  );
  expect(longest).toBeGreaterThanOrEqual(100_000);
});

test('a thread of 5,000 comments is read whole', async ({ openThread, openPanel }) => {
  test.slow();
  const page = await openThread(`${THREAD}?many=5000`);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const panel = await openPanel(page);
  await expect(panel.getByText(/5\s?000/).first()).toBeVisible({ timeout: 90_000 });
});

test('what arrives live is judged, an edited comment is judged again', async ({ openThread }) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const chip = (n: number) => overlay.all(`.chip[data-key$="_${n}"]`);
  await page.locator('[id="-100_301"]').scrollIntoViewIfNeeded();
  expect(await chip(301)).toEqual([]);
  await page.evaluate(() => window.stand.edit('-100_301', 'Ты тупой дебил, закрой рот'));
  await expect.poll(async () => (await chip(301)).length).toBe(1);
  await page.evaluate(() => window.stand.edit('-100_301', 'Спасибо, теперь понятно'));
  await expect.poll(async () => (await chip(301)).length).toBe(0);
});

test('pausing takes everything off the page, resuming brings it back', async ({
  openThread,
  worker,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await store(worker, { settings: { pausedHosts: ['vk.com'] } });
  await expect.poll(() => overlay.all('.chip')).toEqual([]);
  expect(await overlay.marks()).toEqual({});
  await store(worker, { settings: {} });
  await overlay.one('.chip');
});

test('when the extension goes away nothing of it stays on the page', async ({
  openThread,
  worker,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await worker.evaluate(() => (globalThis as unknown as ExtensionWorld).chrome.runtime.reload());
  const rest = () =>
    page.evaluate(() => [
      [...document.documentElement.children]
        .map((child) => child.tagName)
        .filter((tag) => !/^(HEAD|BODY)$/.test(tag)),
      [...CSS.highlights.keys()],
    ]);
  await expect.poll(rest, { timeout: 15_000 }).toEqual([[], []]);
});

test('English', async ({ openThread, worker }) => {
  await store(worker, { settings: { locale: 'en' } });
  const page = await openThread();
  const overlay = await Overlay.of(page);
  expect((await overlay.one('.chip')).text).toContain('cl. 2.6');
  await page.keyboard.press('Shift+Slash');
  expect((await overlay.one('.help')).text).toContain('next flagged');
});
