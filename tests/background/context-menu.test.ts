import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readRules } from '../../components/rules/address';
import {
  onMenuChoice,
  renameDictionaryItem,
  showDictionaryItem,
} from '../../lib/background/context-menu';
import { changeSettings } from '../../lib/settings/settings';

const opened = vi.hoisted(() => [] as string[]);
vi.mock('../../lib/background/open', () => ({
  openDashboard: async (hash: string) => void opened.push(hash),
}));

const menus = {
  removeAll: vi.fn(async () => undefined),
  create: vi.fn(),
  update: vi.fn(async () => undefined),
};

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { contextMenus: menus });
  vi.clearAllMocks();
  opened.length = 0;
});

/** Chooses the item with a text selected, and reads what the dashboard gets. */
async function choose(selectionText: string | undefined): Promise<string | null> {
  await showDictionaryItem();
  const [[item]] = menus.create.mock.calls as [[{ id: string }]];
  await onMenuChoice({ menuItemId: item.id, selectionText });
  expect(opened).toHaveLength(1);
  const [path, search = ''] = (opened[0] ?? '').split('?');
  expect(path).toBe('#/rules');
  return readRules(search).add;
}

describe('«Добавить в словарь Вахты»', () => {
  it('stands at selections on the networks’ pages only, in the language that is set', async () => {
    await changeSettings({ locale: 'en' });
    await showDictionaryItem();
    expect(menus.removeAll).toHaveBeenCalledBefore(menus.create);
    expect(menus.create).toHaveBeenCalledWith({
      id: expect.any(String),
      title: 'Add to Vakhta’s dictionary',
      contexts: ['selection'],
      documentUrlPatterns: expect.arrayContaining(['https://vk.com/*']),
    });
    await renameDictionaryItem(await changeSettings({ locale: 'ru' }));
    expect(menus.update).toHaveBeenCalledWith(expect.any(String), {
      title: 'Добавить в словарь Вахты',
    });
  });

  it.each([
    ['тунеядцы', 'тунеядцы'],
    ['  две\nстроки  ', 'две строки'],
    ['100 % & «кавычки» #?=', '100 % & «кавычки» #?='],
    ['а'.repeat(5_000), 'а'.repeat(200)],
    ['', ''],
    [undefined, ''],
  ])('brings the words to the form', async (selected, words) => {
    expect(await choose(selected)).toBe(words);
  });

  it('another item of the menu is nothing to us', async () => {
    await onMenuChoice({ menuItemId: 'other', selectionText: 'слово' });
    expect(opened).toEqual([]);
  });

  it('a pair of surrogates cut in two does not break the address', async () => {
    const selected = `${'а'.repeat(199)}😀`;
    expect((await choose(selected))?.startsWith('а'.repeat(199))).toBe(true);
  });
});
