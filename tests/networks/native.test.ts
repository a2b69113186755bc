import { Window } from 'happy-dom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NativeKind } from '../../lib/networks/contract';
import {
  controlAt,
  isCancel,
  isConfirm,
  isInSlot,
  menuToggleAt,
  outcomeReached,
  rememberSlot,
  type Slot,
} from '../../lib/networks/native';
import { openMenuOf } from '../../lib/networks/open-menu';
import { readComment, standsDeleted } from '../../lib/networks/read';
import { vk } from '../../lib/networks/vk';

const URL_OF_PAGE = new URL('https://vk.com/wall-1_2');
let document: Document;

const STUB = '<div class="stub">Комментарий удалён. <button>Восстановить</button></div>';

/** A comment in the present markup; `reply` is put into its branch. */
function comment(id: number, text = `Слова ${id}`, reply = ''): string {
  const kind = reply === 'in' ? 'in_thread' : 'root';
  const branch = reply === 'in' ? '' : `<div class="branch">${reply}</div>`;
  return `<div data-testid="wall_comments_comment_${kind}" id="-1_${id}"><div class="main">
    <a data-testid="comment-avatar" href="/id${id}"></a><a data-testid="comment-owner" href="/id${id}">Автор</a>
    <div data-testid="comment-text"><span data-testid="showmoretext-in">${text}</span></div>
    <a data-testid="wall_comment_date" href="/wall-1_2?reply=${id}">сейчас</a>
    <button class="menu" aria-label="Действия с комментарием" aria-haspopup="menu"><i>…</i></button>
    </div>${branch}</div>`;
}
const answer = (id: number) => comment(id, `Ответ ${id}`, 'in');
const wrapped = (id: number) => `<div class="slot">${comment(id)}</div>`;

const MENU = `<div role="menu"><button role="menuitem">Скопировать ссылку</button>
  <button role="menuitem"><span>Пожаловаться</span></button><button role="menuitem">Заблокировать автора</button>
  <button role="menuitem">Удалить</button></div>`;
const QUESTION = `<div role="dialog" aria-modal="true"><h2>Удалить этот комментарий?</h2>
  <button aria-label="Закрыть">×</button><button>Отмена</button><button><b>Удалить</b></button></div>`;

function show(list: string, after = ''): void {
  const window = new Window({ url: URL_OF_PAGE.href });
  window.document.body.innerHTML = `<div id="list">${list}</div><div id="layer">${after}</div>`;
  document = window.document as unknown as Document;
  // The engine makes events of the page it works in.
  globalThis.MouseEvent = window.MouseEvent as unknown as typeof MouseEvent;
}
function find(css: string, words?: string): Element {
  const all = Array.from(document.querySelectorAll(css));
  const found = words ? all.find((element) => element.textContent === words) : all[0];
  if (!found) throw new Error(`no ${css}`);
  return found;
}
const rootOf = (id: number) => find(`[id="-1_${id}"]`);
function element(html: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
}
function slotOf(id: number): Slot {
  const slot = rememberSlot(vk, rootOf(id), URL_OF_PAGE);
  if (!slot) throw new Error(`no slot for ${id}`);
  return slot;
}
const reached = (kind: NativeKind, slot: Slot) => outcomeReached(vk, kind, slot);

