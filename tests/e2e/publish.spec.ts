import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { publishedRegistrySchema } from '../../lib/exchange/published/data';
import { accountWith, bodyWith } from '../registry/tables';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { errorsOf, set } from './log-records';
import { putRows } from './table-rows';

const government = bodyWith({ name: 'Правительство Кузбасса', kind: 'government' });
const ministry = bodyWith({ name: 'Министерство здравоохранения', parent: government.id });
const accounts = [
  accountWith(government.id, { name: 'Кузбасс онлайн', created: '2016-03-01', note: 'ТАЙНА' }),
  accountWith(government.id, {
    name: 'Кузбасс онлайн',
    network: 'ok',
    address: 'https://ok.ru/kuzbass',
  }),
  accountWith(ministry.id, {
    name: 'Минздрав Кузбасса',
    responsible: [{ name: 'ТАЙНА', position: 'ТАЙНА', contact: 'ТАЙНА' }],
  }),
];

async function saved(page: Page, format: string): Promise<Download> {
  await page.getByRole('button', { name: 'Скачать' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return download;
}

test('the registry goes to the site: empty, first, and after changes', async ({
  openDashboard,
  worker,
}, testInfo) => {
  await set(worker, { operator: 'Анна Ковалёва' });
  const page = await openDashboard('/registry?tab=publish');
  const errors = errorsOf(page);
  await expect(page.getByRole('heading', { name: 'Публиковать пока нечего' })).toBeVisible();
  await putRows(page, { bodies: [government, ministry], accounts });
  await page.reload();
  await expect(page.getByText('Публикаций ещё не было.')).toBeVisible();
  const preview = page.frameLocator('iframe[title="Как это выглядит"]');
  await expect(preview.getByRole('rowheader', { name: 'Минздрав Кузбасса' })).toBeVisible();
  await expectAccessibleInBoth(page);

  // The page as the site will show it, on its own.
  const path = testInfo.outputPath('registry.html');
  await (await saved(page, 'Страница для сайта')).saveAs(path);
  expect(readFileSync(path, 'utf8')).not.toContain('ТАЙНА');
  const site = await page.context().newPage();
  await site.goto(`file://${path}`);
  await expect(site.getByRole('rowheader', { name: 'Кузбасс онлайн' })).toHaveCount(2);
  await expect(site.getByRole('link', { name: 'ok.ru/kuzbass' })).toHaveAttribute(
    'href',
    'https://ok.ru/kuzbass',
  );
  await expectAccessibleInBoth(site);
  await site.screenshot({ path: testInfo.outputPath('site.png') });

  // Pasted into a page of somebody else's.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Скопировать для вставки' }).click();
  await expect(page.getByText('Код страницы в буфере')).toBeVisible();
  const fragment = await page.evaluate(() => navigator.clipboard.readText());
  await site.setContent(
    `<!doctype html><html lang="ru"><title>Сайт</title><h1>Сайт органа</h1>${fragment}</html>`,
  );
  await expect(site.getByRole('heading', { level: 2 })).toHaveText(
    'Реестр официальных аккаунтов в социальных сетях',
  );
  await expectAccessibleInBoth(site);
  await site.close();

  const csv = readFileSync(await (await saved(page, 'Таблица CSV')).path(), 'utf8');
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), {
    delimiter: ';',
    skipEmptyLines: true,
  }).data;
  const [book] = await readXlsxFile(
    readFileSync(await (await saved(page, 'Таблица Excel')).path()),
  );
  const data = publishedRegistrySchema.parse(
    JSON.parse(readFileSync(await (await saved(page, 'Открытые данные')).path(), 'utf8')),
  );
  const names = ['Кузбасс онлайн', 'Кузбасс онлайн', 'Минздрав Кузбасса'];
  expect(rows.slice(1).map((row) => row[2])).toEqual(names);
  expect(book?.data.slice(1).map((row) => row[2])).toEqual(names);
  expect(data.accounts.map(({ name }) => name)).toEqual(names);

  // Marked; the way back takes the mark away, and so it is marked again.
  const mark = page.getByRole('button', { name: 'Отметить как опубликованный' });
  await mark.click();
  await expect(page.getByText('На сайте то же, что в реестре.')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await expect(page.getByText('Публикаций ещё не было.')).toBeVisible();
  await mark.click();
  await expect(page.getByText('Последняя публикация — сегодня')).toBeVisible();

  // Life goes on.
  await putRows(page, {
    accounts: [
      { ...accounts[0], name: 'Кузбасс. Официально', revision: 2 },
      { ...accounts[1], status: 'deleted', deleted: '2026-11-20', revision: 2 },
      accountWith(ministry.id, { name: 'Здоровье 42', network: 'ok' }),
    ],
  });
  await page.goto(page.url().replace(/#.*$/, '#/'));
  await page.reload();
  await page.getByRole('link', { name: /Опубликован .*изменилось: 3/ }).click();
  await expect(page.getByText('3 отличия от того, что на сайте.')).toBeVisible();
  const news = page.getByRole('region', { name: 'Что изменилось' });
  await expect(news).toContainText('Здоровье 42');
  await expect(news).toContainText('название (было: Кузбасс онлайн)');
  await expect(preview.getByRole('heading', { name: 'Убраны' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.screenshot({ path: testInfo.outputPath('publish.png') });
  await mark.click();
  await expect(page.getByText('На сайте то же, что в реестре.')).toBeVisible();
  await expect(news.getByRole('listitem')).toHaveText([/3 аккаунта, Анна/, /3 аккаунта, Анна/]);
  expect(errors).toEqual([]);
});
