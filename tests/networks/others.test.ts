import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { adapterFor, adapterOf } from '../../lib/networks';
import { NETWORK_IDS, type NetworkId, siteOf } from '../../lib/networks/hosts';
import { controlAt, menuToggleAt, outcomeReached, rememberSlot } from '../../lib/networks/native';
import { findFirst } from '../../lib/networks/select';

function page(address: string, html: string): { document: Document; url: URL } {
  const window = new Window({ url: address });
  window.document.body.innerHTML = html;
  return { document: window.document as unknown as Document, url: new URL(address) };
}

it.each(NETWORK_IDS)('%s has its adapter on each of its hosts and on no other', (id) => {
  expect(adapterOf(id).id).toBe(id);
  for (const host of siteOf(id).hosts) {
    expect(adapterFor(host)).toBe(adapterOf(id));
    expect(adapterFor(`${host}.example`)).toBeNull();
  }
});

const THREADS: [NetworkId, string, string | null][] = [
  ['ok', 'https://ok.ru/group/5300/topic/1500', '1500'],
  ['ok', 'https://m.ok.ru/klyuchi/topic/1500?x=1', '1500'],
  ['ok', 'https://ok.ru/profile/42/statuses/99', '99'],
  ['ok', 'https://ok.ru/group/5300', null],
  ['x', 'https://x.com/klyuchi/status/1000', '1000'],
  ['x', 'https://x.com/klyuchi/status/1000/photo/1', '1000'],
  ['x', 'https://x.com/klyuchi', null],
  ['x', 'https://x.com/i/events/1000', null],
  ['instagram', 'https://www.instagram.com/p/Cabc-1/', 'Cabc-1'],
  ['instagram', 'https://www.instagram.com/klyuchi/reel/Cabc_2/c/1/r/2/', 'Cabc_2'],
  ['instagram', 'https://www.instagram.com/klyuchi/', null],
];
const ACCOUNTS: [NetworkId, string, string | null][] = [
  ['ok', 'https://ok.ru/group/5300/topic/1500', 'group/5300'],
  ['ok', 'https://ok.ru/klyuchi/topic/1500', 'klyuchi'],
  ['ok', 'https://ok.ru/feed', null],
  ['x', 'https://x.com/klyuchi/status/1000', 'klyuchi'],
  ['x', 'https://x.com/home', null],
  ['instagram', 'https://www.instagram.com/klyuchi/', 'klyuchi'],
  ['instagram', 'https://www.instagram.com/klyuchi/p/Cabc-1/', 'klyuchi'],
  ['instagram', 'https://www.instagram.com/p/Cabc-1/', null],
  ['instagram', 'https://www.instagram.com/explore/', null],
];

describe('addresses', () => {
  it.each(THREADS)('thread: %s %s', (id, address, thread) => {
    expect(adapterOf(id).threadOf(new URL(address))).toBe(thread);
  });
  it.each(ACCOUNTS)('account: %s %s', (id, address, account) => {
    const { document, url } = page(address, '');
    expect(adapterOf(id).readAccount(document, url)).toBe(account);
  });
});

const X_STATUS = 'https://x.com/klyuchi/status/1000';
const tweet = (
  id: number,
  more = '',
) => `<div data-testid="cellInnerDiv"><article data-testid="tweet">
  <div data-testid="User-Name"><a href="/ilin"><span>Пётр</span></a><a href="/ilin/status/${id}"><time datetime="2026-02-01T10:00:00.000Z">1 ч</time></a></div>
  <button data-testid="caret" aria-haspopup="menu"></button><div data-testid="tweetText">Слова ${id}</div>${more}</article></div>`;

describe('x', () => {
  const x = adapterOf('x');

  it('knows the operator by the avatar', () => {
    const { document } = page(
      X_STATUS,
      '<button data-testid="SideNav_AccountSwitcher_Button"><div data-testid="UserAvatar-Container-dezhurnaya"></div></button>',
    );
    expect(x.readIdentity(document)).toEqual({
      name: '@dezhurnaya',
      url: 'https://x.com/dezhurnaya',
    });
    expect(x.readIdentity(page(X_STATUS, '').document)).toBeNull();
  });

  it('prefers the editor in the dialog and never takes a wrapper for one', () => {
    const wrapped = (id: string) =>
      `<div data-testid="tweetTextarea_0_label"><div data-testid="tweetTextarea_0RichTextInputContainer"><div id="${id}" data-testid="tweetTextarea_0" contenteditable="true"></div></div></div>`;
    const { document } = page(
      X_STATUS,
      `<div data-testid="primaryColumn"><div data-testid="inline_reply_offscreen">${wrapped('inline')}</div></div><div role="dialog">${wrapped('modal')}</div>`,
    );
    const found = x.composers.map(({ kind, editor }) => [kind, findFirst(document, editor)?.id]);
    expect(found).toEqual([
      ['comment', 'inline'],
      ['post', 'modal'],
    ]);
  });

  it('takes the button of trends for no menu of a post', () => {
    const { document } = page(
      X_STATUS,
      `${tweet(1001)}<aside><button data-testid="caret"></button></aside>`,
    );
    const [own, trend] = document.querySelectorAll('[data-testid="caret"]');
    expect(menuToggleAt(x, own as Element)?.root.tagName).toBe('ARTICLE');
    expect(menuToggleAt(x, trend as Element)).toBeNull();
  });

  it('tells a deleted answer from one that scrolled away', () => {
    const { document, url } = page(
      X_STATUS,
      `<section>${[1001, 1002, 1003].map((id) => tweet(id)).join('')}</section>`,
    );
    const cells = Array.from(document.querySelectorAll('[data-testid="cellInnerDiv"]'));
    const slot = rememberSlot(x, cells[1]?.querySelector('article') as Element, url);
    if (!slot) throw new Error('no slot');
    cells[1]?.remove();
    expect(outcomeReached(x, 'delete', slot)).toBe(true);
    cells[0]?.remove();
    expect(outcomeReached(x, 'delete', slot)).toBe(false);
  });

  it('reads the posts of a page as publications', () => {
    const { document, url } = page(X_STATUS, tweet(1001));
    expect(x.readPublications(document, url)).toEqual([
      {
        network: 'x',
        id: '1001',
        permalink: 'https://x.com/ilin/status/1001',
        account: 'ilin',
        time: '2026-02-01T10:00:00.000Z',
        text: 'Слова 1001',
      },
    ]);
  });
});

