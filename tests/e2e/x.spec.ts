import type { Locator, Page } from '@playwright/test';
import { messagesOf } from '../../lib/i18n';
import { BODY } from '../stand/x/accounts';
import { ANSWERS, CONVERSATION, MAIN_THREAD, MESSAGES, type Post } from '../stand/x/posts';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

/** X through the real extension: a virtual list, quotes, hiding in place of deleting, Draft.js. */

const THREAD = `https://x.com/${BODY.handle}/status/${MAIN_THREAD}`;
const answer = (wish: (post: Post) => boolean): Post => {
  const found = ANSWERS.find(wish);
  if (!found) throw new Error('the practice thread has no such answer');
  return found;
};
const QUOTING = answer(({ quote, expect: criterion }) => quote !== null && criterion === null);
const INSULT = answer(({ quote, expect: criterion }) => quote !== null && criterion === 'insult');
const OWN = answer(({ author }) => author === BODY);

const article = (page: Page, { id }: Pick<Post, 'id'>) =>
  page.locator('article[data-testid="tweet"]', {
    has: page.locator(`a[href$="/status/${id}"] time`),
  });
const openNativeMenu = async (page: Page, post: Post) => {
  await article(page, post).getByTestId('caret').click();
  await expect(page.getByRole('menu')).toBeVisible();
};
const choose = async (page: Page, post: Post, item: RegExp | string) => {
  await openNativeMenu(page, post);
  await page.getByRole('menuitem', { name: item }).click();
};
const confirm = (page: Page) => page.getByTestId('confirmationSheetConfirm').click();
const keyOf = (post: Post) => `${MAIN_THREAD} ${post.id}`;
const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));

interface Flag {
  text: string;
  certain: boolean;
}

/** Scrolls to the end of what there is, loads the rest, and says which comments had a chip on the way. */
async function readAll(page: Page, overlay: Overlay): Promise<Map<string, Flag>> {
  const chips = new Map<string, Flag>();
  const more = page.getByRole('button', { name: 'Показать ещё ответы' });
  for (let end = false; !end; ) {
    for (const { attributes, text } of await overlay.all('.chip'))
      chips.set(attributes['data-key']?.split(' ')[1] ?? '', {
        text,
        certain: attributes['data-strength'] === 'certain',
      });
    if (await more.isVisible()) await more.click();
    end = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight / 2);
      return scrollY === before;
    });
    await nextFrame(page);
    await nextFrame(page);
  }
  return chips;
}

