import { EDITORS, PARAGRAPHS } from '../stand/editors/text';
import { expect, type Neighbour, test } from './neighbours';

/** What the author sees and can do while a draft is checked, in editors of other makers. */

const ORIGINAL = PARAGRAPHS.join('\n');
const EVENT = 'Осуществляется проведение мероприятия';
const HOLIDAY = 'в связи с праздником';
const CLEANING = 'осуществляется уборка';

const expectMarks = (neighbour: Neighbour, words: string[]) =>
  expect.poll(() => neighbour.marked()).toEqual(words);
const expectShown = (neighbour: Neighbour, css: string, texts: (string | RegExp)[]) =>
  expect
    .poll(() => neighbour.shown(css))
    .toEqual(texts.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text))));

for (const name of EDITORS) {
  test(`${name}: marks, a card by click, a replacement, undo`, async ({ checked }) => {
    const neighbour = await checked(name);
    const { page } = neighbour;
    await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);

    await neighbour.clickWords(EVENT);
    await expectShown(neighbour, '.tip .phrase', [`«${EVENT}»`]);
    await neighbour.press('.tip .choice');
    await expect.poll(neighbour.model).toBe(ORIGINAL.replace(EVENT, 'Проходит праздник'));
    await expectMarks(neighbour, [HOLIDAY, CLEANING]);
    await expectShown(neighbour, '.tip', []);

    await page.keyboard.press('Control+z');
    await expect.poll(neighbour.model).toBe(ORIGINAL);
    await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  });

  test(`${name}: the keys walk, accept and ignore without leaving the editor`, async ({
    checked,
  }) => {
    const neighbour = await checked(name);
    const { page, world } = neighbour;
    await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
    await page.keyboard.press('Control+Home');

    await page.keyboard.press('Alt+j');
    await expectShown(neighbour, '.tip .phrase', [`«${EVENT}»`]);
    await page.keyboard.press('Alt+j');
    await expectShown(neighbour, '.tip .phrase', [`«${HOLIDAY}»`]);
    await page.keyboard.press('Alt+Enter');
    await expect.poll(neighbour.model).toBe(ORIGINAL.replace(HOLIDAY, 'к празднику'));
    await expectMarks(neighbour, [EVENT, CLEANING]);

    await page.keyboard.press('Alt+j');
    await expectShown(neighbour, '.tip .phrase', [`«${EVENT}»`]);
    await page.keyboard.press('Alt+i');
    await expectMarks(neighbour, [CLEANING]);
    await expectShown(neighbour, '.tip', []);
    expect(await world.ask('harness.selection()')).toEqual({ start: 0, end: 0 });
  });
}

test('the word at the cursor is never marked, the one before it is', async ({ checked }) => {
  const neighbour = await checked('plain');
  const { page, world } = neighbour;
  await page.keyboard.type(' Будет мероприятие');
  await expect
    .poll(() => world.ask<{ text: string } | null>('harness.panel()').then((draft) => draft?.text))
    .toBe(`${ORIGINAL} Будет мероприятие`);
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await page.keyboard.type(' ');
  await expectMarks(neighbour, [EVENT, HOLIDAY, 'мероприятие', CLEANING]);
});

test('the card follows the keyboard: Tab goes in, Escape brings back', async ({ checked }) => {
  const neighbour = await checked('plain');
  const { page, world } = neighbour;
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+j');
  await expectShown(neighbour, '.tip .sample', [/Проходит праздник сегодня\.$/]);
  await page.keyboard.press('Tab');
  expect(await world.ask('harness.focused()')).toContain('Проходит праздник');
  await page.keyboard.press('Tab');
  await expectShown(neighbour, '.tip .sample', [/Идёт праздник сегодня\.$/]);
  await page.keyboard.press('Escape');
  await expectShown(neighbour, '.tip', []);
  await page.keyboard.type('Да! ');
  await expect.poll(neighbour.model).toBe(`Да! ${ORIGINAL}`);
});

test('resting on a mark opens the card, leaving closes it, typing is left alone', async ({
  checked,
}) => {
  const neighbour = await checked('plain');
  const { page, world } = neighbour;
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  const at = await world.ask<{ x: number; y: number }>(
    `harness.wordsAt(${JSON.stringify(CLEANING)})`,
  );
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  await expectShown(neighbour, '.tip .phrase', [`«${CLEANING}»`]);
  await expectShown(neighbour, '.tip .sample', [/Было.*Стало/]);
  await page.mouse.move(2, 2);
  await expectShown(neighbour, '.tip', []);
  await page.keyboard.type(' Ура');
  await expect.poll(neighbour.model).toBe(`${ORIGINAL} Ура`);
});

