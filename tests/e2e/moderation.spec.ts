import type { Page, Worker } from '@playwright/test';
import { chooseNative } from '../../scripts/walk';
import { COMMENTS, shownText } from '../stand/vk/comments';
import { expect, THREAD, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

/** Insults of the practice thread that a rule is certain of; see tests/stand/vk/comments.ts. */
const INSULT = 308;
const INSULT_ID = `-100_${INSULT}`;
const written = (n: number) => {
  const found = COMMENTS.find((one) => one.n === n);
  if (!found) throw new Error(`no comment ${n}`);
  return found;
};
const comment = (page: Page, n: number) => page.locator(`[id="-100_${n}"]`);
/** Stores settings as the settings page does. */
const set = (worker: Worker, settings: object) =>
  worker.evaluate(async (value) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ settings: value });
  }, settings);

test.describe('drawing', () => {
  test('the exact words are marked and no node of the page is changed', async ({
    openThread,
    context,
  }) => {
    const bare = await context.newPage();
    await bare.goto(THREAD);
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    const marks = await overlay.marks();
    const words = Object.values(marks).flat();
    expect(words.length).toBeGreaterThan(1);
    const texts = COMMENTS.map(shownText);
    for (const word of words) expect(texts.some((text) => text.includes(word))).toBe(true);
    // The page's own tree is what it is without marks: no wrapper, no attribute, nothing inside it.
    const inside = await page.evaluate(
      () => document.body.querySelectorAll('[class*="vakhta"]').length,
    );
    expect(inside).toBe(0);
    const outside = await page.evaluate(() =>
      [...document.documentElement.children].map((child) => [child.tagName, child.shadowRoot]),
    );
    expect(outside.filter(([tag]) => tag !== 'HEAD' && tag !== 'BODY')).toEqual([
      [expect.stringContaining('-'), null],
    ]);
  });

  test('nothing on the page moves', async ({ openThread, context, worker }) => {
    await set(worker, { pausedHosts: ['vk.com'] });
    const paused = await context.newPage();
    await paused.goto(THREAD);
    const places = (page: Page) =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll(
            '[data-testid="comment-text"], [data-testid="comment-like"]',
          ),
        ].map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return [x, y, width, height].map(Math.round).join(' ');
        }),
      );
    await expect.poll(async () => (await places(paused)).length).toBeGreaterThan(30);
    const without = await places(paused);
    await set(worker, {});
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    expect(await places(page)).toEqual(without);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  });

  test('the card says criterion, clause, words and why, and closes on Escape', async ({
    openThread,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await comment(page, INSULT).scrollIntoViewIfNeeded();
    await overlay.click(`.chip[data-key="-100_200 ${INSULT_ID}"]`);
    const card = await overlay.one('.card');
    expect(card.text).toContain('п. 2.6');
    const quoted = /«(.+?)»/.exec(card.text)?.[1] ?? '';
    expect(quoted).not.toBe('');
    expect(shownText(written(INSULT))).toContain(quoted);
    expect(card.attributes.role).toBe('dialog');
    await page.keyboard.press('Escape');
    await expect.poll(() => overlay.all('.card')).toEqual([]);
  });
});

