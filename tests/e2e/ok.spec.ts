import type { BrowserContext, Page, Worker } from '@playwright/test';
import { messagesOf } from '../../lib/i18n';
import { CRITERIA } from '../../lib/moderation/contract';
import { MAIN_TOPIC, stampOf } from '../stand/ok/group';
import { COMMENTS } from '../stand/vk/comments';
import { PEOPLE } from '../stand/vk/people';
import { expectedCounts } from './expected-counts';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// Odnoklassniki: an operator's evening on the practice pages, through the real extension.

const GROUP = 'https://ok.ru/group/5300';
const TOPIC = `${GROUP}/topic/${MAIN_TOPIC}`;
const DISCUSSION = `https://ok.ru/discussions/1/5300/${MAIN_TOPIC}`;

const comment = (page: Page, n: number) =>
  page.locator(`[data-seen-params*='"${n}"'] > :first-child`);
const keyOf = (n: number) => `${MAIN_TOPIC} ${n}`;
/** The last comment of the practice thread by the criterion: it is shown without unfolding. */
const written = (criterion: string) => {
  const found = COMMENTS.findLast(({ expect: expected }) => expected === criterion);
  if (!found) throw new Error(`the practice thread has no ${criterion}`);
  return found;
};
/**
 * The feed of the group: a page where Vakhta has nothing to do yet. Chromium may keep the «load» of such
 * a page back, and nobody waits for it: the feed is there when it is drawn.
 */
const openFeed = async (context: BrowserContext, worker: Worker) => {
  if (!worker.url()) throw new Error('the extension did not start');
  const page = await context.newPage();
  await page.goto(GROUP, { waitUntil: 'domcontentloaded' });
  return page;
};
/** Presses a control of a comment that the page shows under the pointer only. */
const press = async (page: Page, n: number, control: string) => {
  await comment(page, n).scrollIntoViewIfNeeded();
  await comment(page, n).hover();
  await comment(page, n).locator(control).click();
};
const chooseNative = async (page: Page, n: number, item: string) => {
  await press(page, n, '.shortcut_ic');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

/** The thread as the engine sees it. */
const TEXTS = COMMENTS.map(({ n, author, text }) => ({
  id: String(n),
  author: String(PEOPLE[author].id),
  text,
}));

test('an evening: the thread is read and marked, more is loaded, comments are dealt with', async ({
  openThread,
  openPanel,
  context,
  extensionId,
}) => {
  const insult = written('insult');
  const threat = written('threat');
  const page = await openThread(TOPIC);
  const overlay = await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  await overlay.one('.chip');

  // Earlier comments come on demand; then every one of them has been read and judged.
  const earlier = page.getByRole('button', { name: /Показать предыдущие/ });
  while (await earlier.isVisible()) {
    const before = await page.locator('.comments_current').count();
    await earlier.click();
    await expect.poll(() => page.locator('.comments_current').count()).toBeGreaterThan(before);
  }
  const panel = await openPanel(page);
  const { criterion: names } = messagesOf('ru').common;
  const counted = async () => {
    const labels = await panel.getByRole('search').locator('label').allTextContents();
    return Object.fromEntries(
      CRITERIA.flatMap((criterion) => {
        const label = labels.find((text) => text.startsWith(`${names[criterion]} `));
        return label ? [[criterion, Number(label.split(' ').at(-1))]] : [];
      }),
    );
  };
  const bare = await context.newPage();
  await expect.poll(counted).toEqual(await expectedCounts(bare, TEXTS));
  await bare.close();
  await panel.close();
  await page.bringToFront();

  // The site deletes without a question; its stub has the way back and more.
  await press(page, insult.n, '.comments_remove');
  await overlay.one('.toast', `Удалён комментарий: ${PEOPLE[insult.author].name}`);
  const [deleted] = await registry.hasEntries(1);
  expect(deleted).toMatchObject({
    kind: 'delete',
    origin: 'native',
    network: 'ok',
    account: 'group/5300',
    thread: String(MAIN_TOPIC),
    commentId: String(insult.n),
    permalink: TOPIC,
    author: PEOPLE[insult.author].name,
    authorUrl: `https://ok.ru/profile/${PEOPLE[insult.author].id}`,
    commentTime: new Date(stampOf(insult.n)).toISOString(),
    text: insult.text,
    criterion: 'insult',
    operator: 'Мария Дежурова',
  });
  await comment(page, insult.n).getByRole('button', { name: 'Восстановить' }).click();
  await registry.hasEntries(2);
  await chooseNative(page, insult.n, 'Пожаловаться');
  await registry.hasEntries(3);
  await press(page, threat.n, '.comments_remove');
  await registry.hasEntries(4);
  await comment(page, threat.n).getByRole('button', { name: 'Заблокировать пользователя' }).click();
  const entries = await registry.hasEntries(5);
  expect(entries.map(({ kind, commentId }) => `${kind} ${commentId}`)).toEqual([
    `delete ${insult.n}`,
    `restore ${insult.n}`,
    `report ${insult.n}`,
    `delete ${threat.n}`,
    `ban ${threat.n}`,
  ]);
});

test('the operator’s keys open the menu, or give the focus to the only control', async ({
  openThread,
  context,
  extensionId,
}) => {
  const { n } = written('insult');
  const page = await openThread(TOPIC);
  let overlay = await Overlay.of(page);
  await comment(page, n).scrollIntoViewIfNeeded();
  const openCard = async () => {
    await overlay.click(`.chip[data-key="${keyOf(n)}"]`);
    await overlay.one('.card');
    await page.keyboard.press('Escape');
    await page.locator('.mlr_disc_count').click({ force: true });
  };
  await openCard();
  await page.keyboard.press('KeyM');
  await expect(page.getByRole('menuitem', { name: 'Пожаловаться' })).toBeVisible();
  expect(await page.evaluate(() => window.ok.deleted())).toEqual([]);

  await page.goto(`${TOPIC}?bare`);
  overlay = await Overlay.of(page);
  await comment(page, n).scrollIntoViewIfNeeded();
  await openCard();
  await page.keyboard.press('KeyM');
  await expect(comment(page, n).locator('.comments_remove')).toBeFocused();
  expect(await page.evaluate(() => window.ok.deleted())).toEqual([]);
  await page.keyboard.press('Enter');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'delete', origin: 'native', commentId: String(n) });
});

