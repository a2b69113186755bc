import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { proved, provedOwnPage } from '../../lib/messages/sender';

const id = 'abcdef';
const own = `chrome-extension://${id}/`;

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = id;
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    (path: string) => own + path.replace(/^\//, ''),
  );
});

describe('who may speak to the background', () => {
  test.each([
    ['a page of Vakhta', { id, url: `${own}dashboard.html#/log` }],
    [
      'the content script on a known network',
      { id, url: 'https://vk.com/wall-1_2', tab: { id: 3 } },
    ],
  ])('%s', (_, sender) => {
    expect(() => proved(sender)).not.toThrow();
  });

  test.each([
    ['another extension', { id: 'evil', url: `${own}dashboard.html` }],
    ['a page that looks like ours', { id, url: `https://${id}/dashboard.html`, tab: {} }],
    ['a foreign host', { id, url: 'https://vk.com.evil.example/', tab: {} }],
    ['an unsafe address of a known host', { id, url: 'http://vk.com/', tab: {} }],
    ['a known host without a tab', { id, url: 'https://vk.com/' }],
    ['nobody', {}],
  ])('not %s', (_, sender) => {
    expect(() => proved(sender)).toThrow('не от Вахты');
  });

  test('a content script may not ask for what only Vakhta’s pages may', () => {
    expect(() => provedOwnPage({ id, url: `${own}sidepanel.html` })).not.toThrow();
    expect(() => provedOwnPage({ id, url: 'https://vk.com/wall-1_2', tab: { id: 3 } })).toThrow(
      'только страница самой Вахты',
    );
    expect(() => provedOwnPage({ id: 'evil', url: `${own}sidepanel.html` })).toThrow();
  });
});
