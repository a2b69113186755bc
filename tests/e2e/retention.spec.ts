import type { Worker } from '@playwright/test';
import { expect, test } from './fixtures';
import { action, hand } from './log-records';
import { RegistryReader } from './registry';

interface Alarm {
  periodInMinutes?: number;
  /** Milliseconds since the epoch, by the real clock. */
  scheduledTime: number;
}

interface ExtensionWorld {
  chrome: {
    alarms: {
      get(name: string): Promise<Alarm | undefined>;
      create(name: string, when: object): Promise<void>;
    };
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** For the worker so many days go by at once; its daily alarm rings as it will ring then. */
async function letDaysPass(worker: Worker, days: number): Promise<void> {
  await worker.evaluate(async (milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
    const { alarms } = (globalThis as unknown as ExtensionWorld).chrome;
    await alarms.create('retention', { delayInMinutes: 0.01, periodInMinutes: 24 * 60 });
  }, days * DAY_MS);
}

test('personal data go by themselves when their time is over, and the chain holds', async ({
  openDashboard,
  worker,
  context,
  extensionId,
}) => {
  const daily = () =>
    worker.evaluate(() => (globalThis as unknown as ExtensionWorld).chrome.alarms.get('retention'));
  // Nobody has asked for it: the alarm is there from the first start.
  await expect.poll(async () => (await daily())?.periodInMinutes).toBe(24 * 60);
  const year = 365 * DAY_MS;
  await hand(worker, [
    action(1, { time: new Date(Date.now() - year).toISOString(), note: 'звонил дважды' }),
    action(2, { author: 'Анна Ли', authorUrl: 'https://vk.com/id7' }),
  ]);
  const reader = new RegistryReader(context, extensionId);
  await reader.hasEntries(2);

  // The default is three years: after one more the older record is two years old and stays.
  await letDaysPass(worker, 365);
  const rangAgo = async () => ((await daily())?.scheduledTime ?? 0) - Date.now();
  await expect.poll(rangAgo, { timeout: 20_000 }).toBeGreaterThan(DAY_MS / 2);
  expect((await reader.entries()).map(({ author }) => author).sort()).toEqual([
    'Анна Ли',
    'Пётр Синицын',
  ]);
  // After two more it is four years old, and the younger one three years and some.
  await letDaysPass(worker, 365 + 300);
  await expect
    .poll(async () => (await reader.entries()).map(({ author }) => author).sort())
    .toEqual(['', 'Анна Ли']);
  expect(JSON.stringify(await reader.entries())).not.toMatch(/Синицын|звонил|id5/);

  const page = await openDashboard('/log');
  await expect(page.getByText('личные данные стёрты по сроку')).toBeVisible();
  await page.getByRole('link', { name: 'Сохранность' }).click();
  await page.getByRole('button', { name: 'Проверить журнал' }).click();
  await expect(page.getByText('Журнал цел: 2 записи, все на своих местах.')).toBeVisible();
});
