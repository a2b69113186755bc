import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';

/** The three figures of the popup: read, flagged, done. */
const figures = async (popup: Page) =>
  (await popup.locator('dl dd').allTextContents()).map((text) => Number(text));

test('says how this tab stands, pauses it and lets it go on', async ({ openThread, openPopup }) => {
  const page = await openThread();
  const popup = await openPopup(page);
  await expect(popup.getByText(/жд[её]т вашего решения|ждут вашего решения/)).toBeVisible();
  const [read = 0, flagged = 0, done] = await figures(popup);
  expect(read).toBeGreaterThan(flagged);
  expect(flagged).toBeGreaterThan(0);
  expect(done).toBe(0);

  await popup.getByRole('button', { name: 'Пауза на этом сайте' }).click();
  await expect(popup.getByText('На vk.com пауза')).toBeVisible();
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  await popup.getByRole('button', { name: 'Продолжить на этом сайте' }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await expect(popup.getByText(/вашего решения/)).toBeVisible();
});

test('says so where Vakhta has no business', async ({ context, extensionId }) => {
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(popup.getByText('Вахта работает здесь: ВКонтакте, Одноклассники')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Открыть панель' })).toHaveCount(0);
});

test('says when it is blind, what waits, and opens the dashboard', async ({
  openThread,
  openPopup,
  tabId,
  worker,
  context,
}) => {
  const page = await openThread();
  const id = await tabId(page);
  const popup = await openPopup(page);
  await expect(popup.getByText(/вашего решения/)).toBeVisible();
  const tell = (state: object) =>
    worker.evaluate(
      async ([key, value]) => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { session: { set(items: object): Promise<void> } } };
        };
        await chrome.storage.session.set({ [key]: value });
      },
      [`tab:${id}`, state] as const,
    );
  const state = {
    network: 'vk',
    read: 5,
    flagged: 0,
    done: 0,
    paused: false,
    blind: null,
    claimed: null,
    waiting: 2,
  };
  await tell(state);
  await expect(popup.getByText('Здесь всё спокойно')).toBeVisible();
  await expect(popup.getByText('Ждут записи: 2. Не закрывайте вкладку.')).toBeVisible();
  await tell({ ...state, read: 0, blind: 'comments', claimed: 40 });
  await expect(popup.getByRole('alert')).toContainText('страница показывает 40');
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Записи и настройки' }).click();
  await expect((await opened).getByRole('heading', { name: 'Сегодня' })).toBeVisible();
});

test('is accessible in both themes', async ({ openThread, openPopup }) => {
  const popup = await openPopup(await openThread());
  await expect(popup.getByText(/вашего решения/)).toBeVisible();
  await expectAccessibleInBoth(popup);
});
