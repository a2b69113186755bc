import type { BrowserContext, Page } from '@playwright/test';
import type { Account } from '../../lib/registry/accounts';
import { MAIN_CODE } from '../stand/instagram/posts';
import { MAIN_TOPIC } from '../stand/ok/group';
import { OPERATOR } from '../stand/vk/people';
import { BODY, RESIDENT } from '../stand/x/accounts';
import { MAIN_THREAD } from '../stand/x/posts';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// The wrong hat: a private name on an official page, an official name elsewhere. One press is held back.

const NAME = 'Верхние Ключи';
const account = (number: number, of: Pick<Account, 'network' | 'key' | 'owner'>): Account => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  revision: 1,
  body: '01900000-0000-7000-8000-000000000999',
  address: '',
  name: NAME,
  status: 'active',
  created: null,
  deleted: null,
  responsible: [],
  access: [],
  note: '',
  seen: null,
  broken: null,
  ...of,
});

/** Puts accounts into the registry, from one of the extension's own pages. */
async function register(dashboard: Page, accounts: readonly Account[]): Promise<void> {
  await expect(dashboard.getByRole('heading', { level: 1 })).toBeVisible();
  await dashboard.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('vakhta');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const change = database.transaction('accounts', 'readwrite');
    for (const row of rows) change.objectStore('accounts').put(row);
    await new Promise<void>((done, fail) => {
      change.oncomplete = () => done();
      change.onerror = () => fail(change.error);
    });
    database.close();
  }, accounts);
  await dashboard.close();
}

const published = async (context: BrowserContext, extensionId: string) =>
  (await new RegistryReader(context, extensionId).publications()).map(({ text }) => text);

test('VKontakte: a private name on the own page is held once, by mouse; then an official one elsewhere', async ({
  openThread,
  openDashboard,
  context,
  extensionId,
}) => {
  // The short name alone: nobody has visited the page since, so that its number is not known.
  await register(await openDashboard(), [
    account(1, { network: 'vk', key: 'verhnie_klyuchi', owner: '' }),
  ]);
  const page = await openThread();
  const overlay = await Overlay.of(page);
  const field = page.getByTestId('content-editable-input').first();
  const send = page.getByTestId('send-comment').first();
  const written = page.getByTestId('comment-text');
  const asCommunity = page.getByRole('checkbox');

  // The body's own name on the body's own page: nothing to say.
  await asCommunity.setChecked(true);
  await field.click();
  await page.keyboard.type('Вода будет вечером.');
  await send.click();
  await expect(written.filter({ hasText: 'Вода будет вечером.' })).toBeVisible();

  await asCommunity.setChecked(false);
  await field.click();
  await page.keyboard.type('Сама видела, воды нет.');
  await send.click();
  const note = await overlay.one('.hat');
  expect(note.attributes.role).toBe('alert');
  expect(note.text).toContain(`Вы пишете как ${OPERATOR.name}, а это страница «${NAME}».`);
  expect(note.text).toContain('Нажмите ещё раз');
  await expect(field).toHaveText('Сама видела, воды нет.');
  await expect(written.filter({ hasText: 'Сама видела' })).toHaveCount(0);
  await send.click();
  await expect(written.filter({ hasText: 'Сама видела' })).toBeVisible();
  await expect.poll(() => overlay.all('.hat')).toEqual([]);
  // Never twice.
  await field.click();
  await page.keyboard.type('И вечером нет.');
  await send.click();
  await expect(written.filter({ hasText: 'И вечером нет.' })).toBeVisible();
  await expect.poll(() => published(context, extensionId)).toHaveLength(3);
  await page.close();

  // Another page than that of the registry.
  await register(await openDashboard(), [
    account(1, { network: 'vk', key: 'club555', owner: '-555' }),
  ]);
  const other = await openThread();
  const there = await Overlay.of(other);
  await other.getByRole('checkbox').setChecked(true);
  await other.getByTestId('content-editable-input').first().click();
  await other.keyboard.type('Спасибо!');
  await other.getByTestId('send-comment').first().click();
  await there.one('.hat', 'Вы пишете от имени сообщества, а этой страницы нет в реестре.');
  await other.getByTestId('send-comment').first().click();
  await expect(
    other.getByTestId('comment-text').filter({ hasText: 'Спасибо!' }).last(),
  ).toBeVisible();
});

