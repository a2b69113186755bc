// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryView } from '../../components/log/EntryView';
import { openRegistry } from '../../lib/registry/database';
import { Ledger } from '../../lib/registry/ledger';
import type { Action, OutboxRecord } from '../../lib/registry/schema';
import { changeSettings } from '../../lib/settings/settings';
import { freshBrowser, show } from './screen';

const sent = vi.hoisted(() => ({ records: [] as unknown[], fail: false, answer: null as unknown }));
vi.mock('../../lib/messages/protocol', () => ({
  sendMessage: async (_name: string, record: unknown) => {
    sent.records.push(record);
    if (sent.fail) throw new Error('Could not establish connection.');
    return sent.answer ?? { stored: true };
  },
}));

freshBrowser();
const user = userEvent.setup();
const ID = '01900000-0000-7000-8000-000000000001';

const action: Action = {
  id: ID,
  time: '2026-11-20T10:00:00.000Z',
  operator: 'Борис',
  network: 'vk',
  account: '-100',
  thread: '-100_200',
  commentId: '-100_301',
  permalink: 'https://vk.com/wall-100_200?reply=301',
  author: 'Пётр Синицын',
  authorUrl: 'https://vk.com/id5',
  commentTime: '',
  text: 'Вы просто стадо, стыдно за вас',
  kind: 'delete',
  criterion: 'insult',
  ground: 'insult',
  clause: '2.6',
  findings: [
    {
      criterion: 'insult',
      strength: 'certain',
      rule: 'insult/herd',
      start: 10,
      end: 15,
      why: 'Унижает людей.',
    },
  ],
  note: '',
  refers: null,
  origin: 'native',
};

const ledger = () => new Ledger(openRegistry(), 'device');
const records = () => sent.records as OutboxRecord[];
const actions = () => records().flatMap((one) => (one.type === 'action' ? [one.action] : []));

beforeEach(async () => {
  sent.records = [];
  sent.fail = false;
  sent.answer = null;
  await changeSettings({ operator: 'Анна' });
});

describe('an entry', () => {
  it('shows its evidence: words, finding, ground, author, place in the ledger', async () => {
    await ledger().append(action);
    show(<EntryView id={ID} onClose={() => undefined} />);
    const quote = (await screen.findByText('стадо', { selector: 'mark' })).closest('blockquote');
    expect(quote?.textContent).toBe(action.text);
    expect(screen.getByText(/«стадо» — Унижает людей\./)).toBeTruthy();
    expect(screen.getByText('Оскорбление, п. 2.6')).toBeTruthy();
    expect(screen.getByText('кнопкой самой сети')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Пётр Синицын/ }).getAttribute('href')).toBe(
      'https://vk.com/id5',
    );
    const link = screen.getByRole('link', { name: /Открыть в сети/ });
    expect(link.getAttribute('href')).toBe(action.permalink);
    expect(link.getAttribute('rel')).toContain('noreferrer');
    const entry = await openRegistry().entries.get(ID);
    expect(screen.getByText(entry?.hash ?? 'none')).toBeTruthy();
    expect(screen.getByText('№ 1')).toBeTruthy();
  });

  it('never makes a link of an address that is not of the web', async () => {
    await ledger().append({ ...action, permalink: 'javascript:alert(1)', authorUrl: '' });
    show(<EntryView id={ID} onClose={() => undefined} />);
    await screen.findByText('Открыть в сети');
    for (const link of screen.queryAllByRole('link'))
      expect(link.getAttribute('href')).not.toMatch(/^javascript/i);
  });

  it('is withdrawn by an action of its own', async () => {
    await ledger().append(action);
    show(<EntryView id={ID} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Отменить запись' }));
    await screen.findByText('Запись отменена');
    expect(actions()).toMatchObject([
      { kind: 'undo', refers: ID, operator: 'Анна', origin: 'vakhta', text: '' },
    ]);
    expect(actions()[0]?.id).not.toBe(ID);
    const [undo] = actions();
    if (undo) await ledger().append(undo);
    expect(await screen.findByText('отменена')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Отменить запись' })).toBeNull();
    expect(screen.getByText(/запись отменена, Анна/)).toBeTruthy();
  });

  it('gets another ground from the profile', async () => {
    await ledger().append(action);
    show(<EntryView id={ID} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Другое основание' }));
    const menu = await screen.findByRole('menu', { hidden: true });
    expect(
      within(menu)
        .getByRole('menuitem', { name: 'Оскорбление', hidden: true })
        .hasAttribute('disabled'),
    ).toBe(true);
    await user.click(within(menu).getByRole('menuitem', { name: 'Спам-рассылка', hidden: true }));
    await screen.findByText('Основание изменено');
    expect(actions()).toMatchObject([
      { kind: 'amend', refers: ID, criterion: 'spam', ground: 'spam', clause: '2.6' },
    ]);
  });

  it('tells when nothing was stored and sends the very same record again', async () => {
    await ledger().append(action);
    sent.fail = true;
    show(<EntryView id={ID} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Отменить запись' }));
    await screen.findByText('Запись не сохранилась');
    sent.fail = false;
    await user.click(screen.getByRole('button', { name: 'Повторить' }));
    await screen.findByText('Запись отменена');
    expect(actions()).toHaveLength(2);
    expect(actions()[0]).toEqual(actions()[1]);
    await waitFor(() => expect(screen.queryByText('Запись не сохранилась')).toBeNull());
  });

  it('tells when the registry refuses the record', async () => {
    await ledger().append(action);
    sent.answer = { stored: false, reason: 'action.id' };
    show(<EntryView id={ID} onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: 'Отменить запись' }));
    expect(await screen.findByText('Запись не сохранилась')).toBeTruthy();
  });

  it('says so when it is not in this registry', async () => {
    show(<EntryView id={ID} onClose={() => undefined} />);
    expect(await screen.findByText('Такой записи нет')).toBeTruthy();
  });
});