test('a whole thread: every answer is read once, the words of a quote are nobody’s', async ({
  openThread,
  openPanel,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const marks = await overlay.marks();
  const words = Object.values(marks).flat();
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(QUOTING.quote?.text).not.toContain(word);

  const chips = await readAll(page, overlay);
  const flagged = ANSWERS.filter(({ id }) => chips.has(id));
  const stays = flagged.filter(({ expect: criterion }) => criterion === null);
  expect(stays.filter(({ id }) => chips.get(id)?.certain)).toEqual([]);
  expect(chips.size).toBe(flagged.length);
  expect(chips.get(INSULT.id)?.text).toContain('Оскорбление');

  const panel = await openPanel(page);
  // The post itself stands above its answers.
  await expect(panel.getByRole('definition').first()).toHaveText(String(ANSWERS.length + 1));
  // Every kind of violation is found.
  const { criterion: names } = messagesOf('ru').common;
  for (const criterion of new Set(ANSWERS.map((post) => post.expect)))
    if (criterion)
      await expect(
        panel.getByRole('checkbox', { name: new RegExp(`^${names[criterion]} \\d`) }),
      ).toBeAttached();
});

test('the next one is shown though its element was given to another post', async ({
  openThread,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  // Read before it is scrolled away.
  await overlay.one(`.chip[data-key="${keyOf(INSULT)}"]`);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(article(page, INSULT)).toHaveCount(0);
  await page.keyboard.press('KeyJ');
  await expect(article(page, INSULT)).toBeInViewport();
  await expect
    .poll(async () => (await overlay.all('.chip[aria-current="true"]'))[0]?.attributes['data-key'])
    .toBe(keyOf(INSULT));
});

test('hiding, blocking, reporting and deleting one’s own are recorded with the evidence', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  await overlay.one('.chip');

  // The network has letters of its own: one meant for Vakhta never reaches it.
  await page.evaluate(() => {
    window.xStand.letters.length = 0;
  });
  await page.keyboard.press('KeyX');
  await overlay.one('.toast', 'Сначала выберите комментарий');
  expect(await page.evaluate(() => window.xStand.letters)).toEqual([]);
  // Vakhta opens the menu and points at the item; pressing it is the operator's.
  await page.keyboard.press('KeyJ');
  await overlay.click(`.chip[data-key="${keyOf(INSULT)}"]`);
  await overlay.one('.card .primary', 'Записать как скрытый');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyD');
  await expect(page.getByRole('menuitem', { name: 'Скрыть ответ' })).toBeFocused();
  await overlay.one('.spotlight');
  await overlay.one('.toast', 'чужой ответ здесь не удалить');
  expect(await page.evaluate((id) => window.xStand.has(id), INSULT.id)).toBe(true);
  await page.keyboard.press('Enter');
  await overlay.one('.toast', 'Записано');
  const [hidden] = await registry.hasEntries(1);
  expect(hidden).toMatchObject({
    kind: 'hide',
    origin: 'native',
    network: 'x',
    account: BODY.handle,
    thread: MAIN_THREAD,
    commentId: INSULT.id,
    text: INSULT.text,
    author: INSULT.author.name,
    authorUrl: `https://x.com/${INSULT.author.handle}`,
    criterion: 'insult',
    operator: `@${BODY.handle}`,
  });

  await choose(page, QUOTING, 'Пожаловаться на пост');
  await page.getByLabel('Спам').click();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await registry.hasEntries(2);
  await page.getByRole('button', { name: 'Готово' }).click();

  // Asked and declined, then asked and confirmed.
  await choose(page, QUOTING, /^Внести/);
  await page.getByTestId('confirmationSheetCancel').click();
  await choose(page, QUOTING, /^Внести/);
  await confirm(page);
  await registry.hasEntries(3);
  await page.getByRole('button', { name: 'Показать', exact: true }).first().click();
  await choose(page, QUOTING, /^Удалить @/);
  await registry.hasEntries(4);

  await choose(page, OWN, 'Удалить');
  await confirm(page);
  await registry.hasEntries(5);

  await page.getByRole('link', { name: 'Скрытые ответы' }).click();
  await choose(page, INSULT, 'Показать ответ');
  const entries = await registry.hasEntries(6);
  expect(entries.map(({ kind, commentId }) => [kind, commentId])).toEqual([
    ['hide', INSULT.id],
    ['report', QUOTING.id],
    ['ban', QUOTING.id],
    ['unban', QUOTING.id],
    ['delete', OWN.id],
    ['restore', INSULT.id],
  ]);
});

test('neither scrolling under an open question nor a page’s own clicks record anything', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await choose(page, OWN, 'Удалить');
  // The list moves away under the question, and its elements go to other posts.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(article(page, OWN)).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(article(page, OWN)).toBeVisible();
  await page.getByTestId('confirmationSheetCancel').click();
  await page.evaluate((id) => window.xStand.forge(id), OWN.id);
  await expect.poll(() => page.evaluate((id) => window.xStand.has(id), OWN.id)).toBe(false);
  await page.evaluate(() => window.xStand.arrive(3));

  await choose(page, INSULT, 'Скрыть ответ');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'hide', commentId: INSULT.id });
});

test('a timeline of strangers is left alone', async ({ openThread, openPanel }) => {
  const page = await openThread('https://x.com/home');
  await expect(page.getByText('Мудаки, а не команда')).toBeVisible();
  // The thread afterwards is read, so the silence before was no deafness.
  const overlay = await Overlay.of(page);
  await page.getByRole('link', { name: 'Обсуждение: трубы' }).click();
  await overlay.one('.chip');
  const panel = await openPanel(page);
  await expect(panel.getByText('Мудаки')).toHaveCount(0);
});

test('messages: the other’s are judged, one’s own are not, and the record says what it was', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(`https://x.com/i/chat/${CONVERSATION}`);
  const overlay = await Overlay.of(page);
  const wrong = MESSAGES.filter(({ expect: criterion }) => criterion !== null);
  const chips = async () =>
    (await overlay.all('.chip')).map(({ attributes }) => attributes['data-key']?.split(' ')[1]);
  await expect.poll(async () => (await chips()).sort()).toEqual(wrong.map(({ id }) => id).sort());
  const words = Object.values(await overlay.marks()).flat();
  expect(words.length).toBeGreaterThan(0);

  const [insult] = wrong;
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyM');
  await page.getByRole('menuitem', { name: 'Удалить для себя' }).click();
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({
    kind: 'delete',
    subject: 'message',
    account: BODY.handle,
    thread: `chat_${CONVERSATION}`,
    commentId: insult?.id,
    permalink: `https://x.com/i/chat/${CONVERSATION}`,
    author: 'Кирилл Сапожков',
    text: insult?.text,
  });
});

