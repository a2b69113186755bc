import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { KUZBASS } from '../../lib/regulation/profile';
import { wallTime } from '../../lib/regulation/zone';
import { EXTENSION } from './extension';
import { expect, test } from './fixtures';
import { errorsOf, expectAccessible, set } from './log-records';
import { Overlay } from './overlay';
import { account, addDays, body, MONDAY, planned, putRows, TODAY } from './plan-rows';
import { RegistryReader } from './registry';

const VK = account(1, { owner: '-100', name: 'Минкульт ВКонтакте' });
const OK = account(2, {
  network: 'ok',
  key: 'mincult',
  address: 'https://ok.ru/mincult',
  name: 'Минкульт в Одноклассниках',
});
const ROWS = { bodies: [body(1, { name: 'Министерство культуры' })], accounts: [VK, OK] };

const chip = (page: Page, title: string) =>
  page.getByRole('grid', { name: 'Календарь плана' }).getByRole('button', { name: title });
/** Name of the day in whose cell an entry stands, as its button says it. */
const dayOf = async (entry: Locator) =>
  entry.evaluate((button) =>
    button.closest('td')?.querySelector('[data-slot^="day "]')?.getAttribute('data-slot')?.slice(4),
  );
const form = (page: Page) =>
  page.getByRole('complementary', { name: /^(?:Новая запись|Запись плана)$/ });
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();

