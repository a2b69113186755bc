import type { KeyInput } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMENTS, shownText } from '../stand/vk/comments';
import { Fox, marksOn, until } from './fox';

const THREAD = 'https://vk.com/wall-100_200';
/** An insult of the practice thread that a rule is certain of. */
const INSULT = 308;
/** The big key: Puppeteer's own `Enter` is the one of the number pad in Firefox. */
const ENTER = '\uE006' as KeyInput;

let fox: Fox;
beforeAll(async () => {
  fox = await Fox.start();
});
afterAll(() => fox?.stop());

test('a comment is marked, deleted by the network’s own menu and recorded with its words', async () => {
  const page = await fox.open(THREAD);
  await until(async () => Object.keys(await marksOn(page)).length).toBeGreaterThan(1);
  const texts = COMMENTS.map(shownText);
  for (const word of Object.values(await marksOn(page)).flat())
    expect(texts.some((text) => text.includes(word))).toBe(true);

  const comment = `[id="-100_${INSULT}"] > .comment__main`;
  await page.locator(`${comment} > [aria-haspopup="menu"]`).click();
  await page.locator('::-p-aria([name="Удалить"][role="menuitem"])').click();
  const text = COMMENTS.filter(({ n }) => n === INSULT).map(shownText)[0];
  await until(() => fox.rows('entries')).toEqual([
    expect.objectContaining({
      kind: 'delete',
      origin: 'native',
      commentId: `-100_${INSULT}`,
      text,
    }),
  ]);
  await page.close();
});

test('a draft is marked, a replacement taken by key, and what was sent is recorded', async () => {
  const first = 'В целях проведения субботника';
  const draft = 'В целях проведения субботника просим принять участие жителей двора.';
  const page = await fox.open(THREAD);
  const editor = '[data-testid="content-editable-input"]';
  await page.locator(editor).click();
  await page.keyboard.type(draft);
  const marked = async () =>
    Object.entries(await marksOn(page))
      .filter(([name]) => name.startsWith('style-'))
      .flatMap(([, words]) => words);
  await until(marked).toContain(first);

  const written = () => page.$eval(editor, (node) => node.textContent?.trim() ?? '');
  const press = async (...keys: KeyInput[]) => {
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.toReversed()) await page.keyboard.up(key);
  };
  const acceptFirst = async () => {
    await press('Control', 'Home');
    await press('Alt', 'KeyJ');
    await fox.overlay(page).one('.tip .phrase', first);
    await press('Alt', ENTER);
    await until(written).not.toContain(first);
  };
  await acceptFirst();
  const better = await written();
  expect(better.endsWith('просим принять участие жителей двора.')).toBe(true);
  await press('Control', 'KeyZ');
  await until(written).toBe(draft);
  await acceptFirst();
  expect(await written()).toBe(better);

  await page.locator('[data-testid="send-comment"]').click();
  await until(() => fox.rows('publications')).toEqual([
    expect.objectContaining({ kind: 'comment', network: 'vk', account: '-100', text: better }),
  ]);
  await page.close();
});

test('the queue is gone through by keys, and the dashboard shows what was decided', async () => {
  const page = await fox.open(THREAD);
  const overlay = fox.overlay(page);
  await until(async () => (await overlay.all('.chip')).length).toBeGreaterThan(1);
  const current = () => overlay.all('.chip[aria-current="true"]');
  await page.keyboard.press('KeyJ');
  await until(async () => (await current()).length).toBe(1);
  const [first] = await current();
  await page.keyboard.press('KeyJ');
  await until(async () => (await current())[0]?.y).not.toBe(first?.y);
  await page.keyboard.press('KeyX');
  const kept = async () => (await fox.rows('entries')).filter(({ kind }) => kind === 'keep');
  await until(kept).toEqual([expect.objectContaining({ network: 'vk', account: '-100' })]);
  const [entry] = await kept();
  await page.close();

  const dashboard = await fox.openOwn('dashboard.html#/log');
  await until(() => dashboard.evaluate(() => document.body.textContent)).toContain(entry?.author);
  await dashboard.close();
  const popup = await fox.openOwn('popup.html');
  await until(() => popup.evaluate(() => document.body.textContent)).not.toBe('');
  await popup.close();
});
