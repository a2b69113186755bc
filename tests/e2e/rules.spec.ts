import { readFile } from 'node:fs/promises';
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures';
import { errorsOf, expectAccessible } from './log-records';
import { Overlay } from './overlay';

interface Stored {
  kind: string;
  phrase: string;
}
interface ExtensionWorld {
  chrome: {
    contextMenus: {
      update(id: string, change: object): Promise<void>;
      onClicked: { dispatch(choice: object): void };
    };
    storage: {
      local: {
        get(key: string): Promise<{ dictionary?: { entries: Stored[] } }>;
        set(items: object): Promise<void>;
      };
    };
  };
}

/** The dictionary as it lies in the storage. */
const stored = async (worker: Worker): Promise<string[]> => {
  const entries = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    return (await chrome.storage.local.get('dictionary')).dictionary?.entries ?? [];
  });
  return entries.map(({ kind, phrase }) => `${kind} ${phrase}`);
};
const word = (number: number, phrase: string, change: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  kind: 'word',
  phrase,
  criterion: 'custom',
  ground: null,
  strength: 'certain',
  note: '',
  ...change,
});
const exception = (number: number, phrase: string) => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  kind: 'exception',
  phrase,
  rule: null,
  note: '',
});
const put = (worker: Worker, entries: readonly object[]) =>
  worker.evaluate(async (value) => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    await chrome.storage.local.set({ dictionary: { entries: value } });
  }, entries);

const rows = (page: Page) => page.locator('tbody tr');
const grid = (page: Page) => page.getByRole('grid', { name: 'Свой словарь' });
const form = (page: Page) => page.getByRole('complementary', { name: /запись/i });
const comment = (page: Page, n: number) => page.locator(`[id="-100_${n}"]`);
const chip = (n: number) => `.chip[data-key="-100_200 -100_${n}"]`;
const chosen = async (page: Page, name: string, content: string | Buffer) => {
  const choosing = page.waitForEvent('filechooser');
  const pane = page.getByRole('complementary', { name: 'Загрузка словаря' });
  await pane.getByRole('button', { name: /^(?:Загрузить|Выбрать другой файл)$/ }).click();
  const chooser = await choosing;
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
};

/** The words under the marks of a criterion and strength; mark names carry a prefix. */
const marked = async (overlay: Overlay, look: string) =>
  Object.entries(await overlay.marks()).flatMap(([name, words]) =>
    name.endsWith(look) ? words : [],
  );

/** Writes «Бездельники»; no rule finds anything in it. */
const IDLERS = 318;
/** An insult that a rule is certain of. */
const INSULT = 308;

test('a word added in the dashboard is marked on the open page at once', async ({
  openThread,
  openDashboard,
}) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  await comment(page, IDLERS).scrollIntoViewIfNeeded();
  expect(await overlay.all(chip(IDLERS))).toEqual([]);

  const dashboard = await openDashboard('/rules');
  const errors = errorsOf(dashboard);
  await dashboard.getByRole('main').getByRole('button', { name: 'Добавить' }).first().click();
  await dashboard.getByLabel('Слово или фраза').fill('бездельник');
  await expect(form(dashboard)).toContainText('бездельниками');
  await dashboard.getByLabel('Проверка на примере').fill('Хватит бездельничать, бездельники!');
  await expect(form(dashboard).locator('mark')).toHaveText(['бездельники']);
  await dashboard.getByRole('combobox', { name: 'Критерий' }).click();
  await dashboard.getByRole('option', { name: 'Оскорбление' }).click();
  await dashboard.getByRole('button', { name: 'Сохранить' }).click();
  await expect(rows(dashboard)).toHaveText([/бездельник.*Оскорбление, точно/]);
  expect(errors).toEqual([]);

  await page.bringToFront();
  const drawn = await overlay.one(chip(IDLERS));
  expect(drawn.text).toContain('Оскорбление · п. 2.6');
  expect(await marked(overlay, 'insult-certain')).toContain('Бездельники');

  await dashboard.bringToFront();
  await grid(dashboard).focus();
  await dashboard.keyboard.press('Delete');
  await expect(dashboard.getByRole('heading', { name: 'Словарь пока пуст' })).toBeVisible();
  await page.bringToFront();
  await expect.poll(() => overlay.all(chip(IDLERS))).toEqual([]);

  await dashboard.bringToFront();
  await dashboard.getByRole('button', { name: 'Вернуть' }).click();
  await expect(rows(dashboard)).toHaveCount(1);
  await page.bringToFront();
  await overlay.one(chip(IDLERS));
});

test('after «keep» one key excepts the word, and every mark of it goes at once', async ({
  openThread,
  worker,
}) => {
  await put(worker, [word(1, 'день')]);
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await overlay.one('.chip');
  const days = async () => (await marked(overlay, 'custom-certain')).length;
  await comment(page, 301).scrollIntoViewIfNeeded();
  // «день» and «дня», in comments of two people.
  await expect.poll(days).toBeGreaterThan(1);

  await page.keyboard.press('KeyE');
  expect(await stored(worker)).toEqual(['word день']);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  expect((await overlay.one('.toast .except')).text).toContain('больше не отмечать «день»');
  await page.keyboard.press('KeyE');
  await expect.poll(days).toBe(0);
  expect((await overlay.one('.toast')).text).toContain('Больше не отмечаю «день»');
  expect(await overlay.all('.toast .except')).toEqual([]);
  expect(await stored(worker)).toEqual(['word день', 'exception день']);
});

