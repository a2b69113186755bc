import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import type { Sheet } from '../../lib/exchange/sheet';
import { writeXlsx } from '../../lib/exchange/xlsx';
import { addDays, dayOf } from '../../lib/regulation/zone';
import { expectAccessibleInBoth } from './both-themes';
import { expect, test } from './fixtures';
import { set } from './log-records';

const ZONE = 'Asia/Novokuznetsk';
const today = () => dayOf(Date.now(), ZONE);
const dotted = (day: string) => day.split('-').reverse().join('.');

const rows = (page: Page) => page.locator('tbody tr');
const card = (page: Page) => page.getByRole('complementary', { name: 'Карточка аккаунта' });
const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole('button', { name, exact: typeof name === 'string' });

async function saved(page: Page, click: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click.click()]);
  return download;
}

async function choose(page: Page, name: string, content: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, /^(?:Выбрать|Другой) файл$/).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
}

/** Text as Russian Excel saves CSV. */
function windows1251(text: string): Buffer {
  const code = (letter: string) => {
    const unit = letter.charCodeAt(0);
    if (unit < 0x80) return unit;
    return { ё: 0xb8, '«': 0xab, '»': 0xbb, '№': 0xb9, '—': 0x97 }[letter] ?? unit - 0x350;
  };
  return Buffer.from([...text].map(code));
}

async function workbook(table: readonly (readonly string[])[]): Promise<Buffer> {
  const [head = [], ...body] = table;
  const sheet: Sheet = {
    name: 'Реестр',
    columns: head.map((title) => ({ title, width: 20 })),
    batches: (async function* () {
      yield body;
    })(),
  };
  const blob = await writeXlsx(sheet, new AbortController().signal);
  return Buffer.from(await blob.arrayBuffer());
}

test('bodies and accounts are written down, changed, taken back, and all of it stays in the history', async ({
  openDashboard,
  worker,
}) => {
  await set(worker, { operator: 'Анна' });
  const page = await openDashboard('/registry');
  await expect(page.getByRole('heading', { name: 'В реестре пока пусто' })).toBeVisible();
  await expectAccessibleInBoth(page);

  await button(page, 'Добавить орган').first().click();
  await page.getByLabel('Название', { exact: false }).fill('Министерство транспорта');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Орган добавлен: Министерство транспорта')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('treeitem', { name: 'Министерство транспорта, 0 аккаунтов' }),
  ).toBeVisible();

  // Whatever is pasted is understood; the next account is of the same body.
  await button(page, 'Добавить аккаунт').last().click();
  await page.getByLabel('Ссылка на аккаунт').fill('https://m.vk.com/mintrans?w=wall-5_6');
  await expect(card(page)).toContainText('ВКонтакте: https://vk.com/mintrans');
  await page.getByLabel('Название').fill('Минтранс ВК');
  await button(page, 'Сохранить и добавить ещё').click();
  await expect(page.getByLabel('Ссылка на аккаунт')).toHaveValue('');
  await page.getByLabel('Ссылка на аккаунт').fill('@mintrans');
  await expect(card(page)).toContainText('Имя без ссылки: из какой оно сети?');
  await page.getByText('ВКонтакте', { exact: true }).last().click();
  await expect(card(page)).toContainText('Такой аккаунт уже есть: «Минтранс ВК».');
  await card(page).getByText('Одноклассники', { exact: true }).click();
  await expect(card(page)).toContainText('Одноклассники: https://ok.ru/mintrans');
  await expect(card(page)).not.toContainText('Такой аккаунт уже есть');
  await button(page, 'Сохранить').click();
  await expect(card(page)).toContainText('Без этого поля не сохранить.');
  await page.getByLabel('Название').fill('Минтранс ОК');
  await button(card(page), 'Добавить ответственного').click();
  await page.getByLabel('Имя, 1').fill('Иванова А. А.');
  await page.getByLabel('Должность, 1').fill('пресс-секретарь');
  await page.keyboard.press('Control+Enter');
  await expect(card(page).getByRole('heading', { name: 'Минтранс ОК' })).toBeVisible();
  await expect(rows(page)).toHaveText([/Минтранс ВК/, /Минтранс ОК/]);
  await expectAccessibleInBoth(page);

  // Changed and seen in the history; taken back, and the history says that, too.
  await page.getByLabel('Название').fill('Минтранс в ОК');
  await button(page, 'Сохранить').click();
  const history = card(page).getByRole('region', { name: 'История изменений' });
  await expect(history).toContainText('Анна · изменено');
  await expect(history.locator('del')).toHaveText(['Минтранс ОК']);
  await expect(history.locator('ins')).toHaveText(['Минтранс в ОК']);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Сохранено: Минтранс в ОК' })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(card(page).getByRole('heading', { name: 'Минтранс ОК' })).toBeVisible();
  await expect(history.locator('ins')).toHaveText(['Минтранс ОК', 'Минтранс в ОК']);

  // Two people at one card: nothing is lost, and the one at the screen decides.
  await page.getByLabel('Заметка').fill('моё');
  const other = await openDashboard('/registry');
  await rows(other).nth(1).click();
  await other.getByLabel('Заметка').fill('чужое');
  await button(other, 'Сохранить').click();
  await expect(other.getByText('Сохранено: Минтранс ОК')).toBeVisible();
  await other.close();
  await expect(history.locator('ins').first()).toHaveText('чужое');
  await button(page, 'Сохранить').click();
  await expect(page.getByText('кто-то по-другому заполнил: Заметка')).toBeVisible();
  await button(page, 'Оставить моё').click();
  await button(page, 'Сохранить').click();
  await expect(history.locator('del').first()).toHaveText('чужое');
  await expect(history.locator('ins').first()).toHaveText('моё');

  // A dead link is marked by hand and can be filtered.
  await button(page, 'Ссылка не открывается').click();
  await expect(card(page)).toContainText('Ссылка не открывается, отмечено');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Аккаунты' })).toBeFocused();
  await expect(page.getByText('Требуют внимания: 2')).toBeVisible();

  // By keys alone: choose all between, change their state, take it back.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('Выбрано: 2')).toBeVisible();
  await button(page, 'Сменить состояние').click();
  await page.getByRole('menuitem', { name: 'на паузе' }).click();
  await expect(rows(page)).toHaveText([/на паузе/, /на паузе/]);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Состояние сменилось: 2 аккаунта' })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(rows(page)).toHaveText([/работает/, /работает/]);
  await page.getByRole('searchbox').fill('пресс-секретарь');
  await expect(rows(page)).toHaveText([/Минтранс ОК/]);
  await page.getByRole('searchbox').press('Enter');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Аккаунт убран из реестра: Минтранс ОК')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'По этому отбору ничего нет' })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(rows(page)).toHaveText([/Минтранс ВК/]);
});

