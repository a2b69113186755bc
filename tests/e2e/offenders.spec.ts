import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { action, errorsOf, hand, set } from './log-records';
import { RegistryReader } from './registry';

const rows = (page: Page) => page.locator('tbody tr');
const card = (page: Page) => page.getByRole('complementary', { name: 'Карточка автора' });
const other = (number: number) =>
  action(number, { author: 'Рассыльный', authorUrl: 'https://ok.ru/profile/9', network: 'ok' });
const calm = (number: number) =>
  action(number, { author: 'Мирная Мария', authorUrl: 'https://vk.com/id6', kind: 'keep' });

test('an offender: found, looked into, put on the blacklist and taken off, exported', async ({
  openDashboard,
  worker,
  context,
  extensionId,
}, testInfo) => {
  await set(worker, { operator: 'Анна Ковалёва' });
  const page = await openDashboard('/offenders');
  const errors = errorsOf(page);
  await expect(page.getByRole('heading', { name: 'Нарушителей нет' })).toBeVisible();
  await hand(worker, [action(1), action(2), action(3), other(4), calm(5)]);
  await expect(rows(page)).toHaveText([/Пётр Синицын.*33.*есть повод/, /Рассыльный.*11/]);
  await expectAccessibleInBoth(page);

  // By keyboard to the card; a note, then the decision.
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('3 нарушения за 30 дней, всего 3');
  await expect(card(page)).toContainText('п. 2.6. Решать вам.');
  await expectAccessibleInBoth(page);
  await page.screenshot({ path: testInfo.outputPath('due.png') });
  await card(page).getByRole('button', { name: 'Добавить заметку' }).click();
  await page.keyboard.type('Предупреждён в личном сообщении');
  await card(page).getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(card(page)).toContainText('Предупреждён в личном сообщении');

  await card(page).getByRole('button', { name: 'Записать в чёрный список' }).click();
  await card(page).getByLabel('До какого дня').fill('2020-01-01');
  await expect(card(page)).toContainText('Этот день уже прошёл.');
  await card(page).getByLabel('До какого дня').fill('2099-01-31');
  await expectAccessibleInBoth(page);
  await card(page).getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(card(page)).toContainText('до 31.01.2099');
  await expect(card(page)).toContainText('3 нарушения за 30 дней, всего 3');
  await page.screenshot({ path: testInfo.outputPath('listed.png') });
  const reader = new RegistryReader(context, extensionId);
  const entries = await reader.hasEntries(7);
  expect(entries.at(-1)).toMatchObject({
    kind: 'ban',
    until: '2099-01-31',
    ground: 'insult',
    clause: '2.6',
    operator: 'Анна Ковалёва',
    authorUrl: 'https://vk.com/id5',
  });

  // From the card to the evidence and back.
  await card(page)
    .getByRole('link', { name: /автор заблокирован/ })
    .click();
  await expect(page.getByRole('complementary', { name: 'Запись модерации' })).toBeVisible();
  await page.goBack();
  await expect(card(page)).toBeVisible();

  // The operator's key goes to the search, and filters live in the address.
  await page.locator('h1').click();
  await page.keyboard.press('Slash');
  await page.keyboard.type('рассыл');
  await expect(rows(page)).toHaveText([/Рассыльный/]);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await page.getByRole('button', { name: 'Чёрный список' }).first().click();
  await page.getByRole('checkbox', { name: 'в чёрном списке' }).click();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveText([/Пётр Синицын/]);
  await page.reload();
  await expect(rows(page)).toHaveText([/Пётр Синицын/]);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();

  const saved = async (format: string) => {
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const csv = Papa.parse<string[]>((await saved('CSV')).toString('utf8').slice(1), {
    delimiter: ';',
    skipEmptyLines: true,
  }).data;
  const [book] = await readXlsxFile(await saved('Excel'));
  expect(csv[0]).toEqual(book?.data[0]);
  expect(csv.slice(1).map(([name, network, recent]) => [name, network, recent])).toEqual([
    ['Пётр Синицын', 'ВКонтакте', '3'],
    ['Рассыльный', 'Одноклассники', '1'],
  ]);
  expect(csv[1]).toContain('2099-01-31');

  await card(page).getByRole('button', { name: 'Снять с чёрного списка' }).click();
  await card(page).getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(card(page)).toContainText('Есть повод для чёрного списка');

  // On the person's request: nothing of him is left, the others and the chain are.
  await card(page).getByRole('button', { name: 'Стереть личные данные' }).click();
  await expect(card(page).getByRole('button', { name: 'Отмена' })).toBeFocused();
  await expectAccessibleInBoth(page);
  await card(page).getByRole('button', { name: 'Да, стереть' }).click();
  await expect(page.getByText('Стёрто: личных данных нет в')).toBeVisible();
  await expect(rows(page)).toHaveText([/Рассыльный/]);
  const left = JSON.stringify(await reader.entries());
  expect(left).not.toMatch(/Синицын|id5"|Предупреждён/);
  expect(left).toContain('Рассыльный');
  await page.goto(page.url().replace(/#.*/, '#/safety'));
  await page.getByRole('button', { name: 'Проверить журнал' }).click();
  await expect(page.getByText(/^Журнал цел: 8 записей/)).toBeVisible();
  expect(errors).toEqual([]);
});