test('the offer is a button too, and holds from then on', async ({ openThread, worker }) => {
  const page = await openThread();
  const overlay = await Overlay.of(page);
  await comment(page, INSULT).scrollIntoViewIfNeeded();
  await overlay.one(chip(INSULT));
  await overlay.click(chip(INSULT));
  await overlay.click('.card button', 'Это не нарушение');
  const offer = await overlay.one('.toast .except');
  const phrase = /«(.+)»/.exec(offer.text)?.[1] ?? '';
  expect((await comment(page, INSULT).textContent()) ?? '').toContain(phrase);
  await overlay.click('.toast .except');
  await expect.poll(() => stored(worker)).toEqual([`exception ${phrase}`]);
  await overlay.one('.toast', `Больше не отмечаю «${phrase}»`);

  // A new page knows nothing of the verdict, but of the exception.
  await page.reload();
  const again = await Overlay.of(page);
  await comment(page, INSULT).scrollIntoViewIfNeeded();
  await again.one('.chip');
  expect(await marked(again, '')).not.toContain(phrase);
});

test('selected words come from the browser’s menu into the form', async ({
  openThread,
  context,
  worker,
}) => {
  const thread = await openThread();
  await thread.bringToFront();
  // A browser's own menu cannot be driven: the worker gets the event that a choice in it makes.
  const opening = context.waitForEvent('page');
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionWorld;
    // Rejects when there is no such item.
    await chrome.contextMenus.update('add-to-dictionary', {});
    chrome.contextMenus.onClicked.dispatch({
      menuItemId: 'add-to-dictionary',
      selectionText: 'тунеядцы',
    });
  });
  const page = await opening;
  await expect(page.getByLabel('Слово или фраза')).toHaveValue('тунеядцы');
  await page.getByText('Не отмечать', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(rows(page)).toHaveText([/тунеядцы.*не отмечать/]);
  expect(await stored(worker)).toEqual(['exception тунеядцы']);
});

test('the table is filtered, walked and opened by keys', async ({ openDashboard, worker }) => {
  await put(worker, [
    word(1, 'мошенник', { criterion: 'fraud', ground: 'law' }),
    exception(2, 'Свинья и Ко'),
    word(3, 'тунеядец', { criterion: 'insult', strength: 'probable', note: 'решили на совещании' }),
  ]);
  const page = await openDashboard('/rules');
  await expect(rows(page)).toHaveText([/тунеядец/, /Свинья и Ко/, /мошенник.*Иное нарушение/]);
  await expectAccessible(page);
  await page.getByText('Исключения', { exact: true }).click();
  await expect(rows(page)).toHaveText([/Свинья и Ко/]);
  await expect(page).toHaveURL(/#\/rules\?kind=exception/);
  await page.getByRole('button', { name: 'Сбросить отбор' }).click();
  await page.getByRole('searchbox').fill('совещании');
  await expect(rows(page)).toHaveText([/тунеядец/]);
  await page.getByRole('searchbox').fill('');
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Слово или фраза')).toHaveValue('мошенник');
  await expectAccessible(page);
  await page.getByLabel('Слово или фраза').fill('ТУНЕЯДЕЦ');
  await expect(form(page)).toContainText('Такая запись уже есть.');
  await expect(page.getByRole('button', { name: 'Сохранить' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(form(page)).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

for (const format of ['CSV для таблиц', 'JSON для другой Вахты'])
  test(`${format}: out and in again`, async ({ openDashboard, worker }) => {
    const before = [
      word(1, 'мошенник', { criterion: 'fraud', ground: 'law', note: 'Пишет «дам; "взаймы"»' }),
      exception(2, 'Свинья и Ко'),
      word(3, '=тунеядец', { criterion: 'insult', strength: 'probable' }),
    ];
    await put(worker, before);
    const page = await openDashboard('/rules');
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const file = await (await downloading).path();
    const content = await readFile(file);
    await put(worker, []);
    await expect(page.getByRole('heading', { name: 'Словарь пока пуст' })).toBeVisible();
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await chosen(page, 'словарь', content);
    await expect(page.getByRole('status').filter({ hasText: 'Новых: 3.' })).toBeVisible();
    expect(await stored(worker)).toEqual([]);
    await page.getByRole('button', { name: 'Загрузить 3 записи' }).click();
    await expect(rows(page)).toHaveCount(3);
    expect(await stored(worker)).toEqual([
      'word мошенник',
      'exception Свинья и Ко',
      'word =тунеядец',
    ]);
  });

test('a file with errors changes nothing and says where they are', async ({
  openDashboard,
  worker,
}) => {
  await put(worker, [word(1, 'мошенник')]);
  const page = await openDashboard('/rules');
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await chosen(page, 'a.csv', 'фраза;критерий\nтунеядец;Оскорбление\nлодырь;Глупость\n;Мат\n');
  const pane = page.getByRole('complementary', { name: 'Загрузка словаря' });
  await expect(pane.getByRole('alert')).toContainText('2 строки прочесть не вышло');
  await expect(pane.getByRole('listitem')).toHaveText([
    'Строка 3 не знаю «Глупость» в столбце «критерий»',
    'Строка 4 пусто в столбце «фраза»',
  ]);
  await expect(pane.getByRole('button', { name: /^Загрузить/ })).toHaveCount(0);
  await expectAccessible(page);

  await chosen(page, 'big.csv', Buffer.alloc(10 * 1024 * 1024, 'фраза;'));
  await expect(pane.getByRole('alert')).toContainText('Файл больше 4 МБ');
  await chosen(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await expect(pane.getByRole('alert')).toContainText('Это не текст');
  expect(await stored(worker)).toEqual(['word мошенник']);

  await chosen(page, 'a.csv', 'фраза;критерий\nтунеядец;Оскорбление\n');
  await page.getByRole('button', { name: 'Загрузить 1 запись' }).click();
  await expect(rows(page)).toHaveCount(2);
});
