import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { COMMENTS, PHOTO_COMMENTS, shownText } from '../stand/vk/comments';
import { expect, THREAD, standTest as test } from './fixtures';

// The practice pages alone: what the other tests take for granted of them.

const ROOT = '[data-testid="wall_comments_comment_root"]';
const ANY = `${ROOT}, [data-testid="wall_comments_comment_in_thread"]`;
const comment = (page: Page, n: number) => page.locator(`[id="-100_${n}"]`);
const own = (root: Locator, testId: string) =>
  root.locator(`:scope > .comment__main [data-testid="${testId}"]`);
const open = async (page: Page, address = THREAD) => {
  await page.goto(address);
  await expect(page.locator('body')).not.toBeEmpty();
};
const choose = async (page: Page, n: number, item: string) => {
  const root = comment(page, n);
  await root.locator(':scope > .comment__main').hover();
  await root.locator(':scope > .comment__main > [aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const VIOLATION = 305;

test('the practice thread is long and has every criterion', () => {
  expect(COMMENTS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(COMMENTS.map(({ n }) => n)).size).toBe(COMMENTS.length);
  const criteria = new Set(COMMENTS.map(({ expect: criterion }) => criterion));
  for (const criterion of [
    'obscenity',
    'insult',
    'threat',
    'hate',
    'spam',
    'personal-data',
    'drugs',
    'fraud',
    null,
  ] as const) {
    expect(criteria).toContain(criterion);
  }
});

test('every comment of the thread can be loaded and reads as it was written', async ({ page }) => {
  await open(page);
  const more = page.getByTestId('show_next_comments');
  await expect(page.locator(ROOT)).toHaveCount(40);
  while (await more.isVisible()) {
    const before = await page.locator(ROOT).count();
    await more.click();
    await expect.poll(() => page.locator(ROOT).count()).toBeGreaterThan(before);
  }
  const cut = page.getByTestId('showmoretext-after');
  while ((await cut.count()) > 0) await cut.first().click();
  const folded = page.locator('.branch__more');
  while ((await folded.count()) > 0) await folded.first().click();
  const texts = await page.locator(ANY).evaluateAll((roots) =>
    roots.map((root) => {
      const text = root.querySelector(':scope > .comment__main [data-testid="comment-text"]');
      const clone = text?.cloneNode(true) as Element;
      for (const image of clone.querySelectorAll('img')) image.replaceWith(image.alt);
      for (const line of clone.querySelectorAll('br')) line.replaceWith('\n');
      return [root.id, clone.textContent];
    }),
  );
  expect(Object.fromEntries(texts)).toEqual(
    Object.fromEntries(COMMENTS.map((one) => [`-100_${one.n}`, shownText(one)])),
  );
});

test('replies stand in their branch and lead to it by their address', async ({ page }) => {
  await open(page);
  const reply = comment(page, 302);
  await expect(reply).toHaveAttribute('data-testid', 'wall_comments_comment_in_thread');
  await expect(own(reply, 'wall_comment_date')).toHaveAttribute(
    'href',
    '/wall-100_200?reply=302&thread=301',
  );
  await expect(comment(page, 301).locator('[id="-100_302"]')).toBeVisible();
  await expect(own(comment(page, 303), 'comment-text').getByRole('link')).toHaveText('Николай');
});

test('a picture alone has no words', async ({ page }) => {
  await open(page);
  const alone = COMMENTS.find(({ image }) => image);
  const root = comment(page, alone?.n ?? 0);
  await expect(root.locator('.comment__picture')).toBeVisible();
  await expect(own(root, 'comment-text')).toBeHidden();
});

test('the menu appears on hover, opens outside the comment and closes on Escape', async ({
  page,
}) => {
  await open(page);
  const root = comment(page, VIOLATION);
  const toggle = root.locator(':scope > .comment__main > [aria-haspopup="menu"]');
  await expect(toggle).toHaveCSS('opacity', '0');
  await root.hover();
  await expect(toggle).toHaveCSS('opacity', '1');
  await toggle.click();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Скопировать ссылку',
    'Пожаловаться',
    'Заблокировать автора',
    'Удалить',
  ]);
  await expect(root.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(toggle).toBeFocused();
});

test('the menu may exist only while the pointer is on the comment', async ({ page }) => {
  await open(page, `${THREAD}?lazy=1`);
  const toggle = comment(page, VIOLATION).locator('[aria-haspopup="menu"]');
  await expect(toggle).toHaveCount(0);
  await choose(page, VIOLATION, 'Удалить');
  await expect(comment(page, VIOLATION)).toContainText('Комментарий удалён.');
});

test('a deleted comment leaves a stub and comes back', async ({ page }) => {
  await open(page);
  const root = comment(page, VIOLATION);
  await choose(page, VIOLATION, 'Удалить');
  await expect(root).toHaveText('Комментарий удалён. Восстановить');
  expect(await page.evaluate(() => window.stand.deleted())).toEqual([`-100_${VIOLATION}`]);
  await root.getByRole('button', { name: 'Восстановить' }).click();
  await expect(own(root, 'comment-text')).toBeVisible();
  expect(await page.evaluate(() => window.stand.deleted())).toEqual([]);
});

test('replies outlive the comment that they answer', async ({ page }) => {
  await open(page);
  await choose(page, 301, 'Удалить');
  await expect(comment(page, 301)).toContainText('Комментарий удалён.');
  await expect(own(comment(page, 302), 'comment-text')).toBeVisible();
});

test('the stub may stand instead of the comment, or nowhere', async ({ page }) => {
  await open(page, `${THREAD}?stub=instead`);
  await choose(page, VIOLATION, 'Удалить');
  await expect(comment(page, VIOLATION)).toHaveCount(0);
  await page.getByRole('button', { name: 'Восстановить' }).click();
  await expect(own(comment(page, VIOLATION), 'comment-text')).toBeVisible();
  await open(page, `${THREAD}?stub=none`);
  await choose(page, VIOLATION, 'Удалить');
  await expect(comment(page, VIOLATION)).toHaveCount(0);
  await expect(page.getByText('Комментарий удалён')).toHaveCount(0);
});

test('the question before deletion can be answered either way', async ({ page }) => {
  await open(page, `${THREAD}?confirm=1`);
  const dialog = page.getByRole('dialog');
  await choose(page, VIOLATION, 'Удалить');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await expect(own(comment(page, VIOLATION), 'comment-text')).toBeVisible();
  await choose(page, VIOLATION, 'Удалить');
  await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
  await expect(comment(page, VIOLATION)).toContainText('Комментарий удалён.');
});

test('an author is banned with a reason, told by a notice, and let back', async ({ page }) => {
  await open(page);
  await choose(page, VIOLATION, 'Заблокировать автора');
  const dialog = page.getByRole('dialog', { name: 'Чёрный список' });
  await dialog.getByLabel('Нецензурная лексика').check();
  await dialog.getByRole('button', { name: 'Заблокировать' }).click();
  await expect(page.getByRole('status')).toContainText('Пользователь заблокирован: Вадим Стрижов');
  await choose(page, VIOLATION, 'Разблокировать автора');
  await expect(page.getByRole('status')).toContainText('Пользователь разблокирован');
});

test('a comment is reported with a reason and told by a notice', async ({ page }) => {
  await open(page);
  await choose(page, VIOLATION, 'Пожаловаться');
  const dialog = page.getByRole('dialog', { name: 'Пожаловаться на комментарий' });
  await dialog.getByLabel('Оскорбление').check();
  await dialog.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByRole('status')).toContainText('Жалоба отправлена');
});

