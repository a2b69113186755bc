import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from './both-themes';
import { expect, THREAD, test } from './fixtures';
import { action, errorsOf, hand, set } from './log-records';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

const card = (panel: Page) => panel.getByRole('article');
/** The author of the comment that stands large. */
const author = async (panel: Page) => (await card(panel).getAttribute('aria-label')) ?? '';
const figures = async (panel: Page) =>
  (await panel.locator('header dl dd').allTextContents()).map((text) => Number(text));

test('the queue says what the page holds and leads to each comment', async ({
  openThread,
  openPanel,
}) => {
  const page = await openThread();
  const panel = await openPanel(page);
  await expect(card(panel)).toBeVisible();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('vk.com/club100');
  const [read = 0, flagged = 0, done] = await figures(panel);
  expect(read).toBeGreaterThan(flagged);
  expect(done).toBe(0);
  await expect(panel.getByRole('tab', { name: `Очередь${flagged}` })).toBeVisible();

  const first = await author(panel);
  await panel.keyboard.press('j');
  await expect.poll(() => author(panel)).not.toBe(first);
  const link = await card(panel).getByRole('link').getAttribute('href');
  const id = `-100_${new URL(link ?? '').searchParams.get('reply')}`;
  const place = () =>
    page.evaluate((key) => {
      const box = document.getElementById(key)?.getBoundingClientRect();
      return box !== undefined && box.top < innerHeight && box.bottom > 0;
    }, id);
  await expect.poll(place).toBe(true);
  await panel.keyboard.press('k');
  await expect.poll(() => author(panel)).toBe(first);
});

test('verdicts by key are recorded with their evidence and can be undone', async ({
  openThread,
  openPanel,
  worker,
  context,
  extensionId,
}) => {
  await set(worker, { operator: 'Анна Ковалёва' });
  const panel = await openPanel(await openThread());
  await expect(card(panel)).toBeVisible();
  const registry = new RegistryReader(context, extensionId);
  const text = await card(panel).locator('p').textContent();

  await panel.keyboard.press('2');
  const [marked] = await registry.hasEntries(1);
  expect(marked).toMatchObject({
    kind: 'mark',
    ground: 'insult',
    clause: '2.6',
    operator: 'Анна Ковалёва',
    origin: 'vakhta',
    text,
  });
  expect(marked?.findings.length).toBeGreaterThan(0);
  await expect(panel.getByRole('button', { name: 'Разобрано: 1' })).toBeVisible();

  await panel.keyboard.press('x');
  const entries = await registry.hasEntries(2);
  expect(entries[1]?.kind).toBe('keep');
  expect(entries[1]?.commentId).not.toBe(marked?.commentId);
  await panel.keyboard.press('u');
  const undone = await registry.hasEntries(3);
  expect(undone[2]).toMatchObject({ kind: 'undo', refers: entries[1]?.id });
  await expect(panel.getByRole('button', { name: 'Разобрано: 1' })).toBeVisible();
});

test('a note goes to the registry and stands with its author', async ({
  openThread,
  openPanel,
  context,
  extensionId,
}) => {
  const panel = await openPanel(await openThread());
  await expect(card(panel)).toBeVisible();
  await panel.keyboard.press('n');
  await panel.keyboard.type('пишет с двух страниц, jkx1');
  await panel.getByRole('button', { name: 'Записать' }).click();
  const entries = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entries[0]).toMatchObject({ kind: 'note', note: 'пишет с двух страниц, jkx1' });
  await panel.getByRole('tab', { name: 'Автор' }).click();
  await expect(panel.getByText('пишет с двух страниц, jkx1')).toBeVisible();
});