describe('controls', () => {
  beforeEach(() => show(comment(3, 'раз', answer(4)) + comment(5), MENU + QUESTION));

  it('knows whose menu a press opens', () => {
    expect(menuToggleAt(vk, find('[id="-1_4"] .menu i'))?.root).toBe(rootOf(4));
    expect(menuToggleAt(vk, find('[id="-1_3"] > .main > .menu'))?.root).toBe(rootOf(3));
    expect(menuToggleAt(vk, find('[id="-1_3"] [data-testid="comment-text"]'))).toBeNull();
  });

  it.each([
    ['Пожаловаться', 'report'],
    ['Заблокировать автора', 'ban'],
    ['Удалить', 'delete'],
  ])('knows «%s» in a menu', (words, kind) => {
    expect(controlAt(vk, find('[role="menuitem"]', words))).toMatchObject({ kind, where: 'popup' });
  });

  it('compares whole labels', () => {
    expect(controlAt(vk, find('[role="menuitem"]', 'Скопировать ссылку'))).toBeNull();
    const item = find('[role="menuitem"]', 'Удалить');
    item.textContent = 'Удалить из друзей';
    expect(controlAt(vk, item)).toBeNull();
  });

  it('tells yes from no, and a menu from a question', () => {
    expect(isConfirm(vk, find('[role="dialog"] b'))).toBe(true);
    expect(isConfirm(vk, find('[role="menuitem"]', 'Удалить'))).toBe(false);
    expect(isConfirm(vk, find('[role="dialog"] button', 'Отмена'))).toBe(false);
    expect(isCancel(vk, find('[role="dialog"] button', 'Отмена'))).toBe(true);
    expect(isCancel(vk, find('[role="dialog"] button', '×'))).toBe(true);
    expect(isCancel(vk, find('[role="dialog"] h2'))).toBe(false);
  });

  it('does not take the words «Удалить» of a comment for a control', () => {
    find('[id="-1_5"] span').innerHTML = '<b>Удалить</b>';
    expect(controlAt(vk, find('[id="-1_5"] [data-testid="comment-text"]'))).toBeNull();
  });

  it('knows the one button of the older markup by its title', () => {
    for (const [title, kind] of [
      ['Удалить', 'delete'],
      ['Пожаловаться', 'report'],
    ]) {
      show(`<div class="reply" id="post-1_3"><a class="author" href="/id3">А</a>
        <div class="wall_reply_text">Слова</div><div class="reply_delete_button" title="${title}"></div></div>`);
      expect(controlAt(vk, find('.reply_delete_button'))).toMatchObject({ kind, where: 'comment' });
    }
  });

  it('a layer that shows comments is no popup', () => {
    show(`<div role="dialog"><button>Удалить</button>${comment(3)}</div>`);
    expect(controlAt(vk, find('[role="dialog"] > button'))).toBeNull();
    expect(isConfirm(vk, find('[role="dialog"] > button'))).toBe(false);
    expect(menuToggleAt(vk, find('.menu'))?.root).toBe(rootOf(3));
  });

  it('the menu of a post is not about a comment', () => {
    const menu = (id: string) =>
      `<div data-testid="${id}" role="dialog"><div role="menuitem">Удалить</div></div>`;
    show(comment(3), menu('post_context_menu'));
    expect(controlAt(vk, find('[role="menuitem"]'))).toBeNull();
    show(comment(3), menu('comment_context_menu'));
    expect(controlAt(vk, find('[role="menuitem"]'))).toMatchObject({ kind: 'delete' });
  });

  it('opens the menu and presses nothing else', async () => {
    const pressed: string[] = [];
    document.addEventListener('click', (event) => {
      pressed.push((event.target as Element).getAttribute('aria-label') ?? '');
    });
    expect(await openMenuOf(vk, rootOf(5))).toBe(true);
    expect(pressed).toEqual(['Действия с комментарием']);
    const menu = find('[id="-1_5"] .menu');
    menu.setAttribute('aria-label', 'Удалить');
    // A button that deletes gets the focus and is not pressed.
    expect(await openMenuOf(vk, rootOf(5))).toBe(true);
    expect(document.activeElement).toBe(menu);
    expect(pressed).toHaveLength(1);
  });

  it('opens a menu whose button is drawn only under the pointer', async () => {
    const menu = find('[id="-1_5"] .menu');
    const home = menu.parentElement as Element;
    menu.remove();
    rootOf(5).addEventListener('mouseover', () => home.append(menu));
    expect(await openMenuOf(vk, rootOf(5))).toBe(true);
  });
});