test('made-up clicks of a page record nothing, and a stub may be missing', async ({
  openThread,
  context,
  extensionId,
}) => {
  const { n } = written('insult');
  const page = await openThread(`${TOPIC}?stub=none`);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await page.evaluate(() => window.ok.forge(0));
  await expect.poll(() => page.evaluate(() => window.ok.deleted().length)).toBe(1);
  await press(page, n, '.comments_remove');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'delete', commentId: String(n) });
});

test('a topic opened over the feed, closed, and found again among the discussions', async ({
  context,
  worker,
}) => {
  const { n } = written('insult');
  const page = await openFeed(context, worker);
  await page.getByRole('link', { name: /^Комментарии \d\d/ }).click();
  await expect(page).toHaveURL(TOPIC);
  const overlay = await Overlay.of(page);
  const chip = `.chip[data-key="${keyOf(n)}"]`;
  await comment(page, n).scrollIntoViewIfNeeded();
  await overlay.one(chip);
  await page.getByRole('button', { name: 'Закрыть' }).click();
  await expect.poll(() => overlay.all('.chip')).toEqual([]);

  await page.getByRole('link', { name: 'Обсуждения' }).click();
  await expect(page).toHaveURL(DISCUSSION);
  const again = await Overlay.of(page);
  await comment(page, n).scrollIntoViewIfNeeded();
  // The same comment of the same thread, wherever it is shown.
  await again.one(chip);
});

test('the mobile site', async ({ openThread, context, extensionId }) => {
  const { n, text } = written('insult');
  const page = await openThread(`https://m.ok.ru/group/5300/topic/${MAIN_TOPIC}`);
  const overlay = await Overlay.of(page);
  const item = page.locator('.discus_dialogs_i', { has: page.locator(`a[name="msg${n}"]`) });
  await item.scrollIntoViewIfNeeded();
  await overlay.one(`.chip[data-key="${keyOf(n)}"]`);
  await item.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'delete', network: 'ok', commentId: String(n), text });
  await page.getByRole('button', { name: 'Восстановить' }).click();
  await new RegistryReader(context, extensionId).hasEntries(2);
});

