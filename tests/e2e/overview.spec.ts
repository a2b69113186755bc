import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { action, errorsOf, expectAccessible, hand } from './log-records';
import { RegistryReader } from './registry';

/** Digits of a text as a number: «1 537 из 1 678» gives 1537. */
const first = (text: string) =>
  Number((/[\d\s\u00a0\u202f]+/.exec(text)?.[0] ?? '').replace(/\D/g, ''));
const figure = async (page: Page, id: string) =>
  (await page.locator(`[data-figure="${id}"]`).locator('dd').textContent()) ?? '';

async function save(page: Page, format: string): Promise<{ name: string; path: string }> {
  await page.getByRole('button', { name: 'Скачать' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

test('a newcomer looks at the example, plays with it, takes a report and goes back to an untouched registry', async ({
  openDashboard,
  context,
  extensionId,
  worker,
}, testInfo) => {
  test.setTimeout(120_000);
  const own = new RegistryReader(context, extensionId);
  const page = await openDashboard('/');
  const errors = errorsOf(page);
  await page.getByRole('link', { name: 'Посмотреть пример' }).click();
  await expect(page.getByRole('heading', { name: 'Ждёт вас' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Пример' })).toBeVisible();
  await expect(page.getByText(/просрочено на 4 дня/)).toBeVisible();
  await expect(page.getByText('последний день сегодня')).toBeVisible();
  await expect(page.getByRole('link', { name: /просрочено/ })).toHaveAttribute(
    'href',
    /#\/registry\?tab=notices&notice=/,
  );
  await expectAccessibleInBoth(page);
  const normDone = first((await page.locator('[data-figure="norm"]').textContent()) ?? '');

  // The log of the example can be worked with; the record stays in the example.
  await page.getByRole('link', { name: 'Модерация', exact: true }).click();
  const record = page.locator('tbody tr').filter({ hasText: 'удалён' }).first();
  await record.click();
  await page.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(page.getByText('Запись отменена', { exact: true })).toBeVisible();
  expect(await own.entries()).toEqual([]);

  await page.getByRole('link', { name: 'Отчёт', exact: true }).click();
  await expect(page.locator('[data-figure="done"]')).toBeVisible();
  // The same week on both screens.
  expect(first(await figure(page, 'done'))).toBe(normDone);
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole('figure', { name: 'Публикации' }).getByText('Таблица').click();
  await expect(page.getByRole('table', { name: 'Публикации' })).toBeVisible();
  await page.getByText('4 недели').click();
  await expect.poll(async () => first(await figure(page, 'done'))).toBeGreaterThan(normDone);
  const [done, handled] = [first(await figure(page, 'done')), first(await figure(page, 'handled'))];

  const sheet = await save(page, 'Таблица (XLSX)');
  expect(sheet.name).toMatch(/^Пример — Вахта отчёт \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d\.xlsx$/);
  const sheets = await readXlsx(readFileSync(sheet.path));
  const totalOf = (name: string) => sheets.find((one) => one.sheet === name)?.data.at(-1) ?? [];
  const [bodies, accounts] = [totalOf('По органам'), totalOf('По аккаунтам')];
  expect([bodies[0], bodies[3], bodies[5]]).toEqual(['Всего', done, handled]);
  expect([accounts[0], accounts[4], accounts[6]]).toEqual(['Всего', done, handled]);

  const paper = await save(page, 'Документ (DOCX)');
  const { value: text } = await mammoth.extractRawText({ path: paper.path });
  const after = (label: string) => first(text.slice(text.indexOf(label) + label.length));
  expect([after('Публикаций'), after('Разобрано комментариев')]).toEqual([done, handled]);

  // The charts are in it as pictures that say in words what they show.
  const { value: drawn } = await mammoth.convertToHtml({ path: paper.path });
  expect(drawn).toMatch(/<img alt="Публикации по дням[^"]+" src="data:image\/png/);
  expect(drawn.match(/<img /g)).toHaveLength(5);

  const web = await save(page, 'Страница (HTML)');
  const path = testInfo.outputPath('report.html');
  const markup = readFileSync(web.path, 'utf8');
  expect(markup).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
  writeFileSync(path, markup);
  const reading = await context.newPage();
  await reading.goto(`file://${path}`);
  const shown = async (label: string) =>
    first(
      (await reading.locator('dl div').filter({ hasText: label }).locator('dd').textContent()) ??
        '',
    );
  expect([await shown('Публикаций'), await shown('Разобрано комментариев')]).toEqual([
    done,
    handled,
  ]);
  await expect(reading.getByRole('img', { name: /Публикации по дням/ })).toBeVisible();
  await expect(reading.getByRole('img', { name: /Больше всего не хватает/ })).toBeVisible();
  await expectAccessibleInBoth(reading);
  await reading.close();

  // Back: nothing of it is the person's own, and it goes without a trace.
  await page.getByRole('button', { name: 'Убрать пример' }).click();
  await expect(page.getByRole('link', { name: 'Посмотреть пример' })).toBeVisible();
  await expect(page).toHaveURL(/dashboard\.html#\/$/);
  const names = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  await expect.poll(names).toEqual(['vakhta']);
  expect(await own.entries()).toEqual([]);
  await hand(worker, [action(1)]);
  await own.hasEntries(1);
  await page.reload();
  await expect(page.getByText('1 комментарий')).toBeVisible();
  await page.getByRole('link', { name: 'Настройки' }).click();
  await expect(page.getByRole('link', { name: 'Посмотреть пример' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Убрать пример' })).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('the day begins calmly when nothing is due, and with the open tabs when comments wait', async ({
  openThread,
  openDashboard,
  worker,
}) => {
  await hand(worker, [action(1)]);
  const page = await openDashboard('/');
  await expect(page.getByText('На сегодня всё сделано')).toBeVisible();
  const thread = await openThread();
  await page.bringToFront();
  const line = page.getByRole('button', { name: /комментари\S+ ждёт/ });
  await expect(line).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('На сегодня всё сделано')).toHaveCount(0);
  await expectAccessible(page);
  await line.click();
  await expect.poll(() => thread.evaluate(() => document.visibilityState)).toBe('visible');
});