describe('deletion', () => {
  const three = () => show(comment(3) + comment(4) + comment(5));

  it('nothing has happened yet', () => {
    three();
    const slot = slotOf(4);
    expect(slot).toMatchObject({ id: '-1_4', previousId: '-1_3', nextId: '-1_5' });
    for (const kind of ['delete', 'ban', 'report'] as const)
      expect(reached(kind, slot)).toBe(false);
    find('#list').append(element(comment(6)));
    rootOf(4).append('…');
    expect(reached('delete', slot)).toBe(false);
  });

  const STUBS: [string, () => void][] = [
    ['inside the element', () => rootOf(4).replaceChildren(element(STUB))],
    [
      'inside, the old parts hidden',
      () => {
        find('[id="-1_4"] .main').setAttribute('hidden', '');
        rootOf(4).append(element(STUB));
      },
    ],
    ['instead of the element', () => rootOf(4).replaceWith(element(STUB))],
    [
      'beside the element, which is emptied and hidden',
      () => {
        const root = rootOf(4);
        root.before(element(STUB));
        root.replaceChildren();
        root.removeAttribute('id');
        root.setAttribute('hidden', '');
      },
    ],
  ];
  it.each(STUBS)('a stub %s', (_name, act) => {
    three();
    const slot = slotOf(4);
    act();
    expect(reached('delete', slot)).toBe(true);
    expect(isInSlot(slot, find('.stub button'))).toBe(true);
    expect(controlAt(vk, find('.stub button'))).toMatchObject({ kind: 'restore', where: 'stub' });
  });

  it('a stub in a wrapper, for the last and the only one too', () => {
    for (const [list, id] of [
      [wrapped(3) + wrapped(4), 4],
      [wrapped(3), 3],
    ] as const) {
      show(list);
      const slot = slotOf(id);
      rootOf(id).replaceWith(element(STUB));
      expect(reached('delete', slot)).toBe(true);
    }
  });

  it('a stub of an answer is not one of the comment around it, nor the other way round', () => {
    show(comment(3, 'раз', answer(4) + answer(5)));
    const around = slotOf(3);
    const slot = slotOf(4);
    rootOf(4).replaceWith(element(STUB));
    expect(reached('delete', slot)).toBe(true);
    expect(reached('delete', around)).toBe(false);
    expect(standsDeleted(vk, rootOf(3))).toBe(false);
    expect(readComment(vk, rootOf(3), URL_OF_PAGE)?.comment.text).toBe('раз');
    expect(controlAt(vk, find('.stub button'))).toEqual({
      kind: 'restore',
      where: 'stub',
      element: find('.stub button'),
    });
    const last = slotOf(5);
    find('[id="-1_3"] .main').replaceWith(element(STUB));
    expect(reached('delete', around)).toBe(true);
    expect(reached('delete', last)).toBe(false);
  });

  it('a stub of a neighbour is not ours', () => {
    three();
    const slot = slotOf(4);
    rootOf(5).replaceChildren(element(STUB));
    expect(reached('delete', slot)).toBe(false);
    rootOf(3).replaceWith(element(STUB));
    expect(reached('delete', slot)).toBe(false);
  });

  it('a comment gone from between its neighbours', () => {
    three();
    const slot = slotOf(4);
    rootOf(4).remove();
    expect(reached('delete', slot)).toBe(true);
  });

  it('the last one gone, with nothing scrolled', () => {
    three();
    const slot = slotOf(5);
    rootOf(5).remove();
    expect(reached('delete', slot)).toBe(true);
    find('#list').scrollTop = 40;
    expect(reached('delete', slot)).toBe(false);
  });

  it('scrolled away with others', () => {
    three();
    const slot = slotOf(3);
    const middle = slotOf(4);
    rootOf(3).remove();
    rootOf(4).remove();
    find('#list').append(element(comment(6)), element(comment(7)));
    find('#list').scrollTop = 300;
    expect(reached('delete', slot)).toBe(false);
    expect(reached('delete', middle)).toBe(false);
  });

  it('an element re-used for another comment, deleted or not', () => {
    three();
    const slot = slotOf(4);
    const root = rootOf(4);
    root.replaceWith(element(comment(9)));
    expect(reached('delete', slot)).toBe(false);
    three();
    const again = slotOf(4);
    const kept = rootOf(4);
    kept.outerHTML = kept.outerHTML.replaceAll('_4', '_9').replaceAll('=4', '=9');
    expect(reached('delete', again)).toBe(false);
    three();
    const third = slotOf(4);
    const given = rootOf(4);
    given.id = '-1_9';
    given.replaceChildren(element(STUB));
    expect(reached('delete', third)).toBe(false);
  });

  it('a list that closes ranks by shifting comments to other elements', () => {
    three();
    const slot = slotOf(4);
    const last = rootOf(5);
    rootOf(4).innerHTML = last.innerHTML;
    rootOf(4).id = '-1_5x';
    last.remove();
    find('[id="-1_5x"]').id = '-1_5';
    expect(reached('delete', slot)).toBe(true);
  });

  it('a page drawn anew, or left', () => {
    three();
    const slot = slotOf(4);
    find('#list').innerHTML = comment(3) + comment(4) + comment(5);
    expect(reached('delete', slot)).toBe(false);
    find('#list').remove();
    expect(reached('delete', slot)).toBe(false);
  });

  it('a notice, if it is new and says so', () => {
    show([3, 4, 5, 6].map((id) => comment(id)).join(''));
    find('#layer').innerHTML = '<div role="status">Ссылка скопирована</div>';
    const slot = slotOf(4);
    expect(reached('delete', slot)).toBe(false);
    find('[role="status"]').textContent = 'Комментарий удалён';
    // While it is still shown, another one was meant.
    expect(reached('delete', slot)).toBe(false);
    rootOf(4).remove();
    rootOf(5).remove();
    expect(reached('delete', slot)).toBe(true);
    const later = slotOf(6);
    rootOf(3).remove();
    rootOf(6).remove();
    expect(reached('delete', later)).toBe(false);
  });
});