test('comments arrive and change while the page is open', async ({ page }) => {
  await open(page);
  const ids = await page.evaluate(() => window.stand.arrive(2));
  expect(ids).toHaveLength(2);
  for (const id of ids) await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await page.evaluate(() => window.stand.edit('-100_305', 'Передумал, всё хорошо'));
  await expect(own(comment(page, 305), 'comment-text')).toHaveText('Передумал, всё хорошо');
  await open(page, `${THREAD}?live=1`);
  await expect(page.getByText('Только что проехала')).toBeAttached();
});

test('a recycling list shows every comment with a handful of nodes', async ({ page }) => {
  await open(page, 'https://vk.com/wall-100_201');
  const seen = new Set<string>();
  const nodes = await page.locator(ROOT).elementHandles();
  expect(nodes.length).toBeLessThanOrEqual(24);
  const first = nodes[0];
  const idAtFirst = await first?.evaluate((node) => (node as Element).id);
  for (;;) {
    for (const id of await page.locator(ANY).evaluateAll((roots) => roots.map(({ id }) => id))) {
      seen.add(id);
    }
    const atEnd = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, 500);
      return scrollY === before;
    });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))),
    );
    if (atEnd) break;
  }
  const shown = COMMENTS.map(({ n }) => `-100_${n}`);
  expect([...seen].sort()).toEqual(shown.sort());
  expect(await first?.evaluate((node) => node.isConnected)).toBe(true);
  expect(await first?.evaluate((node) => (node as Element).id)).not.toBe(idAtFirst);
});

