import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { adapterOf } from '../../lib/networks';
import type { NetworkAdapter, Selector } from '../../lib/networks/contract';
import { NETWORK_IDS, type NetworkId } from '../../lib/networks/hosts';
import { normalLabel } from '../../lib/networks/labels';
import { addressOf, decodePage, locate, openPage, type SavedPage } from '../../scripts/saved-page';

// Pages made by hand after the markup of each generation; the name tells network, month and view.
// `<page>.json` holds what must be found, reviewed by a person.
const FOLDER = new URL('./pages/', import.meta.url);
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
const read = (name: string) => decodePage(readFileSync(new URL(name, FOLDER)));

function adapterOfPage(page: string): NetworkAdapter {
  const network = page.split('-')[0] as NetworkId;
  const adapter = adapterOf(network);

  return adapter;
}

describe('pages', () => {
  it.each(PAGES)('%s', async (page) => {
    const found = await locate(read(page), adapterOfPage(page));
    const expected: unknown = JSON.parse(read(page.replace('.html', '.json')));
    expect(found).toEqual(expected);
  });

  it.each(PAGES)('%s, saved by a browser with its links whole', async (page) => {
    const adapter = adapterOfPage(page);
    const html = read(page);
    const { origin } = addressOf(html, adapter);
    const whole = html.replaceAll(/(<a\b[^>]*\shref=")\/(?!\/)/g, `$1${origin}/`);
    expect(await locate(whole, adapter)).toEqual(JSON.parse(read(page.replace('.html', '.json'))));
  });

  it('stand for every markup generation', () => {
    const generations = new Set<string>();
    for (const page of PAGES) {
      const adapter = adapterOfPage(page);
      const { document } = openPage(read(page), adapter);
      for (const { generation, root } of adapter.comments)
        for (const { css } of root)
          if (document.querySelector(css)) generations.add(`${adapter.id} ${generation}`);
    }
    for (const id of NETWORK_IDS)
      for (const { generation } of adapterOf(id)?.comments ?? [])
        expect(generations).toContain(`${id} ${generation}`);
  });
});

/** Every selector of an adapter with the path that leads to it. */
function selectorsOf(value: unknown, path: string): { path: string; selector: Selector }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('css' in value && 'seen' in value) return [{ path, selector: value as Selector }];
  return Object.entries(value).flatMap(([key, inner]) => selectorsOf(inner, `${path}.${key}`));
}

/** Every list of labels of an adapter. */
function labelsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'labels' in value ? [value.labels as string[]] : [];
  return [...own, ...Object.values(value).flatMap(labelsOf)];
}

describe.each(NETWORK_IDS.filter((id) => adapterOf(id)))('adapter %s', (id) => {
  const adapter = adapterOfPage(id);
  const selectors = selectorsOf(adapter, id);
  const pages: SavedPage[] = PAGES.filter((page) => page.startsWith(`${id}-`)).map((page) =>
    openPage(read(page), adapter),
  );
  afterAll(() => Promise.all(pages.map((page) => page.close())));
  const finds = (css: string) => pages.some(({ document }) => document.querySelector(css) !== null);

  it.each(selectors)('$path: $selector.css', ({ path, selector }) => {
    expect(selector.seen).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    expect(selector.source).not.toBe('');
    // Valid CSS: a broken selector throws.
    expect(finds(selector.css)).toBeTypeOf('boolean');
    // What was seen on the site and is needed to read a comment stands on a page of ours too.
    const needed = /\.comments\.\d+\.(root|text|author|authorLink|date)\./.test(path);
    if (needed && !selector.assumed) expect(finds(selector.css)).toBe(true);
  });

  it('has no selector twice in a list', () => {
    const lists = new Map<string, string[]>();
    for (const { path, selector } of selectors) {
      const list = path.replace(/\.\d+$/, '');
      lists.set(list, [...(lists.get(list) ?? []), selector.css]);
    }
    for (const [list, all] of lists) expect(new Set(all).size, list).toBe(all.length);
  });

  it('names its labels as they are compared', () => {
    const lists = labelsOf(adapter);
    expect(lists.length).toBeGreaterThan(0);
    for (const labels of lists) {
      expect(labels.map(normalLabel)).toEqual(labels);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('never takes one control for another', () => {
    const { items, cancel, confirm } = adapter.controls;
    const kinds = Object.entries(items).map(([kind, { labels }]) => ({ kind, labels }));
    for (const { kind, labels } of kinds)
      for (const other of kinds)
        if (other.kind !== kind)
          expect(labels.filter((label) => other.labels.includes(label))).toEqual([]);
    expect(cancel.labels.filter((label) => confirm.labels.includes(label))).toEqual([]);
  });
});

describe('saved pages', () => {
  const vk = adapterOfPage('vk');

  it.each([
    ['<link rel="canonical" href="https://vk.com/wall-1_2">', 'https://vk.com/wall-1_2'],
    ["<link href='https://vk.com/a?b=1&amp;c=2' rel='canonical'>", 'https://vk.com/a?b=1&c=2'],
    ['<meta property="og:url" content="https://m.vk.com/wall-1_2">', 'https://m.vk.com/wall-1_2'],
    ['<!-- saved from url=(0024)https://vk.ru/wall-1_2 -->', 'https://vk.ru/wall-1_2'],
    ['<link rel="canonical" href="https://example.org/">', 'https://vk.com/'],
    ['', 'https://vk.com/'],
  ])('address of %s', (html, address) => {
    expect(addressOf(html, vk).href).toBe(address);
  });

  it('knows the encoding', () => {
    // «Ёж» in windows-1251
    const word = [0xa8, 0xe6];
    const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
    const told = ascii(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    );
    const utf8 = new TextEncoder().encode('Ёж');
    expect(decodePage(Uint8Array.from([...told, ...word]))).toContain('Ёж');
    expect(decodePage(Uint8Array.from(word))).toBe('Ёж');
    expect(decodePage(utf8)).toBe('Ёж');
    expect(decodePage(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe('Ёж');
    expect(decodePage(Uint8Array.from([0xff, 0xfe, 0x01, 0x04, 0x36, 0x04]))).toBe('Ёж');
  });
});
