import type {
  CommentMarkup,
  ControlMark,
  Identity,
  NativeControls,
  NetworkAdapter,
  Outcome,
  Publication,
  Selector,
  Selectors,
} from './contract';
import { KNOWN_HOSTS } from './hosts';
import { absoluteAddress, lineOf } from './read';
import { cssOf, findFirst } from './select';
import { readText } from './text';

// Odnoklassniki: pages made on the server, readable classes that have stayed since 2016.

const TOPICS = 'public spider of topics (Scrapy)';
const MONITOR = 'public reputation monitor';
const SUITES = 'public test suites of the site';
const BROWSER = 'public publisher ok_browser';

const seen = (css: string, month: string, source: string): Selector => ({
  css,
  seen: month,
  source,
});
const assumed = (css: string, source: string): Selector => ({
  css,
  seen: '2026-11',
  source,
  assumed: true,
});

/** `/group/<id>/topic/<id>`, `/<name>/topic/<id>`, `/profile/<id>/statuses/<id>`. */
const THREAD = /\/(?:topic|statuses|album|video|photo)\/(\d+)/;
const threadOf = (url: URL): string | null => THREAD.exec(url.pathname)?.[1] ?? null;

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
  readPermalink: (_root, _date, url) => `${url.origin}${url.pathname}`,
  readTime(root) {
    const stamped = root.closest('[data-time]') ?? root.querySelector('[data-time]');
    const milliseconds = Number(stamped?.getAttribute('data-time'));
    return milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
  },
  readId: (root) => seenId(root),
  readParent(root) {
    // The mark of whom the comment answers.
    const target = root.querySelector('[data-rid]')?.getAttribute('data-rid');
    return target && target !== seenId(root) ? target : null;
  },
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

const restore: ControlMark = {
  selectors: [seen('.delete-stub_cancel', '2024-06', SUITES)],
  labels: ['восстановить', 'restore'],
};

const NOTICES: Selectors = [
  assumed('[role="alert"], [role="status"], .tip, .toast', 'the meaning of the element'),
];
const notice = (...labels: string[]): Outcome => ({ state: 'notice', selectors: NOTICES, labels });

const controls: NativeControls = {
  menuToggle: {
    selectors: [assumed('[data-module="ShortcutMenu"], .comments_menu', 'as the menu of a topic')],
    labels: ['еще', 'действия', 'more', 'actions'],
  },
  popups: [
    assumed('[role="menu"], [role="dialog"], [role="alertdialog"]', 'the meaning of the element'),
    seen('#hook_Block_ShortcutMenu', '2026-08', BROWSER),
    assumed('.modal-new_cnt, .iDropdown', 'as remembered'),
  ],
  items: {
    delete: {
      selectors: [seen('.comments_remove', '2024-06', SUITES)],
      labels: ['удалить', 'удалить комментарий', 'delete', 'delete comment'],
    },
    restore,
    ban: {
      selectors: [],
      labels: [
        'заблокировать',
        'заблокировать пользователя',
        'в черный список',
        'block',
        'block user',
      ],
    },
    unban: { selectors: [], labels: ['разблокировать', 'unblock'] },
    report: { selectors: [], labels: ['пожаловаться', 'это спам', 'report', 'this is spam'] },
  },
  confirm: {
    selectors: [seen('.form-actions_yes', '2024-06', SUITES)],
    labels: ['да', 'да, удалить', 'yes'],
  },
  cancel: { selectors: [], labels: ['отмена', 'нет', 'закрыть', 'cancel', 'no', 'close'] },
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
    ban: [notice('пользователь заблокирован', 'user blocked')],
    unban: [notice('пользователь разблокирован', 'user unblocked')],
    report: [notice('жалоба отправлена', 'спасибо', 'report sent', 'thank you')],
  },
};

const POSTS: Selectors = [
  seen('.feed-w', '2023-06', 'public group parsers'),
  seen('.groups_post-w', '2023-06', 'public group parsers'),
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
  if (/^(?:group|profile)$/.test(first) && second) return `${first}/${second}`;
  return THREAD.test(url.pathname) && first ? first : null;
}

function readPublications(root: ParentNode, url: URL): Publication[] {
  const css = cssOf(POSTS);
  const found = Array.from(root.querySelectorAll(css));
  if ('matches' in root && (root as Element).matches(css)) found.unshift(root as Element);
  return found.flatMap((post) => {
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
  const name = lineOf(element);
  if (!name) return null;
  const link = element?.closest('a') ?? element?.querySelector('a');
  return {
    name,
    url: absoluteAddress(link?.getAttribute('href'), new URL(document.location.href)),
  };
}

export const ok: NetworkAdapter = {
  id: 'ok',
  name: 'Одноклассники',
  hosts: KNOWN_HOSTS.ok,
  comments: [comment],
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
        selectors: [seen('.js-publish-btn', '2026-08', BROWSER)],
        labels: ['поделиться', 'опубликовать', 'share', 'publish'],
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
        assumed('form', 'the meaning of the element'),
        assumed('.comments_add', 'named like its parts'),
      ],
    },
  ],
  tellingAttributes: ['data-seen-params', 'data-time'],
  claimedComments: [seen('.js-discussion-layer-block > [data-count]', '2023-06', TOPICS)],
  readPublications,
  readIdentity,
  readAccount: (_document, url) => accountAt(url),
  threadOf,
};