test('wall and thread change without loading the page', async ({ page }) => {
  await open(page, 'https://vk.com/club100');
  await page.evaluate(() => document.documentElement.setAttribute('data-same', 'yes'));
  await page.getByTestId('post_footer_action_comment').first().click();
  await expect(page).toHaveURL(THREAD);
  await expect(page.locator(ROOT)).toHaveCount(40);
  await page.goBack();
  await expect(page.getByTestId('post')).toHaveCount(4);
  await expect(page.locator('html')).toHaveAttribute('data-same', 'yes');
  await open(page, 'https://vk.com/verhnie_klyuchi');
  await expect(page.getByTestId('post')).toHaveCount(4);
});

for (const unmount of ['', '?unmount=1']) {
  test(`a post goes through two steps to the wall${unmount}`, async ({ page }) => {
    await open(page, `https://vk.com/club100${unmount}`);
    await page.getByTestId('group_publish_create_button').click();
    await page.getByTestId('group_publish_post_menu_item').click();
    await expect(page.getByTestId('modalheader-title')).toHaveText('Новый пост');
    const editor = page.getByTestId('posting_base_screen_input_message');
    await editor.pressSequentially('Первый абзац');
    await editor.press('Enter');
    await editor.pressSequentially('Второй');
    await expect(editor.locator('div')).not.toHaveCount(0);
    await page.getByTestId('posting_base_screen_next').click();
    await expect(editor).toHaveCount(unmount ? 0 : 1);
    await page.getByTestId('posting_submit_button').click();
    const post = page.getByTestId('post').first();
    await expect(post.getByTestId('post_text')).toHaveText('Первый абзацВторой');
    await expect(post).toHaveAttribute('data-post-id', '-100_204');
    await expect(post.getByTestId('post_date_block_preview')).toHaveAttribute(
      'href',
      '/wall-100_204',
    );
  });
}

test('a post can be deleted', async ({ page }) => {
  await open(page, 'https://vk.com/club100');
  const post = page.locator('[data-post-id="-100_203"]');
  await post.getByTestId('post_context_menu_toggle').click();
  await page.getByTestId('post_context_menu_item_delete').click();
  await expect(page.getByTestId('feed-item-custom-state-block')).toHaveText('Пост удалён');
});

test('a comment is sent in the name of the community or of the operator, and edited', async ({
  page,
}) => {
  await open(page);
  const field = page.getByTestId('content-editable-input');
  const send = page.getByTestId('send-comment');
  await expect(send).toBeDisabled();
  await field.pressSequentially('Смотрим, ответим сегодня');
  await send.click();
  const sent = page.locator(ROOT).last();
  await expect(own(sent, 'comment-text')).toHaveText('Смотрим, ответим сегодня');
  await expect(own(sent, 'comment-avatar')).toHaveAttribute('href', '/verhnie_klyuchi');
  await page.getByLabel('От имени сообщества').uncheck();
  await field.pressSequentially('А это от себя');
  await send.click();
  await expect(own(page.locator(ROOT).last(), 'comment-avatar')).toHaveAttribute('href', '/id777');

  const n = Number((await sent.getAttribute('id'))?.split('_')[1]);
  await choose(page, n - 1, 'Редактировать');
  await page.getByLabel('Правка комментария').fill('Уже ответили');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(own(comment(page, n - 1), 'comment-text')).toHaveText('Уже ответили');
});

