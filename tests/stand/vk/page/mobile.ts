import './stand.css';
import { COMMUNITY, OPERATOR } from '../people';
import { button, h, richText } from './dom';
import { installHook } from './hook';
import { countOf } from './lists';
import { address, type LiveComment, Model } from './model';
import { menuOf } from './moderation';
import { readOptions } from './options';
import { installPopups, openMenu } from './popups';
import { installTrouble } from './trouble';

/** A thread of the mobile site. */
const options = readOptions(new URLSearchParams(location.search));
const model = new Model(options);
const number = Number(/^\/wall-100_(\d+)$/.exec(location.pathname)?.[1] ?? 200);
const thread = model.thread(number);
const post = model.posts.find(({ n }) => n === number);
/** This page never changes to another one without loading. */
const always = new AbortController().signal;
document.documentElement.dataset.scheme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light';
document.title = COMMUNITY.name;

function item(comment: LiveComment): HTMLElement {
  const href = `/wall-100_${number}?reply=${comment.n}${comment.branch === null ? '' : `&thread=${comment.branch}`}`;
  const content = h('div', { class: 'ReplyItem__content' });
  const showText = () => {
    const lead = comment.mention
      ? [h('a', { href: comment.mention.path }, address(comment)), ', ']
      : [];
    content.replaceChildren(
      ...(comment.image
        ? [
            h('img', {
              class: 'comment__picture',
              src: `/drawings/photo/${comment.n}.svg`,
              alt: 'Фотография',
            }),
          ]
        : [...lead, ...richText(comment.text)]),
    );
  };
  showText();
  const more = button(
    '…',
    () =>
      openMenu(
        more,
        menuOf(thread, comment, options, () => {}),
      ),
    {
      class: 'comment__menu ReplyItem__menu',
      'aria-label': 'Действия с комментарием',
      'aria-haspopup': 'menu',
    },
  );
  const body = h(
    'div',
    { class: 'mobile__body' },
    h(
      'div',
      { class: 'ReplyItem__header' },
      h('a', { class: 'ReplyItem__name', href: comment.author.path }, comment.author.name),
      more,
    ),
    content,
    h('div', { class: 'ReplyItem__footer' }, h('a', { class: 'item_date', href }, comment.time)),
  );
  const wrap = h(
    'div',
    {
      class:
        comment.branch === null ? 'ReplyItem__wrap' : 'ReplyItem__wrap ReplyItem__wrap--nested',
    },
    h('img', { src: `/drawings/avatar/${comment.author.id}.svg`, alt: '', width: 36, height: 36 }),
    body,
  );
  const stub = h(
    'div',
    { class: 'stub' },
    'Комментарий удалён. ',
    button('Восстановить', () => thread.restore(comment), { class: 'link' }),
  );
  thread.onChange((changed, change) => {
    if (changed !== comment) return;
    if (change === 'edited') showText();
    if (comment.deleted) body.replaceWith(stub);
    else if (stub.isConnected) stub.replaceWith(body);
  }, always);
  return wrap;
}

const list = h('div', { class: 'wall_posts ReplyList' }, ...thread.comments.map(item));
thread.onChange((comment, change) => {
  if (change === 'added') list.append(item(comment));
}, always);
document.body.classList.add('mobile');
document.body.append(
  h(
    'header',
    { class: 'top' },
    h('span', { class: 'brand' }, 'Учебная площадка'),
    h('a', { class: 'top_profile_name', href: OPERATOR.path }, OPERATOR.name),
  ),
  h(
    'main',
    { class: 'card' },
    h('h1', {}, COMMUNITY.name),
    h('div', { class: 'pi_text' }, ...richText(post?.text ?? '')),
    h('h2', { class: 'comments__count' }, countOf(thread)),
    list,
  ),
);
installPopups();
installTrouble(options);
installHook(() => thread);