test('a table is looked at, taken in whole, taken back, and comes out as it went in', async ({
  openDashboard,
}) => {
  const page = await openDashboard('/registry?open=import');
  const table = [
    ['Реестр аккаунтов'],
    ['Учреждение', 'Кому подчиняется', 'Где', 'Наименование', 'Открыли', 'Телефон ответственного'],
    ['Школа № 1', 'Управление образования', 'vk.com/school_1', 'Школа ВК', '01.09.2021', ''],
    ['', '', 'https://ok.ru/group/55', '=1+1', '', ''],
    ['Школа № 2', 'Управление образования', 'https://t.me/school2', 'Канал', '', ''],
    ['Школа № 2', '', 'x.com/school2', '<b>Школа</b>', '31.02.2022', ''],
  ];
  await choose(page, 'школы.csv', windows1251(table.map((row) => row.join(';')).join('\r\n')));
  // The heading says nothing of links: a person does.
  await expect(page.getByText('Не вижу столбца со ссылками.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Где' }).click();
  await page.getByRole('option', { name: 'Ссылка' }).click();
  await expect(
    page.getByText('Новых: 2. Изменятся: 0. Без изменений: 0. С ошибкой: 2.'),
  ).toBeVisible();
  await page.getByText('ошибка: 2', { exact: true }).click();
  await expect(rows(page)).toHaveText([
    /^5ошибкане узнаю́ аккаунт в «https:\/\/t\.me\/school2»/,
    /^6ошибканет такого дня: «31\.02\.2022»/,
  ]);
  await expectAccessibleInBoth(page);
  await expect(button(page, 'Загрузить: 2 строки')).toBeDisabled();

  // The same corrected as a workbook; nothing was written meanwhile.
  const mended = table.map((row) => [...row]).slice(1);
  (mended[0] as string[])[2] = 'Ссылка';
  (mended[3] as string[])[2] = 'vk.com/school_2';
  (mended[4] as string[])[4] = '28.02.2022';
  await choose(page, 'школы.xlsx', await workbook(mended));
  await expect(
    page.getByText('Новых: 4. Изменятся: 0. Без изменений: 0. С ошибкой: 0.'),
  ).toBeVisible();
  await button(page, 'Загрузить: 4 строки').click();
  await expect(
    page.getByText('Загрузка прошла. Новых: 4, изменились: 0, новых органов: 3.'),
  ).toBeVisible();
  await expect(rows(page)).toHaveText([/<b>Школа<\/b>.*X/, /=1\+1/, /Канал/, /Школа ВК/]);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Загрузка прошла' })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(page.getByRole('heading', { name: 'В реестре пока пусто' })).toBeVisible();
  await button(page, 'Загрузить').first().click();
  await choose(page, 'школы.xlsx', await workbook(mended));
  await button(page, 'Загрузить: 4 строки').click();
  await expect(rows(page)).toHaveCount(4);
  const tree = page.getByRole('tree', { name: 'Органы' });
  await expect(tree.getByRole('treeitem')).toHaveCount(4);
  await tree.focus();
  // Letters find; the same one goes on.
  const type = (letter: string) => tree.dispatchEvent('keydown', { key: letter, bubbles: true });
  await type('ш');
  await expect(rows(page)).toHaveText([/=1\+1/, /Школа ВК/]);
  await type('ш');
  await expect(rows(page)).toHaveText([/<b>Школа<\/b>/, /Канал/]);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/body=/);
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(2);

  // Out again, and in once more: the file says nothing new.
  await button(page, 'Выгрузить').click();
  const csv = await readFile(
    await (await saved(page, page.getByRole('menuitem', { name: 'Таблица CSV' }))).path(),
  );
  const { data } = Papa.parse<string[]>(csv.toString().replace('\uFEFF', ''), { delimiter: ';' });
  expect(data[0]?.slice(0, 5)).toEqual(['Орган', 'Кому подчиняется', 'Сеть', 'Ссылка', 'Название']);
  expect(data.map((row) => row[3])).toContain('https://ok.ru/group/55');
  await button(page, 'Выгрузить').click();
  const xlsx = await readFile(
    await (await saved(page, page.getByRole('menuitem', { name: 'Таблица Excel' }))).path(),
  );
  const [sheet] = await readXlsx(xlsx);
  expect(sheet?.data.map((row) => row[4])).toEqual([
    'Название',
    '<b>Школа</b>',
    '=1+1',
    'Канал',
    'Школа ВК',
  ]);
  await button(page, 'Загрузить').click();
  for (const [name, content] of [
    ['а.csv', csv],
    ['а.xlsx', xlsx],
  ] as const) {
    await choose(page, name, content);
    await expect(
      page.getByText('Новых: 0. Изменятся: 0. Без изменений: 4. С ошибкой: 0.'),
    ).toBeVisible();
  }
  await choose(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await expect(page.getByRole('alert').filter({ hasText: 'Это не таблица' })).toBeVisible();
});

