import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { errorsOf, expectAccessible } from './log-records';
import { RegistryReader } from './registry';

const tasks = (page: Page, progress: string) => page.locator(`li[data-progress="${progress}"]`);

test('the first day: who one is, five comments by keys, a draft, and the ledger stays empty', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  const errors = errorsOf(page);
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.getByLabel('Ваше имя').fill('Анна Ковалёва');
  await page.getByLabel('Ваши аккаунты').fill('https://vk.com/wall-100_200 ok.ru/group/5 слово');
  await page.getByRole('button', { name: 'Дальше' }).click();
  await expect(page.getByText('Не узнаю аккаунт: слово.')).toBeVisible();
  await expect(page.getByText('Назовите учреждение')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Ваши аккаунты').fill('https://vk.com/wall-100_200 ok.ru/group/5');
  await page.getByLabel('Ваше учреждение').fill('Администрация');
  await page.getByRole('button', { name: 'Дальше' }).click();

  await expect(page.getByRole('heading', { name: 'Пять комментариев' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await expectAccessibleInBoth(page);
  const remove = async (done: number) => {
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyD');
    await expect(page.getByRole('menuitem', { name: 'Удалить' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(tasks(page, 'right')).toHaveCount(done);
  };
  await remove(1);
  await remove(2);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await expect(tasks(page, 'right')).toHaveCount(3);
  await remove(5);
  await expect(page.getByText('Всё верно. Критика на месте')).toBeVisible();

  await page.getByRole('button', { name: 'Дальше' }).click();
  const draft = page.getByLabel('Текст поста');
  await draft.click();
  await expect(page.getByText('Осталось: 4 совета')).toBeVisible();
  await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText('Осталось: 3 совета')).toBeVisible();
  await page.getByRole('button', { name: 'Дальше' }).click();
  await expect(
    page.getByRole('button', { name: 'Открыть: Администрация, ВКонтакте' }),
  ).toBeVisible();

  expect(await new RegistryReader(context, extensionId).entries()).toEqual([]);
  await page.getByRole('link', { name: 'Открыть «Сегодня»' }).click();
  await expect(page.getByText('Отстают 2 из 2')).toBeVisible();
  expect(errors).toEqual([]);
});

test('each screen tells by «?» what it is for, and the versions have a page', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/registry');
  await expect(page.getByRole('button', { name: 'Добавить орган' }).first()).toBeVisible();
  await page.keyboard.press('Shift+Slash');
  const help = page.getByRole('dialog', { name: /Реестр/ });
  await expect(help.getByText('выбрать подряд')).toBeVisible();
  await expectAccessibleInBoth(page);
  const [guide] = await Promise.all([
    page.context().waitForEvent('page'),
    help.getByRole('link', { name: /Руководство/ }).click(),
  ]);
  await expect(guide.getByRole('heading', { name: 'Реестр', exact: true })).toBeInViewport();
  await guide.close();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'О Вахте' }).click();
  await expect(page.getByText(/^[0-9a-f]{8}$/)).toHaveCount(3);
  await expectAccessibleInBoth(page);
});
