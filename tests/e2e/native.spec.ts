import type { Page } from '@playwright/test';
import type { NativeKind } from '../../lib/networks/contract';
import { COMMENTS, PHOTO_COMMENTS } from '../stand/vk/comments';
import { expect, THREAD, standTest as test } from './fixtures';
import { startReading } from './reading-engine';

// How the outcome of an action is told from the page, in the real browser: every comment of the page
// is remembered, one is acted on, and that one alone may be said to have changed.

const idOf = (n: number) => `-100_${n}`;
const reached = (page: Page, kind: NativeKind) =>
  page.evaluate((wanted) => window.reading.reached(wanted), kind);
const remember = (page: Page) => page.evaluate(() => window.reading.remember());
const open = async (page: Page, address = THREAD) => {
  await page.goto(address);
  await startReading(page);
  await remember(page);
};
/** Remembers everything at the moment when the menu is open, as the extension does at the click. */
const choose = async (page: Page, n: number, item: string) => {
  const root = page.locator(`[id="${idOf(n)}"]`);
  await root.locator(':scope > .comment__main').hover();
  await root.locator(':scope > .comment__main > [aria-haspopup="menu"]').click();
  await remember(page);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

const tops = COMMENTS.filter(({ branch }) => branch === undefined);
const answersOf = (n: number) => COMMENTS.filter(({ branch }) => branch === n);
const number = (comment: { n: number } | undefined) => {
  if (!comment) throw new Error('the practice thread has no such comment');
  return comment.n;
};
const CASES = {
  'the first one, with answers': number(tops[0]),
  'one without answers': number(tops.slice(1, 30).find(({ n }) => answersOf(n).length === 0)),
  'an answer': number(answersOf(number(tops[0]))[1]),
  'the last one shown': number(tops[39]),
};

for (const stub of ['inside', 'instead', 'none'] as const) {
  for (const [name, n] of Object.entries(CASES)) {
    test(`deleted, stub ${stub}: ${name}`, async ({ page }) => {
      await open(page, `${THREAD}?stub=${stub}`);
      expect(await reached(page, 'delete')).toEqual([]);
      await choose(page, n, 'Удалить');
      // What the page takes away with the comment (its answers) is not said to be deleted.
      await expect.poll(() => reached(page, 'delete')).toEqual([idOf(n)]);
      if (stub === 'none') return;
      expect(await reached(page, 'restore')).not.toContain(idOf(n));
      await page.getByRole('button', { name: 'Восстановить' }).click();
      await expect.poll(() => reached(page, 'restore')).toContain(idOf(n));
      expect(await reached(page, 'delete')).toEqual([]);
    });
  }
}

test('a list that re-uses its elements: scrolling deletes nothing', async ({ page }) => {
  await open(page, 'https://vk.com/wall-100_201?recycle');
  for (let step = 0; step < 25; step += 1) {
    await page.mouse.wheel(0, 400);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(await reached(page, 'delete')).toEqual([]);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(await reached(page, 'delete')).toEqual([]);
});

test('a list that re-uses its elements: a deletion is seen', async ({ page }) => {
  await open(page, 'https://vk.com/wall-100_201?recycle');
  const id = await page.evaluate(() => window.reading.comments()[3]?.id ?? '');
  await choose(page, Number(id.split('_')[1]), 'Удалить');
  await expect.poll(() => reached(page, 'delete')).toEqual([id]);
});

test('comments that come, change and unfold delete nothing', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const [first = ''] = window.stand.arrive(5);
    window.stand.edit(first, 'Передумал');
  });
  await page.getByTestId('show_next_comments').click();
  await page.getByTestId('showmoretext-after').first().click();
  await expect
    .poll(() => page.evaluate(() => window.reading.comments().length))
    .toBeGreaterThan(60);
  expect(await reached(page, 'delete')).toEqual([]);
});

test('another page of the site deletes nothing', async ({ page }) => {
  await open(page);
  await page
    .getByRole('link', { name: /Верхние Ключи/ })
    .first()
    .click();
  await expect(page).not.toHaveURL(THREAD);
  expect(await reached(page, 'delete')).toEqual([]);
});

test('the question before a deletion: no, then yes', async ({ page }) => {
  await open(page, `${THREAD}?confirm`);
  const n = CASES['one without answers'];
  await choose(page, n, 'Удалить');
  await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click();
  expect(await reached(page, 'delete')).toEqual([]);
  await choose(page, n, 'Удалить');
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await expect.poll(() => reached(page, 'delete')).toEqual([idOf(n)]);
});

test('a ban and a report by their notices', async ({ page }) => {
  await open(page);
  const n = CASES['one without answers'];
  await choose(page, n, 'Заблокировать автора');
  expect(await reached(page, 'ban')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Заблокировать' }).click();
  await expect.poll(() => reached(page, 'ban')).toContain(idOf(n));
  expect(await reached(page, 'report')).toEqual([]);
  await choose(page, n, 'Пожаловаться');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click();
  await expect.poll(() => reached(page, 'report')).toContain(idOf(n));
  expect(await reached(page, 'delete')).toEqual([]);
});

test('the older markup: a stub in the comment’s element', async ({ page }) => {
  await open(page, 'https://vk.com/photo-100_300');
  const n = number(PHOTO_COMMENTS[1]);
  await page.locator(`[id="reply_delete${idOf(n)}"]`).click();
  await expect.poll(() => reached(page, 'delete')).toEqual([idOf(n)]);
  await page.getByRole('button', { name: 'Восстановить' }).click();
  await expect.poll(() => reached(page, 'restore')).toContain(idOf(n));
  expect(await reached(page, 'delete')).toEqual([]);
});

test('the mobile site', async ({ page }) => {
  await open(page, 'https://m.vk.com/wall-100_200');
  const n = CASES['one without answers'];
  const item = page.locator('.ReplyItem__wrap', {
    has: page.locator(`a.item_date[href*="reply=${n}"]`),
  });
  await item.getByRole('button', { name: 'Действия с комментарием' }).click();
  await page.getByRole('menuitem', { name: 'Удалить', exact: true }).click();
  await expect.poll(() => reached(page, 'delete')).toEqual([idOf(n)]);
});
