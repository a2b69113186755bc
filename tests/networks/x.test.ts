// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Comment, NativeKind } from '../../lib/networks/contract';
import { healthOf } from '../../lib/networks/health';
import {
  controlAt,
  isCancel,
  isConfirm,
  outcomeReached,
  rememberSlot,
} from '../../lib/networks/native';
import { focusRemovalIn } from '../../lib/networks/open-menu';
import { readComment } from '../../lib/networks/read';
import { commentRoots } from '../../lib/networks/roots';
import { findFirst } from '../../lib/networks/select';
import { x } from '../../lib/networks/x';
import { composerOf, publishedBy } from '../../lib/page/draft/composers';
import { watchComments } from '../../lib/page/watch';

const THREAD = new URL('https://x.com/klyuchi/status/1000');

/** A cell of the virtual list; `top` is where the page places it. */
const cell = (id: number, top: number, text = `Слова ${id}`, more = '') =>
  `<div data-testid="cellInnerDiv" data-top="${top}"><article data-testid="tweet" role="article" tabindex="0">
  <div data-testid="User-Name"><a href="/ilin"><span>Пётр</span></a><a href="/ilin/status/${id}"><time datetime="2026-02-01T10:00:00.000Z">1 ч</time></a></div>
  <button data-testid="caret" aria-haspopup="menu" aria-label="Ещё"></button><div data-testid="tweetText">${text}</div>${more}</article></div>`;
const menu = (...labels: string[]) =>
  `<div id="layers"><div role="menu"><div data-testid="Dropdown">${labels
    .map((label) => `<div role="menuitem" tabindex="0"><span>${label}</span></div>`)
    .join('')}</div></div></div>`;
const show = (html: string) => {
  document.body.innerHTML = html;
};
const find = (css: string) => document.querySelector(css) as Element;
const all = (css: string) => Array.from(document.querySelectorAll(css));
const rootOf = (id: number) =>
  find(`a[href$="/status/${id}"]`).closest('[data-testid="tweet"]') as Element;

// The page is not laid out here: a cell stands where its mark says.
const measure = vi.spyOn(Element.prototype, 'getBoundingClientRect');
beforeEach(() => {
  measure.mockImplementation(function (this: Element) {
    return new DOMRect(0, Number(this.getAttribute('data-top')), 100, 50);
  });
});
afterEach(() => {
  measure.mockReset();
  show('');
});

describe('controls', () => {
  const KINDS: [string, NativeKind | null][] = [
    ['Удалить', 'delete'],
    ['Delete', 'delete'],
    ['Видалити', 'delete'],
    ['Скрыть ответ', 'hide'],
    ['Hide reply', 'hide'],
    ['Внести @ivan_1 в чёрный список', 'ban'],
    ['Block @ivan_1', 'ban'],
    ['Удалить @ivan_1 из чёрного списка', 'unban'],
    ['Unblock @ivan_1', 'unban'],
    ['Пожаловаться на пост', 'report'],
    ['Report post', 'report'],
    ['Игнорировать @ivan_1', null],
    ['Mute @ivan_1', null],
    ['Удалить из списков', null],
    ['Закрепить в профиле', null],
  ];
  it.each(KINDS)('«%s» is %s', (label, kind) => {
    show(cell(1001, 0) + menu(label));
    expect(controlAt(x, find('[role="menuitem"] span'))?.kind ?? null).toBe(kind);
  });

  it('a word of an answer is no control of its menu', () => {
    show(cell(1001, 0, '<button>Удалить</button>'));
    expect(controlAt(x, find('[data-testid="tweetText"] button'))).toBeNull();
  });

  it('the sheet asks, and both answers are known', () => {
    show(
      '<div data-testid="confirmationSheetDialog"><button data-testid="confirmationSheetConfirm"><span>Удалить</span></button><button data-testid="confirmationSheetCancel"><span>Отмена</span></button></div>',
    );
    const [yes, no] = all('button span') as [Element, Element];
    expect([isConfirm(x, yes), isCancel(x, yes)]).toEqual([true, false]);
    expect([isConfirm(x, no), isCancel(x, no)]).toEqual([false, true]);
  });
});

