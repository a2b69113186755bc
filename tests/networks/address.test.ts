import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteAddress, readAddress } from '../../lib/networks/address';

// What is read as text must say the same as the parser of the browser.

const PIECES = [
  ...[
    'http://',
    'https://',
    'HTTPS://',
    'javascript:',
    '//',
    '/',
    '/',
    '\\',
    '.',
    '..',
    '/../',
    '/./',
  ],
  ...['vk.com', 'VK.com', 'm.vk.com', '1.2.3', '0x7f.1', 'xn--80ak6aa92e.com', 'a-.b', 'пример.рф'],
  ...[
    'wall-100_200',
    'id1',
    'ivan.petrov',
    '%2e',
    '%2E%2e',
    '%',
    '%41',
    ' ',
    '\t',
    '\n',
    ':80',
    '@',
    ':',
  ],
  ...[
    '?',
    '&',
    '=',
    '+',
    '#',
    'reply=5',
    'w=wall-1_2_r3',
    'thread',
    'reply',
    'w',
    ';',
    '"',
    '|',
    '~',
  ],
];
const address = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.constantFrom('/', '?', '&', '=', 'w', 'reply', 'replyx', 'id1', '-', '.'), {
      maxLength: 9,
    })
    .map((pieces) => `https://vk.com/${pieces.join('')}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
);
const base = fc.constantFrom(
  'https://vk.com/wall-100_200?reply=3#top',
  'http://localhost:8080/a/b',
  'https://name:word@ok.ru/',
  'about:blank',
  'file:///home/page.html',
);

/** As the parser says it. */
function parsed(href: string, from: string): string {
  if (href === '' || href.startsWith('#') || !URL.canParse(href, from)) return '';
  const { protocol, href: whole } = new URL(href, from);
  return protocol === 'http:' || protocol === 'https:' ? whole : '';
}

describe('addresses read as text', () => {
  it('are those that the parser makes', () => {
    fc.assert(
      fc.property(address, base, (href, from) => {
        expect(absoluteAddress(href, new URL(from))).toBe(parsed(href, from));
      }),
      { numRuns: 3_000 },
    );
  });

  it('lead where the parser says', () => {
    fc.assert(
      fc.property(address, (href) => {
        const parts = readAddress(href);
        if (!URL.canParse(href)) {
          expect(parts).toBeNull();
          return;
        }
        const { pathname, searchParams } = new URL(href);
        expect(parts?.path).toBe(pathname);
        for (const name of ['w', 'reply', 'thread', 'replyx'])
          expect(parts?.parameter(name)).toBe(searchParams.get(name));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['/id500', 'https://vk.com/id500'],
    ['/wall-100_200?reply=5&thread=3', 'https://vk.com/wall-100_200?reply=5&thread=3'],
    ['id500', 'https://vk.com/id500'],
    ['//ok.ru/x', 'https://ok.ru/x'],
    ['/a/../id1', 'https://vk.com/id1'],
    ['#x', ''],
    ['javascript:alert(1)', ''],
  ])('%s from a page is %s', (href, whole) => {
    expect(absoluteAddress(href, new URL('https://vk.com/club100'))).toBe(whole);
  });
});
