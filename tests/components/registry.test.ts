import { describe, expect, test } from 'vitest';
import { accountOf, fieldsOf, needsNetwork } from '../../components/registry/account-fields';
import {
  noticesAddress,
  readNotices,
  readRegistry,
  registryAddress,
  WHOLE_REGISTRY,
} from '../../components/registry/address';
import { seenAccounts } from '../../components/registry/filter';
import { accountFaults } from '../../lib/registry/account-faults';
import { conflicts } from '../../lib/registry/rebase';
import { accountWith, bodyWith } from '../registry/tables';

const body = bodyWith({ name: 'Мэрия' });
const base = accountWith(body.id, {
  key: 'club100',
  address: 'https://vk.com/club100',
  owner: '-100',
});
const blank = accountWith('', { key: '', address: '', owner: '', name: '' });
const written = (change: Partial<ReturnType<typeof fieldsOf>>, from = base) =>
  accountOf(from, { ...fieldsOf(from), ...change });

describe('the account’s form', () => {
  test('gives back the row that it shows', () => {
    const full = accountWith(body.id, {
      status: 'deleted',
      created: '2020-01-01',
      deleted: '2026-11-24',
      responsible: [{ name: 'Иванова', position: '', contact: '' }],
      access: [{ name: 'Петров', role: 'редактор' }],
      note: 'а',
    });
    expect(accountOf(full, fieldsOf(full)).account).toEqual(full);
  });

  test('reads another link and takes its number; one that was typed stands', () => {
    expect(written({ link: 'm.vk.com/public7?x=1' }).account).toMatchObject({
      key: 'club7',
      address: 'https://vk.com/club7',
      owner: '-7',
    });
    expect(written({ link: 'vk.com/meria' }).account).toMatchObject({ key: 'meria', owner: '' });
    expect(written({ link: 'vk.com/meria', owner: '-9' }).account).toMatchObject({ owner: '-9' });
    expect(written({ owner: '' }).account).toMatchObject({ owner: '' });
  });

  test('a name without a link asks for its network', () => {
    expect(needsNetwork({ link: '@meria' })).toBe(true);
    expect(needsNetwork({ link: 'vk.com/meria' })).toBe(false);
    const fields = { ...fieldsOf(blank), link: '@meria', network: null, body: body.id, name: 'М' };
    expect(accountOf(blank, fields).faults).toEqual({ link: 'bare' });
    expect(accountOf(blank, { ...fields, network: 'ok' }).account).toMatchObject({
      network: 'ok',
      key: 'meria',
    });
  });

  test.each([
    [{ link: '' }, { link: 'required' }],
    [{ link: 'https://t.me/meria' }, { link: 'link' }],
    [
      { body: null, name: ' ' },
      { body: 'required', name: 'required' },
    ],
    [{ created: '2026-02-31' }, { created: 'bad-day' }],
    [{ status: 'deleted' as const }, { deleted: 'deleted-needed' }],
    [
      { status: 'deleted' as const, created: '2026-02-01', deleted: '2026-01-31' },
      { deleted: 'deleted-before' },
    ],
    [{ access: [{ name: ' ', role: 'редактор' }] }, { access: 'required' }],
  ])('%j is refused', (change, faults) => {
    expect(written(change).faults).toEqual(faults);
  });

  test('empty lines of people fall away, a deletion that is taken back loses its day', () => {
    const deleted = { ...base, status: 'deleted' as const, deleted: '2026-11-24' };
    const nobody = { name: ' ', position: '', contact: '' };
    expect(written({ responsible: [nobody] }).account?.responsible).toEqual([]);
    expect(written({ status: 'active' }, deleted).account?.deleted).toBeNull();
  });
});

test('fields that two people changed in two ways', () => {
  const mine = { ...base, name: 'а', note: 'б' };
  expect(conflicts(base, mine, { ...base, name: 'в' })).toEqual(['name']);
  expect(conflicts(base, mine, { ...base, name: 'а', status: 'paused' })).toEqual([]);
  expect(conflicts(base, mine, undefined)).toEqual(['name', 'note']);
});

describe('the address', () => {
  test('says what is shown, and is never wrong', () => {
    const view = {
      ...WHOLE_REGISTRY,
      search: 'а б',
      networks: ['vk' as const],
      statuses: ['paused' as const],
      faulty: true,
      body: body.id,
      open: { what: 'account' as const, id: base.id },
    };
    expect(readRegistry(registryAddress(view).split('?')[1] ?? '')).toEqual(view);
    expect(registryAddress({})).toBe('/registry');
    expect(readRegistry('network=telegram&body=1&open=account.2')).toEqual(WHOLE_REGISTRY);
    const notices = { search: 'а', state: 'sent' as const, open: base.id };
    expect(readNotices(noticesAddress(notices).split('?')[1] ?? '')).toEqual(notices);
    expect(readNotices('state=all&notice=1')).toEqual({ search: '', state: 'all', open: null });
  });
});

test('accounts are found by everything on their card, below a body, and by what is wrong', () => {
  const low = bodyWith({ name: 'Школа', parent: body.id });
  const accounts = [
    accountWith(body.id, {
      name: 'Ёлка',
      responsible: [{ name: 'Ким', position: '', contact: '' }],
    }),
    accountWith(low.id, { name: 'Заря', status: 'paused', network: 'ok' }),
  ];
  const rows = { bodies: [body, low], accounts, notices: [] };
  const faults = accountFaults(accounts, ['vk', 'ok']);
  const names = (change: Partial<typeof WHOLE_REGISTRY>) =>
    seenAccounts(rows, { ...WHOLE_REGISTRY, ...change }, faults).map(({ name }) => name);
  expect(names({ search: 'елка КИМ' })).toEqual(['Ёлка']);
  expect(names({ search: 'школа' })).toEqual(['Заря']);
  expect(names({ body: low.id })).toEqual(['Заря']);
  expect(names({ body: body.id })).toEqual(['Ёлка', 'Заря']);
  expect(names({ networks: ['ok'], statuses: ['active'] })).toEqual([]);
  expect(names({ faulty: true })).toEqual(['Заря']);
});
