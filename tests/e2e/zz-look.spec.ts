import { test } from './fixtures';
import { account, addDays, body, MONDAY, planned, published, putRows, TODAY } from './plan-rows';
import { set } from './log-records';

const TEXT = 'В целях обеспечения чистоты администрация осуществляет вывоз мусора. Приходите на каток!';
for (const theme of ['light', 'dark'] as const)
test(`look ${theme}`, async ({ openDashboard, worker }) => {
  await set(worker, { operator: 'Анна', theme });
  const page = await openDashboard('/plan');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('grid').waitFor();
  await page.screenshot({ path: `/tmp/plan-shots/empty-${theme}.png` });
  const titles = ['Каток открыт', 'Ремонт труб на Садовой: что и когда отключат', 'День матери', 'Прямой эфир с министром', 'Афиша выходных', 'Опрос: имя сквера'];
  const states = ['idea', 'draft', 'ready', 'published', 'dropped'] as const;
  const a = account(1, { owner: '-100', name: 'Минкульт Кузбасса' });
  const b = account(2, { network: 'ok', name: 'Минкульт в ОК', address: 'https://ok.ru/mincult', key: 'mincult' });
  await putRows(page, {
    bodies: [body(1, { name: 'Министерство культуры' })],
    accounts: [a, b],
    plan: Array.from({ length: 34 }, (_, n) => planned(n, {
      day: addDays(MONDAY, ((n * 5) % 24) - 8),
      title: titles[n % 6] ?? '',
      time: n % 3 ? null : '10:30',
      state: addDays(MONDAY, ((n * 5) % 24) - 8) < TODAY && n % 4 ? 'published' : states[n % 5] ?? 'idea',
      accounts: n % 2 ? [a.id] : [a.id, b.id],
      format: 'photo', rubric: 'Спорт', responsible: 'Анна К.',
      text: n % 2 ? TEXT : '',
    })),
    publications: Array.from({ length: 12 }, (_, n) => published(n, addDays(MONDAY, (n % 9) - 5), 12)),
    templates: [],
  });
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/plan-shots/month-${theme}.png` });
  await page.locator('button[data-state="draft"]').first().click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/plan-shots/entry-${theme}.png` });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/plan-shots/entry-1920-${theme}.png` });
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/#.*/, '#/plan?view=week'));
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/plan-shots/week-1920-${theme}.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(page.url().replace(/#.*/, '#/plan?view=list'));
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/plan-shots/list-${theme}.png` });
  await page.getByRole('button', { name: 'Шаблоны' }).click();
  await page.getByRole('button', { name: 'Новый шаблон' }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/plan-shots/template-${theme}.png` });
});