test('Odnoklassniki: the key that sends is held, and sends when pressed again', async ({
  openThread,
  openDashboard,
}) => {
  await register(await openDashboard(), [
    account(2, { network: 'ok', key: 'group/5300', owner: 'group/5300' }),
  ]);
  const page = await openThread(`https://ok.ru/group/5300/topic/${MAIN_TOPIC}`);
  const overlay = await Overlay.of(page);
  const field = page.locator('.js-comments_add');
  const written = page.locator('.comments_text');
  const who = page.locator('.comments_add-who');
  if ((await who.getAttribute('data-type')) === 'GROUP') {
    await page.locator('.comments_add-from .shortcut_ic').click();
    await page.getByRole('menuitem', { name: 'От своего имени' }).click();
  }
  await expect(who).toHaveAttribute('data-type', 'USER');
  await field.click();
  await page.keyboard.type('Сама видела.');
  await page.keyboard.press('Control+Enter');
  await overlay.one('.hat', `Вы пишете как ${OPERATOR.name}`);
  await expect(written.filter({ hasText: 'Сама видела.' })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(written.filter({ hasText: 'Сама видела.' })).toBeVisible();
});

test('X: whoever is signed in is the voice', async ({ openThread, openDashboard }) => {
  const handle = BODY.handle.toLowerCase();
  await register(await openDashboard(), [account(3, { network: 'x', key: handle, owner: handle })]);
  const thread = `https://x.com/${BODY.handle}/status/${MAIN_THREAD}`;
  const answer = async (page: Page, text: string) => {
    await page.getByTestId('inline_reply_offscreen').getByRole('textbox').click();
    await page.keyboard.type(text);
    await page.getByTestId('tweetButtonInline').click();
  };
  const official = await openThread(thread);
  await Overlay.of(official);
  await answer(official, 'Вода будет вечером.');
  await expect(official.locator('article').getByText('Вода будет вечером.')).toBeVisible();
  await official.close();

  const page = await openThread(`${thread}?as=resident`);
  const overlay = await Overlay.of(page);
  await answer(page, 'Сама видела.');
  await overlay.one('.hat', `Вы пишете как @${RESIDENT.handle}, а это страница «${NAME}».`);
  await expect(page.locator('article').getByText('Сама видела.')).toHaveCount(0);
  await page.getByTestId('tweetButtonInline').click();
  await expect(page.locator('article').getByText('Сама видела.')).toBeVisible();
});

test('Instagram: Enter and the button alike; nothing is said where the registry is empty', async ({
  openThread,
  openDashboard,
}) => {
  const thread = `https://www.instagram.com/p/${MAIN_CODE}/?as=self`;
  const write = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: 'Добавьте комментарий…' }).click();
    await page.keyboard.type(text);
  };
  const free = await openThread(thread);
  await Overlay.of(free);
  await write(free, 'Пишу как хочу.');
  await free.keyboard.press('Enter');
  await expect(free.locator('main').getByText('Пишу как хочу.')).toBeVisible();
  await free.close();

  await register(await openDashboard(), [
    account(4, { network: 'instagram', key: 'verhnie_klyuchi', owner: 'verhnie_klyuchi' }),
  ]);
  const page = await openThread(thread);
  const overlay = await Overlay.of(page);
  await write(page, 'Сама видела.');
  await page.keyboard.press('Enter');
  await overlay.one('.hat', `а это страница «${NAME}»`);
  await expect(page.locator('main').locator('span').getByText('Сама видела.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(page.locator('main').locator('span').getByText('Сама видела.')).toBeVisible();
});
