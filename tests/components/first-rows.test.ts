import { describe, expect, test } from 'vitest';
import { firstRows, type Known, readLinks } from '../../components/welcome/first-rows';
import { accountSchema } from '../../lib/registry/accounts';
import { bodySchema } from '../../lib/registry/bodies';

const EMPTY: Known = { bodies: [], accounts: [] };
const { links } = readLinks('https://vk.com/wall-100_200, ok.ru/group/5');
const putIn = (deeds: ReturnType<typeof firstRows>, table: 'bodies' | 'accounts') =>
  deeds.flatMap((deed) => ('put' in deed && deed.table === table ? [deed.put] : []));

describe('pasted links', () => {
  test('are read in any spelling, each account once, and what is none is named', () => {
    const read = readLinks(' vk.com/club100\nhttps://m.vk.com/public100 ; x.com/adm_city слово');
    expect(read.links.map(({ network, key }) => `${network} ${key}`)).toEqual([
      'vk club100',
      'x adm_city',
    ]);
    expect(read.unknown).toEqual(['слово']);
  });
});

describe('the first rows', () => {
  test('are a body with its accounts, as the registry takes them', () => {
    const deeds = firstRows('Администрация', 'body', links, EMPTY);
    const [body] = putIn(deeds, 'bodies').map((row) => bodySchema.parse(row));
    const accounts = putIn(deeds, 'accounts').map((row) => accountSchema.parse(row));
    expect(accounts.map(({ network, owner }) => `${network} ${owner}`)).toEqual([
      'vk -100',
      'ok group/5',
    ]);
    expect(new Set(accounts.map((account) => account.body))).toEqual(new Set([body?.id]));
  });

  test('a second time adds nothing that is there', () => {
    const deeds = firstRows('Администрация', 'body', links, EMPTY);
    const known = {
      bodies: putIn(deeds, 'bodies').map((row) => bodySchema.parse(row)),
      accounts: putIn(deeds, 'accounts').map((row) => accountSchema.parse(row)),
    };
    expect(firstRows('администрация', 'body', links, known)).toEqual([]);
    const more = firstRows('Администрация', 'body', readLinks('x.com/adm').links, known);
    expect(more).toHaveLength(1);
    expect(putIn(more, 'accounts')[0]).toMatchObject({ body: known.bodies[0]?.id });
  });
});
