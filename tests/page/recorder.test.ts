// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Recorder } from '../../lib/page/recorder';
import type { OutboxRecord } from '../../lib/registry/schema';
import { actionWith } from '../registry/records';

const full = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
const record = (): OutboxRecord => ({ type: 'action', action: actionWith() });

let told: [number, string | null][];
let recorder: Recorder;

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  fakeBrowser.runtime.id = 'vakhta';
  told = [];
  recorder = new Recorder({ onWaiting: (held, why) => told.push([held.length, why]) });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const leaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

test('the outbox has the record before anything else is asked', async () => {
  const one = record();
  await recorder.record(one);
  const stored = await browser.storage.local.get(null);
  expect(Object.values(stored)).toEqual([one]);
  expect(told).toEqual([]);
});

test('with a full disk and no background the record is held, the operator told, leaving asked', async () => {
  const set = vi.spyOn(browser.storage.local, 'set').mockImplementation(full);
  let safe = false;
  void recorder.record(record()).then(() => {
    safe = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([[1, 'full']]);
  expect(leaving()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(safe).toBe(false);
  set.mockRestore();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(safe).toBe(true);
  expect(told.at(-1)).toEqual([0, null]);
  expect(leaving()).toBe(false);
});

test('two held records are counted, and the line goes when the last one is safe', async () => {
  const set = vi.spyOn(browser.storage.local, 'set').mockImplementation(full);
  void recorder.record(record());
  void recorder.record(record());
  await vi.advanceTimersByTimeAsync(0);
  expect(told.at(-1)).toEqual([2, 'full']);
  set.mockRestore();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told.at(-1)).toEqual([0, null]);
  expect(Object.keys(await browser.storage.local.get(null))).toHaveLength(2);
});

test('a background that never answers does not hold up what the outbox has', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(() => new Promise(() => undefined));
  let safe = false;
  void recorder.record(record()).then(() => {
    safe = true;
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(safe).toBe(true);
  expect(told).toEqual([]);
});

test('when the extension is gone the record stays held and leaving is asked', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(
    new Error('Extension context invalidated.'),
  );
  fakeBrowser.runtime.id = undefined as never;
  void recorder.record(record());
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([[1, 'gone']]);
  expect(leaving()).toBe(true);
});
