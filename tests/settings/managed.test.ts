import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CRITERIA } from '../../lib/moderation/contract';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { printProfile } from '../../lib/regulation/check';
import { KUZBASS } from '../../lib/regulation/profile';
import {
  keepManaged,
  loadManaged,
  MANAGED_NAMES,
  readManaged,
  UNMANAGED,
} from '../../lib/settings/managed';
import { loadRegulation, storeRegulation, watchRegulation } from '../../lib/settings/regulation';
import {
  askSettings,
  changeSettings,
  loadSettings,
  watchSettings,
} from '../../lib/settings/settings';

const schema = JSON.parse(
  readFileSync(new URL('../../public/managed-storage.schema.json', import.meta.url), 'utf8'),
);
const OWN_PROFILE = { ...KUZBASS, id: 'tomsk', title: 'Томская область' };
const POLICY = {
  organisation: 'Администрация города',
  regulation: printProfile(OWN_PROFILE),
  networks: ['vk', 'ok'],
  criteria: { drugs: false },
  probable: false,
  draftCheck: true,
  retentionMonths: 12,
  maskExports: true,
  firstDay: false,
};
const fix = (policy: object) => fakeBrowser.storage.managed.set(policy as Record<string, unknown>);

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('the schema that browsers are given', () => {
  test('names what Vakhta reads, with the same choices', () => {
    const { properties } = schema;
    expect(Object.keys(properties).sort()).toEqual([...MANAGED_NAMES].sort());
    expect(new Set(properties.networks.items.enum)).toEqual(new Set(NETWORK_IDS));
    expect(new Set(Object.keys(properties.criteria.properties))).toEqual(new Set(CRITERIA));
  });

  test('takes the policy that Vakhta takes', () => {
    const { $schema: _, ...body } = schema;
    expect(new Ajv({ strict: false }).validate(body, POLICY)).toBe(true);
    expect(readManaged(POLICY).faulty).toEqual([]);
    expect(Object.keys(readManaged(POLICY).values).sort()).toEqual([...MANAGED_NAMES].sort());
  });
});

describe('what a policy gives', () => {
  test('nothing fixes nothing', () => {
    expect(readManaged(undefined)).toEqual(UNMANAGED);
    expect(readManaged({})).toEqual(UNMANAGED);
  });

  test('a value that is not understood is named and costs no other', () => {
    const read = readManaged({
      retentionMonths: 0,
      regulation: '{}',
      maskExports: false,
      networks: ['tiktok'],
      typo: 1,
      probable: true,
    });
    expect(read.values).toEqual({ probable: true });
    expect(read.faulty).toEqual([
      'retentionMonths',
      'regulation',
      'maskExports',
      'networks',
      'typo',
    ]);
  });

  test('a profile may be an object too', () => {
    expect(readManaged({ regulation: OWN_PROFILE }).values.regulation?.id).toBe('tomsk');
  });

  test('a browser without such a storage is one without a policy', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    expect(await loadManaged()).toEqual(UNMANAGED);
  });
});

