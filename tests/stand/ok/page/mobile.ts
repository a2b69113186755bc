import './mobile.css';
import { h, richText } from '../../vk/page/dom';
import type { LiveComment } from '../../vk/page/model';
import { COMMUNITY } from '../../vk/people';
import { MAIN_TOPIC, pathOf } from '../group';
import { installHook } from './hook';
import { Model } from './model';
import { notify } from './notices';
import { readOptions } from './options';
import { shortcutMenu } from './shortcut-menu';

// A topic on the mobile site: comments named by an anchor, a whole page of them and earlier ones on
// demand.

const SHOWN = 20;
const model = new Model(readOptions(new URLSearchParams(location.search)));
const topic = model.topics.find(({ n }) => location.pathname.endsWith(`/topic/${n}`));
const thread = model.thread(topic?.n ?? MAIN_TOPIC);
installHook(thread);
document.title = COMMUNITY.name;

function itemOf(comment: LiveComment): HTMLElement {
  const { n, author } = comment;
  const restore = h('a', { href: '#', role: 'button' }, 'Восстановить');
  restore.addEventListener('click', (event) => {
    event.preventDefault();
    thread.restore(comment);
  });
  const item = h('li', { class: 'discus_dialogs_i it' });
  const show = () =>
    item.replaceChildren(
      ...(comment.deleted
        ? [h('div', { class: 'emphased' }, 'Комментарий удалён. ', restore)]
        : [
            h('a', { name: `msg${n}` }),
            h('a', { class: 'emphased usr', href: pathOf(author) }, author.name),
            comment.image
              ? h('img', { src: `/drawings/photo/${n}.svg`, alt: 'Фотография', width: 220 })
              : h('div', { class: 'discus_txt ofh wbr' }, ...richText(comment.text)),
            h('span', { class: 'tstmp' }, comment.time),
            shortcutMenu('Ещё', () => [
              { label: 'Пожаловаться', run: () => notify('Жалоба отправлена') },
              { label: 'Удалить', run: () => thread.remove(comment) },
            ]),
          ]),
    );
  show();
  thread.onChange((changed) => {
    if (changed === comment) show();
  }, new AbortController().signal);
  return item;
}

const written = [...thread.comments];
let from = Math.max(0, written.length - SHOWN);
const list = h('ul', { class: 'discus_dialogs' }, ...written.slice(from).map(itemOf));
const earlier = h(
  'a',
  { class: 'dsib js-load-more js-load-more-top', href: '#' },
  'Показать предыдущие',
);
earlier.hidden = from === 0;
earlier.addEventListener('click', (event) => {
  event.preventDefault();
  const next = Math.max(0, from - SHOWN);
  list.prepend(...written.slice(next, from).map(itemOf));
  from = next;
  earlier.hidden = from === 0;
});
thread.onChange((comment, change) => {
  if (change === 'added') list.append(itemOf(comment));
}, new AbortController().signal);

document.body.append(
  h('header', { class: 'mobile-head' }, 'Учебная площадка'),
  h(
    'main',
    {},
    h(
      'section',
      { class: 'mobile-topic' },
      h('a', { href: pathOf(COMMUNITY) }, COMMUNITY.name),
      h('div', {}, ...richText(topic?.text ?? '')),
    ),
    earlier,
    list,
  ),
);
