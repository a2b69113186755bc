import type { Page } from '@playwright/test';
import { SCREENS } from '../../components/dashboard/screens';
import { messagesOf } from '../../lib/i18n';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { action, errorsOf, expectAccessible, fill, hand, set } from './log-records';
import { RegistryReader } from './registry';

const rows = (page: Page) => page.locator('tbody tr');
const grid = (page: Page) => page.getByRole('grid', { name: 'Записи модерации' });
const entry = (page: Page) => page.getByRole('complementary', { name: 'Запись модерации' });
const spam = (number: number) =>
  action(number, {
    text: 'Заработок без вложений, пишите в личку',
    criterion: 'spam',
    ground: 'spam',
    kind: 'ban',
    operator: 'Борис',
    author: 'Рассыльный',
    authorUrl: 'https://vk.com/id9',
    findings: [],
  });

test('an empty log teaches, an unlucky filter says so', async ({ openDashboard }) => {
  const page = await openDashboard('/log');
  await expect(page.getByRole('heading', { name: 'Записей пока нет' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Выгрузить' })).toBeDisabled();
  await page.getByRole('searchbox').fill('ничего');
  await expect(page.getByRole('heading', { name: 'По этому отбору ничего нет' })).toBeVisible();
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await expect(page.getByRole('heading', { name: 'Записей пока нет' })).toBeVisible();
});

test('search and filters narrow the log and live in its address', async ({
  openDashboard,
  worker,
}) => {
  await hand(worker, [action(1), spam(2), spam(3), action(4, { text: 'Дорога в ямах' })]);
  const page = await openDashboard('/log');
  await expect(rows(page)).toHaveCount(4);

  await page.getByRole('searchbox').fill('дорог');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/#\/log\?q=/);
  await page.getByRole('searchbox').fill('');
  await expect(rows(page)).toHaveCount(4);

  await page.getByRole('button', { name: 'Критерий' }).click();
  await page.getByRole('checkbox', { name: 'Спам' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(/criterion=spam/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Действие' }).click();
  await page.getByRole('checkbox', { name: 'удалён', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'По этому отбору ничего нет' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'автор заблокирован' }).click();
  await expect(rows(page)).toHaveCount(2);

  // The same address shows the same place, also after a reload.
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Критерий: 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await expect(rows(page)).toHaveCount(4);

  await page.getByRole('button', { name: 'Автор', exact: true }).click();
  await page.getByLabel('Имя автора').fill('расс');
  await page.getByRole('button', { name: /Рассыльный/ }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await page.getByRole('button', { name: 'Оператор' }).click();
  await page.getByRole('checkbox', { name: 'Борис' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await page.getByRole('button', { name: 'Период' }).click();
  await page.getByRole('radio', { name: 'Свои даты' }).click();
  await page.getByRole('button', { name: /^15 / }).click();
  await page.getByRole('button', { name: /^16 / }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-15&to=\d{4}-\d\d-16/);
});

test('the keyboard finds, moves, opens and comes back', async ({ openDashboard, worker }) => {
  await hand(
    worker,
    [1, 2, 3].map((number) => action(number, { text: `Комментарий ${number}` })),
  );
  const page = await openDashboard('/log');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Slash');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const active = await grid(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toContainText('Комментарий 2');
  await page.keyboard.press('Enter');
  await expect(entry(page)).toContainText('Комментарий 2');
  // While an entry stands open, moving shows the next one.
  await page.keyboard.press('ArrowDown');
  await expect(entry(page)).toContainText('Комментарий 3');
  await page.keyboard.press('Home');
  await expect(entry(page)).toContainText('Комментарий 1');
  await page.keyboard.press('Escape');
  await expect(entry(page)).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

test('a record is withdrawn once, even when the worker was asleep', async ({
  openDashboard,
  worker,
  killWorker,
  context,
  extensionId,
}) => {
  await set(worker, { operator: 'Мария' });
  await hand(worker, [action(1)]);
  const page = await openDashboard(`/log?entry=${action(1).id}`);
  await expect(entry(page).getByText('№ 1')).toBeVisible();
  await killWorker();
  await page.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(entry(page).getByText('отменена', { exact: true })).toBeVisible();
  await expect(entry(page)).toContainText('запись отменена, Мария');
  const entries = await new RegistryReader(context, extensionId).hasEntries(2);
  expect(entries[1]).toMatchObject({ kind: 'undo', refers: action(1).id, operator: 'Мария' });
  await expect(rows(page).first()).toContainText('отменена');
});

test('another ground changes the row and its filter', async ({ openDashboard, worker }) => {
  await hand(worker, [action(1)]);
  const page = await openDashboard(`/log?criterion=insult&entry=${action(1).id}`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Другое основание' }).click();
  await page.getByRole('menuitem', { name: 'Спам-рассылка' }).click();
  await expect(entry(page)).toContainText('новое основание: Спам-рассылка');
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await expect(rows(page).first()).toContainText('Спам-рассылка');
});

test('a record made elsewhere appears by itself', async ({ openDashboard, worker }) => {
  const page = await openDashboard('/log');
  await expect(page.getByRole('heading', { name: 'Записей пока нет' })).toBeVisible();
  await hand(worker, [action(1)]);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('status').first()).toHaveText('1 запись');
});

test('ten thousand entries: only what is on the screen exists', async ({ openDashboard }) => {
  test.setTimeout(120_000);
  const page = await openDashboard('/log');
  await expect(page.getByRole('heading', { name: 'Записей пока нет' })).toBeVisible();
  await fill(page, 10_000);
  await page.reload();
  await expect(rows(page).first()).toContainText('Автор 0', { timeout: 60_000 });
  await expect(page.getByRole('status').first()).toHaveText(/^10\s000 записей$/, {
    timeout: 60_000,
  });
  expect(await rows(page).count()).toBeLessThan(100);
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toContainText('Автор 9999');
  await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '10001');
  expect(await rows(page).count()).toBeLessThan(100);
  await page.goto(`${page.url().split('#')[0]}#/log?criterion=spam`);
  await expect(page.getByRole('status').first()).toHaveText(/^2\s?500 записей$/, {
    timeout: 60_000,
  });
});

test('settings take effect in every open page at once', async ({ openDashboard, worker }) => {
  await hand(worker, [action(1)]);
  const log = await openDashboard('/log');
  const page = await openDashboard('/settings');
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(log.getByRole('heading', { name: 'Moderation', level: 1 })).toBeVisible();
  await expect(log.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByText('Dark', { exact: true }).click();
  await expect(log.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

const READ = ['/', '/log', `/log?entry=${action(1).id}`, '/settings'];

test('what is read is accessible and quiet, in both themes and in English', async ({
  openDashboard,
  worker,
}) => {
  test.setTimeout(120_000);
  await set(worker, { locale: 'en' });
  const empty = await openDashboard('/log');
  await expect(empty.getByRole('heading', { level: 2 })).toBeVisible();
  await expectAccessibleInBoth(empty);
  await hand(worker, [action(1), spam(2), action(3, { kind: 'keep', ground: null })]);
  for (const screen of READ) {
    const page = await openDashboard('/settings');
    const errors = errorsOf(page);
    await page.goto(`${page.url().split('#')[0]}#${screen}`);
    if (screen !== '/settings')
      await expect(page.getByText('Рассыльный').or(page.getByText('личку')).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectAccessibleInBoth(page);
    expect(errors).toEqual([]);
    await page.close();
  }
});

test('every screen at 200 % zoom: nothing is cut off sideways, and everybody can use it', async ({
  openDashboard,
  worker,
}) => {
  await hand(worker, [action(1), spam(2)]);
  const page = await openDashboard();
  await page.setViewportSize({ width: 640, height: 400 });
  for (const { name, path } of SCREENS) {
    await page.evaluate((hash) => location.assign(`#${hash}`), path);
    const link = page.getByRole('link', {
      name: messagesOf('ru').dashboard.nav[name],
      exact: true,
    });
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, name).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});
