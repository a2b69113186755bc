import type { Page } from '@playwright/test';
import { adapterOf } from '../../lib/networks';
import type { Comment } from '../../lib/networks/contract';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { COMMENTS, PHOTO_COMMENTS, type StandComment, shownText } from '../stand/vk/comments';
import { PEOPLE } from '../stand/vk/people';
import { expect, THREAD, standTest as test } from './fixtures';
import { startReading } from './reading-engine';

// The reading engine alone in the real browser: what it gives is compared with what the practice
// pages were written from. The extension around it has tests of its own.

const open = async (page: Page, address = THREAD) => {
  await page.goto(address);
  await startReading(page);
};
const comments = (page: Page) => page.evaluate(() => window.reading.comments());
const calls = (page: Page) => page.evaluate(() => window.reading.calls);
const forget = (page: Page) =>
  page.evaluate(() => {
    window.reading.calls.length = 0;
  });

/** Opens all that is folded: further comments, further answers, the rest of long texts. */
async function unfold(page: Page): Promise<void> {
  for (const button of ['[data-testid="show_next_comments"]', '.branch__more']) {
    const more = page.locator(button).locator('visible=true');
    while ((await more.count()) > 0) {
      const label = await more.first().textContent();
      await more.first().click();
      await expect(more.first().and(page.getByText(label ?? '', { exact: true }))).toHaveCount(0);
    }
  }
  const cut = page.getByTestId('showmoretext-after');
  while ((await cut.count()) > 0) await cut.first().click();
}

function asRead(
  written: StandComment,
  kind: 'wall' | 'photo' = 'wall',
  item = 200,
): Omit<Comment, 'time'> {
  const { n, author, branch } = written;
  const thread = branch === undefined ? '' : `&thread=${branch}`;
  return {
    network: 'vk',
    id: `-100_${n}`,
    permalink: `https://vk.com/${kind}-100_${item}?reply=${n}${thread}`,
    author: PEOPLE[author].name,
    authorUrl: `https://vk.com${PEOPLE[author].path}`,
    parent: branch === undefined ? null : `-100_${branch}`,
    thread: kind === 'wall' ? `-100_${item}` : `photo-100_${item}`,
    text: shownText(written),
  };
}
const withoutTime = ({ time, ...rest }: Comment): Omit<Comment, 'time'> => {
  expect(time).not.toBe('');
  return rest;
};
/** All CSS in an adapter's data. */
function selectorsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { css, outside } = value as { css?: unknown; outside?: unknown };
  const own = [css, outside].filter((each) => typeof each === 'string');
  return [...own, ...Object.values(value).flatMap(selectorsOf)];
}
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

test('every comment of the thread is read as it was written', async ({ page }) => {
  await open(page);
  await unfold(page);
  await expect.poll(async () => (await comments(page)).length).toBe(COMMENTS.length);
  const expected = COMMENTS.map((comment) => asRead(comment)).sort(byId);
  await expect
    .poll(async () => (await comments(page)).map(withoutTime).sort(byId))
    .toEqual(expected);
});

test('the photo page in the older markup', async ({ page }) => {
  await open(page, 'https://vk.com/photo-100_300');
  const expected = PHOTO_COMMENTS.map((comment) => asRead(comment, 'photo', 300)).sort(byId);
  expect((await comments(page)).map(withoutTime).sort(byId)).toEqual(expected);
});

test('the mobile site', async ({ page }) => {
  await open(page, 'https://m.vk.com/wall-100_200');
  const expected = COMMENTS.map((comment) => {
    const read = asRead(comment);
    const mobile = (address: string) => address.replace('//vk.com', '//m.vk.com');
    return { ...read, permalink: mobile(read.permalink), authorUrl: mobile(read.authorUrl) };
  }).sort(byId);
  expect((await comments(page)).map(withoutTime).sort(byId)).toEqual(expected);
});