describe('the item that takes a comment away', () => {
  const focused = async (...labels: string[]) => {
    show(cell(1001, 0) + menu(...labels));
    const removal = await focusRemovalIn(x, rootOf(1001));
    return removal && [removal.kind, document.activeElement?.textContent];
  };

  it('deletes one’s own and hides a stranger’s', async () => {
    expect(await focused('Закрепить', 'Удалить')).toEqual(['delete', 'Удалить']);
    expect(await focused('Игнорировать @a', 'Скрыть ответ')).toEqual(['hide', 'Скрыть ответ']);
  });

  it('is none where the network has none, or two', async () => {
    expect(await focused('Block @a', 'Report post')).toBeNull();
    expect(await focused('Удалить', 'Удалить')).toBeNull();
  });
});

describe('a list that places its items itself', () => {
  // In the order of the elements 1003 stands first; on the screen it is the last.
  const LIST = `<section>${cell(1003, 200)}${cell(1001, 0)}${cell(1002, 100)}</section>`;
  const slotOf = (id: number) => {
    const slot = rememberSlot(x, rootOf(id), THREAD);
    if (!slot) throw new Error('no slot');
    return slot;
  };
  const give = (cellOf: number, to: number) => {
    const root = rootOf(cellOf);
    root.innerHTML = new DOMParser().parseFromString(cell(to, 0), 'text/html').body
      .firstElementChild?.firstElementChild?.innerHTML as string;
  };

  it('knows neighbours by their places', () => {
    show(LIST);
    expect(slotOf(1002)).toMatchObject({ previousId: '1001', nextId: '1003' });
  });

  it('tells a deletion though the element shows another post', () => {
    show(LIST);
    const slot = slotOf(1002);
    // The next one moves up into the element of the deleted one; its own goes to a later post.
    give(1003, 1004);
    give(1002, 1003);
    expect(outcomeReached(x, 'delete', slot)).toBe(true);
    expect(outcomeReached(x, 'hide', slot)).toBe(true);
  });

  it('takes a post that scrolled away for no deletion', () => {
    show(LIST);
    const slot = slotOf(1001);
    give(1001, 1004);
    find('[data-top="0"]').setAttribute('data-top', '300');
    document.documentElement.scrollTop = 100;
    expect(outcomeReached(x, 'delete', slot)).toBe(false);
  });
});

describe('composers', () => {
  const editor = (id: string) =>
    `<div data-testid="tweetTextarea_0_label"><div data-testid="tweetTextarea_0" id="${id}" contenteditable="true"></div></div>`;
  const kindOf = (id: string) => composerOf(x, find(`#${id}`))?.markup.kind;

  it('an answer is written inline and in the dialog that shows what is answered', () => {
    show(
      `<div data-testid="primaryColumn"><div data-testid="inline_reply_offscreen">${editor('inline')}<button data-testid="tweetButtonInline"></button></div></div>
       <div role="dialog">${cell(1001, 0)}${editor('answer')}<button data-testid="tweetButton"></button></div>`,
    );
    expect(kindOf('inline')).toBe('comment');
    expect(kindOf('answer')).toBe('comment');
    for (const button of all('[data-testid^="tweetButton"]'))
      expect(publishedBy(x, button)?.markup.kind).toBe('comment');
  });

  it('a post is written at the top of the timeline and in the other dialog', () => {
    show(
      `<div data-testid="primaryColumn">${editor('home')}<button data-testid="tweetButtonInline"></button></div>
       <div role="dialog">${editor('post')}<button data-testid="tweetButton"></button></div>`,
    );
    expect(kindOf('home')).toBe('post');
    expect(kindOf('post')).toBe('post');
    for (const button of all('[data-testid^="tweetButton"]'))
      expect(publishedBy(x, button)?.markup.kind).toBe('post');
  });

  it('a composer whose editor is not known is told, wherever it stands', () => {
    const blind = (around: (composer: string) => string, id = 'post-text') => {
      show(
        around(
          `<div data-testid="${id}" contenteditable="true"></div><button data-testid="tweetButtonInline"></button>`,
        ),
      );
      return healthOf(x, document, THREAD).composerBlind;
    };
    const home = (composer: string) => `<div data-testid="primaryColumn">${composer}</div>`;
    const inline = (composer: string) =>
      home(`<div data-testid="inline_reply_offscreen">${composer}</div>`);
    expect([blind(home), blind(inline)]).toEqual([true, true]);
    expect([blind(home, 'tweetTextarea_0'), blind(inline, 'tweetTextarea_0')]).toEqual([
      false,
      false,
    ]);
  });

  it('the notice leads to what was sent', () => {
    show('<div data-testid="toast"><a href="/klyuchi/status/2000">Посмотреть</a></div>');
    expect(x.readAnnounced?.(document, THREAD)).toEqual({
      id: '2000',
      permalink: 'https://x.com/klyuchi/status/2000',
      account: 'klyuchi',
    });
    show('<div data-testid="toast">Ссылка скопирована</div>');
    expect(x.readAnnounced?.(document, THREAD)).toBeNull();
  });
});