test('an answer goes to its branch', async ({ page }) => {
  await open(page);
  await own(comment(page, 305), 'comment-reply').click();
  await page.getByTestId('content-editable-input').pressSequentially('Понимаем вас');
  await page.getByTestId('send-comment').click();
  await expect(comment(page, 305).getByTestId('wall_comments_layout_thread')).toContainText(
    'Понимаем вас',
  );
});

test('the page tells who is signed in', async ({ page }) => {
  await open(page);
  await page.getByTestId('header-profile-menu-button').click();
  await expect(
    page.getByTestId('header-profile-menu').locator('[class*="UserPlaceholder-module_header"]'),
  ).toHaveText('Мария Дежурова');
  await expect(page.getByTestId('leftmenu').getByRole('link', { name: 'Профиль' })).toHaveAttribute(
    'href',
    '/id777',
  );
});

test('a guest can only report', async ({ page }) => {
  await open(page, `${THREAD}?visitor=1`);
  const root = comment(page, VIOLATION);
  await root.hover();
  await root.locator(':scope > .comment__main > [aria-haspopup="menu"]').click();
  await expect(page.getByRole('menuitem')).toHaveText(['Скопировать ссылку', 'Пожаловаться']);
});

test('the legacy page deletes and restores', async ({ page }) => {
  await open(page, 'https://vk.com/photo-100_300');
  await expect(page.locator('.reply[id^="post-100_"]')).toHaveCount(PHOTO_COMMENTS.length);
  const reply = page.locator('[id="post-100_502"]');
  await reply.getByTitle('Удалить').click();
  await expect(reply.locator('.dld')).toContainText('Комментарий удалён.');
  await expect(reply.locator('.wall_reply_text')).toBeHidden();
  await reply.getByText('Восстановить').click();
  await expect(reply.locator('.wall_reply_text')).toBeVisible();
});

test('the mobile page deletes and restores', async ({ page }) => {
  await open(page, 'https://m.vk.com/wall-100_200');
  const items = page.locator('.ReplyItem__wrap');
  await expect(items).toHaveCount(COMMENTS.length);
  const item = items.nth(4);
  await item.getByLabel('Действия с комментарием').click();
  await page.getByRole('menuitem', { name: 'Удалить', exact: true }).click();
  await expect(item).toContainText('Комментарий удалён.');
  await item.getByText('Восстановить').click();
  await expect(item.locator('.ReplyItem__content')).toBeVisible();
});

test('troubles come when they are asked for', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page);
  expect(errors).toEqual([]);
  await open(page, `${THREAD}?throw=1`);
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  expect(errors[0]).toContain('broken on purpose');

  await open(page, `${THREAD}?big=1`);
  const big = await own(page.locator(ROOT).first(), 'comment-text').textContent();
  expect(big).toHaveLength(100_000);
  expect(big?.endsWith('тупой баран')).toBe(true);

  await open(page, `${THREAD}?many=5000`);
  await expect(page.locator(ROOT)).toHaveCount(5_000);
});

test('a hostile page deletes by made-up events', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.stand.forge());
  expect(await page.evaluate(() => window.stand.deleted())).toEqual(['-100_301']);
  await open(page, `${THREAD}?hostile=1&confirm=1`);
  await expect.poll(() => page.evaluate(() => window.stand.deleted().length)).toBeGreaterThan(0);
});

test('the policy of the page lets no inline script through', async ({ page }) => {
  await open(page);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.head.append(script);
    return 'inline' in window;
  });
  expect(ran).toBe(false);
});

test('other hosts and unknown addresses of the networks lead nowhere', async ({ page }) => {
  await page.goto('https://vk.ru/feed');
  await expect(page).toHaveURL('https://vk.ru/club100');
  await open(page, 'https://vk.com/id1001');
  await expect(page.getByRole('heading', { name: 'Страница человека' })).toBeVisible();
});

test('light and dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('button', { name: 'Светлая или тёмная' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`everyone can use the practice pages, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ['/club100', '/wall-100_200', '/photo-100_300']) {
      await open(page, `https://vk.com${path}`);
      await page.evaluate(axe.source);
      const serious = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(serious, path).toEqual([]);
    }
  });
}