test('an account is reported in time: counter, letter, mark', async ({ openDashboard, worker }) => {
  await set(worker, { operator: 'Анна Ковалёва' });
  const page = await openDashboard('/registry?open=import');
  const created = addDays(today(), -8);
  const deleted = addDays(today(), -12);
  await choose(
    page,
    'а.csv',
    Buffer.from(
      `Орган,Ссылка,Название,Создан,Удалён,Ответственный\nМинистерство спорта,vk.com/minsport,Минспорт,${created},,Иванова А. А.\nМинистерство спорта,ok.ru/minsport,Минспорт ОК,2020-01-01,${deleted},\n`,
    ),
  );
  await button(page, 'Загрузить: 2 строки').click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByLabel('Ждут отправки: 2')).toBeVisible();
  await page.getByRole('tab', { name: /^Уведомления/ }).click();
  await expect(page.getByText('Ждут отправки: 2, просрочены: 1')).toBeVisible();
  await expect(rows(page)).toHaveText([
    /^просрочено на 2 дняудалёнМинспорт ОК/,
    /^ещё 2 днясозданМинспорт/,
  ]);
  await rows(page).nth(1).click();
  const pane = page.getByRole('complementary', { name: 'Карточка уведомления' });
  await pane.getByLabel('Кому').fill('Администрация Правительства');
  await pane.getByLabel('Подпишет: должность').fill('Министр');
  await pane.getByLabel('Подпишет: имя').fill('П. П. Петров');
  await pane.getByLabel('Номер письма').fill('45-исх');
  await expectAccessibleInBoth(page);

  // The letter as a file says what stands on the screen.
  const shown = (await pane.locator('pre').textContent()) ?? '';
  expect(shown).toContain('Министерство спорта сообщает:');
  expect(shown).toContain('создан официальный аккаунт в социальной сети «ВКонтакте»');
  expect(shown).toMatch(/№ 45-исх[\s\S]*п\. 3\.[\s\S]*Министр _+ П\. П\. Петров/);
  const file = await saved(page, button(pane, 'Сохранить DOCX'));
  expect(file.suggestedFilename()).toBe(
    `Уведомление о создании официального аккаунта Минспорт ${today()}.docx`,
  );
  const read = await mammoth.extractRawText({ buffer: await readFile(await file.path()) });
  const bare = (text: string) => text.replace(/[\s:]+/g, '');
  expect(bare(read.value)).toBe(bare(shown));

  await button(pane, 'Отметить отправленным').click();
  await expect(pane).toContainText(
    `отправлено ${dotted(today())}, № 45-исх. Отметил(а): Анна Ковалёва.`,
  );
  await expect(rows(page)).toHaveText([/Минспорт ОК/]);
  await expect(page.getByLabel('Ждут отправки: 1')).toBeVisible();
  await button(pane, 'Ещё не отправлено').click();
  await expect(rows(page)).toHaveCount(2);
  const history = pane.getByRole('region', { name: 'История изменений' });
  await expect(history.locator('del').first()).toHaveText(
    `отправлено ${dotted(today())}, № 45-исх`,
  );

  // The head of the letter is kept for the body's next one; another notice is opened by hand.
  await rows(page).first().click();
  await expect(pane.getByLabel('Кому')).toHaveValue('Администрация Правительства');
  await expect(pane.locator('pre')).toContainText('удалён официальный аккаунт');
  await pane.getByRole('link', { name: 'Карточка аккаунта' }).click();
  await expect(card(page)).toContainText('просрочено на 2 дня');
  await button(card(page), 'Добавить').click();
  await page.getByRole('menuitem', { name: 'создан' }).click();
  await expect(page.getByLabel('Ждут отправки: 3')).toBeVisible();
});

