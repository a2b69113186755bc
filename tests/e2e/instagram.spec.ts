import type { Locator, Page } from '@playwright/test';
import { messagesOf } from '../../lib/i18n';
import { CRITERIA, type Criterion } from '../../lib/moderation/contract';
import { COMMENTS, type StandComment } from '../stand/instagram/comments';
import { CONVERSATIONS } from '../stand/instagram/messages';
import { accountOf } from '../stand/instagram/people';
import { MAIN_CODE, REEL_CODE } from '../stand/instagram/posts';
import { expectedCounts } from './expected-counts';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// Instagram whole, as an operator of the body's account meets it: nothing in its markup names a
// comment but the address under its time, and the classes are new in every load.

const SITE = 'https://www.instagram.com';
const THREAD = `${SITE}/p/${MAIN_CODE}/`;
const PROFILE = `${SITE}/verhnie_klyuchi/`;

/** The lowest block that holds both the address of the comment and the picture of its author. */
const row = (page: Page, id: string): Locator =>
  page
    .locator('div')
    .filter({ has: page.locator(`a[href*="/${id}/"] time`) })
    .filter({ has: page.locator('[role="link"] img') })
    .last();
const sheet = (page: Page, item: string) =>
  page.getByRole('dialog').getByRole('button', { name: item, exact: true });
/** The button is there while the pointer is: whatever moves under it, the way of a hand is tried anew. */
const pressUnderPointer = (place: Locator, name: RegExp) =>
  expect(async () => {
    await place.hover();
    await place.getByRole('button', { name }).click({ timeout: 2_000 });
  }).toPass();
const openOptions = async (page: Page, id: string) => {
  // Clear of what stands at the edges of the window.
  await row(page, id).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await pressUnderPointer(row(page, id), /^(?:Параметры комментария|Comment Options)$/);
};
const written = (criterion: Criterion | null, parent = false): StandComment => {
  const found = COMMENTS.filter(({ picture, hidden }) => !picture && !hidden).find(
    (one) => one.expect === criterion && (one.parent !== null) === parent,
  );
  if (!found) throw new Error(`the practice thread has no ${criterion}`);
  return found;
};
const keyOf = ({ id }: StandComment, code = MAIN_CODE) => `${code} ${id}`;

/** Opens everything that is folded: further threads, answers, what the network has hidden. */
async function unfold(page: Page): Promise<void> {
  const { length } = await page.evaluate(() => window.practice.standing());
  const more = page.getByRole('button', { name: 'Загрузить ещё комментарии' });
  await expect(more).toBeVisible();
  while (await more.isVisible()) {
    const before = await page.locator('a[href*="/c/"] time').count();
    await more.click();
    await expect.poll(() => page.locator('a[href*="/c/"] time').count()).toBeGreaterThan(before);
  }
  await page.getByRole('button', { name: 'Посмотреть скрытые комментарии' }).click();
  const answers = page.getByRole('button', { name: /^Показать ответы \(\d+\)$/ });
  for (let left = await answers.count(); left > 0; left -= 1) {
    await answers.first().evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await answers.first().press('Enter');
    await expect(answers).toHaveCount(left - 1);
  }
  const pictures = COMMENTS.filter(({ picture }) => picture).length;
  await expect(page.locator('a[href*="/c/"] time')).toHaveCount(length - pictures);
}

