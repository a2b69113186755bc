import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownerAddress, readAccountLink } from '../../lib/networks/account-link';
import type { NetworkId } from '../../lib/networks/hosts';

const keyOf = (pasted: string, chosen: NetworkId | null = null) => {
  const link = readAccountLink(pasted, chosen);
  return link && `${link.network} ${link.key}`;
};

describe('links to an account', () => {
  test.each([
    ['https://vk.com/kuzbass_gov', 'vk kuzbass_gov'],
    ['http://m.vk.com/Kuzbass_Gov/', 'vk kuzbass_gov'],
    ['vk.ru/kuzbass_gov?from=search#top', 'vk kuzbass_gov'],
    ['www.vk.com/kuzbass_gov', 'vk kuzbass_gov'],
    ['//vk.com/@kuzbass_gov', 'vk kuzbass_gov'],
    [' «https://vk.com/kuzbass_gov» ', 'vk kuzbass_gov'],
    ['https://vkontakte.ru/club100', 'vk club100'],
    ['https://vk.com/public100', 'vk club100'],
    ['https://vk.com/event100', 'vk club100'],
    ['https://vk.com/wall-100_200?reply=3', 'vk club100'],
    ['https://vk.com/wall5_1', 'vk id5'],
    ['https://vk.com/id5', 'vk id5'],
    ['https://ok.ru/group/53038939046008', 'ok group/53038939046008'],
    ['https://m.ok.ru/group/53038939046008/topic/1', 'ok group/53038939046008'],
    ['ok.ru/group53038939046008', 'ok group/53038939046008'],
    ['https://www.odnoklassniki.ru/profile/12', 'ok profile/12'],
    ['https://ok.ru/Kuzbass.Gov/', 'ok kuzbass.gov'],
    ['https://twitter.com/KuzbassGov?lang=ru', 'x kuzbassgov'],
    ['https://x.com/KuzbassGov/status/1', 'x kuzbassgov'],
    ['mobile.twitter.com/@KuzbassGov', 'x kuzbassgov'],
    ['https://www.instagram.com/kuzbass.gov/', 'instagram kuzbass.gov'],
    ['instagram.com/kuzbass.gov/?hl=ru', 'instagram kuzbass.gov'],
    ['https://instagram.com/stories/kuzbass.gov/1', 'instagram kuzbass.gov'],
  ])('%s', (pasted, expected) => {
    expect(keyOf(pasted)).toBe(expected);
  });

  test('a bare name belongs to the network that was chosen', () => {
    expect(keyOf('@kuzbass_gov', 'x')).toBe('x kuzbass_gov');
    expect(keyOf('kuzbass_gov', 'vk')).toBe('vk kuzbass_gov');
    expect(keyOf('@kuzbass_gov')).toBeNull();
    // A link says its network itself.
    expect(keyOf('https://vk.com/kuzbass_gov', 'ok')).toBe('vk kuzbass_gov');
  });

  test('the owner is what the network’s own pages call the account', () => {
    expect(readAccountLink('vk.com/public100')).toEqual({
      network: 'vk',
      key: 'club100',
      address: 'https://vk.com/club100',
      owner: '-100',
    });
    expect(readAccountLink('vk.com/id7')?.owner).toBe('7');
    expect(readAccountLink('vk.com/kuzbass')?.owner).toBe('');
    expect(readAccountLink('ok.ru/group/5')?.owner).toBe('group/5');
    expect(readAccountLink('x.com/KuzbassGov')?.owner).toBe('kuzbassgov');
    expect(readAccountLink('instagram.com/a.b')?.address).toBe('https://www.instagram.com/a.b/');
  });

  test.each([
    '',
    'просто слова',
    'https://vk.com/',
    'https://vk.com/feed',
    'https://vk.com/im?sel=1',
    'https://x.com/home',
    'https://x.com/i/flow/login',
    'https://www.instagram.com/p/Cabc/',
    'https://ok.ru/group/abc',
    'https://telegram.me/kuzbass',
    'https://vk.com.evil.example/kuzbass',
    'https://evil.example/vk.com/kuzbass',
    'javascript:alert(1)',
    'https://vk.com/админ',
    'https://__proto__/kuzbass',
    'https://vk.com/%2E%2E',
    'https://ok.ru/...',
  ])('no account: %s', (pasted) => {
    expect(keyOf(pasted)).toBeNull();
  });

  test('never throws, and its own address reads back as the same account', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'https://',
        'vk.com',
        'ok.ru',
        '/',
        '@',
        '?',
        '#',
        'club1',
        'group',
        '%',
        ' ',
        'я',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          const link = readAccountLink(text, 'vk');
          if (link) expect(readAccountLink(link.address)).toEqual(link);
        },
      ),
    );
  });

  test.each([
    ['vk', '@club1', 'club1', '-1'],
    ['ok', '@group12', 'group/12', 'group/12'],
  ] as const)('%s: %s names the account by its number', (network, pasted, key, owner) => {
    expect(readAccountLink(pasted, network)).toMatchObject({ key, owner });
  });

  test.each([
    ['vk', '-100', 'vk.com/club100'],
    ['vk', '5', 'vk.com/id5'],
    ['ok', 'group/12', 'ok.ru/group/12'],
    ['x', 'kuzbass', 'x.com/kuzbass'],
    ['instagram', 'kuzbass', 'instagram.com/kuzbass'],
  ] as const)('%s: %s is written %s', (network, owner, address) => {
    expect(ownerAddress(network, owner)).toBe(address);
    expect(readAccountLink(address)?.owner).toBe(owner);
  });
});