test('marks of a form field follow it when it is scrolled', async ({ checked }) => {
  const neighbour = await checked('textarea');
  const { page } = neighbour;
  await page.keyboard.type(`${'\nстрока'.repeat(12)}\nЭто ${HOLIDAY}, друзья! `);
  await expectMarks(neighbour, [EVENT, HOLIDAY, HOLIDAY, CLEANING]);
  await page.locator('textarea').evaluate((field) => field.scrollTo(0, 0));
  await neighbour.clickWords(CLEANING);
  await expectShown(neighbour, '.tip .phrase', [`«${CLEANING}»`]);
  await page.keyboard.press('Escape');
  await page.locator('textarea').evaluate((field) => field.scrollTo(0, field.scrollHeight));
  // The first one is above the field's edge now; the words that are seen are the last ones.
  await expect
    .poll(() => neighbour.world.ask(`harness.isSeen(${JSON.stringify(CLEANING)})`))
    .toBe(false);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+j');
  await expectShown(neighbour, '.tip .place', ['1 из 4']);
  await expect
    .poll(() => neighbour.world.ask(`harness.isSeen(${JSON.stringify(EVENT)})`))
    .toBe(true);
});

test('a pasted book is left alone', async ({ checked }) => {
  const neighbour = await checked('textarea');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await neighbour.page.keyboard.insertText('Слово за слово. '.repeat(1_300));
  await expectMarks(neighbour, []);
  await expectShown(neighbour, '.pill', []);
});