test('the whole thread is read and marked; answers, hidden ones and new ones too', async ({
  openThread,
  openPanel,
  context,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await unfold(page);
  const panel = await openPanel(page);
  const readable = COMMENTS.filter(({ picture }) => !picture);
  const figures = async () =>
    (await panel.locator('header dl dd').allTextContents()).map((text) => Number(text));
  await expect.poll(async () => (await figures())[0]).toBe(readable.length);
  const names = messagesOf('ru').common.criterion;
  const bare = await context.newPage();
  const texts = readable.map(({ id, author, text }) => ({ id, author: author.handle, text }));
  const counts = await expectedCounts(bare, texts);
  await bare.close();
  expect(Object.keys(counts).length).toBeGreaterThanOrEqual(8);
  for (const criterion of CRITERIA)
    await expect(
      panel.getByText(`${names[criterion]} ${counts[criterion]}`, { exact: true }),
    ).toHaveCount(criterion in counts ? 1 : 0);
  // Civil words stay unmarked, however harsh; the caption is nobody's comment.
  const flagged = (await figures())[1] ?? 0;
  expect(flagged).toBeLessThan(readable.filter(({ expect: criterion }) => criterion).length * 1.1);

  await page.bringToFront();
  const fresh = await page.evaluate(() => window.practice.arrive(2));
  await row(page, fresh[1] ?? '').scrollIntoViewIfNeeded();
  await overlay.one(`.chip[data-key="${MAIN_CODE} ${fresh[1]}"]`);
});

test('an evening of an operator: menu, deletion, taking it back, ban, report', async ({
  openThread,
  openDashboard,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  const spam = written('spam');
  const insult = written('insult');
  const threat = written('threat');
  await overlay.one('.chip');

  // Vakhta opens the options at the operator's key; what is in them the operator presses.
  await page.keyboard.press('KeyJ');
  await expect
    .poll(async () => (await overlay.one('.chip[aria-current="true"]')).attributes['data-key'])
    .toBe(keyOf(spam));
  await page.keyboard.press('KeyM');
  await expect(sheet(page, 'Удалить')).toBeVisible();
  expect(await registry.entries()).toEqual([]);
  await sheet(page, 'Удалить').click();
  await sheet(page, 'Удалить').click();
  await overlay.one('.toast', `Удалён комментарий: ${spam.author.handle}`);
  const [deleted] = await registry.hasEntries(1);
  expect(deleted).toMatchObject({
    kind: 'delete',
    origin: 'native',
    network: 'instagram',
    account: 'verhnie_klyuchi',
    operator: 'verhnie_klyuchi',
    thread: MAIN_CODE,
    commentId: spam.id,
    permalink: `${THREAD}c/${spam.id}/`,
    author: spam.author.handle,
    authorUrl: `${SITE}/${spam.author.handle}/`,
    commentTime: spam.time,
    text: spam.text,
    criterion: 'spam',
    clause: '2.6',
  });
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await registry.hasEntries(2);
  await expect(row(page, spam.id)).toBeVisible();

  // A question without an answer is no deletion, and another one's deletion does not answer it.
  await openOptions(page, insult.id);
  await sheet(page, 'Удалить').click();
  await page.mouse.click(5, 400);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openOptions(page, threat.id);
  await sheet(page, 'Заблокировать').click();
  await sheet(page, 'Заблокировать').click();
  await registry.hasEntries(3);
  await openOptions(page, threat.id);
  await sheet(page, 'Удалить').click();
  await sheet(page, 'Удалить').click();
  await registry.hasEntries(4);
  await openOptions(page, insult.id);
  await sheet(page, 'Пожаловаться').click();
  await sheet(page, 'Враждебные высказывания').click();
  await sheet(page, 'Закрыть').click();
  // «Ограничить» is no blacklist and no deletion.
  await openOptions(page, insult.id);
  await sheet(page, 'Ограничить').click();
  await expect(page.getByRole('status')).toContainText('включены ограничения');
  const entries = await registry.hasEntries(5);
  expect(entries.map(({ kind, commentId }) => [kind, commentId])).toEqual([
    ['delete', spam.id],
    ['restore', spam.id],
    ['ban', threat.id],
    ['delete', threat.id],
    ['report', insult.id],
  ]);
  const log = await openDashboard('/log');
  await expect(log.getByText(threat.author.handle).first()).toBeVisible();
});

test('what the page does by itself is nobody’s act', async ({
  openThread,
  context,
  extensionId,
}) => {
  // Without any word of the network: a comment with open answers leaves with them.
  const page = await openThread(`${THREAD}?noask&silent`);
  const overlay = await Overlay.of(page);
  const registry = new RegistryReader(context, extensionId);
  await overlay.one('.chip');
  const before = await page.evaluate(() => window.practice.standing());
  await page.evaluate(() => window.practice.forge());
  await expect.poll(() => page.evaluate(() => window.practice.standing())).not.toEqual(before);
  // The menu of a post has its own «delete»; it speaks of no comment.
  await page.getByRole('button', { name: 'Другие параметры' }).click();
  await sheet(page, 'Удалить').click();

  const answer = written('insult', true);
  const parent = COMMENTS.find(({ id }) => id === answer.parent);
  if (!parent) throw new Error('an answer without a comment');
  const answers = row(page, parent.id)
    .locator('..')
    .getByRole('button', { name: /^Показать ответы/ });
  await answers.click();
  await overlay.one(`.chip[data-key="${keyOf(answer)}"]`);
  await openOptions(page, parent.id);
  await sheet(page, 'Удалить').click();
  const [entry] = await registry.hasEntries(1);
  expect(entry).toMatchObject({ kind: 'delete', commentId: parent.id, text: parent.text });
});

for (const [name, address, open] of [
  ['over the profile', `${PROFILE}p/${MAIN_CODE}/`, null],
  ['beside a video', `${PROFILE}reel/${REEL_CODE}/`, 'Комментировать'],
  ['on a telephone', `${THREAD}comments/`, null],
  ['in English, answers with addresses of their own', `${THREAD}?lang=en&nested`, null],
] as const) {
  test(`a thread ${name}`, async ({ openThread, openPopup, context, extensionId }) => {
    const page = await openThread(address);
    if (name === 'on a telephone') await page.setViewportSize({ width: 400, height: 800 });
    if (open) await page.getByRole('button', { name: open }).click();
    const overlay = await Overlay.of(page);
    const code = address.includes(REEL_CODE) ? REEL_CODE : MAIN_CODE;
    const english = address.includes('lang=en');
    const target = english ? written('insult', true) : written('obscenity');
    if (english) await page.getByRole('button', { name: 'View replies (2)' }).first().click();
    await row(page, target.id).scrollIntoViewIfNeeded();
    await overlay.one(`.chip[data-key="${keyOf(target, code)}"]`);
    const [remove, block] = english ? ['Delete', 'Block'] : ['Удалить', 'Заблокировать'];
    await openOptions(page, target.id);
    await sheet(page, block).click();
    await sheet(page, block).click();
    await openOptions(page, target.id);
    await sheet(page, remove).click();
    await sheet(page, remove).click();
    const entries = await new RegistryReader(context, extensionId).hasEntries(2);
    expect(entries.map(({ kind, account }) => [kind, account])).toEqual([
      ['ban', 'verhnie_klyuchi'],
      ['delete', 'verhnie_klyuchi'],
    ]);
    expect(entries[1]).toMatchObject({
      commentId: target.id,
      text: target.text,
      thread: code,
      permalink: english
        ? `${SITE}/p/${code}/c/${target.parent}/r/${target.id}/`
        : `${SITE}/p/${code}/c/${target.id}/`,
    });
    const popup = await openPopup(page);
    await expect(popup.getByText(/Не вижу комментариев/)).toHaveCount(0);
  });
}

test('messages are judged, one’s own are not', async ({ openThread, context, extensionId }) => {
  const [talk] = CONVERSATIONS;
  if (!talk) throw new Error('no conversation');
  const page = await openThread(`${SITE}/direct/t/${talk.id}/`);
  const overlay = await Overlay.of(page);
  const bad = talk.messages.filter(({ expect: criterion }) => criterion !== null);
  await expect.poll(async () => (await overlay.all('.chip')).length).toBe(bad.length);
  const message = (text: string) => page.getByRole('row').filter({ hasText: text });
  const threat = bad.find(({ expect: criterion }) => criterion === 'threat');
  const options = async (text: string) => {
    await pressUnderPointer(message(text), /^Другие параметры сообщения/);
  };
  await options(threat?.text ?? '');
  await page.getByRole('menuitem', { name: 'Пожаловаться' }).click();
  await sheet(page, 'Враждебные высказывания').click();
  await sheet(page, 'Закрыть').click();
  const registry = new RegistryReader(context, extensionId);
  await registry.hasEntries(1);
  await options(threat?.text ?? '');
  await page.getByRole('menuitem', { name: 'Удалить у себя' }).click();
  await sheet(page, 'Удалить').click();
  const entries = await registry.hasEntries(2);
  for (const entry of entries)
    expect(entry).toMatchObject({
      subject: 'message',
      network: 'instagram',
      account: 'verhnie_klyuchi',
      thread: `direct_${talk.id}`,
      permalink: `${SITE}/direct/t/${talk.id}/`,
      author: accountOf('roman').handle,
      authorUrl: `${SITE}/${accountOf('roman').handle}/`,
      text: threat?.text,
      criterion: 'threat',
    });
  expect(entries.map(({ kind }) => kind)).toEqual(['report', 'delete']);
});

const styleMarks = async (overlay: Overlay) => {
  const marks = await overlay.marks();
  return [...(marks['vakhta-style-fix'] ?? []), ...(marks['vakhta-style-advice'] ?? [])];
};
/** What the first remark speaks of. */
const FIRST = 'В целях проведения субботника';

test('a caption in Lexical: marked, replaced by click and by key, undone, published, recorded', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(PROFILE);
  const overlay = await Overlay.of(page);
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByRole('button', { name: 'Взять учебную картинку' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  await page.getByRole('button', { name: 'Далее' }).click();
  const editor = page.getByRole('textbox', { name: 'Добавьте подпись…' });
  const model = () => page.evaluate(() => window.practice.caption());
  // biome-ignore lint/performance/useDomNodeTextContent: what is on the screen, line breaks included
  const seen = () => editor.innerText();
  const is = async (text: string) => {
    await expect.poll(model).toBe(text);
    expect(await seen()).toBe(text);
  };
  const lines = [
    'В целях проведения субботника просим принять участие жителей двора 🧹 #верхниеключи',
    '',
    'Осуществляется уборка снега, спасибо @vera.oskina!',
  ];
  const original = lines.join('\n');
  await editor.click();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await is(original);
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);

  // By key; the cursor stays where the author was writing.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await overlay.one('.tip .phrase', FIRST);
  await page.keyboard.press('Alt+Enter');
  await expect.poll(model).not.toContain(FIRST);
  const better = await model();
  expect(better.split('\n').slice(1)).toEqual(lines.slice(1));
  expect(better).toContain('жителей двора 🧹 #верхниеключи');
  await is(better);
  await page.keyboard.press('Control+z');
  await is(original);

  // By click, with a selection that is kept.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).not.toBe('');
  const { x, y } = await editor.evaluate((element, words) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error('not on the screen');
  }, FIRST);
  await page.mouse.move(x, y);
  await page.mouse.move(x + 1, y);
  await overlay.one('.tip .phrase', FIRST);
  await overlay.click('.tip .choice');
  await expect.poll(model).not.toContain(FIRST);
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ждём!');
  const final = await model();
  expect(final.endsWith('@vera.oskina! Ждём!')).toBe(true);
  await is(final);

  await page.getByRole('dialog').getByRole('button', { name: 'Поделиться' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Публикация размещена' })).toBeVisible();
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  const [publication] = await registry.publications();
  expect(publication).toMatchObject({
    network: 'instagram',
    account: 'verhnie_klyuchi',
    kind: 'post',
    text: final,
    score: expect.any(Number),
  });
  expect(publication?.permalink).toBe(`${SITE}/p/${publication?.postId}/`);
});

test('a comment in React’s textarea, and another caption for a post', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(THREAD);
  const overlay = await Overlay.of(page);
  const field = page.getByRole('textbox', { name: 'Добавьте комментарий…' });
  const asked = written(null);
  await row(page, asked.id).getByRole('button', { name: 'Ответить' }).click();
  await expect(field).toHaveValue(`@${asked.author.handle} `);
  const draft = `@${asked.author.handle} спасибо! В целях проведения субботника просим прийти 🙂 #двор`;
  await page.keyboard.press('Control+End');
  await page.keyboard.type(draft.slice(asked.author.handle.length + 2));
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);
  const accept = async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+j');
    await overlay.one('.tip .phrase', FIRST);
    await page.keyboard.press('Alt+Enter');
    await expect(field).not.toHaveValue(draft);
    return field.inputValue();
  };
  const better = await accept();
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(draft);
  expect(await accept()).toBe(better);
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(page.locator('main')).toContainText(better);
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  expect((await registry.publications())[0]).toMatchObject({
    network: 'instagram',
    account: 'verhnie_klyuchi',
    kind: 'comment',
    text: better,
    permalink: expect.stringMatching(new RegExp(`^${THREAD}c/\\d+/$`)),
  });
  await expect(field).toHaveValue('');

  // A new caption is checked as any draft, and is no new publication.
  await page.getByRole('button', { name: 'Другие параметры' }).click();
  await sheet(page, 'Редактировать').click();
  await page.getByRole('textbox', { name: 'Добавьте подпись…' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ждём! В настоящее время вода есть.');
  await expect.poll(() => styleMarks(overlay)).toContain('В настоящее время');
  await page.keyboard.press('Escape');
});