test('messages to the group are judged, the operator’s own letters are not', async ({
  openThread,
  openPopup,
  context,
  extensionId,
}) => {
  const page = await openThread(`${GROUP}/messages/1040`);
  const overlay = await Overlay.of(page);
  await expect.poll(async () => (await overlay.all('.chip')).length).toBe(3);
  const message = page.locator('msg-message', { hasText: 'дебилы' });
  await message.hover();
  await message.getByRole('button', { name: 'Действия с сообщением' }).click();
  await page.getByRole('menuitem', { name: 'Удалить', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await overlay.one('.toast', 'Удалено сообщение: Степан Бирюков');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({
    subject: 'message',
    account: 'group/5300',
    thread: 'messages5300_1040',
    authorUrl: 'https://ok.ru/profile/1040',
  });

  await page.goto('https://ok.ru/messages/1040');
  await expect(page.locator('msg-message', { hasText: 'дебилы' })).toBeVisible();
  const popup = await openPopup(page);
  await expect(popup.getByText('На этой странице комментариев нет')).toBeVisible();
});

const DRAFT = 'В целях проведения субботника просим принять участие жителей двора.';
/** What the first remark on `DRAFT` speaks of, and its first replacement. */
const FIRST = 'В целях проведения субботника';
const BETTER = DRAFT.replace(FIRST, 'Чтобы провести субботник,');

const styleMarks = async (overlay: Overlay) => {
  const marks = await overlay.marks();
  return [...(marks['vakhta-style-fix'] ?? []), ...(marks['vakhta-style-advice'] ?? [])];
};

test('a comment in the name of the group: checked, replaced, undone, recorded', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(TOPIC);
  const overlay = await Overlay.of(page);
  const editor = page.locator('.js-comments_add');
  await editor.click();
  await page.keyboard.type(DRAFT);
  await page.keyboard.insertText(' 🙂');
  await expect(editor.locator('img.emoji')).toHaveAttribute('alt', '🙂');
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await overlay.one('.tip .phrase', FIRST);
  await page.keyboard.press('Alt+Enter');
  await expect(editor).toHaveText(BETTER);
  await page.keyboard.press('Control+z');
  await expect(editor).toHaveText(DRAFT);
  await page.keyboard.press('Control+Shift+z');
  await expect(editor).toHaveText(BETTER);
  await expect(editor.locator('img.emoji')).toHaveCount(1);

  await page.getByRole('button', { name: 'Добавить' }).click();
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  expect(await registry.publications()).toEqual([
    expect.objectContaining({
      network: 'ok',
      account: 'group/5300',
      kind: 'comment',
      text: `${BETTER} 🙂`,
      permalink: TOPIC,
      score: expect.any(Number),
    }),
  ]);
  await expect.poll(() => styleMarks(overlay)).toEqual([]);
});

test('a topic in an editor that is made anew: several paragraphs, a link, a mention, a click', async ({
  context,
  worker,
  extensionId,
}) => {
  const page = await openFeed(context, worker);
  const overlay = await Overlay.of(page);
  const editor = page.locator('.js-posting-itx');
  await page.getByRole('link', { name: 'Создать новую тему' }).click();
  await editor.click();
  await page.keyboard.type(DRAFT);
  await page.keyboard.press('Enter');
  await page.keyboard.type('#субботник Зовёт @Вале');
  await page.getByRole('option', { name: 'Валентина Ложкина' }).click();
  await page.keyboard.type('и я. Схема: subbotnik.example ');
  // The card of the link has come, and with it another element with the same words.
  await expect(page.locator('.posting_card')).toBeVisible();
  await expect(editor.locator('.posting_hashtag')).toHaveText('#субботник');
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);

  // By click: the focus goes to the card of the remark, and the site draws its editor anew once more.
  const first = editor.locator('div').first();
  await first.click({ position: { x: 40, y: 10 } });
  await overlay.one('.tip .phrase', FIRST);
  await overlay.click('.tip .choice', 'Чтобы провести субботник,');
  await expect(first).toHaveText(BETTER);
  // One may type on, at the end of what is there.
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Ждём!');

  const text = `${BETTER}\n#субботник Зовёт Валентина Ложкина и я. Схема: subbotnik.example Ждём!`;
  await page.getByRole('button', { name: 'Поделиться' }).click();
  await expect(page.locator('.media-text_cnt_tx').first()).toContainText('Ждём!');
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  const [publication] = await registry.publications();
  expect(publication).toMatchObject({ network: 'ok', kind: 'post', account: 'group/5300' });
  // What is recorded is what is seen; spaces that keep words together are spaces.
  expect(publication?.text.replaceAll('\u00a0', ' ')).toBe(text);
  expect(publication?.permalink).toBe(`${GROUP}/topic/${publication?.postId}`);
});

test('a topic for later is no publication, one of the same words now is', async ({
  context,
  worker,
  extensionId,
}) => {
  const page = await openFeed(context, worker);
  const publish = async (name: string) => {
    await page.getByRole('link', { name: 'Создать новую тему' }).click();
    const editor = page.locator('.js-posting-itx');
    await editor.click();
    await page.keyboard.type('Каток открыт до весны.');
    if (name === 'Сохранить') await page.getByLabel('Время публикации').check();
    await page.getByRole('button', { name }).click();
  };
  await publish('Сохранить');
  await expect(page.getByText('Тема опубликуется')).toBeVisible();
  await publish('Поделиться');
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
});
