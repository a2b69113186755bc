import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';

/** A page of the network without comments and editors is left alone until there is something to do. */

/** A file of the network that the browser shows as text: a page in which there is nothing to do. */
const BARE = 'https://vk.com/assets/vk/desktop.css';

/** What stands in the document beside its head and body: Vakhta's overlay, when it is there. */
const guests = (page: Page) =>
  page.evaluate(
    () =>
      [...document.documentElement.children].filter((child) => !/^(HEAD|BODY)$/.test(child.tagName))
        .length,
  );

function addComment(): void {
  const part = (tag: string, name: string, text = '', href = '') => {
    const node = document.createElement(tag);
    node.dataset.testid = name;
    node.textContent = text;
    if (href) node.setAttribute('href', href);
    return node;
  };
  const root = part('div', 'wall_comments_comment_root');
  root.id = '-100_777';
  root.append(
    part('a', 'comment-owner', 'Пётр Иванов', '/id777'),
    part('div', 'comment-text', 'Опять разроют и бросят, заебали уже со своими трубами!'),
    part('a', 'wall_comment_date', 'сегодня', '/wall-100_200?reply=777'),
  );
  document.body.prepend(root);
}

test('nothing is there until a comment comes, and then it is judged', async ({ openThread }) => {
  const page = await openThread(BARE);
  const overlay = await Overlay.of(page);
  await page.evaluate(() => {
    for (let song = 0; song < 50; song += 1) document.body.append(document.createElement('p'));
  });
  expect(await guests(page)).toBe(0);
  await page.evaluate(addComment);
  await overlay.one('.chip');
  expect(await guests(page)).toBe(1);
});

test('opening the panel beside such a page begins the work', async ({ openThread, openPanel }) => {
  const page = await openThread(BARE);
  expect(await guests(page)).toBe(0);
  const panel = await openPanel(page);
  await expect.poll(() => guests(page)).toBe(1);
  await expect(panel.getByRole('tab').first()).toBeVisible();
});
