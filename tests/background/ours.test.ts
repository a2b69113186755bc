import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { oursAmong } from '../../lib/background/ours';
import { DOORS } from '../../lib/messages/receive';
import type { Account } from '../../lib/registry/accounts';
import { openRegistry } from '../../lib/registry/database';

const page = { url: 'https://vk.com/wall-100_200', tab: {} };
const put = (number: number, change: Partial<Account>) =>
  openRegistry().accounts.put({
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    network: 'vk',
    owner: '-100',
    key: 'club100',
    name: 'Верхние Ключи',
    status: 'active',
    ...change,
  } as Account);
const ask = (...accounts: { owner: string; key: string | null }[]) =>
  oursAmong({ network: 'vk', accounts }, page);

afterEach(() => openRegistry().accounts.clear());

test('names of the own accounts by number or by short name, null for all others', async () => {
  await put(1, {});
  await put(2, { owner: '', key: 'verhnie', name: 'Отдел' });
  expect(
    await ask(
      { owner: '-100', key: null },
      { owner: '', key: 'verhnie' },
      { owner: '-5', key: 'club5' },
    ),
  ).toEqual({ names: ['Верхние Ключи', 'Отдел', null], any: true });
});

test('a deleted account is nobody’s voice; an empty registry says so', async () => {
  expect(await ask({ owner: '-100', key: null })).toEqual({ names: [null], any: false });
  await put(1, { status: 'deleted' });
  expect(await ask({ owner: '-100', key: null })).toEqual({ names: [null], any: false });
  await put(2, { owner: '-7', key: 'club7' });
  expect(await ask({ owner: '-100', key: null })).toEqual({ names: [null], any: true });
});

test('a page of one network hears nothing of another, nor of many accounts at once', async () => {
  const accounts = [{ owner: '-100', key: null }];
  await expect(oursAmong({ network: 'ok', accounts }, page)).rejects.toThrow();
  await expect(oursAmong({ network: 'vk', accounts }, {})).rejects.toThrow();
  const many = { network: 'vk', accounts: Array(11).fill(accounts[0]) };
  expect(DOORS.ours.schema.safeParse(many).success).toBe(false);
});
