import './messages.css';
import { CONVERSATIONS, type StandMessage } from '../../vk/conversations';
import { button, h, richText } from '../../vk/page/dom';
import { COMMUNITY, OPERATOR, PEOPLE } from '../../vk/people';
import { pathOf } from '../group';
import { installFrame } from './frame';
import { notify } from './notices';
import { installInputScripts, writtenIn } from './written';

// Messages of the group: elements of the site's own names, the menu of a message in the body of the
// page, a question before a deletion, nothing left of a deleted message.

const middle = installFrame(`Сообщения: ${COMMUNITY.name}`);
const place = location.pathname.replace(/\/messages.*$/, '/messages');
const [, peerId = ''] = /\/messages\/(\d+)/.exec(location.pathname) ?? [];
const open =
  CONVERSATIONS.find(({ peer }) => String(PEOPLE[peer].id) === peerId) ?? CONVERSATIONS[0];
if (!open) throw new Error('no conversations');
const peer = PEOPLE[open.peer];
/** In the name of the group, or one's own letters. */
const me = place.startsWith('/group/') ? COMMUNITY : OPERATOR;

const custom = (
  tag: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const messages: StandMessage[] = [...open.messages];
const list = custom('msg-message-list', {});

function ask(question: string, yes: () => void): void {
  const close = () => box.remove();
  const box = custom(
    'msg-confirm',
    { role: 'dialog', 'aria-modal': 'true', 'aria-label': question },
    h(
      'div',
      {},
      h('p', {}, question),
      button('Отмена', close, { 'data-tsid': 'confirm-secondary' }),
      button(
        'Удалить',
        () => {
          close();
          yes();
        },
        { 'data-tsid': 'confirm-primary', class: 'button-pro' },
      ),
    ),
  );
  document.body.append(box);
  box.querySelector<HTMLElement>('.button-pro')?.focus();
}

function openMenu(
  anchor: HTMLElement,
  items: readonly [label: string, part: string, run: () => void][],
) {
  const life = new AbortController();
  const close = () => {
    life.abort();
    menu.remove();
    anchor.removeAttribute('aria-expanded');
  };
  const menu = custom(
    'msg-menu',
    { role: 'menu' },
    ...items.map(([label, part, run]) => {
      const item = custom(
        'msg-menu-item',
        { role: 'menuitem', tabindex: '-1', 'data-l': `t,messageAction${part}` },
        label,
      );
      item.addEventListener('click', () => {
        close();
        run();
      });
      return item;
    }),
  );
  document.body.append(menu);
  anchor.setAttribute('aria-expanded', 'true');
  const { bottom, right } = anchor.getBoundingClientRect();
  menu.style.top = `${Math.min(bottom + 4, innerHeight - menu.offsetHeight - 8)}px`;
  menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!menu.contains(event.target as Node)) close();
    },
    { signal: life.signal },
  );
  document.addEventListener('keydown', (event) => event.key === 'Escape' && close(), {
    signal: life.signal,
  });
}

function show(message: StandMessage): void {
  const sender = message.from ? PEOPLE[message.from] : me;
  const more = button(
    '…',
    () =>
      openMenu(more, [
        ['Ответить', 'reply', () => {}],
        ['Пожаловаться', 'spam', () => notify('Жалоба отправлена')],
        [
          'Удалить',
          'remove',
          () =>
            ask('Удалить сообщение?', () => {
              messages.splice(messages.indexOf(message), 1);
              item.remove();
            }),
        ],
      ]),
    { class: 'more', 'data-tsid': 'more_message', 'aria-label': 'Действия с сообщением' },
  );
  const item = custom(
    'msg-message',
    {
      'data-item-id': `${Math.abs(sender.id)}:${message.n}`,
      ...(message.from ? {} : { mine: '' }),
    },
    h('span', { 'data-tsid': 'message_text' }, ...richText(message.text)),
    custom('msg-time', {}, `${message.day}, ${message.time}`),
    more,
  );
  list.append(item);
}
for (const message of messages) show(message);

const input = h('div', {
  class: 'itx',
  contenteditable: 'true',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Сообщение',
  'data-placeholder': 'Напишите сообщение…',
  'data-tsid': 'write_msg_input-input',
});
installInputScripts(input);
const send = () => {
  const text = writtenIn(input);
  if (text === '') return;
  const n = Math.max(20, ...messages.map((message) => message.n)) + 1;
  const message = { n, from: null, text, expect: null, day: '24 ноября 2026', time: '12:40' };
  messages.push(message);
  show(message);
  input.replaceChildren();
};

middle.append(
  h(
    'section',
    { class: 'card messenger' },
    custom(
      'msg-chats-list',
      {},
      ...CONVERSATIONS.map(({ peer: key }) => {
        const person = PEOPLE[key];
        const link = h(
          'a',
          { href: `${place}/${person.id}` },
          h('img', { src: `/drawings/avatar/${person.id}.svg`, alt: '', width: 36, height: 36 }),
          h('span', { 'data-tsid': 'conversation_name' }, person.name),
        );
        if (key === open.peer) link.setAttribute('aria-current', 'page');
        return custom('msg-chats-list-item', { 'data-tsid': 'chat' }, link);
      }),
    ),
    custom(
      'msg-chat',
      {},
      h('header', {}, h('a', { href: pathOf(peer), 'data-tsid': 'chat_header' }, peer.name)),
      list,
      custom(
        'msg-input',
        { 'data-tsid': 'write_msg_input' },
        input,
        button('Отправить', send, {
          'data-tsid': 'button_send',
          'data-l': 't,sendButton',
          class: 'button-pro',
        }),
      ),
    ),
  ),
);