describe('other outcomes', () => {
  it('a comment that is back', () => {
    show(comment(3) + comment(4));
    const slot = slotOf(4);
    const kept = rootOf(4).cloneNode(true);
    rootOf(4).replaceWith(element(STUB));
    expect(reached('restore', slot)).toBe(false);
    find('.stub').replaceWith(kept);
    expect(reached('restore', slot)).toBe(true);
  });

  it.each([
    ['ban', 'Пользователь заблокирован: Иван П.'],
    ['unban', 'Пользователь разблокирован'],
    ['report', 'Жалоба отправлена'],
  ] as const)('%s by its notice', (kind, words) => {
    show(comment(3), '<div class="notices" role="status"></div>');
    const slot = slotOf(3);
    expect(reached(kind, slot)).toBe(false);
    find('[role="status"]').append(element(`<div>${words}</div>`));
    expect(reached(kind, slot)).toBe(true);
    expect(reached('delete', slot)).toBe(false);
  });

  it('knows a notice that stands below others in one region', () => {
    show(comment(3), '<div role="status"><p>Пользователь заблокирован: Иван П.</p></div>');
    const slot = slotOf(3);
    expect(reached('ban', slot)).toBe(false);
    find('[role="status"]').append(element('<p>Жалоба отправлена</p>'));
    expect(reached('report', slot)).toBe(true);
    expect(reached('ban', slot)).toBe(false);
  });

  it('gives no slot for a stub', () => {
    show(comment(3));
    rootOf(3).replaceChildren(element(STUB));
    expect(rememberSlot(vk, rootOf(3), URL_OF_PAGE)).toBeNull();
  });
});