test('comments that come and change are read once each', async ({ page }) => {
  await open(page);
  await forget(page);
  const ids = await page.evaluate(() => window.stand.arrive(30));
  await expect.poll(() => calls(page)).toEqual(ids.map((id) => `read ${id}`));
  await forget(page);
  const [first = ''] = ids;
  await page.evaluate((id) => window.stand.edit(id, 'Передумал'), first);
  await expect.poll(() => calls(page)).toEqual([`read ${first}`]);
  const texts = (await comments(page)).filter(({ id }) => id === first).map(({ text }) => text);
  expect(texts).toEqual(['Передумал']);
});

test('the rest of a long comment is read when it is unfolded', async ({ page }) => {
  await open(page);
  const cut = page.getByTestId('showmoretext-after').first();
  const root = page.locator('[data-testid^="wall_comments_comment_"]').filter({ has: cut }).last();
  const id = await root.getAttribute('id');
  await forget(page);
  await cut.click();
  await expect.poll(() => calls(page)).toEqual([`read ${id}`]);
});

test('a list that re-uses its elements gives each comment under its own id', async ({ page }) => {
  await open(page, 'https://vk.com/wall-100_201?recycle');
  const seen = new Map<string, string>();
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, 700);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await expect
      .poll(() =>
        page.evaluate(() => {
          const shown = document.querySelectorAll('[data-testid^="wall_comments_comment_"][id]');
          const ids = new Set(window.reading.comments().map(({ id }) => id));
          return [...shown].every((root) => ids.has(root.id)) && shown.length === ids.size;
        }),
      )
      .toBe(true);
    for (const { id, text } of await comments(page)) {
      // The same id never carries two texts.
      expect(seen.get(id) ?? text).toBe(text);
      seen.set(id, text);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
});

test('pages change without loading', async ({ page }) => {
  await open(page);
  await page
    .getByRole('link', { name: /Верхние Ключи/ })
    .first()
    .click();
  await expect(page).not.toHaveURL(THREAD);
  await page.evaluate(() => window.reading.navigated());
  await page.goBack();
  await expect(page).toHaveURL(THREAD);
  await expect.poll(async () => (await comments(page)).length).toBeGreaterThan(30);
  for (const comment of await comments(page)) expect(comment.thread).toBe('-100_200');
});

test('a page whose own script throws at every change is read all the same', async ({ page }) => {
  await open(page, `${THREAD}?throw`);
  await forget(page);
  const ids = await page.evaluate(() => window.stand.arrive(3));
  await expect.poll(() => calls(page)).toEqual(ids.map((id) => `read ${id}`));
});

test('a comment of 100,000 characters is read whole', async ({ page }) => {
  await open(page, `${THREAD}?big`);
  const longest = Math.max(...(await comments(page)).map(({ text }) => text.length));
  expect(longest).toBeGreaterThanOrEqual(99_000);
});

test('5,000 comments are read, each once', async ({ page }) => {
  await page.goto(`${THREAD}?many=5000`);
  await expect
    .poll(() => page.locator('[data-testid^="wall_comments_comment_"]').count())
    .toBeGreaterThanOrEqual(5000);
  await startReading(page);
  const shown = await page.locator('[data-testid^="wall_comments_comment_"]').count();
  const told = await calls(page);
  expect(told.length).toBe(shown);
  expect(new Set(told).size).toBe(shown);
});

test('nothing is told after the end', async ({ page }) => {
  await open(page);
  await forget(page);
  await page.evaluate(() => window.reading.end());
  await page.evaluate(() => window.stand.arrive(3));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await calls(page)).toEqual([]);
});

test('every selector of every network is understood by the browser', async ({ page }) => {
  const css = NETWORK_IDS.flatMap((id) => selectorsOf(adapterOf(id)));
  expect(css.length).toBeGreaterThan(200);
  await page.goto(THREAD);
  const broken = await page.evaluate(
    (all) =>
      all.filter((selector) => {
        try {
          document.querySelector(selector);
          return false;
        } catch {
          return true;
        }
      }),
    css,
  );
  expect(broken).toEqual([]);
});