const DRAFT = 'В целях проведения субботника просим принять участие жителей двора.';
const FIRST = 'В целях проведения субботника';
const SECOND = 'в целях обеспечения порядка';
const styleMarks = async (overlay: Overlay) => {
  const marks = await overlay.marks();
  return [...(marks['vakhta-style-fix'] ?? []), ...(marks['vakhta-style-advice'] ?? [])];
};
const model = (page: Page, where: string) =>
  page.evaluate((name) => window.models.get(name)?.() ?? '', where);
/** It is said when the cursor is back where it was. */
const replaced = (overlay: Overlay) => overlay.one('[role="status"]', 'Теперь здесь');
const acceptFirst = async (page: Page, overlay: Overlay, editor: Locator) => {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await overlay.one('.tip .phrase', FIRST);
  await page.keyboard.press('Alt+Enter');
  await expect(editor).not.toContainText(FIRST);
  await replaced(overlay);
};

test('an answer in Draft.js: emoji, mention, tag, paragraphs; replaced, undone, sent, recorded', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  const editor = page.getByTestId('tweetTextarea_0');
  await editor.click();
  await page.keyboard.type(DRAFT);
  await page.keyboard.press('Enter');
  await page.keyboard.type('@vera_oskina 🙂 #субботник: в целях обеспечения порядка берём лопаты ');
  const whole = `${DRAFT}\n@vera_oskina 🙂 #субботник: в целях обеспечения порядка берём лопаты `;
  expect(await model(page, 'inline')).toBe(whole);
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);

  await acceptFirst(page, overlay, editor);
  const better = await model(page, 'inline');
  expect(better.endsWith(whole.slice(FIRST.length))).toBe(true);
  expect(better).not.toContain(FIRST);
  await page.keyboard.press('Control+z');
  await expect.poll(() => model(page, 'inline')).toBe(whole);
  await acceptFirst(page, overlay, editor);
  await expect.poll(() => model(page, 'inline')).toBe(better);
  // In the second paragraph, after the emoji; writing then goes on where it was.
  await page.keyboard.press('Control+End');
  await expect.poll(() => styleMarks(overlay)).toContain(SECOND);
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Alt+j');
    if ((await overlay.one('.tip .phrase')).text.includes(SECOND)) break;
  }
  await page.keyboard.press('Alt+Enter');
  // Who types on at once types where the cursor was.
  await page.keyboard.type('двора');
  const best = better.replace(SECOND, 'чтобы обеспечить порядок,');
  await expect.poll(() => model(page, 'inline')).toBe(`${best}двора`);
  // A selection stays on its words while others are replaced before it.
  await page.keyboard.press('Control+Shift+ArrowLeft');
  const chosen = () => page.evaluate(() => getSelection()?.toString());
  expect(await chosen()).toBe('двора');
  // What stands on the screen is what the editor would publish.
  expect((await editor.locator('[data-block]').allTextContents()).join('\n')).toBe(`${best}двора`);
  await expect(editor.locator('.emoji-behind')).toHaveText('🙂');

  await page.getByTestId('tweetButtonInline').click();
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  const [publication] = await registry.publications();
  expect(publication).toMatchObject({
    network: 'x',
    account: BODY.handle,
    kind: 'comment',
    text: `${best}двора`,
  });
  expect(publication?.permalink).toBe(`https://x.com/${BODY.handle}/status/${publication?.postId}`);
});

test('a post in the dialog is a post, an answer in the dialog is an answer', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  const dialog = page.getByRole('dialog');
  await page.getByTestId('SideNav_NewTweet_Button').click();
  await dialog.getByTestId('tweetTextarea_0').click();
  await page.keyboard.type('Каток откроем в субботу.');
  await dialog.getByTestId('tweetButton').click();
  await expect.poll(() => registry.publications()).toHaveLength(1);

  await article(page, INSULT).getByTestId('reply').click();
  await dialog.getByTestId('tweetTextarea_0').click();
  await page.keyboard.type('Понимаем вас. Вода будет вечером.');
  await dialog.getByTestId('tweetButton').click();
  await expect.poll(() => registry.publications()).toHaveLength(2);
  const publications = await registry.publications();
  expect(publications.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
    'comment: Понимаем вас. Вода будет вечером.',
    'post: Каток откроем в субботу.',
  ]);
});

test('the English telephone site, seen by a resident: sheets from below, nothing to hide', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(
    `https://mobile.x.com/${BODY.handle}/status/${MAIN_THREAD}?as=resident&lang=en`,
  );
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyD');
  await expect(page.getByTestId('sheetDialog').getByRole('menu')).toBeVisible();
  await overlay.one('.toast', 'Здесь нельзя ни удалить, ни скрыть');
  await page.getByRole('menuitem', { name: /^Block/ }).click();
  await confirm(page);
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({ kind: 'ban', commentId: INSULT.id, criterion: 'insult' });
});
