import { expect, test } from './fixtures';
import { errorsOf, expectAccessible, set } from './log-records';
import { account, addDays, body, MONDAY, planned, published, putRows, TODAY } from './plan-rows';
import { RegistryReader } from './registry';

const VK = account(1, { owner: '-100', name: 'Минкульт ВКонтакте' });
const X = account(2, { network: 'x', key: 'minkult', owner: 'minkult', name: 'Минкульт в X' });
const LAST = addDays(MONDAY, -7);

test('the norm, formats and marks of publications: one figure everywhere, in both themes', async ({
  openDashboard,
  worker,
  context,
  extensionId,
}) => {
  await set(worker, { operator: 'Анна' });
  const page = await openDashboard('/publications');
  await page.setViewportSize({ width: 1280, height: 900 });
  const errors = errorsOf(page);
  await expect(page.getByRole('heading', { name: 'Аккаунтов в реестре пока нет' })).toBeVisible();
  await putRows(page, {
    bodies: [body(1, { name: 'Министерство культуры' })],
    accounts: [VK, X],
    publications: [
      // Nine last week, one of them twice; two this week on its first day; a stranger's.
      ...Array.from({ length: 9 }, (_, n) =>
        published(n, addDays(LAST, n % 7), 12, { score: 70 + n }),
      ),
      published(20, addDays(LAST, 1), 15, { postId: '-100_1001', source: 'backfill' }),
      published(21, MONDAY, 0.01),
      published(22, MONDAY, 0.02),
      published(23, MONDAY, 1, { account: '-999', postId: '-999_1' }),
    ],
    plan: [
      planned(1, { title: 'Каток', accounts: [VK.id] }),
      planned(2, { title: 'Ярмарка', day: addDays(MONDAY, -1), accounts: [VK.id] }),
    ],
  });

  const norm = page.getByRole('grid', { name: 'Норма по неделям' });
  const row = norm.getByRole('row').filter({ hasText: 'Минкульт ВКонтакте' });
  await expect(row).toContainText('вышло 9 из 10, не хватает 1');
  await expect(row).toContainText('вышло 2 из 10, в плане 1, не хватает 7');
  await expect(page.getByRole('status').filter({ hasText: 'На этой неделе' })).toContainText(
    'На этой неделе вышло 2 из 20 по пункту 2.2. Вместе с планом (1) будет 3. Не хватает 17: 2 аккаунта отстают.',
  );
  await expectAccessible(page);
  await page.getByText('По органам', { exact: true }).click();
  await expect(norm.getByRole('row').filter({ hasText: 'Министерство культуры' })).toContainText(
    'вышло 2 из 20, в плане 1, не хватает 17',
  );
  await page.getByText('По аккаунтам', { exact: true }).click();

  // From the account to its posts; a format for several at once.
  await row.click();
  const list = page.getByRole('grid', { name: 'Публикации' });
  await expect(list.locator('tbody tr')).toHaveCount(11);
  expect(page.url()).toContain(`account=${VK.id}`);
  await list.focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Задать формат' }).click();
  await page.getByRole('menuitem', { name: 'Фото' }).click();
  await expect(list.getByText('Фото')).toHaveCount(3);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Фото: 3 публикации.' })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(list.getByText('Фото')).toHaveCount(0);

  // One post: its format, its entry, its end in the network; each counts at once.
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Публикация' });
  await pane.getByText('Видео', { exact: true }).click();
  await expect(list.getByText('Видео')).toHaveCount(1);
  await pane.getByRole('combobox', { name: 'Связать с записью плана' }).click();
  await page.getByRole('option', { name: /Каток/ }).click();
  await expect(pane.getByText('Запись плана: «Каток».')).toBeVisible();
  await pane.getByRole('switch', { name: 'Удалена в сети' }).click();
  await expect(list.getByText('удалена:')).toHaveCount(1);
  await expectAccessible(page);
  await pane.getByRole('button', { name: 'Следующая' }).click();
  await pane.getByRole('switch', { name: 'Стоит под другим временем' }).click();
  await expect(pane.getByRole('button', { name: /Новое время/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Норма' }).click();
  await expect(row).toContainText('вышло 1 из 10, не хватает 9');

  const marks = await new RegistryReader(context, extensionId).marks();
  expect(marks).toEqual(
    expect.arrayContaining([expect.objectContaining({ format: 'video', deleted: TODAY })]),
  );

  // The pictures have the same figures, for those who do not see them, too.
  await page.getByRole('tab', { name: 'Картина' }).click();
  const weeks = page.getByRole('figure', { name: 'Норма по неделям' });
  await expect(weeks.locator('.recharts-surface').first()).toBeVisible();
  await expect(weeks.getByRole('row').last().getByRole('cell')).toHaveText(['1', '0', '10', '9']);
  const formats = page.getByRole('figure', { name: 'Форматы' });
  await expect(formats).toContainText('Формат указан у 0 из 10.');
  await expectAccessible(page);
  await formats.getByText('Таблица', { exact: true }).click();
  await expect(formats.getByRole('row').filter({ hasText: 'Опрос' })).toBeVisible();
  await set(worker, { operator: 'Анна', theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page);
  await page.goBack();
  await page.reload();
  await expect(row).toBeVisible();
  await expectAccessible(page);
  expect(errors).toEqual([]);
});
