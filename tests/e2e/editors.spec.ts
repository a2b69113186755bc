import type { Page } from '@playwright/test';
import type { IsolatedWorld } from '../stand/editors/isolated';
import { EDITORS, PARAGRAPHS } from '../stand/editors/text';
import { expect, test } from './neighbours';

/**
 * The way a replacement goes into editors of other makers: what stands on the screen, what the editor
 * would publish and what undo brings back must agree.
 */
const ORIGINAL = PARAGRAPHS.join('\n');
const replace = (world: IsolatedWorld, words: string, by: string) =>
  world.ask<string>(`harness.replace(${JSON.stringify(words)}, ${JSON.stringify(by)})`);
const agree = async (page: Page, world: IsolatedWorld, text: string) => {
  await expect.poll(() => page.evaluate(() => window.model())).toBe(text);
  expect(await world.ask<string>('harness.text()')).toBe(text);
};
const focusEnd = async (page: Page) => {
  const editor = page.locator('[contenteditable="true"], textarea');
  await editor.click();
  await page.keyboard.press('Control+End');
};

for (const name of EDITORS) {
  test.describe(name, () => {
    test('replaces at the start, in the middle, after an emoji and with ё', async ({ editor }) => {
      for (const [words, by] of [
        ['Осуществляется проведение мероприятия', 'Проходит праздник'],
        ['мероприятия', 'встречи'],
        ['в связи с праздником', 'к празднику'],
        ['Всё ещё осуществляется уборка', 'Убираем ещё'],
      ] as const) {
        const { page, world } = await editor(name);
        const changed = ORIGINAL.replace(words, by);
        await focusEnd(page);

        expect(await replace(world, words, by)).toBe('done');
        await agree(page, world, changed);

        // The cursor stays where the author was writing, and writing goes on.
        await page.keyboard.type(' Ждём!');
        await agree(page, world, `${changed} Ждём!`);
      }
    });

    test('undo brings the words back', async ({ editor }) => {
      const { page, world } = await editor(name);
      await focusEnd(page);
      expect(await replace(world, 'мероприятия', 'встречи')).toBe('done');
      await agree(page, world, ORIGINAL.replace('мероприятия', 'встречи'));
      await page.keyboard.press('Control+z');
      await agree(page, world, ORIGINAL);
    });

    test('two replacements one after the other', async ({ editor }) => {
      const { page, world } = await editor(name);
      await focusEnd(page);
      expect(await replace(world, 'Осуществляется проведение', 'Проходят')).toBe('done');
      expect(await replace(world, 'в связи с праздником', 'к празднику')).toBe('done');
      await agree(
        page,
        world,
        ORIGINAL.replace('Осуществляется проведение', 'Проходят').replace(
          'в связи с праздником',
          'к празднику',
        ),
      );
    });

    test('a selection is kept, moved with its words', async ({ editor }) => {
      const { page, world } = await editor(name);
      await focusEnd(page);
      const start = ORIGINAL.indexOf('праздником');
      await world.ask(`harness.select(${start}, ${start + 'праздником'.length})`);
      expect(await replace(world, 'мероприятия', 'дня')).toBe('done');
      const shift = 'дня'.length - 'мероприятия'.length;
      expect(await world.ask('harness.selection()')).toEqual({
        start: start + shift,
        end: start + shift + 'праздником'.length,
      });
    });

    test('the space before the cursor stays before it', async ({ editor }) => {
      const { page, world } = await editor(name);
      await focusEnd(page);
      await page.keyboard.type(' Ждём ');
      expect(await replace(world, 'мероприятия', 'встречи')).toBe('done');
      await page.keyboard.type('всех');
      const changed = `${ORIGINAL.replace('мероприятия', 'встречи')} Ждём всех`;
      await expect
        .poll(async () => (await page.evaluate(() => window.model())).replaceAll('\u00a0', ' '))
        .toBe(changed);
    });

    test('an emptied editor takes a text of several lines whole, and one types on', async ({
      editor,
    }) => {
      const { page, world } = await editor(name);
      const fill = (text: string) => world.ask<string>(`harness.fill(${JSON.stringify(text)})`);
      expect(await fill('Каток.')).toBe('stale');
      await focusEnd(page);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await fill('Каток открыт 🎄\n\nПриходите с детьми.')).toBe('done');
      await page.keyboard.type(' Ждём!');
      // The plain one has no model but its blocks, and an emptied first line is none.
      const model = () =>
        name === 'plain'
          ? world.ask<string>('harness.text()')
          : page.evaluate(() => window.model());
      const words = async () => (await model()).replace(/\s+/g, ' ').trim();
      await expect.poll(words).toBe('Каток открыт 🎄 Приходите с детьми. Ждём!');
      expect(await world.ask('harness.text()')).toMatch(/🎄\s*\n\s*Приходите/);
    });

    test('nothing is touched when the words are not there any more', async ({ editor }) => {
      const { page, world } = await editor(name);
      expect(await replace(world, 'таких слов нет', 'совсем')).toBe('stale');
      await agree(page, world, ORIGINAL);
    });
  });
}

test('an emoji that the page draws as an image stays where it is', async ({ editor }) => {
  const { page, world } = await editor('plain');
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.alt = '🎄';
    image.width = image.height = 16;
    const line = document.querySelector('.editor div');
    line?.prepend(image, ' ');
  });
  await focusEnd(page);
  expect(await replace(world, 'Осуществляется проведение мероприятия', 'Проходит праздник')).toBe(
    'done',
  );
  expect(await world.ask('harness.text()')).toMatch(/^🎄 Проходит праздник сегодня\./);
  expect(await page.locator('.editor img').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => world.ask('harness.text()')).toBe(`🎄 ${ORIGINAL}`);
});
