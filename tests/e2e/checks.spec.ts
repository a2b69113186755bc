import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { v7 as uuidv7 } from 'uuid';
import type { Check } from '../../lib/registry/checks';
import { accountWith, bodyWith } from '../registry/tables';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { errorsOf, set } from './log-records';
import { putRows } from './table-rows';

const rows = (page: Page) => page.locator('tbody tr');
const card = (page: Page) => page.getByRole('complementary', { name: 'Пункт проверки' });
const body = bodyWith({ name: 'Мэрия' });
const [city, clinic] = [
  accountWith(body.id, { name: 'Город' }),
  accountWith(body.id, { name: 'Поликлиника', network: 'ok' }),
];
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const check = (item: string, time: string, fields: Partial<Check> = {}): Check => ({
  id: uuidv7(),
  revision: 1,
  account: city.id,
  checklist: 'security',
  item,
  time,
  operator: 'Борис',
  result: 'yes',
  evidence: '',
  origin: 'operator',
  ...fields,
});

test('checks are answered by keyboard, late ones first, and every look stays', async ({
  openDashboard,
  worker,
}, testInfo) => {
  await set(worker, { operator: 'Анна Ковалёва' });
  const page = await openDashboard('/checks');
  const errors = errorsOf(page);
  await expect(page.getByRole('heading', { name: 'Проверять пока нечего' })).toBeVisible();
  await putRows(page, {
    bodies: [body],
    accounts: [city, clinic],
    checks: [
      check('administrators', daysAgo(45), { evidence: 'Двое, оба из пресс-службы' }),
      check('sign-ins', daysAgo(3)),
      check('description', daysAgo(1), {
        checklist: 'appearance',
        origin: 'page',
        operator: '',
        evidence: 'Официальная страница города',
      }),
      check('cover', daysAgo(1), { checklist: 'appearance', origin: 'page', result: 'no' }),
    ],
  });
  // The day begins on the overview.
  await page.goto(page.url().replace('#/checks', '#/'));
  await page.reload();
  await page.getByRole('link', { name: /19 пунктов пора проверить/ }).click();
  await expect(rows(page).nth(0)).toHaveText(/Обложка есть.*Город.*не в порядке/);
  await expect(rows(page).nth(1)).toHaveText(/Список администраторов сверен.*Город.*просрочено/);
  await expect(page.getByText('Ждут проверки: 19 из 20')).toBeVisible();
  await expectAccessibleInBoth(page);

  // Keys alone: open, answer, the next one comes.
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('п. 1.2.2');
  await expect(card(page)).toContainText('Двое, оба из пресс-службы');
  await card(page).getByLabel('Что видели и где').fill('Трое, список в папке 1');
  await expectAccessibleInBoth(page);
  await page.screenshot({ path: testInfo.outputPath('card.png') });
  // A digit in the note is a digit.
  await page.keyboard.press('End');
  await page.keyboard.type('2');
  await expect(card(page).getByLabel('Что видели и где')).toHaveValue('Трое, список в папке 12');
  await card(page).getByRole('button', { name: 'Да, в порядке' }).click();
  await expect(page.getByText('Ждут проверки: 18 из 20')).toBeVisible();
  await expect(card(page)).toContainText('ещё не проверяли');
  const second = await card(page).getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('2');
  await expect(card(page).getByRole('heading', { level: 2 })).not.toHaveText(second ?? '');
  await expect(page.getByText('Ждут проверки: 18 из 20')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'не в порядке' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Вернуть' }).last().click();
  await expect(rows(page).filter({ hasText: 'не в порядке' })).toHaveCount(1);

  // The same again, found by search: both looks stay, who and when.
  await page.getByRole('searchbox').fill('администраторов мэрия');
  await expect(rows(page)).toHaveCount(2);
  await rows(page).filter({ hasText: 'Город' }).click();
  await expect(card(page).getByRole('listitem')).toHaveText([
    /Да, в порядке — Трое, список в папке 12.*Анна Ковалёва/,
    /Да, в порядке — Двое.*Борис/,
  ]);

  // What the page showed is proposed as evidence; a person says that it is right.
  await page.getByRole('searchbox').fill('описание мэрия');
  await rows(page).filter({ hasText: 'Город' }).first().click();
  await expect(card(page)).toContainText('Официальная страница города');
  await expect(card(page).getByLabel('Что видели и где')).toHaveValue(
    'Официальная страница города',
  );
  await page.screenshot({ path: testInfo.outputPath('page.png') });
  await page.getByRole('grid').focus();
  await page.keyboard.press('1');
  await expect(rows(page).first()).toBeVisible();

  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Выгрузить' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Excel' }).click(),
  ]);
  const [book] = await readXlsxFile(readFileSync(await download.path()));
  expect(book?.data).toHaveLength(21);
  expect(book?.data.map((row) => row[0])).toContain('Описание есть и верное');
  expect(errors).toEqual([]);
});
