import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Delivery, FLUSH_ALARM } from '../../lib/background/delivery';
import { putIntoOutbox } from '../../lib/messages/outbox';
import { openRegistry } from '../../lib/registry/database';
import { actionWith } from '../registry/records';

const put = () => putIntoOutbox({ type: 'action', action: actionWith() });
const waiting = async () =>
  Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith('outbox:'));

beforeEach(() => fakeBrowser.reset());
afterEach(async () => {
  vi.restoreAllMocks();
  const registry = openRegistry();
  await registry.entries.clear();
  await registry.log.clear();
});

test('what comes while a flush is running is taken by the same flush', async () => {
  const delivery = new Delivery();
  await put();
  const { entries } = openRegistry();
  // The first look at the ledger comes after the flush has listed what waits.
  vi.spyOn(entries, 'get').mockImplementationOnce((async () => {
    await put();
    void delivery.flush();
  }) as never);
  await delivery.flush();
  expect(await waiting()).toEqual([]);
  expect(await openRegistry().entries.count()).toBe(2);
});

test('what comes while a flush puts its alarm away is taken, too', async () => {
  const delivery = new Delivery();
  const clear = browser.alarms.clear.bind(browser.alarms);
  vi.spyOn(browser.alarms, 'clear').mockImplementationOnce((async (name: string) => {
    await put();
    void delivery.flush();
    return clear(name);
  }) as never);
  await delivery.flush();
  expect(await waiting()).toEqual([]);
  expect(await openRegistry().entries.count()).toBe(1);
});

test('a registry that refuses leaves the record waiting and asks to be woken', async () => {
  const delivery = new Delivery();
  const refusing = vi
    .spyOn(openRegistry().entries, 'get')
    .mockRejectedValue(new Error('QuotaExceededError'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await put();
  await delivery.flush();
  expect(await waiting()).toHaveLength(1);
  expect(await browser.alarms.get(FLUSH_ALARM)).toBeTruthy();
  refusing.mockRestore();
  await delivery.flush();
  expect(await waiting()).toEqual([]);
  expect(await browser.alarms.get(FLUSH_ALARM)).toBeFalsy();
});

test('a direct delivery empties the outbox and is one entry with the outbox’s own copy', async () => {
  const delivery = new Delivery();
  const action = actionWith();
  await putIntoOutbox({ type: 'action', action });
  await Promise.all([delivery.flush(), delivery.deliver({ type: 'action', action })]);
  expect(await waiting()).toEqual([]);
  expect(await openRegistry().entries.count()).toBe(1);
});

test('what comes while the alarm is being cleared is not left behind', async () => {
  const delivery = new Delivery();
  vi.spyOn(browser.alarms, 'clear').mockImplementationOnce((async () => {
    await put();
    void delivery.flush();
    return true;
  }) as never);
  await delivery.flush();
  expect(await waiting()).toEqual([]);
  expect(await openRegistry().entries.count()).toBe(1);
});

test('a worker that dies while it takes records in has asked to be woken', async () => {
  const delivery = new Delivery();
  await put();
  // Never answered: the worker is gone at this line.
  vi.spyOn(openRegistry().entries, 'get').mockImplementation(
    () => new Promise(() => undefined) as never,
  );
  void delivery.flush();
  await expect.poll(() => browser.alarms.get(FLUSH_ALARM)).toBeTruthy();
  expect(await waiting()).toHaveLength(1);
});

test('a registry that was lost under a running worker goes on as another device', async () => {
  const delivery = new Delivery();
  const registry = openRegistry();
  await delivery.deliver({ type: 'action', action: actionWith() });
  const [first] = await registry.entries.toArray();
  await registry.entries.clear();
  await registry.identity.clear();
  await delivery.deliver({ type: 'action', action: actionWith() });
  const [second] = await registry.entries.toArray();
  expect(second?.device).not.toBe(first?.device);
  expect(second?.seq).toBe(1);
});

test('what was set aside goes by the term of the entries, and sooner where it names an erased person', async () => {
  const delivery = new Delivery();
  const now = Date.UTC(2026, 10, 24);
  const about = (url: string) => ({ record: { action: { authorUrl: url, id: 1 } }, reason: 'id' });
  await browser.storage.local.set({
    'rejected:old': { ...about('https://vk.com/id9'), time: '2020-01-01T00:00:00.000Z' },
    'rejected:before-times-were-kept': about('https://vk.com/id9'),
    'rejected:hers': { ...about('https://m.vk.com/id5?from=x'), time: '2026-11-01T00:00:00.000Z' },
    'rejected:other': { ...about('https://vk.com/id57'), time: '2026-11-01T00:00:00.000Z' },
  });
  const left = async () =>
    Object.keys(await browser.storage.local.get(null))
      .filter((key) => key.startsWith('rejected:'))
      .sort();
  await delivery.eraseExpired(now);
  expect(await left()).toEqual([
    'rejected:before-times-were-kept',
    'rejected:hers',
    'rejected:other',
  ]);
  await delivery.erasePerson('vk:https://vk.com/id5');
  expect(await left()).toEqual(['rejected:before-times-were-kept', 'rejected:other']);
  // Its term is counted from the day on which it was first seen without one.
  await delivery.eraseExpired(Date.UTC(2029, 11, 1));
  expect(await left()).toEqual([]);
  // All authors without an address would go with one of them.
  await expect(delivery.erasePerson('vk:')).rejects.toThrow();
});
