import './stand.css';
import { COMMUNITY, COMMUNITY_PATH } from '../people';
import { MAIN_POST, RECYCLED_POST } from '../posts';
import { commentField, openPostComposer } from './composers';
import { button, h } from './dom';
import { installFrame } from './frame';
import { installHook } from './hook';
import { countOf, growingList, recyclingList } from './lists';
import { Model } from './model';
import { readOptions } from './options';
import { installPopups, openMenu } from './popups';
import { postView, showCount } from './post';
import { installTrouble } from './trouble';

const options = readOptions(new URLSearchParams(location.search));
const model = new Model(options);
const middle = installFrame(COMMUNITY.name);
installPopups();
installTrouble(options);

let view = new AbortController();
let threadShown = MAIN_POST;
installHook(() => model.thread(threadShown));
if (options.live > 0) setInterval(() => model.thread(threadShown).arrive(), options.live * 1_000);

/** Goes to `path` without loading the page; the switches stay in the address. */
function open(path: string): void {
  history.pushState(null, '', keepSwitches(path));
  render();
  scrollTo(0, 0);
}

function keepSwitches(path: string): string {
  const url = new URL(path, location.href);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name !== 'reply' && name !== 'thread') url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

function showWall(): void {
  const create = button(
    'Создать',
    () =>
      openMenu(create, [
        {
          label: 'Запись',
          testId: 'group_publish_post_menu_item',
          run: () => openPostComposer(model, render),
        },
      ]),
    {
      'data-testid': 'group_publish_create_button',
      class: 'primary',
      'aria-haspopup': 'menu',
    },
  );
  middle.replaceChildren(
    h('div', { class: 'redesigned-group-cover__img _page_cover' }),
    h(
      'section',
      { class: 'card community' },
      h('img', { src: `/drawings/avatar/${COMMUNITY.id}.svg`, alt: '', width: 72, height: 72 }),
      h(
        'div',
        {},
        h('h1', {}, COMMUNITY.name),
        h('p', {}, 'Новости города, ответы на вопросы, работа служб. Отвечаем с 8 до 22.'),
      ),
      options.visitor ? null : create,
    ),
    ...model.posts.map((post) => postView(model, post, { alone: false, open })),
  );
}

function showThread(number: number): void {
  threadShown = number;
  const post = model.posts.find(({ n }) => n === number);
  if (!post) {
    middle.replaceChildren(h('section', { class: 'card' }, h('h1', {}, 'Запись не найдена')));
    return;
  }
  const thread = model.thread(number);
  const field = commentField(model, thread);
  const around = { thread, options, onReply: field.answer, signal: view.signal };
  const recycled = options.recycle || number === RECYCLED_POST;
  const list = recycled ? recyclingList(around) : growingList(around);
  const heading = h('h2', { class: 'comments__count' }, countOf(thread));
  const element = postView(model, post, { alone: true, open });
  thread.onChange(() => {
    heading.textContent = countOf(thread);
    showCount(element, thread);
  }, view.signal);
  element.append(
    h(
      'section',
      { 'data-testid': 'wall_comments_layout_root', 'aria-label': 'Комментарии' },
      heading,
      list,
    ),
    field.element,
  );
  middle.replaceChildren(
    h(
      'nav',
      { class: 'back' },
      button('← К записям', () => open(COMMUNITY_PATH), { class: 'link' }),
    ),
    element,
  );
  const wanted = new URLSearchParams(location.search).get('reply');
  if (wanted)
    document.getElementById(`${COMMUNITY.id}_${wanted}`)?.scrollIntoView({ block: 'center' });
}

function render(): void {
  view.abort();
  view = new AbortController();
  const thread = /^\/wall-100_(\d+)$/.exec(location.pathname)?.[1];
  if (thread) showThread(Number(thread));
  else if (location.pathname === COMMUNITY_PATH || location.pathname === COMMUNITY.path) showWall();
  else {
    middle.replaceChildren(
      h(
        'section',
        { class: 'card' },
        h('h1', {}, 'Страница человека'),
        h('p', {}, 'На учебной площадке личные страницы пусты.'),
      ),
    );
  }
}

addEventListener('popstate', render);
document.querySelector('[data-testid="leftmenu"]')?.addEventListener('click', (event) => {
  const href = (event.target as Element).closest('a')?.getAttribute('href');
  if (!href || !/^\/(wall|club)/.test(href)) return;
  event.preventDefault();
  open(href);
});
render();
