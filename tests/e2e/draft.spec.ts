import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

/** The draft check as the operator meets it on VKontakte, through the real extension. */

const WALL = 'https://vk.com/club100';
const DRAFT = 'В целях проведения субботника просим принять участие жителей двора.';
/** What the first remark on `DRAFT` speaks of. */
const FIRST = 'В целях проведения субботника';

const styleMarks = async (overlay: Overlay) => {
  const marks = await overlay.marks();
  return [...(marks['vakhta-style-fix'] ?? []), ...(marks['vakhta-style-advice'] ?? [])];
};
const commentField = (page: Page) => page.getByTestId('content-editable-input').first();
const openPostEditor = async (page: Page): Promise<Locator> => {
  await page.getByTestId('group_publish_create_button').click();
  await page.getByTestId('group_publish_post_menu_item').click();
  return page.getByTestId('posting_base_screen_input_message');
};
/** The first remark accepted by the keyboard; what the draft reads then. */
const acceptFirst = async (page: Page, overlay: Overlay, editor: Locator) => {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await overlay.one('.tip .phrase', FIRST);
  await page.keyboard.press('Alt+Enter');
  await expect(editor).not.toContainText(FIRST);
  return ((await editor.textContent()) ?? '').trim();
};

test('a comment: marked while one types, replaced by key, undone, recorded when sent', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  const editor = commentField(page);
  await editor.click();
  await page.keyboard.type(DRAFT);
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);
  await overlay.one('.pill');

  const better = await acceptFirst(page, overlay, editor);
  expect(better.endsWith('просим принять участие жителей двора.')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect(editor).toHaveText(DRAFT);
  expect(await acceptFirst(page, overlay, editor)).toBe(better);

  await page.getByTestId('send-comment').first().click();
  await expect(page.getByTestId('comment-text').filter({ hasText: better })).toBeVisible();
  const registry = new RegistryReader(context, extensionId);
  await expect.poll(() => registry.publications()).toHaveLength(1);
  expect(await registry.publications()).toEqual([
    expect.objectContaining({
      network: 'vk',
      account: '-100',
      kind: 'comment',
      text: better,
      postId: expect.stringMatching(/^-100_\d+$/),
      permalink: expect.stringContaining('https://vk.com/wall-100_200?reply='),
      score: expect.any(Number),
    }),
  ]);
  // The field is empty again and nothing of the old draft stays on the screen.
  await expect.poll(() => styleMarks(overlay)).toEqual([]);
  expect(await overlay.all('.pill')).toEqual([]);
});

for (const [name, query] of [
  ['stays in the page', ''],
  ['is taken out of the page', '?unmount'],
] as const) {
  test(`a post of two steps whose editor ${name} is recorded with its address`, async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread(WALL + query);
    const overlay = await Overlay.of(page);
    const editor = await openPostEditor(page);
    await editor.click();
    await page.keyboard.type(DRAFT);
    await expect.poll(() => styleMarks(overlay)).toContain(FIRST);
    await page.getByTestId('posting_base_screen_next').click();
    await page.getByTestId('posting_submit_button').click();

    const registry = new RegistryReader(context, extensionId);
    await expect.poll(() => registry.publications()).toHaveLength(1);
    const [publication] = await registry.publications();
    expect(publication).toMatchObject({ kind: 'post', text: DRAFT, account: '-100' });
    expect(publication?.remarks).toBeGreaterThan(0);
    expect(publication?.permalink).toBe(`https://vk.com/wall${publication?.postId}`);
    await overlay.one('.word', 'Пост в журнале');
  });
}

test('a post that a script of the page publishes is not the operator’s', async ({
  openThread,
  context,
  extensionId,
}) => {
  const page = await openThread(WALL);
  const editor = await openPostEditor(page);
  await editor.click();
  await page.keyboard.type('Пишет страница.');
  await page.getByTestId('posting_base_screen_next').click();
  await page.getByTestId('posting_submit_button').evaluate((button: HTMLElement) => button.click());
  await expect(page.getByTestId('post_text').filter({ hasText: 'Пишет страница.' })).toBeVisible();

  // The operator's own post afterwards is there, and alone.
  await (await openPostEditor(page)).click();
  await page.keyboard.type('Пишет человек.');
  await page.getByTestId('posting_base_screen_next').click();
  await page.getByTestId('posting_submit_button').click();
  const registry = new RegistryReader(context, extensionId);
  await expect
    .poll(async () => (await registry.publications()).map(({ text }) => text))
    .toEqual(['Пишет человек.']);
});

test('a rule is turned off for good by the card and brought back', async ({ openThread }) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await commentField(page).click();
  await page.keyboard.type(DRAFT);
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await overlay.click('.tip .foot button', 'Больше не предлагать');
  await expect.poll(() => styleMarks(overlay)).not.toContain(FIRST);
  await overlay.click('.word button');
  await expect.poll(() => styleMarks(overlay)).toContain(FIRST);
});

test('the panel shows the draft and replaces words in it', async ({ openThread, openPanel }) => {
  const page = await openThread();
  await commentField(page).click();
  await page.keyboard.type(DRAFT);
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: /Черновик/ }).click();
  await panel.getByText(FIRST).first().waitFor();
  await panel.getByRole('button', { name: /Чтобы провести субботник/ }).click();
  await expect(commentField(page)).toHaveText(DRAFT.replace(FIRST, 'Чтобы провести субботник,'));
});

test('the body’s own replacement is offered in the network’s editor', async ({
  openThread,
  worker,
}) => {
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    const own = [{ was: 'Верхнеключевской городской округ', becomes: 'Верхние Ключи', why: '' }];
    await chrome.storage.local.set({ 'own-replacements': own });
  });
  const page = await openThread();
  const overlay = await Overlay.of(page);
  const editor = commentField(page);
  await editor.click();
  await page.keyboard.type('Приезжайте в Верхнеключевской городской округ. Ждём всех!');
  await expect.poll(() => styleMarks(overlay)).toContain('Верхнеключевской городской округ');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('Alt+Enter');
  await expect(editor).toHaveText('Приезжайте в Верхние Ключи. Ждём всех!');
});