test('the pill counts, lists and turns calm when nothing is left', async ({ checked }) => {
  const neighbour = await checked('plain');
  const { page } = neighbour;
  await expectShown(neighbour, '.pill .left', ['3']);
  await neighbour.press('.pill');
  await expectShown(neighbour, '.tips li .words', [
    `${EVENT}Проходит праздник`,
    `${HOLIDAY}к празднику`,
    CLEANING,
  ]);
  await neighbour.press('.tips li:nth-child(2) button');
  await expectShown(neighbour, '.tip .phrase', [`«${HOLIDAY}»`]);

  for (let left = 3; left > 0; left -= 1) {
    await expectShown(neighbour, '.pill .left', [String(left)]);
    await page.keyboard.press('Alt+i');
  }
  await expectShown(neighbour, '.pill[data-clean]', [/^\d+$/]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expectShown(neighbour, '.pill', []);
});

test('a rule that was turned off comes back at one press', async ({ checked }) => {
  const neighbour = await checked('plain');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await neighbour.clickWords(HOLIDAY);
  await neighbour.press('.tip .foot button:nth-child(2)');
  await expectMarks(neighbour, [EVENT, CLEANING]);
  await neighbour.press('.word button');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
});

test('a screen reader is told what everything is', async ({ checked }) => {
  const neighbour = await checked('plain');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await neighbour.page.keyboard.press('Control+Home');
  await neighbour.page.keyboard.press('Alt+j');
  await expectShown(neighbour, '.tip .phrase', [`«${EVENT}»`]);
  await expectShown(neighbour, '[aria-live]', [/^Совет 1 из 3: .* Alt\+⏎ — заменить на/]);

  const protocol = await neighbour.page.context().newCDPSession(neighbour.page);
  const { nodes } = await protocol.send('Accessibility.getFullAXTree');
  const named = (role: string) =>
    nodes
      .filter((node) => !node.ignored && node.role?.value === role)
      .map((node) => String(node.name?.value ?? ''));
  expect(named('dialog')).toEqual(['Совет по тексту']);
  expect(named('button')).toEqual(
    expect.arrayContaining([
      'Закрыть',
      'Заменить на «Проходит праздник»',
      'Заменить на «Идёт праздник»',
      'Больше не предлагать',
      'Текст: 54 из 100, 3 совета. Открыть список',
    ]),
  );
  expect(named('button')).not.toContain('');
});

test('nothing of the page is changed or moved, and nothing is left behind', async ({ editor }) => {
  const neighbour = await editor('plain');
  const { page, world } = neighbour;
  const look = () =>
    page.evaluate(() => ({
      markup: document.body.outerHTML,
      boxes: Array.from(document.body.querySelectorAll('*'), (element) =>
        JSON.stringify(element.getBoundingClientRect()),
      ),
    }));
  const children = () => page.evaluate(() => document.documentElement.childElementCount);
  const before = await look();
  const count = await children();
  await world.ask('harness.start()');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await expectShown(neighbour, '.pill .left', ['3']);
  expect(await look()).toEqual(before);

  await world.ask('harness.stop()');
  expect(await world.ask('harness.marked()')).toEqual({});
  expect(await children()).toBe(count);
  expect(await look()).toEqual(before);
});

test('an editor that refuses the words is not forced, and the author hears of it', async ({
  checked,
}) => {
  const neighbour = await checked('plain');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await neighbour.page.evaluate(() => {
    document
      .querySelector('.editor')
      ?.addEventListener('beforeinput', (event) => event.preventDefault());
  });
  await neighbour.clickWords(HOLIDAY);
  await neighbour.press('.tip .choice');
  await expectShown(neighbour, '.word', [/не принял замену/]);
  expect(await neighbour.model()).toBe(ORIGINAL);
});

test('an editor that is drawn anew goes on being checked, with what was ignored', async ({
  checked,
}) => {
  const neighbour = await checked('plain');
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  await neighbour.page.keyboard.press('Control+Home');
  await neighbour.page.keyboard.press('Alt+i');
  await expectMarks(neighbour, [HOLIDAY, CLEANING]);
  await neighbour.page.evaluate(() => {
    const editor = document.querySelector('.editor');
    const anew = editor?.cloneNode(true);
    if (anew) editor?.replaceWith(anew);
  });
  await expectMarks(neighbour, [HOLIDAY, CLEANING]);
});

test('the panel replaces words only where they stand', async ({ checked }) => {
  const neighbour = await checked('lexical');
  const { world } = neighbour;
  await expectMarks(neighbour, [EVENT, HOLIDAY, CLEANING]);
  const at = ORIGINAL.indexOf(HOLIDAY);
  const replace = (words: string) =>
    world.ask<boolean>(
      `harness.draft().replace(${at}, ${at + HOLIDAY.length}, ${JSON.stringify(words)}, 'к празднику')`,
    );
  expect(await replace('других слов нет здесь')).toBe(false);
  expect(await neighbour.model()).toBe(ORIGINAL);
  await expectShown(neighbour, '.word', [/уже нет/]);
  expect(await replace(HOLIDAY)).toBe(true);
  expect(await neighbour.model()).toBe(ORIGINAL.replace(HOLIDAY, 'к празднику'));
});

test.describe('publishing', () => {
  test('is recorded once the page shows the post, with the score of that moment', async ({
    checked,
  }) => {
    const { page, world } = await checked('lexical');
    await page.locator('#publish').click();
    const recorded = () => world.ask<unknown[]>('harness.records()');
    await expect.poll(recorded).toHaveLength(1);
    expect(await recorded()).toEqual([
      {
        type: 'publication',
        publication: expect.objectContaining({
          kind: 'post',
          text: ORIGINAL,
          postId: '-100_201',
          account: '-100',
          score: 54,
          remarks: 3,
        }),
      },
    ]);
    await page.locator('#publish').click();
    await expect.poll(recorded).toHaveLength(2);
  });

  test('a script that presses the button records nothing', async ({ checked }) => {
    const { page, world } = await checked('plain');
    await page.evaluate(() => document.querySelector<HTMLElement>('#publish')?.click());
    await expect(page.locator('article')).toHaveCount(1);
    // A real one afterwards proves that the watch was awake all the time.
    await page.locator('#publish').click();
    await expect.poll(() => world.ask<unknown[]>('harness.records()')).toHaveLength(1);
  });

  test('what the network refuses is not recorded', async ({ checked }) => {
    test.slow();
    const neighbour = await checked('plain', '?publish=no');
    await neighbour.page.locator('#publish').click();
    await expect
      .poll(() => neighbour.shown('.word'), { timeout: 30_000 })
      .toEqual([expect.stringContaining('Не вижу этого поста')]);
    expect(await neighbour.world.ask('harness.records()')).toEqual([]);
  });
});