describe('ok', () => {
  const ok = adapterOf('ok');
  const COMMENT = `<div class="list"><div class="block" data-seen-params='{"data":{"commentId":"777"}}'><div class="comments_current">
    <a class="comments_author-name" href="/profile/42">Пётр</a><div class="comments_text"><div>Слова</div></div>
    <a class="comments_remove" title="Удалить"></a></div></div></div>`;
  const STUB =
    '<div class="delete-stub_i"><span class="delete-stub_info">Комментарий удалён</span><div class="delete-stub_ac"><a class="delete-stub_cancel">Восстановить</a></div></div>';

  it('deletes without a question and restores from the stub', () => {
    const { document, url } = page('https://ok.ru/group/1/topic/2', COMMENT);
    const root = document.querySelector('.block') as Element;
    expect(controlAt(ok, root.querySelector('.comments_remove') as Element)).toMatchObject({
      kind: 'delete',
      where: 'comment',
      root,
    });
    const slot = rememberSlot(ok, root, url);
    if (!slot) throw new Error('no slot');
    expect(outcomeReached(ok, 'delete', slot)).toBe(false);
    const body = root.innerHTML;
    root.innerHTML = STUB;
    expect(outcomeReached(ok, 'delete', slot)).toBe(true);
    expect(controlAt(ok, root.querySelector('.delete-stub_cancel') as Element)).toMatchObject({
      kind: 'restore',
      where: 'stub',
      root,
    });
    expect(outcomeReached(ok, 'restore', slot)).toBe(false);
    root.innerHTML = body;
    expect(outcomeReached(ok, 'restore', slot)).toBe(true);
  });

  it('reads a topic as a publication', () => {
    const { document, url } = page(
      'https://ok.ru/group/1/topic/2',
      '<div class="mlr_top" data-x><div class="media-text_cnt_tx">Открыли мост</div></div>',
    );
    expect(ok.readPublications(document, url)).toEqual([
      {
        network: 'ok',
        id: '2',
        permalink: 'https://ok.ru/group/1/topic/2',
        account: 'group/1',
        time: '',
        text: 'Открыли мост',
      },
    ]);
  });
});

describe('instagram', () => {
  const instagram = adapterOf('instagram');
  const comment = (
    id: number,
    text: string,
  ) => `<div class="c"><div><a href="/ilin/"><img alt=""></a></div><div>
    <span><a href="/ilin/"><span dir="auto">ilin</span></a></span><span><a href="/p/Cabc/c/${id}/"><time datetime="2026-05-02T10:00:00.000Z">1 н</time></a></span>
    <span dir="auto">${text}</span><div role="button" class="menu"><svg aria-label="Параметры комментария"></svg></div></div></div>`;

  it('finds whose menu is opened from deep inside', () => {
    const { document } = page(
      'https://www.instagram.com/p/Cabc/',
      `<div><div>${comment(1, 'раз')}</div><div>${comment(2, 'два')}</div></div>`,
    );
    const [, second] = document.querySelectorAll('.c');
    expect(menuToggleAt(instagram, second?.querySelector('svg') as Element)?.root).toBe(second);
    expect(menuToggleAt(instagram, document.body)).toBeNull();
  });

  it('knows the sheet by its labels', () => {
    const { document } = page(
      'https://www.instagram.com/p/Cabc/',
      '<div role="dialog"><button>Пожаловаться</button><button>Удалить</button><button>Отмена</button></div>',
    );
    const kinds = Array.from(
      document.querySelectorAll('button'),
      (button) => controlAt(instagram, button)?.kind ?? null,
    );
    expect(kinds).toEqual(['report', 'delete', null]);
  });

  it('knows the operator by the link to his page', () => {
    const { document } = page(
      'https://www.instagram.com/',
      '<nav><a href="/">Главная</a><a href="/dezhurnaya/"><span>Профиль</span></a></nav>',
    );
    expect(instagram.readIdentity(document)).toEqual({
      name: 'dezhurnaya',
      url: 'https://www.instagram.com/dezhurnaya/',
    });
  });
});
