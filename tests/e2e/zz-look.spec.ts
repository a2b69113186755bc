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
    publications: Array.from({ length: 70 }, (_, n) => published(n, addDays(MONDAY, -n), 12, { score: 60 + (n % 30) })),
    templates: [],
  });
  const go = async (hash: string, name: string) => {
    await page.goto(page.url().replace(/#.*/, `#${hash}`));
    await page.waitForTimeout(2000);
    await page.screenshot({ path: `/tmp/plan-shots/${name}-${theme}.png` });
  };
  await go('/publications', 'norm');
  await go('/publications?tab=list', 'posts');
  await page.getByRole('row').nth(2).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/plan-shots/post-${theme}.png` });
  await go('/publications?tab=mix', 'mix');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await go('/publications?tab=mix&weeks=26', 'mix-1920');
  await go('/publications', 'norm-1920');
});
