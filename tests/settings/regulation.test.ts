import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KUZBASS } from '../../lib/regulation/profile';
import { loadRegulation, storeRegulation, watchRegulation } from '../../lib/settings/regulation';

beforeEach(() => fakeBrowser.reset());

test('the built-in profile holds until there is a copy, and again after it is taken away', async () => {
  expect(await loadRegulation()).toEqual({
    profile: KUZBASS,
    own: false,
    fixed: false,
    faults: null,
  });
  const seen: string[] = [];
  const stop = watchRegulation(({ profile }) => seen.push(profile.title));
  const own = { ...KUZBASS, title: 'Свой' };
  await storeRegulation(own);
  expect(await loadRegulation()).toEqual({ profile: own, own: true, fixed: false, faults: null });
  await storeRegulation(null);
  expect((await loadRegulation()).own).toBe(false);
  stop();
  expect(seen).toEqual(['Свой', KUZBASS.title]);
});

test('a copy that cannot be used stays stored, and what is wrong with it is told', async () => {
  const broken = { ...KUZBASS, retentionMonths: 'вечно' };
  await browser.storage.local.set({ regulation: broken });
  expect(await loadRegulation()).toEqual({
    profile: KUZBASS,
    own: false,
    fixed: false,
    faults: [{ path: ['retentionMonths'], reason: 'type', value: 'вечно' }],
  });
  expect(await browser.storage.local.get('regulation')).toEqual({ regulation: broken });
});
