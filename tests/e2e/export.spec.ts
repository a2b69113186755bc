import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { action, fill, hand } from './log-records';

async function save(page: Page, format: RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Выгрузить' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return download;
}

test('exactly what is filtered is in the file, and both formats agree', async ({
  openDashboard,
  worker,
}) => {
  const nasty = '=cmd|"/c calc"!A1; "кавычки"\nвторая строка & <b>';
  await hand(worker, [
    action(1, { text: nasty, findings: [] }),
    action(2, { criterion: 'spam', ground: 'spam', text: 'не попадёт' }),
    action(3),
  ]);
  const page = await openDashboard('/log?criterion=insult');
  await expect(page.locator('tbody tr')).toHaveCount(2);

  const csvFile = await save(page, /CSV/);
  expect(csvFile.suggestedFilename()).toMatch(/^Вахта модерация \d{4}-\d\d-\d\d\.csv$/);
  await expect(page.getByText(`Готово: ${csvFile.suggestedFilename()}`)).toBeVisible();
  const bytes = readFileSync(await csvFile.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const csv = Papa.parse<string[]>(bytes.toString('utf8').slice(1), {
    delimiter: ';',
    skipEmptyLines: true,
  }).data;
  expect(csv).toHaveLength(3);

  const xlsxFile = await save(page, /Excel/);
  const [sheet] = await readXlsxFile(readFileSync(await xlsxFile.path()), { trim: false });
  expect(sheet?.sheet).toBe('Модерация');
  const xlsx = sheet?.data ?? [];
  expect(xlsx[0]).toEqual(csv[0]);
  const column = csv[0]?.indexOf('Текст комментария') ?? -1;
  expect(xlsx.slice(1).map((row) => row[column])).toEqual([nasty, action(3).text]);
  expect(csv.slice(1).map((row) => row[column])).toEqual([`'${nasty}`, action(3).text]);
  const ids = csv[0]?.indexOf('Идентификатор') ?? -1;
  expect(xlsx.slice(1).map((row) => row[ids])).toEqual([action(1).id, action(3).id]);

  // Third persons are masked until the switch says otherwise, for this visit alone.
  await hand(worker, [action(4, { text: 'Марина Ковальчук, вы стадо', findings: [] })]);
  await expect(page.locator('tbody tr')).toHaveCount(3);
  const text = async () => readFileSync(await (await save(page, /CSV/)).path(), 'utf8');
  const masked = await text();
  expect(masked).toContain('М••••• К••••••••, вы стадо');
  expect(masked).toContain('Пётр Синицын');
  await page.getByRole('button', { name: 'Выгрузить' }).click();
  const hide = page.getByRole('menuitemcheckbox', { name: /Скрыть третьих лиц/ });
  await expect(hide).toBeChecked();
  await hide.click();
  await page.keyboard.press('Escape');
  expect(await text()).toContain('Марина Ковальчук, вы стадо');
});

test('a long export shows how far it is and stops without a file', async ({ openDashboard }) => {
  test.setTimeout(120_000);
  const page = await openDashboard('/log');
  await expect(page.getByRole('heading', { name: 'Записей пока нет' })).toBeVisible();
  await fill(page, 15_000);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Выгрузить' })).toBeEnabled({
    timeout: 60_000,
  });
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.getByRole('button', { name: 'Выгрузить' }).click();
  await page.getByRole('menuitem', { name: /Excel/ }).click();
  await expect(page.getByText(/^Выгружаю: \d[\d\s]* из 15\s000$/)).toBeVisible();
  await page.getByRole('button', { name: 'Остановить' }).click();
  await expect(page.getByText('Выгрузка остановлена, файла нет.')).toBeVisible();
  expect(downloads).toBe(0);
  // The next one works as if nothing had been.
  await page.getByRole('searchbox').fill('такого нет');
  await expect(page.getByRole('heading', { name: 'По этому отбору ничего нет' })).toBeVisible();
});
