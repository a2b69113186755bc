// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/Panel';
import { usePanel } from '../../components/panel/panel-store';
import type { CommentView, PanelCommand, PanelView } from '../../lib/messages/panel';
import { openRegistry } from '../../lib/registry/database';
import { loadEntries } from '../../lib/settings/dictionary';
import { changeSettings, loadSettings } from '../../lib/settings/settings';
import { logRow } from '../registry/rows';
import { freshBrowser, show } from './screen';

freshBrowser();
const user = userEvent.setup();

/** The content script's end of the port. */
class Page {
  readonly commands: PanelCommand[] = [];
  readonly #views = new Set<(view: unknown) => void>();
  readonly #ends = new Set<() => void>();
  readonly port = {
    postMessage: (command: PanelCommand) => this.commands.push(command),
    disconnect: () => undefined,
    onMessage: { addListener: (listener: (view: unknown) => void) => this.#views.add(listener) },
    onDisconnect: { addListener: (listener: () => void) => this.#ends.add(listener) },
  };

  shows(view: unknown): void {
    act(() => {
      for (const listener of this.#views) listener(view);
    });
  }

  leaves(): void {
    act(() => {
      for (const listener of this.#ends) listener();
    });
  }
}

let pages: Page[] = [];
let url: string | undefined = 'https://vk.com/wall-100_200';

beforeEach(() => {
  pages = [];
  url = 'https://vk.com/wall-100_200';
  usePanel.setState(usePanel.getInitialState());
  Element.prototype.scrollIntoView = () => undefined;
  // happy-dom has no locks; a lone page never waits for one.
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: (_: string, work: () => unknown) => work() },
  });
  const event = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(browser.tabs, {
    onActivated: event,
    onUpdated: event,
    query: async () => [{ id: 7, url }],
    connect: () => {
      const page = new Page();
      pages.push(page);
      return page.port;
    },
  });
});

function comment(number: number, change: Partial<CommentView> = {}): CommentView {
  return {
    key: `-100_${number}`,
    author: `Автор ${number}`,
    authorUrl: `https://vk.com/id${number}`,
    time: 'сегодня в 9:16',
    text: `Стадо номер ${number}`,
    permalink: `https://vk.com/wall-100_200?reply=${number}`,
    findings: [
      {
        criterion: 'insult',
        strength: 'certain',
        rule: 'insult/herd',
        start: 0,
        end: 5,
        why: 'Унижает людей.',
      },
    ],
    done: null,
    standing: null,
    ...change,
  };
}

const view = (change: Partial<PanelView> = {}): PanelView => ({
  network: 'vk',
  account: '-100',
  identity: 'Мария Дежурова',
  thread: '-100_200',
  read: 54,
  posts: [],
  queue: [comment(1), comment(2), comment(3)],
  current: null,
  paused: false,
  blind: null,
  claimed: null,
  waiting: 0,
  trouble: null,
  draft: null,
  ...change,
});

async function opened(first: PanelView = view()): Promise<Page> {
  show(<Panel />);
  await waitFor(() => expect(pages).toHaveLength(1));
  const [page] = pages;
  if (!page) throw new Error('no page');
  page.shows(first);
  return page;
}

const press = (code: string, held: object = {}) =>
  fireEvent.keyDown(document.body, { code, ...held });

describe('the queue', () => {
  it('shows whose page it is, how far the work is, and the current comment large', async () => {
    await opened();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('vk.com/club100');
    expect(screen.getByText(/Вы пишете как Мария Дежурова/)).toBeTruthy();
    const card = screen.getByRole('article', { name: /Автор 1/ });
    expect(within(card).getByText('Стадо', { selector: 'mark' })).toBeTruthy();
    expect(within(card).getByText(/Унижает людей/)).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('obeys the keys in any layout', async () => {
    const page = await opened(view({ current: '-100_1' }));
    press('KeyJ', { key: 'о' });
    press('KeyK', { key: 'л' });
    press('KeyM');
    press('KeyB');
    press('KeyU');
    press('KeyZ');
    expect(page.commands).toEqual([
      { type: 'jump', key: '-100_2' },
      { type: 'jump', key: '-100_1' },
      { type: 'openMenu', key: '-100_1' },
      { type: 'blacklist', key: '-100_1' },
      { type: 'undo' },
      { type: 'jump', key: '-100_1' },
    ]);
  });

  it('keeps a false flag and never marks its words again in one click', async () => {
    const page = await opened(view({ current: '-100_1' }));
    await user.click(screen.getByRole('button', { name: 'Больше не отмечать «Стадо»' }));
    await waitFor(() => expect(page.commands).toContainEqual({ type: 'keep', key: '-100_1' }));
    expect(await loadEntries()).toMatchObject([{ kind: 'exception', phrase: 'Стадо', rule: null }]);
  });

  it('marks with the ground of the digit and goes on to the next', async () => {
    const page = await opened(view({ current: '-100_2' }));
    press('Digit5');
    press('KeyX');
    expect(page.commands).toEqual([
      { type: 'mark', key: '-100_2', ground: 'spam' },
      { type: 'jump', key: '-100_3' },
      { type: 'keep', key: '-100_2' },
      { type: 'jump', key: '-100_3' },
    ]);
  });

  it('is deaf to keys while something is typed, and to foreign chords', async () => {
    const page = await opened(view({ current: '-100_1' }));
    const search = screen.getByRole('searchbox');
    await user.type(search, 'jx1');
    press('KeyJ', { ctrlKey: true });
    press('KeyQ');
    expect(page.commands).toEqual([]);
    expect(screen.getByText('По этому отбору ничего нет')).toBeTruthy();
  });

  it('offers the likely ground first and every other in a menu', async () => {
    const page = await opened(view({ current: '-100_1' }));
    await user.click(screen.getByRole('button', { name: /^Оскорбление/ }));
    await user.click(screen.getByRole('button', { name: 'Выберите основание' }));
    const items = await screen.findAllByRole('menuitem', { hidden: true });
    expect(items).toHaveLength(9);
    await user.click(screen.getByRole('menuitem', { name: /Мошенничество/, hidden: true }));
    expect(page.commands.filter(({ type }) => type === 'mark')).toEqual([
      { type: 'mark', key: '-100_1', ground: 'insult' },
      { type: 'mark', key: '-100_1', ground: 'fraud' },
    ]);
  });

  it('takes a note and sends it once', async () => {
    const page = await opened(view({ current: '-100_1' }));
    press('KeyN');
    const field = await screen.findByLabelText('Заметка: Автор 1');
    await user.type(field, '  пишет с двух страниц ');
    await user.click(screen.getByRole('button', { name: 'Записать' }));
    expect(page.commands).toEqual([{ type: 'note', key: '-100_1', text: 'пишет с двух страниц' }]);
    expect(screen.queryByLabelText('Заметка: Автор 1')).toBeNull();
  });

  it('filters by criterion and strength with counts', async () => {
    const spam = comment(4, {
      findings: [
        {
          criterion: 'spam',
          strength: 'probable',
          rule: 'spam/x',
          start: 0,
          end: 5,
          why: 'Зазыв.',
        },
      ],
    });
    await opened(view({ queue: [comment(1), spam, comment(2)] }));
    await user.click(screen.getByRole('checkbox', { name: 'Спам 1' }));
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toHaveLength(2);
    expect(screen.getByRole('article', { name: /Автор 4/ })).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'точно 2' }));
    expect(screen.getByText('По этому отбору ничего нет')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Показать всё' }));
    expect(screen.getByRole('article', { name: /Автор 1/ })).toBeTruthy();
  });

  it('folds away what is done and brings it back', async () => {
    const done = { kind: 'delete', ground: 'insult', actionId: 'x', saved: true };
    const page = await opened(view({ queue: [comment(1, { done }), comment(2)] }));
    expect(screen.queryByText('Автор 1')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Разобрано: 1' }));
    expect(screen.getByText('удалён · Оскорбление')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Отменить последнюю' }));
    expect(page.commands).toEqual([{ type: 'undo' }]);
  });

  it('puts alike ones into one row that opens', async () => {
    const copies = [1, 2, 3].map((number) => comment(number, { text: 'Стадо! Стадо!' }));
    await opened(view({ queue: copies }));
    const fold = screen.getByRole('button', { name: /3 одинаковых/ });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Автор 2')).toBeNull();
    await user.click(fold);
    expect(screen.getByText('Автор 2')).toBeTruthy();
    expect(screen.getByText('Автор 3')).toBeTruthy();
  });

  it('warns of an offender', async () => {
    await opened(view({ queue: [comment(1, { standing: { violations: 2, blacklisted: true } })] }));
    expect(screen.getByText('3-е нарушение за месяц · в чёрном списке')).toBeTruthy();
  });

  it('shows its keys on ?', async () => {
    await opened();
    press('Slash', { shiftKey: true });
    const help = await screen.findByRole('dialog', { name: 'Клавиши' });
    expect(within(help).getByText('J · О')).toBeTruthy();
    expect(within(help).getByText('Спам-рассылка')).toBeTruthy();
  });
});

describe('the other sections', () => {
  it('show the draft by sentences with replacements', async () => {
    const text = 'Сегодня праздник. В целях обеспечения порядка улицу перекроют.';
    const start = text.indexOf('В целях');
    const page = await opened(
      view({
        draft: {
          text,
          score: 62,
          ease: 40,
          remarks: [
            {
              category: 'prep_denominal',
              rule: 'prep_denominal/in-order',
              start,
              end: start + 19,
              why: 'Проще: «для».',
              replacements: ['Для'],
            },
          ],
        },
      }),
    );
    await user.click(screen.getByRole('tab', { name: /Черновик/ }));
    expect(screen.getByText('62 из 100')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Заменить на «Для»' });
    await user.hover(button);
    expect(screen.getByText(/Станет: Для порядка улицу перекроют\./)).toBeTruthy();
    await user.click(button);
    expect(page.commands).toEqual([
      {
        type: 'replace',
        start,
        end: start + 19,
        expected: 'В целях обеспечения',
        replacement: 'Для',
      },
    ]);
  });

  it('show what the registry knows of the author', async () => {
    await openRegistry().log.bulkPut([
      logRow(1, { authorUrl: 'https://vk.com/id1', time: new Date().toISOString() }),
      logRow(2, {
        authorUrl: 'https://vk.com/id1',
        kind: 'note',
        note: 'пишет с двух страниц',
        text: '',
      }),
      logRow(3, { authorUrl: 'https://vk.com/id2', text: 'чужое' }),
    ]);
    await opened(view({ current: '-100_1' }));
    await user.click(screen.getByRole('tab', { name: /Автор/ }));
    expect(await screen.findByText('пишет с двух страниц')).toBeTruthy();
    expect(screen.getByText('1 нарушение')).toBeTruthy();
    expect(screen.queryByText('чужое')).toBeNull();
  });
});

describe('without a queue', () => {
  it.each([
    [{ queue: [] }, 'Здесь всё спокойно'],
    [{ queue: [], read: 0 }, 'Комментариев здесь нет'],
    [{ queue: [], read: 0, blind: 'comments' as const, claimed: 40 }, 'Не вижу комментариев'],
  ])('%o says why', async (change, words) => {
    await opened(view(change));
    expect(screen.getByRole('heading', { name: words })).toBeTruthy();
  });

  it('says when the page is not of a network', async () => {
    url = undefined;
    show(<Panel />);
    expect(await screen.findByText('Это не страница сети')).toBeTruthy();
    expect(pages).toHaveLength(0);
  });

  it('says that the site is paused and resumes it', async () => {
    await changeSettings({ pausedHosts: ['vk.com'] });
    show(<Panel />);
    await user.click(await screen.findByRole('button', { name: 'Продолжить' }));
    await waitFor(async () => expect((await loadSettings()).pausedHosts).toEqual([]));
  });

  it('says what is wrong and what waits', async () => {
    const page = await opened(view({ trouble: 'На диске нет места.' }));
    expect(screen.getByText('На диске нет места.')).toBeTruthy();
    page.shows(view({ waiting: 3 }));
    expect(screen.getByText('Ждут записи: 3')).toBeTruthy();
  });

  it('connects again when the page goes, and keeps the last view when nonsense comes', async () => {
    const page = await opened();
    page.shows({ nonsense: true });
    expect(screen.getByRole('article', { name: /Автор 1/ })).toBeTruthy();
    page.leaves();
    await waitFor(() => expect(pages).toHaveLength(2));
    pages[1]?.shows(view({ queue: [comment(9)] }));
    expect(screen.getByRole('article', { name: /Автор 9/ })).toBeTruthy();
  });

  it('tells when the page never answers', async () => {
    show(<Panel />);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await waitFor(() => expect(pages).toHaveLength(attempt));
      pages[attempt - 1]?.leaves();
    }
    expect(await screen.findByText('Страница не отвечает')).toBeTruthy();
  });
});
