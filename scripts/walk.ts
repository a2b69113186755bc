import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { messagesOf } from '../lib/i18n';
import { KUZBASS } from '../lib/regulation/profile';
import { Overlay } from '../tests/e2e/overlay';
import { RegistryReader } from '../tests/e2e/registry';
import { COMMENTS } from '../tests/stand/vk/comments';
import { extensionWorker } from './browser';

/** The practice wall and its main thread. */
export const WALL = 'https://vk.com/club100';
export const THREAD = 'https://vk.com/wall-100_200';

/** The dashboard with the invented registry. @param hash of the screen */
export const exampleOf = (extensionId: string, hash = '#/') =>
  `chrome-extension://${extensionId}/dashboard.html?example${hash}`;

/** What an operator types when nobody has told them how: full of wording that the check knows. */
export const DRAFT =
  'Администрация города осуществляет проведение ремонта. В целях обеспечения безопасности просим граждан соблюдать осторожность.';

/** Chooses an item of the network's own menu on comment `n`, by mouse, as an operator does. */
export async function chooseNative(page: Page, n: number, item: string): Promise<void> {
  const comment = page.locator(`[id="-100_${n}"] > .comment__main`);
  await comment.hover();
  await comment.locator(':scope > [aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Scrolls so that comment `n` stands near the top, clear of the page's header. */
export async function showComment(page: Page, n: number): Promise<void> {
  await page.locator(`[id="-100_${n}"]`).evaluate((node) => {
    scrollTo(0, node.getBoundingClientRect().top + scrollY - 120);
  });
}

/** Opens the post composer of the wall. */
export async function openComposer(page: Page) {
  await page.getByTestId('group_publish_create_button').click();
  await page.getByTestId('group_publish_post_menu_item').click();
  return page.getByTestId('posting_base_screen_input_message');
}

const EVERY_COMMENT =
  '[data-testid="wall_comments_comment_root"], [data-testid="wall_comments_comment_in_thread"]';

interface ExtensionWorld {
  chrome: { storage: { session: { get(): Promise<Record<string, TabCounts>> } } };
}
interface TabCounts {
  read?: number;
  flagged?: number;
}

/** How many comments were read and flagged in the tab where there are most. */
async function stateOf(context: BrowserContext): Promise<Required<TabCounts>> {
  const worker = await extensionWorker(context);
  const states = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    return Object.values(await chrome.storage.session.get());
  });
  const [most] = states.sort((one, other) => (other.read ?? 0) - (one.read ?? 0));
  return { read: most?.read ?? 0, flagged: most?.flagged ?? 0 };
}

/** Number of a comment from its id, e.g. 305 from `-100_305`. */
const numberOf = (id: string) => Number(id.split('_').at(-1));

/**
 * An operator's first minutes without a screen: opens the practice thread, waits for what is found,
 * deletes a comment by the network's own menu, writes a post, takes a replacement, publishes and looks
 * into the log. Each step must show its result in the page or in the registry.
 * @param folder where the pictures go
 * @param say told what was found and recorded
 * @throws when a step does not end as expected
 */
export async function walk(
  context: BrowserContext,
  extensionId: string,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shot = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  const registry = new RegistryReader(context, extensionId);

  const page = await context.newPage();
  await page.goto(THREAD);
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await showComment(page, 305);
  const there = await page.locator(EVERY_COMMENT).count();
  await expect.poll(async () => (await stateOf(context)).read, { timeout: 20_000 }).toBe(there);
  const { read, flagged } = await stateOf(context);
  const chips = await overlay.all('.chip');
  const keys = chips.flatMap(({ attributes }) => attributes['data-key'] ?? []);
  say(`Обсуждение ${THREAD}: прочитано ${read}, отмечено ${flagged}. На первом экране:`);
  for (const chip of chips.slice(0, 8)) {
    const written = COMMENTS.find(({ n }) => n === numberOf(chip.attributes['data-key'] ?? ''));
    // The first character is the criterion's letter.
    say(`  ${chip.text.slice(1)} — «${(written?.text ?? '').slice(0, 70)}»`);
  }
  await shot(page, '1-thread');

  const target = keys.map(numberOf).find((n) => COMMENTS.some((one) => one.n === n && one.expect));
  if (target === undefined) throw new Error('Среди отмеченных нет ни одного нарушения.');
  await chooseNative(page, target, 'Удалить');
  const [entry] = await registry.hasEntries(1);
  if (entry?.kind !== 'delete' || entry.commentId !== `-100_${target}`) {
    throw new Error(`В реестре не то, что сделано: ${JSON.stringify(entry)}`);
  }
  const { clause, author, text } = entry;
  const ground = KUZBASS.grounds.find(({ id }) => id === entry.ground)?.title.ru;
  say(
    `Записано: удалён комментарий, автор ${author}, основание ${ground ?? 'не названо'}, п. ${clause ?? '—'}.`,
  );
  say(`  «${text.slice(0, 90)}»`);
  await shot(page, '2-deleted');

  await page.goto(WALL);
  const editor = await openComposer(page);
  await editor.click();
  await page.keyboard.type(DRAFT);
  const replaced = async () => {
    await page.keyboard.press('Alt+KeyJ');
    await page.keyboard.press('Alt+Enter');
    return editor.textContent();
  };
  await expect.poll(replaced, { timeout: 20_000 }).not.toBe(DRAFT);
  const better = await editor.textContent();
  say(`Черновик: «${DRAFT}»`);
  say(`   стал: «${better}»`);
  await shot(page, '3-draft');
  // By key: the card of the next remark may stand over the button.
  await page.getByTestId('posting_base_screen_next').press('Enter');
  await page.getByTestId('posting_submit_button').click();
  await expect
    .poll(async () => (await registry.publications()).length, { timeout: 15_000 })
    .toBe(1);
  const [publication] = await registry.publications();
  say(`Записано: публикация ${publication?.permalink}, оценка ${publication?.score ?? '—'}.`);
  await shot(page, '4-published');

  const dashboard = await context.newPage();
  await dashboard.goto(`chrome-extension://${extensionId}/dashboard.html#/log`);
  await expect(dashboard.getByText(author).first()).toBeVisible();
  await shot(dashboard, '5-log');
  say(`Раздел «${messagesOf('ru').dashboard.nav.log}»: запись на месте.`);
}

/**
 * Looks at the invented registry as a new operator would: it is made, shown on the first screen and in
 * the log, and nothing of it is in the own registry.
 * @param folder where the pictures go
 * @param say told what is there
 * @throws when the example does not come up, or mixes with the own registry
 */
export async function walkExample(
  context: BrowserContext,
  extensionId: string,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  const words = messagesOf('ru');
  const registry = new RegistryReader(context, extensionId);
  const before = (await registry.entries()).length;
  const page = await context.newPage();
  await page.goto(exampleOf(extensionId));
  await expect(
    page.getByRole('heading', { level: 1, name: words.dashboard.nav.overview }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(words.dashboard.overview.recent)).toBeVisible();
  await page.screenshot({ path: join(folder, '6-example.png'), fullPage: true });
  await page.goto(exampleOf(extensionId, '#/log'));
  const found = page.getByRole('status').filter({ hasText: /\d/ });
  await expect(found).toBeVisible();
  await page.screenshot({ path: join(folder, '7-example-log.png') });
  say(`Пример: ${await found.textContent()} в разделе «${words.dashboard.nav.log}».`);
  if ((await registry.entries()).length !== before) throw new Error('Пример попал в свой реестр.');
}
