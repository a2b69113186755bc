import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { controlAt, menuToggleAt } from '../../lib/networks/native';
import { ok } from '../../lib/networks/ok';
import { readComment } from '../../lib/networks/read';
import { commentRoots } from '../../lib/networks/roots';

function page(address: string, html: string): { document: Document; url: URL } {
  const window = new Window({ url: address });
  window.document.body.innerHTML = html;
  return { document: window.document as unknown as Document, url: new URL(address) };
}

const COMMENT = `<div data-seen-params='{"data":{"commentId":"777"}}'><div class="comments_current">
  <a class="comments_author-name" href="/profile/42">Пётр</a><div class="comments_text"><div>Слова</div></div>
  <div data-module="ShortcutMenu"><button aria-haspopup="menu" id="toggle">…</button></div></div></div>`;
const MESSAGE = `<msg-chat><header><a href="/profile/42">Пётр</a></header>
  <msg-message data-item-id="42:7"><span data-tsid="message_text">Слова</span><msg-time>10:05</msg-time></msg-message></msg-chat>`;

describe('odnoklassniki', () => {
  it.each([
    ['https://ok.ru/discussions/1/5300/1500', '1500', 'group/5300'],
    ['https://ok.ru/group/5300/messages/42', 'messages5300_42', 'group/5300'],
    ['https://ok.ru/messages/42', null, null],
    ['https://ok.ru/discussions', null, null],
  ])('address %s', (address, thread, account) => {
    const { document, url } = page(address, '');
    expect(ok.threadOf(url)).toBe(thread);
    expect(ok.readAccount(document, url)).toBe(account);
  });

  it('a layer over a feed names its thread by its own link', () => {
    const { document, url } = page(
      'https://ok.ru/feed',
      `<div class="media-layer_hld"><div class="mlr_cnts"><div class="mlr_top"><a href="/group/5300/topic/1500">вчера</a></div>${COMMENT}</div></div>`,
    );
    const [root] = commentRoots(ok, document);
    const comment = root && readComment(ok, root, url)?.comment;
    expect(comment).toMatchObject({
      id: '777',
      thread: '1500',
      permalink: 'https://ok.ru/group/5300/topic/1500',
    });
  });

  it('reads messages of a group, never the operator’s own letters', () => {
    for (const [address, read] of [
      ['https://ok.ru/group/5300/messages/42', 'Слова'],
      ['https://ok.ru/messages/42', undefined],
    ] as const) {
      const { document, url } = page(address, MESSAGE);
      const [root] = commentRoots(ok, document);
      expect(root && readComment(ok, root, url)?.comment.text).toBe(read);
    }
  });

  it('takes the menu of a topic for no menu of a comment', () => {
    const { document } = page(
      'https://ok.ru/group/5300/topic/1500',
      `<div class="mlr_top"><div class="mlr_top_ac"><div data-module="ShortcutMenu"><button aria-haspopup="menu" id="topic">…</button>
        <ul role="menu"><li><a role="menuitem" id="remove">Удалить</a></li></ul></div></div></div>${COMMENT}`,
    );
    const find = (id: string) => document.getElementById(id) as unknown as Element;
    expect(menuToggleAt(ok, find('topic'))).toBeNull();
    expect(controlAt(ok, find('remove'))).toBeNull();
    expect(menuToggleAt(ok, find('toggle'))?.toggle).toBe(find('toggle'));
  });

  it.each([
    ['Видалити', 'delete'],
    ['Заблакіраваць карыстальніка', 'ban'],
    ['Шағымдану', 'report'],
    ['Удалить из друзей', null],
  ])('knows «%s» of a menu in the languages of the site', (label, kind) => {
    const { document } = page(
      'https://ok.ru/group/5300/topic/1500',
      `<ul role="menu"><li><a role="menuitem" id="item">${label}</a></li></ul>`,
    );
    const item = document.getElementById('item') as unknown as Element;
    expect(controlAt(ok, item)?.kind ?? null).toBe(kind);
  });
});
