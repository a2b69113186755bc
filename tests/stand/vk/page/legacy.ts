import './stand.css';
import { PHOTO_COMMENTS } from '../comments';
import { COMMUNITY, OPERATOR } from '../people';
import { button, h, richText, writtenText } from './dom';
import { installFrame } from './frame';
import { installHook } from './hook';
import { address, type LiveComment, live, Thread } from './model';
import { report } from './moderation';
import { readOptions } from './options';
import { installPopups } from './popups';
import { installTrouble } from './trouble';

/** The photo page in the old markup of the network. */
const options = readOptions(new URLSearchParams(location.search));
const PHOTO = '-100_300';
const thread = new Thread(300, PHOTO_COMMENTS.map(live));
/** This page never changes to another one without loading. */
const always = new AbortController().signal;
const middle = installFrame('Фотография');
installPopups();
installTrouble(options);
installHook(() => thread);

function reply(comment: LiveComment): HTMLElement {
  const id = `${COMMUNITY.id}_${comment.n}`;
  const href = `/photo${PHOTO}?reply=${comment.n}${comment.branch === null ? '' : `&thread=${comment.branch}`}`;
  const text = h('div', { class: 'wall_reply_text', id: `wpt${id}` });
  const showText = () => {
    const lead = comment.mention
      ? [h('a', { href: comment.mention.path }, address(comment)), ', ']
      : [];
    text.replaceChildren(...lead, ...richText(comment.text));
  };
  showText();
  const action = options.visitor ? 'Пожаловаться' : 'Удалить';
  const remove = button('×', () => (options.visitor ? report() : thread.remove(comment)), {
    class: 'reply_delete_button',
    id: `reply_delete${id}`,
    title: action,
    'aria-label': action,
  });
  const content = h(
    'div',
    { class: 'reply_content' },
    h(
      'a',
      { class: 'author', href: comment.author.path, 'data-from-id': comment.author.id },
      comment.author.name,
    ),
    h('div', { class: 'reply_text' }, text),
    h(
      'div',
      { class: 'reply_footer' },
      h('div', { class: 'reply_link_wrap' }, h('a', { href }, comment.time)),
      button('♡', () => {}, {
        'data-like-button-type': 'comment',
        class: 'link',
        'aria-label': 'Нравится',
      }),
      h('div', { class: 'post_actions_wrap' }, h('div', { class: 'post_actions' }, remove)),
    ),
  );
  const wrap = h(
    'div',
    { class: 'reply_wrap' },
    h('img', { src: `/drawings/avatar/${comment.author.id}.svg`, alt: '', width: 36, height: 36 }),
    content,
  );
  const root = h('div', { class: 'reply', id: `post${id}` }, wrap);
  const stub = h(
    'div',
    { class: 'dld' },
    'Комментарий удалён. ',
    button('Восстановить', () => thread.restore(comment), { class: 'link' }),
  );
  thread.onChange((changed, change) => {
    if (changed !== comment) return;
    if (change === 'edited') showText();
    wrap.hidden = comment.deleted;
    if (comment.deleted) root.append(stub);
    else stub.remove();
  }, always);
  return root;
}

const list = h('div', { class: 'wl_replies' }, ...thread.comments.map(reply));
thread.onChange((comment, change) => {
  if (change === 'added') list.append(reply(comment));
}, always);

const field = h('div', {
  class: 'reply_field submit_post_field editor',
  contenteditable: 'true',
  role: 'textbox',
  'aria-label': 'Комментировать…',
});
middle.append(
  h(
    'section',
    { class: 'card' },
    h('h1', {}, 'Верхние Ключи на закате'),
    h('img', { class: 'photo', src: '/drawings/photo/300.svg', alt: 'Река, дома и закат' }),
    h('p', { class: 'top_profile_name', hidden: true }, OPERATOR.name),
    list,
    h(
      'div',
      { class: 'reply_form field__row' },
      field,
      button(
        'Отправить',
        () => {
          const text = writtenText(field);
          if (text === '') return;
          thread.add(COMMUNITY, text);
          field.replaceChildren();
        },
        { class: 'reply_send_button primary' },
      ),
    ),
  ),
);
