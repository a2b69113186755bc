import { test } from './fixtures';

const BODIES = [
  'Министерство транспорта',
  'Министерство образования',
  'Администрация города Ключи',
  'Управление культуры',
  'Школа № 1',
  'Школа № 2',
  'Детский сад «Солнышко»',
];
const rows = BODIES.flatMap((body, n) =>
  ['vk.com/', 'ok.ru/', 'x.com/', 'instagram.com/']
    .slice(0, 2 + (n % 3))
    .map((host, k) => [
      body,
      n > 3
        ? 'Министерство образования'
        : n === 3
          ? 'Администрация города Ключи'
          : 'Правительство Кузбасса',
      `${host}official_${n}${k}`,
      `${body}: ${['новости', 'официально', 'главное', 'фото'][k]}`,
      k === 1 && n === 2 ? 'на паузе' : n === 5 ? 'удалён' : 'работает',
      n === 0 ? `${String(10 + k)}.11.2026` : '12.03.2021',
      n === 5 ? '20.11.2026' : '',
      n % 2 ? 'Иванова Анна Андреевна' : '',
      'пресс-секретарь',
      '+7 900 000-00-00',
      'Петров (администратор)',
      '',
    ]),
);
const head = [
  'Орган',
  'Кому подчиняется',
  'Ссылка',
  'Название аккаунта',
  'Статус',
  'Дата создания',
  'Дата удаления',
  'Ответственный',
  'Должность',
  'Телефон',
  'Доступ',
  'Примечание',
];
const bad = [
  ['Министерство транспорта', '', 'https://t.me/mintrans', 'Канал', '', '', '', '', '', '', '', ''],
  ['Школа № 1', '', 'vk.com/school1', 'Школа', '', '31.02.2026', '', '', '', '', '', ''],
];
const csv = [['Реестр официальных аккаунтов на 1 ноября'], head, ...rows, ...bad]
  .map((r) => r.join(';'))
  .join('\r\n');

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test(`shots ${scheme}`, async ({ openDashboard, context }) => {
      test.setTimeout(180_000);
      const page = await openDashboard('/registry');
      page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
      page.on('pageerror', (e) => console.log(String(e)));
      await page.setViewportSize({ width: 1280, height: 800 });
      const shot = (name: string) =>
        page.screenshot({ path: `/tmp/shots-regs/${scheme}-${name}.png` });
      await page.getByText('В реестре пока пусто').waitFor();
      await shot('01-empty');
      await page.getByRole('button', { name: 'Загрузить' }).first().click();
      await shot('02-import-start');
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Выбрать файл' }).click(),
      ]);
      await chooser.setFiles({
        name: 'реестр.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csv),
      });
      await page.getByText('Что в столбцах').waitFor();
      await shot('03-import');
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.getByText(/^Все: /).click();
      await shot('04-import-wide');
      await page.getByLabel(/Пропустить строки/).check();
      await page.getByRole('button', { name: /^Загрузить: / }).click();
      await page.getByRole('grid').waitFor();
      await page.waitForTimeout(500);
      await shot('05-accounts-wide');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.waitForTimeout(300);
      await shot('06-accounts');
      await page.locator('tbody tr').nth(3).click();
      await page.waitForTimeout(500);
      await shot('07-card');
      await page
        .locator('aside section')
        .first()
        .evaluate((el) => el.scrollTo(0, 100000));
      await shot('08-card-end');
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.waitForTimeout(300);
      await shot('09-card-wide');
      await page.getByRole('button', { name: 'Добавить аккаунт' }).click();
      await page.getByLabel('Ссылка на аккаунт').fill('https://m.vk.com/official_00?w=wall-1_2');
      await page.setViewportSize({ width: 1280, height: 800 });
      await shot('10-new-double');
      await page.getByRole('button', { name: 'Добавить орган' }).click();
      await shot('11-new-body');
      await page.getByRole('tab', { name: /Уведомления/ }).click();
      await page.getByRole('grid').waitFor();
      await page.locator('tbody tr').first().click();
      await page.waitForTimeout(300);
      await shot('12-notices');
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.waitForTimeout(300);
      await shot('13-notices-wide');
      await context.close();
    });
  });
}