test('filters and search narrow the queue; what is typed is no command', async ({
  openThread,
  openPanel,
  context,
  extensionId,
}) => {
  const panel = await openPanel(await openThread());
  await expect(card(panel)).toBeVisible();
  const all = await panel.getByRole('listitem').count();
  await panel.getByText(/^Спам \d+$/).click();
  await expect.poll(() => panel.getByRole('listitem').count()).toBeLessThan(all);
  await panel.keyboard.press('Slash');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await panel.keyboard.type('xx1');
  await expect(panel.getByRole('heading', { name: 'По этому отбору ничего нет' })).toBeVisible();
  await panel.getByRole('button', { name: 'Показать всё' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(all);
  expect(await new RegistryReader(context, extensionId).entries()).toEqual([]);
});

test('an author who was caught before is told, with the history', async ({
  openThread,
  openPanel,
  worker,
}) => {
  const page = await openThread();
  const first = await openPanel(page);
  await expect(card(first)).toBeVisible();
  await first.getByRole('tab', { name: 'Автор' }).click();
  const address = await first.getByRole('link', { name: 'Страница в сети' }).getAttribute('href');
  await expect(first.getByText('Раньше не попадался')).toBeVisible();
  await first.close();

  await hand(worker, [
    action(1, { authorUrl: address ?? '', text: 'Старое оскорбление' }),
    action(2, { authorUrl: address ?? '', kind: 'ban' }),
  ]);
  await page.reload();
  const panel = await openPanel(page);
  await expect(panel.getByText('3-е нарушение за месяц · в чёрном списке')).toBeVisible();
  await panel.getByRole('tab', { name: 'Автор' }).click();
  await expect(panel.getByText('2 нарушения')).toBeVisible();
  await expect(panel.getByText('Старое оскорбление')).toBeVisible();
});

test('the draft is shown by sentences and replaced from the panel', async ({
  openThread,
  openPanel,
}) => {
  const page = await openThread();
  const panel = await openPanel(page);
  await expect(card(panel)).toBeVisible();
  const editor = page.getByTestId('content-editable-input').first();
  await page.bringToFront();
  await editor.click();
  await page.keyboard.type('В целях проведения субботника перекроем двор. Спасибо!');
  // A page behind another tab draws nothing and so says nothing: both are in sight in a real window.
  await (await Overlay.of(page)).one('.pill');
  await panel.bringToFront();
  await panel.getByRole('tab', { name: /Черновик/ }).click();
  const replace = panel.getByRole('button', { name: /^Заменить на/ }).first();
  await expect(replace).toBeVisible();
  await replace.click();
  await expect(editor).not.toContainText('В целях проведения');
  await expect(editor).toContainText('Спасибо!');
});

test('follows its page: pause, reload, a place without comments', async ({
  openThread,
  openPanel,
}) => {
  const page = await openThread();
  const panel = await openPanel(page);
  await expect(card(panel)).toBeVisible();
  await page.reload();
  await expect(card(panel)).toBeVisible();
  const pausing = await openPanel(page);
  await pausing.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ settings: { pausedHosts: ['vk.com'] } });
  });
  await expect(panel.getByRole('heading', { name: 'Пауза на этом сайте' })).toBeVisible();
  await panel.getByRole('button', { name: 'Продолжить' }).click();
  await expect(card(panel)).toBeVisible({ timeout: 20_000 });
  await page.goto('about:blank');
  await expect(panel.getByRole('heading', { name: 'Это не страница сети' })).toBeVisible();
  await page.goto(THREAD);
  await expect(card(panel)).toBeVisible({ timeout: 20_000 });
});

test('every section is accessible and quiet, in both themes and in English', async ({
  openThread,
  openPanel,
  worker,
}) => {
  await set(worker, { locale: 'en' });
  const panel = await openPanel(await openThread());
  const errors = errorsOf(panel);
  await expect(card(panel)).toBeVisible();
  await expectAccessibleInBoth(panel);
  await panel.keyboard.press('n');
  await expectAccessibleInBoth(panel);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('x');
  await panel.getByRole('button', { name: /^(Разобрано|Done): 1/ }).click();
  await expectAccessibleInBoth(panel);
  for (const index of [1, 2]) {
    await panel.getByRole('tab').nth(index).click();
    await expectAccessibleInBoth(panel);
  }
  await panel.keyboard.press('Shift+Slash');
  await expect(panel.getByRole('dialog')).toBeVisible();
  await expectAccessibleInBoth(panel);
  expect(errors).toEqual([]);
  const beyond = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});