describe('settings under a policy', () => {
  test('hold what is fixed, and what the operator had comes back without it', async () => {
    await changeSettings({ retentionMonths: 48, pausedHosts: ['vk.com', 'x.com'] });
    await fix(POLICY);
    const fixed = await loadSettings();
    expect(fixed).toMatchObject({ probable: false, retentionMonths: 12 });
    expect(fixed.criteria).toMatchObject({ drugs: false, spam: true });
    expect(fixed.pausedHosts).toEqual(expect.arrayContaining(['vk.com', 'x.com', 'instagram.com']));
    expect(fixed.pausedHosts).not.toContain('ok.ru');

    const { criteria, pausedHosts } = fixed;
    const after = await changeSettings({
      operator: 'Анна',
      probable: true,
      retentionMonths: 1,
      criteria: { ...criteria, drugs: true, spam: false },
      pausedHosts: pausedHosts.filter((host) => host !== 'vk.com' && host !== 'x.com'),
    });
    expect(after).toMatchObject({ operator: 'Анна', probable: false, retentionMonths: 12 });
    expect(after.criteria).toMatchObject({ drugs: false, spam: false });
    expect(after.pausedHosts).toContain('x.com');
    expect(after.pausedHosts).not.toContain('vk.com');

    await fakeBrowser.storage.managed.clear();
    expect(await loadSettings()).toMatchObject({
      operator: 'Анна',
      probable: true,
      retentionMonths: 48,
      pausedHosts: ['x.com'],
    });
    expect((await loadSettings()).criteria).toMatchObject({ drugs: true, spam: false });
  });

  test('a policy that comes meanwhile is told like a change', async () => {
    const seen: number[] = [];
    const titles: string[] = [];
    keepManaged();
    const stops = [
      watchSettings(({ retentionMonths }) => seen.push(retentionMonths)),
      watchRegulation(({ profile }) => titles.push(profile.title)),
    ];
    await fix({ retentionMonths: 6, regulation: OWN_PROFILE });
    await expect.poll(() => seen).toContain(6);
    await expect.poll(() => titles).toContain('Томская область');
    await fix({ retentionMonths: 7 });
    await expect.poll(() => seen).toContain(7);
    for (const stop of stops) stop();
    await fix({ retentionMonths: 8 });
    await expect.poll(async () => (await loadManaged()).values.retentionMonths).toBe(8);
    expect(seen).not.toContain(8);
  });

  test('that the browser told once holds at once after a start, however late it answers', async () => {
    await fix({ retentionMonths: 6 });
    keepManaged();
    await expect
      .poll(async () => (await fakeBrowser.storage.local.get('policy')).policy)
      .toEqual({
        retentionMonths: 6,
      });
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(
      () => new Promise(() => undefined),
    );
    expect(await loadSettings()).toMatchObject({ retentionMonths: 6 });
  });

  test('that the browser has not told yet holds nobody up, and holds once it is told', async () => {
    const seen: number[] = [];
    const stop = watchSettings(({ retentionMonths }) => seen.push(retentionMonths));
    let tell: (policy: Record<string, unknown>) => void = () => undefined;
    const answer = new Promise<Record<string, unknown>>((resolve) => {
      tell = resolve;
    });
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => answer);
    keepManaged();
    expect(await loadSettings()).toMatchObject({ retentionMonths: 36 });
    tell({ retentionMonths: 6 });
    await expect.poll(() => seen).toEqual([6]);
    stop();
  });

  test('that fixes nothing is no change when it is told first', async () => {
    const seen: number[] = [];
    const stop = watchSettings(({ retentionMonths }) => seen.push(retentionMonths));
    keepManaged();
    await expect
      .poll(async () => (await fakeBrowser.storage.local.get('policy')).policy)
      .toEqual({});
    await fix({ retentionMonths: 6 });
    await expect.poll(() => seen).toEqual([6]);
    stop();
  });

  test('that was taken away fixes nothing any more', async () => {
    await fix({ retentionMonths: 6 });
    keepManaged();
    await expect.poll(async () => (await loadManaged()).values.retentionMonths).toBe(6);
    await fakeBrowser.storage.managed.clear();
    await expect.poll(async () => (await loadSettings()).retentionMonths).toBe(36);
  });

  test("the administrator's profile stands over the operator's own", async () => {
    await storeRegulation({ ...KUZBASS, title: 'Свой' });
    await fix(POLICY);
    expect(await loadRegulation()).toMatchObject({ fixed: true, profile: { id: 'tomsk' } });
    await fakeBrowser.storage.managed.clear();
    expect(await loadRegulation()).toMatchObject({ fixed: false, profile: { title: 'Свой' } });
  });
});

describe('a policy that the browser cannot tell', () => {
  test('leaves the one that it told last in force', async () => {
    await fix({ retentionMonths: 60 });
    keepManaged();
    await expect.poll(async () => (await loadManaged()).values.retentionMonths).toBe(60);
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('IO error'));
    keepManaged();
    await expect.poll(() => said.mock.calls.length).toBeGreaterThan(0);
    expect((await loadSettings()).retentionMonths).toBe(60);
    expect((await askSettings()).retentionMonths).toBe(60);
  });

  test('is waited for where something is erased by it', async () => {
    await fix({ retentionMonths: 12 });
    keepManaged();
    await expect.poll(async () => (await loadManaged()).values.retentionMonths).toBe(12);
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { retentionMonths: 60 };
    });
    expect((await loadSettings()).retentionMonths).toBe(12);
    expect((await askSettings()).retentionMonths).toBe(60);
  });
});