test.describe('recording without extra clicks', () => {
  test('a native deletion is one entry with the evidence', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    const registry = new RegistryReader(context, extensionId);
    await overlay.one('.chip');
    await chooseNative(page, INSULT, 'Удалить');
    await overlay.one('.toast', 'Записано');
    const [entry] = await registry.hasEntries(1);
    expect(entry).toMatchObject({
      kind: 'delete',
      origin: 'native',
      network: 'vk',
      account: '-100',
      thread: '-100_200',
      commentId: INSULT_ID,
      text: shownText(written(INSULT)),
      criterion: 'insult',
      clause: '2.6',
      seq: 1,
    });
    expect(entry?.permalink).toBe(`https://vk.com/wall-100_200?reply=${INSULT}`);
    expect(entry?.authorUrl).toMatch(/^https:\/\/vk\.com\//);
    expect(entry?.findings.length).toBeGreaterThan(0);
    expect(entry?.operator).not.toBe('');
  });

  for (const [name, address] of [
    ['a question before', `${THREAD}?confirm=1`],
    ['a stub instead of the comment', `${THREAD}?stub=instead`],
    ['no stub at all', `${THREAD}?stub=none`],
  ] as const) {
    test(`a deletion with ${name} is recorded once`, async ({
      openThread,
      context,
      extensionId,
    }) => {
      const page = await openThread(address);
      const overlay = await Overlay.of(page);
      await overlay.one('.chip');
      await chooseNative(page, INSULT, 'Удалить');
      if (address.includes('confirm'))
        await page
          .getByRole('dialog')
          .getByRole('button', { name: 'Удалить', exact: true })
          .click();
      await overlay.one('.toast', 'Записано');
      const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
      expect(entry).toMatchObject({ kind: 'delete', commentId: INSULT_ID });
    });
  }

  test('a question that is cancelled records nothing', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread(`${THREAD}?confirm=1`);
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    await chooseNative(page, INSULT, 'Удалить');
    await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click();
    await chooseNative(page, 305, 'Удалить');
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
    await overlay.one('.toast', 'Записано');
    const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
    expect(entry?.commentId).toBe('-100_305');
  });

  test('restoring, banning and reporting are recorded', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    const registry = new RegistryReader(context, extensionId);
    await overlay.one('.chip');
    await chooseNative(page, INSULT, 'Удалить');
    await registry.hasEntries(1);
    await comment(page, INSULT).getByRole('button', { name: 'Восстановить' }).click();
    await registry.hasEntries(2);
    await chooseNative(page, INSULT, 'Заблокировать автора');
    await page.getByRole('dialog').getByRole('button', { name: 'Заблокировать' }).click();
    await registry.hasEntries(3);
    await chooseNative(page, INSULT, 'Пожаловаться');
    await page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click();
    const entries = await registry.hasEntries(4);
    expect(entries.map(({ kind }) => kind)).toEqual(['delete', 'restore', 'ban', 'report']);
    expect(new Set(entries.map(({ commentId }) => commentId))).toEqual(new Set([INSULT_ID]));
  });

  test('a comment without findings is recorded and the ground is asked once', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    const registry = new RegistryReader(context, extensionId);
    await overlay.one('.chip');
    await chooseNative(page, 301, 'Удалить');
    expect((await overlay.one('.toast')).text).toContain('Выберите основание');
    await page.keyboard.press('Digit5');
    const entries = await registry.hasEntries(2);
    expect(entries.map(({ kind, ground }) => [kind, ground])).toEqual([
      ['delete', null],
      ['amend', 'spam'],
    ]);
    expect(entries[1]?.refers).toBe(entries[0]?.id);
  });

  test('a page that makes up events records nothing', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    await page.evaluate(() => {
      for (const index of [0, 1, 2]) window.stand.forge(index);
    });
    expect(await page.evaluate(() => window.stand.deleted().length)).toBe(3);
    await page.evaluate(() => {
      for (const code of ['KeyJ', 'Digit1', 'KeyX'])
        window.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true }));
    });
    // A real action afterwards is recorded, so the silence above was not a broken recorder.
    await chooseNative(page, INSULT, 'Удалить');
    const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
    expect(entry?.commentId).toBe(INSULT_ID);
  });

  test('a worker that was killed takes the record when it wakes', async ({
    openThread,
    context,
    extensionId,
    killWorker,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    await killWorker();
    await chooseNative(page, INSULT, 'Удалить');
    const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
    expect(entry?.commentId).toBe(INSULT_ID);
  });
});

test.describe('keys', () => {
  test('next, ground, keep, undo', async ({ openThread, context, extensionId }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    const registry = new RegistryReader(context, extensionId);
    await overlay.one('.chip');
    await page.keyboard.press('KeyJ');
    const first = await overlay.one('.chip[aria-current="true"]');
    await page.keyboard.press('Digit2');
    const [marked] = await registry.hasEntries(1);
    expect(marked).toMatchObject({
      kind: 'mark',
      ground: 'insult',
      commentId: first.attributes['data-key']?.split(' ')[1],
    });
    await page.keyboard.press('KeyU');
    const [, undone] = await registry.hasEntries(2);
    expect(undone).toMatchObject({ kind: 'undo', refers: marked?.id });
    await page.keyboard.press('KeyJ');
    const second = await overlay.one('.chip[aria-current="true"]');
    expect(second.attributes['data-key']).not.toBe(first.attributes['data-key']);
    await page.keyboard.press('KeyX');
    const [, , kept] = await registry.hasEntries(3);
    expect(kept).toMatchObject({
      kind: 'keep',
      commentId: second.attributes['data-key']?.split(' ')[1],
    });
    await page.keyboard.press('KeyK');
    await expect
      .poll(async () => (await overlay.one('.chip[aria-current="true"]')).attributes['data-key'])
      .toBe(first.attributes['data-key']);
  });

  test('a digit speaks of the last record until one moves on', async ({
    openThread,
    context,
    extensionId,
  }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    const registry = new RegistryReader(context, extensionId);
    await overlay.one('.chip');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Digit5');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Digit2');
    const entries = await registry.hasEntries(3);
    expect(entries.map(({ kind, ground }) => [kind, ground])).toEqual([
      ['mark', 'obscenity'],
      ['amend', 'spam'],
      ['mark', 'insult'],
    ]);
    expect(entries[2]?.commentId).not.toBe(entries[0]?.commentId);
  });

  test('silent while one types', async ({ openThread, context, extensionId }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    const field = page.getByTestId('content-editable-input').first();
    await field.click();
    await page.keyboard.type('jxu2');
    await expect(field).toHaveText('jxu2');
    expect(await overlay.all('.chip[aria-current="true"]')).toEqual([]);
    expect(await new RegistryReader(context, extensionId).entries()).toEqual([]);
  });

  test('M opens the network’s own menu and never a destructive item', async ({ openThread }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyM');
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await page.evaluate(() => window.stand.deleted())).toEqual([]);
  });

  test('the help shows every key and closes on Escape', async ({ openThread }) => {
    const page = await openThread();
    const overlay = await Overlay.of(page);
    await overlay.one('.chip');
    await page.keyboard.press('Shift+Slash');
    expect((await overlay.one('.help')).text).toContain('следующий отмеченный');
    await page.keyboard.press('Escape');
    await expect.poll(() => overlay.all('.help')).toEqual([]);
  });
});