test('who stands on the account’s own page gives it its day and number', async ({
  openDashboard,
  openThread,
}) => {
  const page = await openDashboard('/registry?open=import');
  await choose(
    page,
    'а.csv',
    Buffer.from('Орган;Ссылка\nГород;vk.com/verhnie_klyuchi\nГород;x.com/verh_klyuchi'),
  );
  await button(page, 'Загрузить: 2 строки').click();
  await rows(page).filter({ hasText: 'ВКонтакте' }).click();
  await expect(page.getByLabel('Номер в сети')).toHaveValue('');
  await expect(card(page)).toContainText('Вахта сама отметит день');
  const thread = await openThread('/verhnie_klyuchi');
  await expect(page.getByLabel('Номер в сети')).toHaveValue('-100', { timeout: 20_000 });
  await expect(card(page)).toContainText('Заходили на страницу аккаунта: сегодня');
  await thread.close();
  await openThread('https://x.com/verh_klyuchi');
  // What the page shows of itself stands with the checklist's point; the answer is a person's.
  await page.goto(page.url().replace(/#.*$/, '#/checks'));
  await rows(page).filter({ hasText: 'Описание есть' }).filter({ hasText: 'ВКонтакте' }).click();
  await expect(page.getByText('На странице: «Новости города').first()).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Описание есть' }).first()).toContainText(
    'не проверяли',
  );
  // X has no preview for others; its cover stands in the page, as VKontakte's does.
  for (const network of ['X', 'ВКонтакте']) {
    // With no card open: it takes the room of the column that names the network.
    await page.goto(page.url().replace(/#.*$/, '#/checks?q=Обложка'));
    await rows(page).filter({ hasText: network }).click();
    await expect(page.getByText('На странице видна обложка').first()).toBeVisible({
      timeout: 20_000,
    });
  }
});
