import { absoluteAddress } from './address';
import type {
  CommentMarkup,
  ControlMark,
  Identity,
  NativeControls,
  NetworkAdapter,
  Publication,
  Selectors,
} from './contract';
import { assumed, notice, seen } from './evidence';
import { lineOf } from './read';
import { closest, cssOf, findFirst } from './select';
import { readText } from './text';
import { type VoiceWords, voiceInWords } from './voice';

// Odnoklassniki: pages made on the server, readable classes that have stayed since 2016.

const TOPICS = 'public spider of topics (Scrapy)';
const MONITOR = 'public reputation monitor';
const SUITES = 'public test suites of the site';
const BROWSER = 'public publisher ok_browser';
const MOBILE = 'public reader of the mobile site';

/** `/group/<id>/topic/<id>`, `/<name>/topic/<id>`, `/profile/<id>/statuses/<id>`. */
const THREAD = /\/(?:topic|statuses|album|video|photo)\/(\d+)/;
/** `/discussions/<kind>/<owner>/<id>`: the same thread in the list of discussions; 1 is a topic. */
const DISCUSSION = /^\/discussions\/1\/(\d+)\/(\d+)/;

function threadOf(url: URL): string | null {
  const conversation = conversationOf(url);
  if (conversation) return `messages${conversation.group}_${conversation.peer}`;
  return THREAD.exec(url.pathname)?.[1] ?? DISCUSSION.exec(url.pathname)?.[2] ?? null;
}

/**
 * A conversation of a group. The operator's own letters (`/messages/<id>`) are no business of Vakhta.
 * The form of the address is assumed: the site's own words for a group's sections.
 */
function conversationOf(url: URL): { group: string; peer: string } | null {
  const [, group, peer] = /^\/group\/(\d+)\/messages\/(\w+)/.exec(url.pathname) ?? [];
  return group && peer ? { group, peer } : null;
}

/**
 * The address of the thread around a comment. A layer over the page has an address of its own; where
 * the page keeps that of the feed below, the layer's own link to the topic tells.
 */
function threadAddress(root: Element, url: URL): URL {
  const discussion = DISCUSSION.exec(url.pathname);
  if (discussion) return new URL(`/group/${discussion[1]}/topic/${discussion[2]}`, url);
  if (threadOf(url)) return url;
  const layer = closest(root, LAYERS);
  const link = layer?.querySelector('a[href*="/topic/"], a[href*="/statuses/"]');
  return new URL(absoluteAddress(link?.getAttribute('href'), url) || url);
}

/** What stands over the page and holds one topic with its discussion. */
const LAYERS: Selectors = [
  seen('.mlr_cnts', '2023-06', SUITES),
  seen('.media-layer_hld', '2023-06', SUITES),
];

/** The id that the network keeps in `data-seen-params`, as JSON. */
function seenId(root: Element): string | null {
  const params = (root.closest('[data-seen-params]') ?? root).getAttribute('data-seen-params');
  return /"commentId"\s*:\s*"?([\w:-]+)/.exec(params ?? '')?.[1] ?? null;
}

const comment: CommentMarkup = {
  generation: '2026',
  root: [
    seen('[data-seen-params*="commentId"]', '2023-06', TOPICS),
    { ...seen('.comments_current', '2026-01', SUITES), outside: '[data-seen-params*="commentId"]' },
  ],
  text: [
    seen('.comments_text .js-text-full', '2023-06', TOPICS),
    seen('.comments_text > div', '2023-06', TOPICS),
    seen('.comments_text', '2026-01', SUITES),
  ],
  textSkip: [assumed('.js-text-short, .comments_text-more', 'the cut form beside the whole one')],
  author: [
    seen('.comments_author-name', '2023-06', TOPICS),
    seen('.comments_current__header__main__author__name', '2026-01', MONITOR),
    assumed('a[href^="/profile/"], a[href^="/group/"]', 'addresses of people and groups'),
  ],
  authorLink: [
    seen('a.comments_author-name[href]', '2023-06', TOPICS),
    seen('a.comments_current__header__main__author__name[href]', '2026-01', MONITOR),
    assumed('a[href^="/profile/"], a[href^="/group/"]', 'addresses of people and groups'),
  ],
  date: [
    seen('.comments_current__footer__main__date', '2026-01', MONITOR),
    assumed('.comments_date, time', 'named like the other parts'),
  ],
  // No address of a single comment is known: that of its topic is the nearest.
  readPermalink(root, _date, url) {
    const { origin, pathname } = threadAddress(root, url);
    return `${origin}${pathname}`;
  },
  readTime(root) {
    const stamped = root.closest('[data-time]') ?? root.querySelector('[data-time]');
    const milliseconds = Number(stamped?.getAttribute('data-time'));
    return milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
  },
  readId: seenId,
  readParent(root) {
    // The mark of whom the comment answers.
    const target = root.querySelector('[data-rid]')?.getAttribute('data-rid');
    return target && target !== seenId(root) ? target : null;
  },
  readThread: (root, _permalink, url) => threadOf(threadAddress(root, url)) ?? '',
};

