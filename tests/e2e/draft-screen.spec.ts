import type { Page } from '@playwright/test';
import { SAMPLE } from '../../components/draft/sample';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';

const field = (page: Page) => page.getByRole('textbox', { name: 'Текст поста' });
const cards = (page: Page) => page.locator('li[data-sentence]');

/** Puts a text in as a paste does, at the cursor. */
async function paste(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.insertText(text);
}

/** Words under the marks, by mark name. */
const marks = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name,
        [...ranges].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ]),
    ),
  );

/** What axe finds serious on the page as it stands. */

test('a draft is marked, replaced in one click and taken back by undo', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/draft');
  await paste(page, 'У нас каток.\nВ настоящее время там тихо.');
  await expect(cards(page)).toHaveCount(1);
  expect((await marks(page))['vakhta-style-fix']).toEqual(['В настоящее время']);

  await cards(page).getByRole('button', { name: 'Заменить на «Сейчас»' }).click();
  await expect(field(page)).toHaveValue('У нас каток.\nСейчас там тихо.');
  await expect(page.getByText('Советов нет. Хороший живой текст.')).toBeVisible();
  await field(page).focus();
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('У нас каток.\nВ настоящее время там тихо.');
  await expect(cards(page)).toHaveCount(1);
});

test('the twin of the field breaks its lines at the same places', async ({ openDashboard }) => {
  const page = await openDashboard('/draft');
  await paste(page, `${SAMPLE}\n\n`.repeat(6));
  await expect(cards(page).first()).toBeVisible();
  for (const width of [1280, 1920, 900]) {
    await page.setViewportSize({ width, height: 800 });
    const [inside, outside] = await field(page).evaluate((area: HTMLTextAreaElement) => [
      area.scrollHeight,
      area.clientHeight,
    ]);
    // Taller inside than outside would mean that the text has broken into more lines than the twin.
    expect(inside, `${width}`).toBeLessThanOrEqual(outside ?? 0);
  }
});

test('all safe replacements are one change', async ({ openDashboard }) => {
  const page = await openDashboard('/draft');
  const before = 'В настоящее время тихо. Да. В настоящее время снег.';
  await paste(page, before);
  await page.getByRole('button', { name: 'Принять надёжные: 2' }).click();
  await expect(field(page)).toHaveValue('Сейчас тихо. Да. Сейчас снег.');
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue(before);
});

test('a draft and the step of a walk survive a reload', async ({ openDashboard }) => {
  const page = await openDashboard('/draft?tab=walk');
  await paste(page, SAMPLE);
  await page.getByRole('button', { name: 'Начать' }).click();
  await page.getByRole('button', { name: 'Готово, дальше' }).click();
  await field(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ждём вас!');
  // At once: what was typed last must be kept too.
  await page.reload();
  await expect(field(page)).toHaveValue(`${SAMPLE} Ждём вас!`);
  await expect(page.getByText('Шаг 2 из 7')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Начало, готово' })).toBeVisible();
});

test('a press release is walked to its end', async ({ openDashboard }) => {
  const page = await openDashboard('/draft?tab=walk');
  await paste(page, SAMPLE);
  await page.getByRole('button', { name: 'Начать' }).click();
  await page.getByRole('button', { name: /^Берёзовский, 24 ноября 2026 года\./ }).click();
  expect((await marks(page))['vakhta-draft-place-current']).toEqual([
    'Берёзовский, 24 ноября 2026 года.',
  ]);
  // The place is chosen: the person takes it out.
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(field(page)).toHaveValue(/^ Сегодня состоялось/);
  for (let step = 1; step < 7; step += 1) {
    await expect(page.getByText(`Шаг ${step} из 7`)).toBeVisible();
    await page.getByRole('button', { name: 'Готово, дальше' }).click();
  }
  await page.getByRole('button', { name: 'Готово', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Было' })).toContainText('Берёзовский, 24 ноября');
  await expect(page.getByRole('region', { name: 'Стало' })).not.toContainText('24 ноября');
});

test('the result is copied', async ({ openDashboard, context }) => {
  const page = await openDashboard('/draft');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await paste(page, 'Каток открыли.\n');
  // What was typed a moment ago is copied too.
  await page.keyboard.type('Приходите!');
  await page.getByRole('button', { name: 'Скопировать' }).click();
  await expect(page.getByRole('button', { name: 'Скопировано' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Каток открыли.\nПриходите!',
  );
});

test('a body’s own replacement is offered like the others', async ({ openDashboard }) => {
  const page = await openDashboard('/draft?tab=own');
  await paste(page, 'Кружок ждёт детей.');
  await page.getByLabel('Было', { exact: true }).fill('кружок');
  await page.getByLabel('Стало', { exact: true }).fill('студия');
  await page.keyboard.press('Enter');
  await expect(page.getByText('В этом тексте: 1')).toBeVisible();
  await page.getByRole('tab', { name: /Советы/ }).click();
  await page.getByRole('button', { name: 'Заменить на «Студия»' }).click();
  await expect(field(page)).toHaveValue('Студия ждёт детей.');
  await page.reload();
  await page.getByRole('tab', { name: 'Свои замены' }).click();
  await expect(page.getByLabel('Было, замена «кружок»')).toHaveValue('кружок');
});

test('everything is done by the keyboard alone', async ({ openDashboard }) => {
  const page = await openDashboard('/draft');
  await paste(page, 'В настоящее время тихо. В настоящее время снег. В настоящее время ветер.');
  await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.press('Alt+Enter');
  await expect(field(page)).toHaveValue(
    'Сейчас тихо. В настоящее время снег. В настоящее время ветер.',
  );
  await expect(cards(page)).toHaveCount(2);
  // In the list: the button goes away, the next one has the focus.
  await cards(page)
    .first()
    .getByRole('button', { name: /^Заменить на/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(2);
  await expect(field(page)).toBeFocused();
});

test('«не здесь» and «больше не предлагать» keep their word', async ({ openDashboard }) => {
  const page = await openDashboard('/draft');
  await paste(page, 'В настоящее время тихо. В настоящее время снег.');
  await expect(cards(page)).toHaveCount(2);
  await cards(page)
    .first()
    .getByRole('button', { name: /^Не здесь/ })
    .click();
  await expect(cards(page)).toHaveCount(1);
  await cards(page)
    .getByRole('button', { name: /^Больше не предлагать/ })
    .click();
  await expect(cards(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Советов нет. Хороший живой текст.')).toBeVisible();
  await page.goto(page.url().replace('#/draft', '#/settings'));
  await page.getByRole('button', { name: 'Включить снова' }).click();
  await page.goto(page.url().replace('#/settings', '#/draft'));
  await expect(cards(page)).toHaveCount(2);
});

test('every part of the screen is usable by everyone, in both themes', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/draft');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Показать на примере' }).click();
  await expect(cards(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Из чего складывается оценка' }).click();
  await expect(page.getByText(/^Почему \d+$/)).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Почему \d+$/)).toBeHidden();
  await page.getByRole('tab', { name: 'Свои замены' }).click();
  await expectAccessibleInBoth(page);
  await page.getByRole('tab', { name: 'Из пресс-релиза' }).click();
  await page.getByRole('button', { name: 'Начать' }).click();
  await expect(page.getByText('Шаг 1 из 7')).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Сразу к итогу' }).click();
  await expectAccessibleInBoth(page);
});