test('an entry is written, moved by key and by pointer, and taken back', async ({
  openDashboard,
  worker,
}) => {
  await set(worker, { operator: 'Анна' });
  const page = await openDashboard('/plan');
  await page.setViewportSize({ width: 1280, height: 900 });
  const errors = errorsOf(page);
  await expect(page.getByText('План пока пуст.')).toBeVisible();
  await putRows(page, ROWS);
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);

  // From the keyboard alone: a new entry on the first Monday of the weeks shown.
  await page.goto(page.url().replace(/#.*/, '#/plan?view=week'));
  await page.getByRole('button', { name: 'Следующая неделя' }).click();
  const monday = addDays(MONDAY, 7);
  const day = (at: string) => page.locator(`[data-slot="day ${at}"]`);
  await day(monday).focus();
  await page.keyboard.press('n');
  await expect(form(page).getByRole('textbox', { name: 'Тема' })).toBeFocused();
  await page.keyboard.type('Каток открыт');
  await form(page).getByRole('combobox', { name: 'Аккаунты' }).click();
  await page.getByRole('option', { name: /Минкульт ВКонтакте/ }).click();
  await page.keyboard.press('Escape');
  await form(page).getByRole('button', { name: 'Все аккаунты: Министерство культуры' }).click();
  await form(page)
    .getByRole('textbox', { name: 'Текст поста' })
    .fill('В целях проведения субботника ждём всех во дворе.');
  // The same draft check as everywhere: what it says can be taken with one press.
  await expect(form(page).getByText(/совет/)).toBeVisible();
  const remark = form(page).getByRole('button', { name: 'Не здесь' }).locator('..');
  await remark.getByRole('button').first().click();
  await expect(form(page).getByRole('textbox', { name: 'Текст поста' })).not.toHaveValue(/В целях/);
  await form(page).getByRole('combobox', { name: 'Формат' }).click();
  await page.getByRole('option', { name: 'Фото' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await said(page, '«Каток открыт» в плане.');
  await expect(form(page)).toBeHidden();
  const entry = chip(page, 'Каток открыт');
  // With a text it is a draft by itself.
  await expect(entry).toHaveAccessibleName(/Черновик/);
  expect(await dayOf(entry)).toBe(monday);

  await entry.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => dayOf(entry)).toBe(addDays(monday, 1));
  await expect(entry).toBeFocused();
  await entry.dragTo(day(addDays(monday, 4)));
  await expect.poll(() => dayOf(entry)).toBe(addDays(monday, 4));
  const back = page.getByRole('alert').filter({ hasText: '«Каток открыт» теперь' }).last();
  await back.getByRole('button', { name: 'Вернуть' }).click();
  await expect.poll(() => dayOf(entry)).toBe(addDays(monday, 1));

  // What is written stays, however one leaves; only what is asked for is dropped.
  await entry.click();
  await form(page).getByRole('textbox', { name: 'Тема' }).fill('Каток открыт для всех');
  await page.getByRole('link', { name: 'Модерация' }).click();
  await page.goBack();
  await expect(chip(page, 'Каток открыт для всех')).toBeVisible();
  await chip(page, 'Каток открыт для всех').click();
  await form(page).getByRole('textbox', { name: 'Тема' }).fill('Не то');
  await form(page).getByRole('button', { name: 'Не сохранять' }).click();
  await expect(chip(page, 'Не то')).toHaveCount(0);

  await set(worker, { operator: 'Анна', theme: 'dark' });
  await chip(page, 'Каток открыт для всех').click();
  await expect(form(page).getByText(/Живость/)).toBeVisible();
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('letters typed in one breath with the key of a new entry are all in its title', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/plan');
  await expect(page.getByRole('grid')).toBeVisible();
  await putRows(page, ROWS);
  const title = form(page).getByRole('textbox', { name: 'Тема' });
  // None of the keys waits for what the one before has done.
  const typeAtOnce = (text: string) =>
    Promise.all([page.keyboard.press('n'), page.keyboard.type(text)]);
  await page.locator(`[data-slot="day ${TODAY}"]`).focus();
  await typeAtOnce('Next rink открыт');
  await expect(title).toHaveValue('Next rink открыт');

  // The key again, from the calendar: what was written is kept, and another entry begins.
  await page.locator(`[data-slot="day ${TODAY}"]`).focus();
  await typeAtOnce('Night of museums');
  await expect(title).toHaveValue('Night of museums');
  await expect(chip(page, 'Next rink открыт')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form(page)).toBeHidden();

  // From nowhere in particular, too.
  await page.locator('body').click({ position: { x: 2, y: 400 } });
  await typeAtOnce('Nordic walking');
  await expect(title).toHaveValue('Nordic walking');
});

test('rubrics are set out, a week is copied, a list is worked by keys', async ({
  openDashboard,
}) => {
  const monday = addDays(MONDAY, 7);
  const page = await openDashboard(`/plan?view=week&day=${monday}`);
  await expect(page.getByRole('grid')).toBeVisible();
  await putRows(page, {
    ...ROWS,
    plan: [planned(1, { title: 'Каток', day: monday, accounts: [VK.id] })],
  });
  // A rubric returns on its weekdays; a week is copied; both once.
  await page.getByRole('button', { name: 'Шаблоны' }).click();
  await page.getByRole('button', { name: 'Новый шаблон' }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill('Афиша');
  await page.getByText('ср', { exact: true }).last().click();
  await page.getByText('пт', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Расставить рубрики' }).click();
  await expect(chip(page, 'Афиша')).toHaveCount(2);
  await page.getByRole('button', { name: 'Расставить рубрики' }).click();
  await said(page, 'Все рубрики уже стоят');
  await expect(chip(page, 'Афиша')).toHaveCount(2);
  await page.getByRole('button', { name: /^Что сделать с/ }).click();
  await page.getByRole('menuitem', { name: 'Скопировать на следующую неделю' }).click();
  await said(page, 'На следующей неделе теперь 3 записи из этой.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Следующая неделя' }).click();
  await expect(chip(page, 'Афиша')).toHaveCount(2);
  expect(await dayOf(chip(page, 'Каток'))).toBe(addDays(monday, 7));

  // The list, by keys; what is removed comes back.
  await page.getByText('Список', { exact: true }).click();
  const list = page.getByRole('grid', { name: 'Записи плана' });
  await list.focus();
  const rows = list.locator('tbody tr');
  const count = await rows.count();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(count - 1);
  await page
    .getByRole('alert')
    .filter({ hasText: 'больше не в плане' })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(rows).toHaveCount(count);
  await expectAccessible(page);
});

test('the month says what is empty, late and lacking, and its filters stand in the address', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/plan');
  await expect(page.getByRole('grid')).toBeVisible();
  const late = addDays(TODAY, -1);
  await putRows(page, {
    ...ROWS,
    plan: [
      planned(1, { title: 'Вчерашнее', day: late, accounts: [VK.id], state: 'ready' }),
      planned(2, { title: 'Сегодняшнее', time: '23:59', accounts: [VK.id] }),
      planned(3, { title: 'Соседнее', accounts: [OK.id] }),
    ],
  });
  const warnings = page.getByRole('list', { name: 'На что взглянуть' });
  await expect(warnings).toContainText('1 запись осталась без публикации на прошлых днях.');
  await expect(warnings).toContainText('Сегодня по плану: 2.');
  await expect(warnings).toContainText(/плану не хватает 1\d публикаций до нормы \(2 аккаунта\)/);
  await page.getByRole('combobox', { name: 'Аккаунт' }).click();
  await page.getByRole('option', { name: /Минкульт ВКонтакте/ }).click();
  await expect(chip(page, 'Соседнее')).toHaveCount(0);
  await expect(warnings).toContainText('(1 аккаунт)');
  const address = page.url();
  expect(address).toContain(`account=${VK.id}`);
  await page.reload();
  await expect(chip(page, 'Сегодняшнее')).toBeVisible();
  await expect(chip(page, 'Соседнее')).toHaveCount(0);

  // A full day: what it has no room for opens by key, shows the whole day and gives the focus back.
  await putRows(page, {
    plan: [10, 11, 12, 13, 14].map((number) => planned(number, { accounts: [VK.id] })),
  });
  const more = page.getByRole('button', { name: /^ещё 2: .+, показать все$/ });
  await chip(page, 'Запись № 13').focus();
  await page.keyboard.press('ArrowDown');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  const whole = page.getByRole('dialog', { name: /^ещё 2: / });
  await expect(whole.getByRole('button', { name: /Запись|Сегодняшнее/ })).toHaveCount(6);
  await expect(whole.getByRole('button').first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(whole).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await whole.getByRole('button', { name: 'Запись № 14' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Тема' })).toHaveValue('Запись № 14');
  await expect(whole).toBeHidden();
  await page.keyboard.press('Escape');

  await warnings
    .getByRole('listitem')
    .filter({ hasText: 'без публикации' })
    .getByRole('button')
    .click();
  await expect(page.getByRole('grid', { name: 'Записи плана' })).toContainText('Вчерашнее');
});

test('a plan comes from a file whole or not at all, and goes out to be read by others', async ({
  openDashboard,
}, testInfo) => {
  const page = await openDashboard('/plan?view=list');
  await expect(page.getByRole('heading', { name: 'План пока пуст' })).toBeVisible();
  await putRows(page, ROWS);
  const choose = async (name: string, content: string | Buffer) => {
    const pane = page.getByRole('complementary', { name: 'Загрузка плана' });
    const choosing = page.waitForEvent('filechooser');
    await pane.getByRole('button', { name: /^Выбрать/ }).click();
    await (await choosing).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  };
  const dotted = TODAY.split('-').reverse().join('.');
  const head = 'Дата;Время;Тема;Аккаунты;Формат;Состояние;Текст\r\n';
  const good = `${dotted};9:30;Каток;https://vk.com/account1;Фото;Готово;"Залили; приходите"\r\n`;
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await choose('plan.csv', `${head}${good}31.02.2026;25:00;;https://vk.com/nobody;Сторис;;\r\n`);
  await expect(page.getByRole('alert').filter({ hasText: 'ничего не загружаю' })).toContainText(
    '5 ячеек с ошибкой',
  );
  await expect(page.getByText('Аккаунта «https://vk.com/nobody» нет в реестре.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Загрузить \d/ })).toHaveCount(0);
  await expectAccessible(page);
  await choose('plan.csv', `${head}${good}${dotted};;Ярмарка;Минкульт в Одноклассниках;;;\r\n`);
  await expect(page.getByText('Новых: 2, изменится: 0, без изменений: 0.')).toBeVisible();
  await page.getByRole('button', { name: 'Загрузить 2 записи' }).click();
  const list = page.getByRole('grid', { name: 'Записи плана' });
  await expect(list.locator('tbody tr')).toHaveCount(2);

  const save = async (kind: string, extension: string) => {
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`Контент-план ${TODAY}.${extension}`);
    const path = testInfo.outputPath(`plan.${extension}`);
    await file.saveAs(path);
    return path;
  };
  const table = [
    ['Дата', 'Время', 'Тема'],
    [dotted, null, 'Ярмарка'],
    [dotted, '09:30', 'Каток'],
  ];
  const xlsx = await save('Таблица Excel (XLSX)', 'xlsx');
  const [sheet] = await readXlsx(xlsx);
  expect(sheet?.data.map((row) => row.slice(0, 3))).toEqual(table);
  const csv = readFileSync(await save('Таблица CSV', 'csv'), 'utf8');
  const parsed = papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  expect(parsed.data.map((row) => row.slice(0, 3).map((cell) => cell || null))).toEqual(table);
  expect(parsed.data[2]?.[9]).toBe('Залили; приходите');
  const ics = readFileSync(await save('Календарь', 'ics'), 'utf8').replaceAll('\r\n ', '');
  expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2);
  const utc = new Date(Date.parse(`${TODAY}T09:30:00Z`) - 7 * 3_600_000)
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
  expect(ics).toContain(`DTSTART:${utc}\r\n`);
  expect(ics).toContain(`DTSTART;VALUE=DATE:${TODAY.replaceAll('-', '')}\r\n`);
  expect(ics).toContain('SUMMARY:Каток\r\n');
  expect(ics).toContain('TRIGGER:-PT15M\r\n');

  // What went out comes back as what it was; what was changed in it is a change.
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await choose('plan.xlsx', readFileSync(xlsx));
  await expect(page.getByText('Новых: 0, изменится: 0, без изменений: 2.')).toBeVisible();
  await choose('plan.csv', csv.replace('Ярмарка', 'Большая ярмарка'));
  await page.getByRole('button', { name: 'Загрузить 1 запись' }).click();
  await expect(list).toContainText('Большая ярмарка');
  await expect(list.locator('tbody tr')).toHaveCount(2);
});

test('today’s entry goes into the network’s editor and is closed by its publication; the wall is recorded once', async ({
  openDashboard,
  openThread,
  openPanel,
  context,
  extensionId,
}) => {
  const dashboard = await openDashboard('/plan');
  await expect(dashboard.getByRole('grid')).toBeVisible();
  const text = 'Каток у Дома культуры открыт.\n\nПриходите с детьми, коньки дадим.';
  await putRows(dashboard, {
    ...ROWS,
    plan: [
      planned(1, { title: 'Каток', text, accounts: [VK.id], state: 'ready', format: 'photo' }),
      planned(2, { title: 'Чужое', text: 'Не сюда', accounts: [OK.id] }),
      planned(3, { title: 'Завтра', text: 'Рано', accounts: [VK.id], day: addDays(TODAY, 1) }),
    ],
  });
  const registry = new RegistryReader(context, extensionId);

  const page = await openThread('https://vk.com/club100');
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: /Черновик/ }).click();
  const today = panel.getByRole('region', { name: 'Сегодня по плану' });
  await expect(today.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(panel);
  const insert = today.getByRole('button', { name: /^Вставить.*Каток$/ });
  await insert.click();
  const overlay = await Overlay.of(page);
  await overlay.one('.word', 'Откройте окно новой записи');

  await page.bringToFront();
  await page.getByTestId('group_publish_create_button').click();
  await page.getByTestId('group_publish_post_menu_item').click();
  const editor = page.getByTestId('posting_base_screen_input_message');
  await expect(editor).toBeVisible();
  await panel.bringToFront();
  await insert.click();
  await page.bringToFront();
  await expect(editor).toContainText('Приходите с детьми, коньки дадим.');
  await page.getByTestId('posting_base_screen_next').click();
  await page.getByTestId('posting_submit_button').click();
  await expect.poll(() => registry.publications()).toHaveLength(1);
  const [publication] = await registry.publications();
  expect(publication).toMatchObject({ kind: 'post', account: '-100', entry: planned(1).id });

  await dashboard.bringToFront();
  const entry = chip(dashboard, 'Каток');
  await expect(entry).toHaveAccessibleName(/Опубликовано/);
  await entry.click();
  await expect(form(dashboard).getByRole('link', { name: 'Открыть пост' })).toHaveAttribute(
    'href',
    publication?.permalink ?? '',
  );

  // The other posts of the wall were there before Vakhta.
  await panel.bringToFront();
  await expect(today).toHaveCount(0);
  const offer = panel.getByText(/На стене \d+ пост/);
  await expect(offer).toBeVisible();
  const found = Number(/\d+/.exec((await offer.textContent()) ?? '')?.[0]);
  expect(found).toBeGreaterThan(1);
  await panel.getByRole('button', { name: 'Записать' }).click();
  await expect.poll(() => registry.publications()).toHaveLength(found + 1);
  await expect(offer).toHaveCount(0);
  const rows = await registry.publications();
  expect(new Set(rows.map(({ postId }) => postId)).size).toBe(found + 1);
  expect(rows.filter(({ source }) => source === 'backfill')).toHaveLength(found);
  await page.reload();
  await expect(panel.getByText('На стене')).toHaveCount(0);
});

/**
 * The extension as it is once «Разрешить» was pressed in the browser's own question, which nobody can press
 * in a browser without a window; and a click on a notification, which stands outside of every page, is
 * called by its listener. All else is the browser's: asking, showing, the alarm.
 */
function allowedToNotify(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vakhta-notify-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { optional_permissions, permissions, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  const granted = { ...rest, permissions: [...permissions, ...optional_permissions] };
  writeFileSync(path, JSON.stringify(granted));
  const script = join(folder, 'background.js');
  const heard =
    'globalThis.heard=[];{const e=chrome.notifications.onClicked,a=e.addListener.bind(e);e.addListener=(f)=>{heard.push(f);a(f)}}';
  writeFileSync(script, `${heard}${readFileSync(script, 'utf8')}`);
  return folder;
}

interface NotifyingWorld {
  heard: ((id: string) => void)[];
  chrome: {
    alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> };
    notifications: { getAll(): Promise<Record<string, true>> };
  };
}

test.describe('reminders', () => {
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the wanted fixtures from here
    build: async ({}, use) => {
      const folder = allowedToNotify();
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  });

  test('who asks is reminded, once, and a click leads to the entry', async ({
    openDashboard,
    worker,
    killWorker,
  }) => {
    const { timeZone } = KUZBASS;
    const now = Date.now();
    const inTen = wallTime(now + 10 * 60_000, timeZone).toISOString();
    const [day, time] = [inTen.slice(0, 10), inTen.slice(11, 16)];
    const due = planned(1, {
      day,
      time,
      title: 'Поздравляем Марию Петрову',
      occasion: 'День матери',
      accounts: [VK.id, OK.id],
    });
    const page = await openDashboard('/plan');
    const shown = () =>
      page.evaluate(async () => {
        const { notifications } = (globalThis as unknown as NotifyingWorld).chrome;
        return Object.keys(await notifications.getAll()).sort();
      });
    await putRows(page, { ...ROWS, plan: [due, planned(2, { state: 'dropped', day, time })] });
    expect(await shown()).toEqual([]);

    await page.getByRole('button', { name: 'Напоминать…' }).press('Enter');
    const asking = page.getByRole('dialog', { name: 'Напоминания' });
    await expectAccessible(page);
    await asking.getByRole('button', { name: 'Напоминать…' }).press('Enter');
    await expect(asking.getByRole('combobox')).toHaveValue('за 30 минут');
    const own = `entry ${due.id} ${day} ${time}`;
    // From nine on by this machine's clock the day's summary comes, too.
    const summary = new Date(now).getHours() >= 9 ? [`checks ${TODAY}`] : [];
    await expect.poll(shown).toEqual([...summary, own]);
    const alarm = await page.evaluate(() =>
      (globalThis as unknown as NotifyingWorld).chrome.alarms.get('reminder'),
    );
    expect(alarm?.scheduledTime).toBeGreaterThan(now);
    await page.keyboard.press('Escape');

    await worker.evaluate((id) => {
      for (const listener of (globalThis as unknown as NotifyingWorld).heard) listener(id);
    }, own);
    await expect(form(page).getByRole('textbox', { name: 'Тема' })).toHaveValue(due.title);
    await expect.poll(shown).toEqual(summary);

    // The worker dies and another one looks: only what is new is told of.
    await killWorker();
    const later = planned(3, { day, time });
    await putRows(page, { plan: [later] });
    await form(page).getByRole('textbox', { name: 'Заметка' }).fill('к сроку');
    await page.keyboard.press('Control+Enter');
    await expect.poll(shown).toEqual([...summary, `entry ${later.id} ${day} ${time}`]);
  });
});
