import { readFileSync } from 'node:fs';
import type { Locator, Page, Worker } from '@playwright/test';
import { COMMENTS, shownText } from '../stand/vk/comments';
import { OPERATOR, PEOPLE } from '../stand/vk/people';
import { expect, test } from './fixtures';
import { expectAccessible } from './log-records';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// VKontakte has changed its markup: the operator is told, shows one comment, and goes on working.

const RENAMED = 'https://vk.com/wall-100_200?renamed';
/** An insult that a rule is certain of. */
const INSULT = 308;
const INSULT_ID = `-100_${INSULT}`;
const written = (n: number) => {
  const found = COMMENTS.find((one) => one.n === n);
  if (!found) throw new Error(`no comment ${n}`);
  return found;
};
const comment = (page: Page, n: number) => page.locator(`[data-note="-100_${n}"]`);
const words = (page: Page, n: number) => comment(page, n).locator('.comment__text').first();
const chip = `.chip[data-key="-100_200 ${INSULT_ID}"]`;

const badge = (worker: Worker, tab: number) =>
  worker.evaluate(async (tabId) => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } };
    };
    return chrome.action.getBadgeText({ tabId });
  }, tab);

/** Points at a place of the page and presses there. */
const press = async (page: Page, target: Locator) => {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await page.mouse.down();
  await page.mouse.up();
};

/** Which of the operator's presses and keys reach the page's own elements. */
const listenOnPage = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'submit'])
      document.body.addEventListener(type, () => heard.push(type), { capture: true });
  });
const heardOnPage = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

test('blind, told, taught by pointing: read, recorded, kept, taken along as a file', async ({
  openThread,
  openPopup,
  openPanel,
  openDashboard,
  tabId,
  worker,
  context,
  extensionId,
}, info) => {
  const page = await openThread(RENAMED);
  const overlay = await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  const tab = await tabId(page);

  // Badge, popup and panel say so; everything else goes on.
  await expect.poll(() => badge(worker, tab), { timeout: 20_000 }).toBe('!');
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { name: 'Не вижу комментариев' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Показать комментарий' })).toBeVisible();
  await panel.close();
  const popup = await openPopup(page);
  await expect(popup.getByRole('alert')).toHaveText(
    'Не вижу комментариев, хотя страница показывает 134. Похоже, сеть изменила разметку. Покажите мне один комментарий — найду остальные.',
  );
  await expectAccessible(popup);
  const saving = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Отчёт для разработчиков' }).click();
  const report = readFileSync(await (await saving).path(), 'utf8');
  const [health] = JSON.parse(report);
  expect(health).toMatchObject({ host: 'vk.com', thread: true, lessons: 0 });
  expect(health.health).toMatchObject({ commentsClaimed: 134, commentsFound: 0, blind: true });
  expect(health.skeletons.map(({ of }: { of: string }) => of)).toContain('page');
  // Nobody's name, number, address or word.
  for (const { name, path, id } of [OPERATOR, ...Object.values(PEOPLE)])
    for (const part of [...name.split(' '), path, String(id)]) expect(report).not.toContain(part);
  expect(report).not.toMatch(/-100|wall-|сегодня|Подскажите/);

  // The lesson: one press on the comment, one on «Запомнить».
  await comment(page, INSULT).scrollIntoViewIfNeeded();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Показать комментарий' }).click();
  await closed;
  await page.bringToFront();
  await overlay.one('.lesson', 'Покажите один комментарий');
  await listenOnPage(page);
  const before = await page.evaluate(() => document.body.innerHTML);
  await press(page, words(page, INSULT));
  const lesson = await overlay.one('.lesson', 'Вижу');
  expect(lesson.text).toContain(`Вижу ${await page.locator('[data-note]').count()}`);
  expect(lesson.text).toContain(PEOPLE[written(301).author].name);
  expect((await overlay.all('.frame[data-kind="found"]')).length).toBeGreaterThan(3);
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  await info.attach('found', { body: await page.screenshot(), contentType: 'image/png' });
  await overlay.click('.lesson button', 'Запомнить');
  await overlay.one('.toast', 'Запомнила');
  await overlay.one(chip);
  expect(await heardOnPage(page)).toEqual([]);
  await expect.poll(() => badge(worker, tab)).not.toBe('!');

  // The network's own menu is a record again.
  const main = comment(page, INSULT).locator(':scope > .comment__main');
  await main.hover();
  await main.locator(':scope > [aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: 'Удалить', exact: true }).click();
  const [entry] = await registry.hasEntries(1);
  expect(entry).toMatchObject({
    kind: 'delete',
    origin: 'native',
    account: '-100',
    thread: '-100_200',
    commentId: INSULT_ID,
    author: PEOPLE[written(INSULT).author].name,
    text: shownText(written(INSULT)),
  });

  // The next visit reads at once.
  await page.reload();
  await overlay.one(chip);

  const settings = await openDashboard('/settings');
  const group = settings.getByRole('region', { name: 'Разметка сетей' });
  const list = group.getByRole('list', { name: 'Уроки' }).getByRole('listitem');
  await expect(list).toHaveCount(1);
  await expect(list).toContainText('ВКонтакте · vk.com');
  const exporting = settings.waitForEvent('download');
  await group.getByRole('button', { name: 'Сохранить в файл' }).click();
  const file = readFileSync(await (await exporting).path());

  await group.getByRole('button', { name: 'Забыть урок на vk.com' }).click();
  await expect(group.getByText('Уроков нет')).toBeVisible();
  await expect.poll(() => overlay.all(chip)).toEqual([]);

  const take = (name: string, content: Buffer | string) =>
    group.getByLabel('Файл с уроками').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  const evil = JSON.parse(file.toString());
  evil.lessons[0].root = '[data-part="note"]:has(img[src="https://evil.example"])';
  await take('evil.json', JSON.stringify(evil));
  await expect(group.getByRole('alert')).toContainText('Урок №1 в файле с ошибкой');
  await expect(group.getByText('Уроков нет')).toBeVisible();
  await take('lessons.json', file);
  await expect(group.getByRole('status')).toHaveText('1 урок взят.');
  await expect(list).toHaveCount(1);
  await expectAccessible(settings);
  await page.bringToFront();
  await overlay.one(chip);
});

test('a lesson by keys alone; it can be left, and a part shown another way', async ({
  openThread,
  openPanel,
}) => {
  const page = await openThread(RENAMED);
  const overlay = await Overlay.of(page);
  const panel = await openPanel(page);
  const begin = async () => {
    await panel.bringToFront();
    await panel.getByRole('button', { name: /покажите|показать/i }).click();
    await page.bringToFront();
    await overlay.one('.lesson', 'Покажите один комментарий');
  };
  await comment(page, INSULT).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await begin();
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.all('.lesson, .glass, .frame')).toEqual([]);

  await begin();
  await listenOnPage(page);
  await page.keyboard.press('ArrowRight');
  const first = (await overlay.one('.lesson .chosen')).text;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await overlay.one('.lesson .chosen')).text).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await overlay.one('.lesson .chosen')).text).toBe(first);
  const narrow = await overlay.one('.frame[data-kind="chosen"]');
  await page.keyboard.press('ArrowUp');
  const wide = await overlay.one('.frame[data-kind="chosen"]');
  expect(wide.rect.height * wide.rect.width).toBeGreaterThan(
    narrow.rect.height * narrow.rect.width,
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await overlay.one('.lesson', 'Вижу');

  // The text is shown another way: the part is asked for, taken by key, and the result comes again.
  await overlay.click('.lesson .parts button', 'Текст');
  await overlay.one('.lesson', 'Где его слова?');
  await page.keyboard.press('Enter');
  await overlay.one('.lesson', 'Вижу');
  await page.keyboard.press('Enter');
  await overlay.one('.toast', 'Запомнила');
  await overlay.one(chip);
  expect(await heardOnPage(page)).toEqual([]);
});

