import { CONVERSATIONS } from '../stand/vk/conversations';
import { expect, test } from './fixtures';
import { Overlay } from './overlay';
import { RegistryReader } from './registry';

// Messages to a community: read, judged and recorded like comments. The practice conversation with
// Stepan has an insult, a threat and foul language, and answers of the community in between.

const STEPAN = 'https://vk.com/gim100/convo/1040';
const written = CONVERSATIONS.find(({ peer }) => peer === 'stepan')?.messages ?? [];
const INSULT = written.find(({ expect: criterion }) => criterion === 'insult');

test('an operator works through messages to the community', async ({
  openThread,
  openPanel,
  openDashboard,
  context,
  extensionId,
}) => {
  if (!INSULT) throw new Error('the practice conversation has no insult');
  const page = await openThread(STEPAN);
  const overlay = await Overlay.of(page);
  const keys = async () =>
    (await overlay.all('.chip')).map(({ attributes }) => attributes['data-key']).sort();
  const expected = written
    .filter(({ expect: criterion }) => criterion !== null)
    .map(({ n }) => `gim100_1040 1040_${n}`);
  // Complaints stay, answers of the community are nobody's business, and so is the list of chats.
  await expect.poll(keys).toEqual(expected.sort());
  expect((await overlay.one('.chip', 'Оскорбление')).title).toMatch(/^Сообщение: /);

  const panel = await openPanel(page);
  await expect(panel.getByRole('article')).toContainText(`сообщение · ${INSULT.day}`);
  await panel.close();

  // Vakhta opens the menu at the operator's key; what is in it the operator presses.
  await page.bringToFront();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyM');
  await page.getByRole('menuitem', { name: 'Удалить', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
  await overlay.one('.toast', 'Удалено сообщение: Степан Бирюков');
  const [entry] = await new RegistryReader(context, extensionId).hasEntries(1);
  expect(entry).toMatchObject({
    kind: 'delete',
    subject: 'message',
    origin: 'native',
    account: '-100',
    thread: 'gim100_1040',
    commentId: `1040_${INSULT.n}`,
    permalink: STEPAN,
    author: 'Степан Бирюков',
    authorUrl: 'https://vk.com/id1040',
    text: INSULT.text,
    criterion: 'insult',
  });
  expect(entry?.commentTime).toBe(`${INSULT.day}, ${INSULT.time}`);

  const log = await openDashboard('/log');
  await expect(log.getByRole('row').filter({ hasText: 'сообщение удалено' })).toHaveCount(1);
});

test('the operator’s own letters are not read', async ({ openThread, openPopup }) => {
  const page = await openThread('https://vk.com/im/convo/1040');
  await expect(page.getByRole('list', { name: 'Сообщения' })).toContainText(INSULT?.text ?? '');
  const popup = await openPopup(page);
  await expect(popup.getByText('На этой странице комментариев нет')).toBeVisible();
});
