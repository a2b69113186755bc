import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { printProfile, readProfileFile } from '../../lib/regulation/check';
import { KUZBASS } from '../../lib/regulation/profile';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { errorsOf } from './log-records';
import { Overlay } from './overlay';

/** An insult that a rule is certain of. */
const INSULT = 308;
const chip = `.chip[data-key="-100_200 -100_${INSULT}"]`;

async function load(page: Page, name: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Из файла' }).click(),
  ]);
  await chooser.setFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
}

test('the built-in regulation is read, a copy is changed, taken away and brought back', async ({
  openDashboard,
  openThread,
}, testInfo) => {
  test.setTimeout(120_000);
  const thread = await openThread();
  const overlay = await Overlay.of(thread);
  await thread.locator(`[id="-100_${INSULT}"]`).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await overlay.one(chip)).text).toContain('Оскорбление · п. 2.6');

  const page = await openDashboard('/regulation');
  const errors = errorsOf(page);
  await expect(page.getByText('Встроенный, только для чтения')).toBeVisible();
  await expect(page.getByLabel('Название', { exact: true }).first()).not.toBeEditable();
  await expect(page.getByRole('button', { name: 'Добавить' })).toHaveCount(0);
  await expectAccessibleInBoth(page);
  await page.screenshot({ path: testInfo.outputPath('built-in.png') });

  await page.getByRole('button', { name: 'Сделать свою копию' }).click();
  const norm = page.getByRole('table', { name: 'Виды органов' });
  await norm.getByLabel('В неделю').last().fill('5');
  await norm.getByRole('textbox', { name: 'Название' }).last().fill('Город или район');
  await expect(page.getByText('Есть несохранённые правки')).toBeVisible();

  // A clause that others cite gets another number: the check says where it was needed.
  const clauses = page.getByRole('table', { name: 'Пункты' });
  await clauses.getByLabel('Номер пункта').last().fill('7.4');
  await expect(page.getByText(/Не сохранить: замечаний — \d+/)).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Основания, строка 1, Пункт: пункта «2.6» нет в списке пунктов',
  );
  await expect(page.getByRole('button', { name: 'Сохранить' })).toBeDisabled();
  await expectAccessibleInBoth(page);
  await page.screenshot({ path: testInfo.outputPath('faults.png') });

  // What is being written stays while another screen is looked at.
  await page.getByRole('link', { name: 'Сохранность' }).click();
  await page.getByRole('link', { name: 'Регламент' }).click();
  await expect(clauses.getByLabel('Номер пункта').last()).toHaveValue('7.4');
  // So the number comes back, and the new clause gets a line and a ground of its own.
  await clauses.getByLabel('Номер пункта').last().fill('2.6');
  await clauses.locator('..').getByRole('button', { name: 'Добавить' }).click();
  await clauses.getByLabel('Номер пункта').last().fill('7.4');
  const grounds = page.getByRole('table', { name: 'Основания' });
  await grounds.getByRole('combobox', { name: 'Пункт' }).nth(1).click();
  await page.getByRole('option', { name: '7.4', exact: true }).click();
  await grounds.getByRole('button', { name: 'Выше: Оскорбление' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Регламент сохранён')).toBeVisible();
  await page.reload();
  await expect(norm.getByLabel('В неделю').last()).toHaveValue('5');
  await expect(page.getByText('Своя копия', { exact: true })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('own.png') });

  // The page of the network cites the copy at once.
  await thread.bringToFront();
  await expect.poll(async () => (await overlay.one(chip)).text).toContain('Оскорбление · п. 7.4');
  await page.bringToFront();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'В файл' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  const read = readProfileFile(file);
  if (!('profile' in read) || !read.profile) throw new Error('the file is no profile');
  expect(read.profile.norm.kinds.at(-1)).toEqual({
    id: 'body',
    title: { ru: 'Город или район', en: 'Public body' },
    weeklyNorm: 5,
  });
  expect(read.profile.grounds[0]?.clause).toBe('7.4');

  await page.getByRole('button', { name: 'Вернуться к встроенному' }).click();
  await expect(norm.getByLabel('В неделю').last()).toHaveValue('10');
  await page.getByRole('button', { name: 'Вернуть свой' }).click();
  await expect(norm.getByLabel('В неделю').last()).toHaveValue('5');

  // Files: not ours, with errors, and good.
  await load(page, 'letter.json', '{"a": 1}');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'В этом файле нет регламента Вахты.',
  );
  const bad = printProfile({
    ...KUZBASS,
    timeZone: 'Сибирь',
    notices: { clause: '9.9', days: 0 },
  });
  await load(page, 'bad.json', bad);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('bad.json');
  await expect(alert).toContainText('Документ, Часовой пояс: нет такого часового пояса: Сибирь');
  await expect(alert).toContainText('Уведомления, Дней: слишком мало: 0');
  await expectAccessibleInBoth(page);
  const good = printProfile({
    ...KUZBASS,
    id: 'three',
    title: 'Регион с тремя',
    norm: {
      clause: '2.2',
      kinds: [{ id: 'any', title: { ru: 'Все', en: 'All' }, weeklyNorm: 3 }],
    },
  });
  await load(page, 'good.json', good);
  await expect(page.getByText('Взято из файла. Посмотрите и сохраните.')).toBeVisible();
  await expect(norm.getByLabel('В неделю')).toHaveValue('3');
  await page.getByRole('button', { name: 'Отменить правки' }).click();
  await expect(norm.getByLabel('В неделю').last()).toHaveValue('5');
  await load(page, 'good.json', good);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.reload();
  await expect(norm.getByLabel('В неделю')).toHaveValue('3');
  expect(errors).toEqual([]);
});