it('a stranger’s answer is hidden, one’s own and a message are deleted', () => {
  show(
    '<button data-testid="SideNav_AccountSwitcher_Button"><div data-testid="UserAvatar-Container-klyuchi"></div></button>',
  );
  window.history.replaceState(null, '', '/');
  const comment = (authorUrl: string): Comment => ({
    network: 'x',
    id: '1',
    permalink: '',
    author: '',
    authorUrl,
    time: '',
    parent: null,
    thread: '',
    text: '',
  });
  const own = new URL('/klyuchi', document.location.href).href;
  expect(x.removalOf?.(comment('https://x.com/ilin'), document)).toBe('hide');
  expect(x.removalOf?.(comment(''), document)).toBe('hide');
  expect(x.removalOf?.(comment(own), document)).toBe('delete');
  expect(x.removalOf?.({ ...comment(''), kind: 'message' }, document)).toBe('delete');
});

describe('where answers stand', () => {
  it.each([
    ['https://x.com/klyuchi/status/1000', true],
    ['https://x.com/klyuchi/status/1000/photo/1', true],
    ['https://x.com/i/chat/7770001-1019', true],
    ['https://x.com/notifications/mentions', true],
    ['https://x.com/home', false],
    ['https://x.com/klyuchi', false],
    ['https://x.com/search?q=klyuchi', false],
    ['https://x.com/i/chat/requests', false],
  ])('%s: %s', (address, judged) => {
    expect(x.judges?.(new URL(address))).toBe(judged);
  });
});

describe('messages in a shadow root', () => {
  const CHAT = new URL('https://x.com/i/chat/7770001-1019');
  const row = (id: string, side: string, text: string) =>
    `<div data-dm-message-row="${id}" data-testid="message-${id}" class="flex justify-${side}"><span id="${id}-time">9:02</span><div data-testid="message-text-${id}"><span dir="auto">${text}</span></div></div>`;
  const HEAD = '<div data-testid="dm-conversation-header"><a href="/ilin"></a><h2>Пётр</h2></div>';
  const fill = (shadow: ShadowRoot) => {
    const holder = document.createElement('div');
    holder.innerHTML = `${HEAD}${row('a1', 'start', 'Где вода?')}${row('b2', 'end', 'В среду.')}`;
    shadow.append(...holder.children);
  };

  it('are found from outside, one’s own left out', () => {
    show('<main><div data-testid="xchatEmbedRoute"></div></main>');
    fill(find('[data-testid="xchatEmbedRoute"]').attachShadow({ mode: 'open' }));
    const read = commentRoots(x, document).map((root) => readComment(x, root, CHAT)?.comment);
    expect(read).toEqual([
      expect.objectContaining({
        kind: 'message',
        id: 'a1',
        text: 'Где вода?',
        authorUrl: 'https://x.com/ilin',
      }),
      undefined,
    ]);
  });

  it('are watched though the root is attached late and filled later', async () => {
    window.history.replaceState(null, '', '/i/chat/7770001-1019');
    const end = new AbortController();
    const read: string[] = [];
    show('<div data-testid="xchatEmbedRoute"></div>');
    watchComments({
      adapter: x,
      document,
      signal: end.signal,
      onRead: ({ comment }) => read.push(comment.text),
      onGone: () => undefined,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const shadow = find('[data-testid="xchatEmbedRoute"]').attachShadow({ mode: 'open' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    fill(shadow);
    await expect.poll(() => read).toEqual(['Где вода?']);
    end.abort();
  });
});

it('reads the words of a post and not those of the one it quotes', () => {
  const quote =
    '<div role="link"><div data-testid="User-Name"><a href="/kim">Анна</a></div><div data-testid="tweetText">Чужие слова</div></div>';
  show(cell(1001, 0, 'Свои слова', quote));
  expect(readComment(x, rootOf(1001), THREAD)?.comment).toMatchObject({
    text: 'Свои слова',
    authorUrl: expect.stringMatching(/\/ilin$/),
  });
  expect(findFirst(rootOf(1001), x.comments[0]?.text ?? [])?.textContent).toBe('Свои слова');
});
