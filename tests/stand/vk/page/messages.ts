import './messages.css';
import { CONVERSATIONS, type StandMessage } from '../conversations';
import { COMMUNITY, COMMUNITY_PATH, PEOPLE, type Person } from '../people';
import { button, h, richText, writtenText } from './dom';
import { installFrame } from './frame';
import { askConfirm, installPopups, notify, openMenu } from './popups';

// Messages of the community as the messenger of 2026 shows them: no bubbles, the author named at the
// first message of a run only, ticks at one's own ones, actions that appear under the pointer.

const OWN_LETTERS = '/im';
const [, place = '', peerId = ''] =
  /^(\/gim100|\/im)(?:\/convo\/(\d+))?/.exec(location.pathname) ?? [];
const title = place === OWN_LETTERS ? 'Личные сообщения' : `Сообщения: ${COMMUNITY.name}`;
const middle = installFrame(title);
installPopups();

const open =
  CONVERSATIONS.find(({ peer }) => String(PEOPLE[peer].id) === peerId) ?? CONVERSATIONS[0];
if (!open) throw new Error('no conversations');
const peer: Person = PEOPLE[open.peer];
const messages: StandMessage[] = [...open.messages];

const list = h(
  'section',
  { class: 'ConvoList', 'data-testid': 'me_convo_list', 'aria-label': 'Чаты' },
  h('h1', { class: 'ConvoList__headerGroup' }, h('a', { href: COMMUNITY_PATH }, title)),
  ...CONVERSATIONS.map(({ peer: key }) => {
    const person = PEOPLE[key];
    return h(
      'div',
      { class: 'ConvoList__item VirtualScrollItem', 'data-itemkey': `convo_${person.id}` },
      h(
        'a',
        {
          class: 'ConvoListItem',
          href: `${place}/convo/${person.id}`,
          'aria-current': key === open.peer ? 'page' : null,
        },
        h('img', { src: `/drawings/avatar/${person.id}.svg`, alt: '', width: 36, height: 36 }),
        h('span', { class: 'ConvoListItem__name' }, person.name),
      ),
    );
  }),
);
const flow = h('div', {
  class: 'ConvoHistory__flow',
  role: 'list',
  'aria-label': 'Сообщения',
  tabindex: '-1',
});

function actionsOf(message: StandMessage, item: HTMLElement): HTMLElement {
  const more = button(
    '…',
    () =>
      openMenu(more, [
        { label: 'Переслать', run: () => notify('Сообщение переслано') },
        { label: 'Отметить как спам', run: () => notify('Жалоба отправлена') },
        {
          label: 'Удалить',
          danger: true,
          run: () =>
            askConfirm('Удаление сообщения', 'Удалить это сообщение?', 'Удалить', () => {
              messages.splice(messages.indexOf(message), 1);
              item.remove();
            }),
        },
      ]),
    {
      'data-testid': 'vkme_messages_actions_button_more',
      'aria-label': 'Действия с сообщением',
      'aria-haspopup': 'menu',
    },
  );
  return h(
    'div',
    { class: 'MessageActionsButtonContainer', 'data-testid': 'vkme_messages_actions' },
    more,
  );
}

/** @param first whether it begins a run of its author */
function itemOf(message: StandMessage, first: boolean): HTMLElement {
  const person = message.from ? PEOPLE[message.from] : COMMUNITY;
  const item = h('div', { class: 'VirtualScrollItem', 'data-itemkey': message.n });
  const content = h(
    'div',
    { class: 'ConvoMessageWithoutBubble__content' },
    first
      ? h(
          'a',
          { class: 'ConvoMessageHeader__authorLink', href: person.path },
          h('span', { class: 'PeerTitle__title' }, person.name),
        )
      : null,
    h(
      'span',
      { class: 'ConvoMessageWithoutBubble__text' },
      h('span', { class: 'MessageText' }, ...richText(message.text)),
    ),
  );
  const info = h(
    'div',
    { class: 'ConvoMessageInfoWithoutBubbles' },
    message.from
      ? null
      : h(
          'span',
          { class: 'ConvoMessageInfoWithoutBubbles__statusIcon' },
          h('span', { role: 'img', 'aria-label': 'Прочитано' }, '✓'),
        ),
    h('span', { class: 'ConvoMessageInfoWithoutBubbles__date' }, message.time),
  );
  const bubble = h(
    'div',
    { class: 'ConvoMessageWithoutBubble' },
    first
      ? h(
          'a',
          {
            class: 'ConvoMessageWithoutBubble__avatar',
            href: person.path,
            'aria-hidden': 'true',
            tabindex: '-1',
          },
          h('img', {
            class: 'MEAvatar',
            src: `/drawings/avatar/${person.id}.svg`,
            alt: '',
            width: 36,
            height: 36,
          }),
        )
      : null,
    h('div', { class: 'ConvoMessageWithoutBubble__wrapper' }, content),
    info,
    actionsOf(message, item),
  );
  item.append(
    h(
      'article',
      {
        class: 'ConvoHistory__messageBlock ConvoHistory__messageBlock--withoutBubbles',
        tabindex: '-1',
      },
      h('div', { class: 'ConvoHistory__messageWrapper' }, bubble),
    ),
  );
  return item;
}

const stacks = new Map<string, HTMLElement>();
let last: StandMessage | null = null;

function show(message: StandMessage): void {
  let stack = stacks.get(message.day);
  if (!stack) {
    stack = h(
      'div',
      { class: 'ConvoHistory__dateStack' },
      h(
        'div',
        { class: 'StickyDateSeparator', role: 'presentation' },
        h(
          'span',
          { class: 'DateSeparator', role: 'heading', 'aria-level': '3', 'aria-label': message.day },
          message.day,
        ),
      ),
    );
    stacks.set(message.day, stack);
    flow.append(stack);
    last = null;
  }
  stack.append(itemOf(message, last?.from !== message.from || last === null));
  last = message;
}
for (const message of messages) show(message);

const input = h('span', {
  class: 'ComposerInput__input ConvoComposer__input editor',
  contenteditable: 'true',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Сообщение',
});
const send = button(
  '➤',
  () => {
    const text = writtenText(input);
    if (text === '') return;
    const n = Math.max(20, ...messages.map((message) => message.n)) + 1;
    const message = { n, from: null, text, expect: null, day: '24 ноября 2026', time: '12:40' };
    messages.push(message);
    show(message);
    input.replaceChildren();
    flow.scrollTo(0, flow.scrollHeight);
  },
  { class: 'send ConvoComposer__sendButton--submit', 'aria-label': 'Отправить' },
);

middle.append(
  h(
    'section',
    { class: 'card messenger' },
    list,
    h(
      'div',
      { class: 'talk' },
      h(
        'header',
        { class: 'ConvoHeader' },
        h(
          'a',
          { class: 'ConvoHeader__info', href: peer.path },
          h('h2', { class: 'ConvoTitle' }, peer.name),
          h('span', { class: 'ConvoHeader__status' }, 'был в сети час назад'),
        ),
      ),
      h('div', { class: 'ConvoHistory' }, flow),
      h('div', { class: 'ConvoComposer' }, input, send),
    ),
  ),
);
flow.scrollTo(0, flow.scrollHeight);