test('comments without their words and a field that is not known are told of, each in its turn', async ({
  openThread,
  openPopup,
}) => {
  const page = await openThread('https://vk.com/wall-100_200');
  const overlay = await Overlay.of(page);
  await overlay.one(chip);
  // The network gives words another name, and writes comments in a field of another kind.
  await page.evaluate(() => {
    for (const words of document.querySelectorAll('[data-testid="comment-text"]')) {
      for (const part of [words, ...words.querySelectorAll('[data-testid]')])
        part.removeAttribute('data-testid');
      words.setAttribute('data-part', 'note-words');
    }
    for (const field of document.querySelectorAll('[data-testid="content-editable-input"]'))
      field.replaceWith(document.createElement('textarea'));
  });
  const popup = await openPopup(page);
  const says = (sentence: string) =>
    expect(popup.getByRole('alert')).toContainText(sentence, { timeout: 20_000 });
  await says('Комментарии вижу, а слов в них нет.');

  await page
    .locator(`[id="${INSULT_ID}"]`)
    .evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Показать комментарий' }).click();
  await closed;
  await page.bringToFront();
  await overlay.one('.lesson', 'Покажите один комментарий');
  await press(page, page.locator(`[id="${INSULT_ID}"] [data-part="note-words"]`).first());
  await overlay.one('.lesson', 'Вижу');
  await overlay.click('.lesson button', 'Запомнить');
  await overlay.one(chip);

  const again = await openPopup(page);
  await expect(again.getByRole('alert')).toContainText('а поле для текста не узнаю', {
    timeout: 20_000,
  });
  await expect(again.getByRole('button', { name: 'Показать комментарий' })).toHaveCount(0);
  await expect(again.getByRole('button', { name: 'Отчёт для разработчиков' })).toBeVisible();
});