/** The mobile site: pages of items, each named by an anchor. */
const mobile: CommentMarkup = {
  generation: '2020-mobile',
  root: [seen('.discus_dialogs_i.it', '2020-09', MOBILE)],
  text: [seen('.discus_txt', '2020-09', MOBILE)],
  textSkip: [],
  author: [seen('.emphased.usr', '2020-09', MOBILE)],
  authorLink: [seen('a.emphased.usr[href]', '2020-09', MOBILE)],
  date: [seen('.tstmp', '2020-09', MOBILE)],
  readPermalink: (_root, _date, url) => `${url.origin}${url.pathname}`,
  readId(root) {
    const name = root.querySelector('a[name^="msg"]')?.getAttribute('name');
    return /^msg[-_]?(\w+)$/.exec(name ?? '')?.[1] ?? null;
  },
  readParent: () => null,
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

/** Id of who wrote the message, with which the id of the message begins. */
const senderOf = (root: Element): string | null =>
  /^(\d+)\D/.exec(root.getAttribute('data-item-id') ?? '')?.[1] ?? null;

/** Messages of a group, made of the site's own elements. */
const message: CommentMarkup = {
  generation: '2024-messages',
  kind: 'message',
  root: [seen('msg-message', '2024-06', SUITES)],
  text: [
    seen('[data-tsid="message_text"]', '2024-06', SUITES),
    seen('msg-parsed-text:not([data-tsid="replied_text"])', '2023-06', SUITES),
  ],
  textSkip: [],
  author: [assumed('[data-tsid="message_author"]', 'named like the other parts')],
  authorLink: [assumed('a[data-tsid="message_author"][href]', 'named like the other parts')],
  date: [seen('msg-time', '2023-06', SUITES)],
  readPermalink: (_root, _date, url) => `${url.origin}${url.pathname}`,
  isOwn: (root, url) => root.hasAttribute('mine') || senderOf(root) === conversationOf(url)?.group,
  readAuthor(root, url) {
    const sender = senderOf(root);
    const authorUrl = sender ? `${url.origin}/profile/${sender}` : '';
    const header = root.closest('msg-chat')?.querySelector('header');
    const link = header?.querySelector('a[href*="/profile/"]');
    // In a talk of several people the header does not name the one who wrote.
    const isPeer = absoluteAddress(link?.getAttribute('href'), url) === authorUrl;
    return { author: isPeer ? lineOf(link ?? null) : '', authorUrl };
  },
  readId: (root, _permalink, url) =>
    (conversationOf(url) && root.getAttribute('data-item-id')) || null,
  readParent: () => null,
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

const restore: ControlMark = {
  selectors: [seen('.delete-stub_cancel', '2024-06', SUITES)],
  labels: ['восстановить', 'restore', 'відновити', 'аднавіць', 'қалпына келтіру'],
};

const NOTICES: Selectors = [
  assumed('[role="alert"], [role="status"], .tip, .toast', 'the meaning of the element'),
];

// Words in Russian, English, Ukrainian, Belarusian and Kazakh: the languages of the site that operators
// use. Only the Russian ones were seen; the others are the plain words of each language.
const controls: NativeControls = {
  menuToggle: {
    selectors: [
      assumed('[data-module="ShortcutMenu"] [aria-haspopup]', 'as the menu of a topic'),
      assumed('.comments_menu', 'named like the other parts'),
      seen('[data-tsid="more_message"]', '2023-06', SUITES),
      seen('[data-l="t,messageActionmore"]', '2023-06', SUITES),
    ],
    labels: [
      'еще',
      'действия',
      'действия с комментарием',
      'действия с сообщением',
      'more',
      'actions',
      'message actions',
      'ще',
      'яшчэ',
      'тағы',
    ],
  },
  popups: [
    assumed('[role="menu"], [role="dialog"], [role="alertdialog"]', 'the meaning of the element'),
    seen('#hook_Block_ShortcutMenu', '2026-08', BROWSER),
    seen('.modal-new_center', '2017-04', SUITES),
    assumed('.modal-new_cnt, .iDropdown', 'as remembered'),
    // The parts are seen, what holds them is not.
    assumed(':has(> msg-menu-item)', 'the menu of a message by its items'),
    assumed(':has(> [data-tsid="confirm-primary"])', 'the question by its button'),
  ],
  // The menu of a topic stands in the head of its layer.
  foreignPopups: [seen('.mlr_top_ac', '2023-06', SUITES)],
  items: {
    delete: {
      selectors: [
        seen('.comments_remove', '2024-06', SUITES),
        seen('[data-l="t,messageActionremove"]', '2023-06', SUITES),
        seen('[data-tsid="remove_msg_button"]', '2023-06', SUITES),
      ],
      labels: [
        'удалить',
        'удалить комментарий',
        'удалить сообщение',
        'delete',
        'delete comment',
        'delete message',
        'видалити',
        'выдаліць',
        'жою',
      ],
    },
    restore,
    ban: {
      selectors: [],
      labels: [
        'заблокировать',
        'заблокировать пользователя',
        'в черный список',
        'добавить в черный список',
        'block',
        'block user',
        'заблокувати',
        'заблокувати користувача',
        'заблакіраваць',
        'заблакіраваць карыстальніка',
        'бұғаттау',
      ],
    },
    unban: {
      selectors: [],
      labels: ['разблокировать', 'unblock', 'розблокувати', 'разблакіраваць', 'бұғаттан шығару'],
    },
    report: {
      selectors: [],
      labels: [
        'пожаловаться',
        'это спам',
        'report',
        'this is spam',
        'поскаржитися',
        'це спам',
        'паскардзіцца',
        'гэта спам',
        'шағымдану',
      ],
    },
  },
  confirm: {
    selectors: [
      seen('.form-actions_yes', '2024-06', SUITES),
      seen('[data-tsid="confirm-primary"]', '2024-06', SUITES),
    ],
    labels: [
      'да',
      'да, удалить',
      'удалить',
      'заблокировать',
      'yes',
      'delete',
      'block',
      'так',
      'видалити',
      'выдаліць',
      'иә',
      'жою',
    ],
  },
  cancel: {
    selectors: [],
    labels: [
      'отмена',
      'нет',
      'закрыть',
      'cancel',
      'no',
      'close',
      'скасувати',
      'адмена',
      'бас тарту',
    ],
  },
  outcomes: {
    delete: [
      {
        state: 'stub',
        selectors: [seen('.delete-stub_i, .delete-stub_info', '2024-06', SUITES)],
        labels: restore.labels,
      },
      { state: 'gone' },
    ],
    restore: [{ state: 'back' }],
    ban: [
      notice(
        NOTICES,
        'пользователь заблокирован',
        'пользователь добавлен в черный список',
        'user blocked',
        'user has been blocked',
      ),
    ],
    unban: [notice(NOTICES, 'пользователь разблокирован', 'user unblocked')],
    report: [notice(NOTICES, 'жалоба отправлена', 'спасибо', 'report sent', 'thank you')],
  },
};

const POSTS: Selectors = [
  seen('.feed-w', '2023-06', 'public group parsers'),
  seen('.groups_post-w', '2023-06', 'public group parsers'),
  seen('.mlr_cnts', '2023-06', SUITES),
  seen('.mlr_top', '2023-06', TOPICS),
];
const POST_TEXT: Selectors = [seen('.media-text_cnt_tx', '2023-06', 'public group parsers')];
const POST_LINK: Selectors = [
  seen('a[href*="/topic/"]', '2023-06', 'public group parsers'),
  seen('a[href*="/statuses/"]', '2023-06', 'public group parsers'),
];

/** `/group/<id>` as `group/<id>`, `/profile/<id>` as `profile/<id>`, a short name as it is. */
function accountAt(url: URL): string | null {
  const [, first = '', second = ''] = url.pathname.split('/');
  const discussed = DISCUSSION.exec(url.pathname)?.[1];
  if (discussed) return `group/${discussed}`;
  if (/^(?:group|profile)$/.test(first) && second) return `${first}/${second}`;
  return THREAD.test(url.pathname) && first ? first : null;
}

function readPublications(root: ParentNode, url: URL): Publication[] {
  const css = cssOf(POSTS);
  const found = Array.from(root.querySelectorAll(css));
  if ('matches' in root && (root as Element).matches(css)) found.unshift(root as Element);
  // The head of a topic stands inside its layer: one topic is one publication.
  const whole = found.filter((post) => !post.parentElement?.closest(css));
  return whole.flatMap((post) => {
    const link = absoluteAddress(findFirst(post, POST_LINK)?.getAttribute('href'), url);
    const permalink = link || (threadOf(url) ? `${url.origin}${url.pathname}` : '');
    if (!permalink) return [];
    const address = new URL(permalink);
    const id = threadOf(address);
    const account = accountAt(address);
    if (!id || !account) return [];
    const text = findFirst(post, POST_TEXT);
    const milliseconds = Number(post.querySelector('[data-time]')?.getAttribute('data-time'));
    return [
      {
        network: 'ok',
        id,
        permalink: `${address.origin}${address.pathname}`,
        account,
        time: milliseconds > 0 ? new Date(milliseconds).toISOString() : '',
        text: text ? readText(text).text : '',
      },
    ];
  });
}

const OWN_NAME: Selectors = [
  seen('[data-l*="userPage"]', '2021-05', SUITES),
  seen('.toolbar_nav_a .tico_tx', '2021-05', SUITES),
];

function readIdentity(document: Document): Identity | null {
  const element = findFirst(document, OWN_NAME);
  const name = lineOf(element?.querySelector('.tico, .tico_tx') ?? element);
  if (!name) return null;
  const link = element?.closest('a') ?? element?.querySelector('a');
  return {
    name,
    url: absoluteAddress(link?.getAttribute('href'), new URL(document.location.href)),
  };
}

/** Words of the switch beside a field; no page with it was seen. */
const VOICE: VoiceWords = {
  person: ['от своего имени', 'от вашего имени', 'от моего имени', 'as yourself'],
  community: ['от имени группы', 'от группы', 'on behalf of the group', 'as group'],
};

export const ok: NetworkAdapter = {
  id: 'ok',
  comments: [comment, mobile, message],
  controls,
  composers: [
    {
      kind: 'post',
      editor: [
        seen('.js-posting-itx[contenteditable="true"]', '2026-08', BROWSER),
        seen('.posting_itx[contenteditable="true"]', '2026-08', BROWSER),
        seen('[data-module="postingForm/mediaText"]', '2021-05', SUITES),
      ],
      publish: {
        // With a time of publication the same button only keeps the topic for later, and says so in
        // its words alone: its title stays.
        selectors: [
          seen(
            '#hook_Block_MediaTopicLayerBody:not(:has(input[name="timer"]:checked)) .js-publish-btn',
            '2026-08',
            BROWSER,
          ),
        ],
        labels: [],
      },
      // The editor is made anew inside the layer, which stays.
      scope: [
        seen('#hook_Block_MediaTopicLayerBody', '2026-08', BROWSER),
        assumed('form', 'the meaning of the element'),
      ],
    },
    {
      kind: 'comment',
      editor: [
        seen('.js-comments_add[contenteditable="true"]', '2026-08', BROWSER),
        seen(
          '[contenteditable="true"][data-placeholder^="Напишите комментарий"]',
          '2026-08',
          BROWSER,
        ),
      ],
      publish: {
        selectors: [seen('.comments_add-controls [data-l="t,submit"]', '2024-06', SUITES)],
        labels: ['добавить', 'add'],
      },
      scope: [
        seen('.comments_form', '2017-04', SUITES),
        assumed('form', 'the meaning of the element'),
        assumed('.comments_add', 'named like its parts'),
      ],
    },
  ],
  tellingAttributes: ['data-seen-params', 'data-time', 'data-item-id', 'name'],
  claimedComments: [seen('.js-discussion-layer-block > [data-count]', '2023-06', TOPICS)],
  readPublications,
  readIdentity,
  readVoice: (near) => voiceInWords(ok, near, VOICE),
  readAccount: (_document, url) => accountAt(url),
  threadOf,
};
