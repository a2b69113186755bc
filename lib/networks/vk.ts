import { absoluteAddress, readAddress } from './address';
import type {
  CommentMarkup,
  ControlMark,
  Identity,
  NativeControls,
  NetworkAdapter,
  Outcome,
  Publication,
  Selectors,
} from './contract';
import { assumed, notice, seen } from './evidence';
import { labelsOf } from './labels';
import { lineOf } from './read';
import { cssOf, findFirst } from './select';
import { readText } from './text';
import { type VoiceWords, voiceInWords } from './voice';

// VKontakte: the React site of 2025–2026 on desktop and mobile, what is left of the older pages
// (photo viewer, «Комментарии» of a community, pages without login) and the older mobile site.

const SBUEBAK = 'uye-ltd/sbuebak-scraper';
const BOTNADZOR = 'botnadzor/extension';
const ARCANADA = 'Arcanada-one/arcanada-publisher';
const GREASYFORK = 'greasyfork 531969';
const GOSVON = 'gosvon/gosvon';
const SCRAPERS = 'public scrapers of the older pages';
/** Not in the evidence: remembered from the older site. */
const OLDER = 'the older site as remembered';

const MESSENGER = 'public readers of the messenger';

// ── Addresses ────────────────────────────────────────────────────────────────────────────────────

/** What an address of the site points at. */
interface Place {
  /** `wall`, or the kind of what is commented: `photo`, `video`, … */
  kind: string;
  owner: string;
  item: string;
  /** Numbers of the comment and of the top comment of its branch. */
  reply: string | null;
  branch: string | null;
}

const KINDS = 'wall|photo|video|clip|topic|market|product|story|article|note';
/** `/wall-1_2`, and `wall-1_2_r3` as it stands in the `w` and `z` parameters of layers. */
const PLACE = new RegExp(`(?:^|/)(${KINDS})(-?\\d+)_(\\d+)(?:_r(\\d+))?`);

function placeOf(address: string): Place | null {
  // Four readers ask of the same permalink one after the other.
  if (lastPlace?.address !== address) lastPlace = { address, place: findPlace(address) };
  return lastPlace.place;
}

let lastPlace: { address: string; place: Place | null } | null = null;

function findPlace(address: string): Place | null {
  const parts = readAddress(address);
  if (!parts) return null;
  // A layer over the page is named in a parameter and is what the person looks at.
  const match =
    PLACE.exec(parts.parameter('w') ?? '') ??
    PLACE.exec(parts.parameter('z') ?? '') ??
    PLACE.exec(parts.path);
  if (!match) return null;
  const [, kind = '', owner = '', item = '', reply] = match;
  const parameter = (name: string) => /^\d+$/.exec(parts.parameter(name) ?? '')?.[0] ?? null;
  return {
    kind,
    owner,
    item,
    // Discussions call a message `post`.
    reply: reply ?? parameter('reply') ?? (kind === 'topic' ? parameter('post') : null),
    branch: parameter('thread'),
  };
}

/** Conversation of a community: `/gim100/convo/335`, before 2025 `/gim100?sel=335`. */
function conversationOf(url: URL): { community: string; peer: string } | null {
  const match = /^\/gim(\d+)(?:\/convo\/(-?\d+))?\/?$/.exec(url.pathname);
  const peer = match?.[2] ?? /^-?\d+$/.exec(url.searchParams.get('sel') ?? '')?.[0];
  return match && peer ? { community: match[1] ?? '', peer } : null;
}

/** A thread's id: `-100_200` for a post, `photo-100_200` for anything else. */
const threadId = ({ kind, owner, item }: Place) =>
  kind === 'wall' ? `${owner}_${item}` : `${kind}${owner}_${item}`;

const POST_CONTAINER =
  '[data-testid="post"][data-post-id], [data-post-id][data-post-nesting-lvl="0"], .post[data-post-id], .wall_item[data-post-id]';

/** Id of the post around a comment, from the page. */
function postAround(root: Element): string | null {
  const id = root.parentElement?.closest(POST_CONTAINER)?.getAttribute('data-post-id') ?? '';
  return /^-?\d+_\d+$/.test(id) ? id : null;
}

/** `[owner, number]` of the comment as the element itself says; older pages wrap the id in words. */
function ownNumbers(root: Element): { owner: string | null; number: string } | null {
  for (const name of ['id', 'data-post-id', 'data-comment-id', 'data-reply-id']) {
    const value = root.getAttribute(name) ?? '';
    const match = /(?:^|[a-z_])(-?\d+)[a-z]*_[a-z_]*(\d+)[a-z]*$/i.exec(value);
    if (match) return { owner: match[1] ?? null, number: match[2] ?? '' };
    const alone = /^(?:comment|reply|post)?[-_]?(\d+)$/i.exec(value);
    if (alone) return { owner: null, number: alone[1] ?? '' };
  }
  return null;
}

/** A comment's place as told by a link's address or by the words of an `onclick`. */
function placeOfLink(link: Element, url: URL): { place: Place; address: string } | null {
  const address = absoluteAddress(link.getAttribute('href'), url);
  const place = placeOf(address);
  if (place?.reply) return { place, address };
  // showWiki({w: 'wall-1_2', reply: '3'}) · replyClick('wall-1_2', 3) · wall-1_2_r3
  const words = link.getAttribute('onclick') ?? '';
  const match = new RegExp(`(${KINDS})(-?\\d+)_(\\d+)(?:_r(\\d+))?`).exec(words);
  if (!match) return null;
  const [, kind = '', owner = '', item = '', inId] = match;
  const reply =
    inId ??
    /\breply['"]?\s*:\s*['"]?(\d+)/.exec(words)?.[1] ??
    /_\d+['"]\s*,\s*['"]?(\d+)/.exec(words)?.[1];
  if (!reply) return null;
  const branch = /\bthread['"]?\s*:\s*['"]?(\d+)/.exec(words)?.[1] ?? null;
  return {
    place: { kind, owner, item, reply, branch },
    address: commentAddress({ kind, owner, item, branch }, reply, url),
  };
}

function commentAddress(
  { kind, owner, item, branch }: Pick<Place, 'kind' | 'owner' | 'item' | 'branch'>,
  reply: string,
  url: URL,
): string {
  const thread = branch && branch !== reply ? `&thread=${branch}` : '';
  const parameter = kind === 'topic' ? 'post' : 'reply';
  return `${url.origin}/${kind}${owner}_${item}?${parameter}=${reply}${thread}`;
}

function readPermalink(root: Element, date: Element | null, url: URL): string {
  const fromDate = date && placeOfLink(date, url);
  if (fromDate) return fromDate.address;
  const numbers = ownNumbers(root);
  if (!numbers) return absoluteAddress(date?.getAttribute('href'), url);
  const post = postAround(root);
  const place = post ? placeOf(`${url.origin}/wall${post}`) : placeOf(url.href);
  return place ? commentAddress({ ...place, branch: null }, numbers.number, url) : '';
}

/**
 * `<owner>_<number>`. The permalink decides: the element's own id names the author in place of the
 * owner on some pages.
 */
function readId(root: Element, permalink: string): string | null {
  const place = placeOf(permalink);
  if (place?.reply) return `${place.owner}_${place.reply}`;
  const numbers = ownNumbers(root);
  return numbers?.owner ? `${numbers.owner}_${numbers.number}` : null;
}

const COMMENT_AROUND =
  '[data-testid="wall_comments_comment_root"], [data-testid="wall_comments_comment_in_thread"]';

/** A comment, or the list of its answers on the older pages. */
const ANSWERED_AROUND = `${COMMENT_AROUND}, .replies_wrap_deep`;

function readParent(root: Element, permalink: string): string | null {
  const place = placeOf(permalink);
  const own = place?.reply ?? ownNumbers(root)?.number;
  if (place?.branch) return place.branch === own ? null : `${place.owner}_${place.branch}`;
  // One look tells nearly always that there is none: the way up is long.
  if (!root.parentElement?.closest(ANSWERED_AROUND)) return null;
  const around =
    root.parentElement.closest(COMMENT_AROUND) ??
    root.closest('.replies_wrap_deep')?.previousElementSibling;
  const numbers = around?.matches(`${COMMENT_AROUND}, .reply`) ? ownNumbers(around) : null;
  if (!numbers) return null;
  return `${place?.owner ?? numbers.owner}_${numbers.number}`;
}

function readThread(root: Element, permalink: string, url: URL): string {
  const place = placeOf(permalink);
  if (place) return threadId(place);
  return postAround(root) ?? threadOf(url) ?? '';
}

function threadOf(url: URL): string | null {
  const conversation = conversationOf(url);
  if (conversation) return `gim${conversation.community}_${conversation.peer}`;
  const place = placeOf(url.href);
  return place && threadId(place);
}

// ── Comments ─────────────────────────────────────────────────────────────────────────────────────

const TEXT_SKIP: Selectors = [
  assumed('[role="button"]', 'a control of the page, never words'),
  seen('[data-testid="showmoretext-after"]', '2026-03', SBUEBAK),
  assumed('.wall_reply_more', OLDER),
  seen('.wall_reply_more_redesign_2024', '2026-05', BOTNADZOR),
  assumed('.wall_post_more', OLDER),
];

/** Words of a post that is attached to the comment are not the comment's. */
function isNotAttached(element: Element, root: Element): boolean {
  const post = element.closest('[data-post-id]');
  return post === null || post.contains(root);
}

/** React pages, desktop and mobile with login. */
const present: CommentMarkup = {
  generation: '2026',
  root: [
    seen('[data-testid="wall_comments_comment_root"]', '2026-05', BOTNADZOR),
    seen('[data-testid="wall_comments_comment_in_thread"]', '2026-05', BOTNADZOR),
  ],
  text: [
    seen(
      '[data-testid="comment-text"] [data-testid="showmoretext-in-expanded"]',
      '2026-03',
      SBUEBAK,
    ),
    seen('[data-testid="comment-text"] [data-testid="showmoretext-in"]', '2026-03', SBUEBAK),
    seen('[data-testid="comment-text"]', '2026-05', BOTNADZOR),
    // The reader that the first two come from looks for them in the whole comment.
    seen('[data-testid="showmoretext-in-expanded"]', '2026-03', SBUEBAK),
    seen('[data-testid="showmoretext-in"]', '2026-03', SBUEBAK),
  ],
  isText: isNotAttached,
  textSkip: TEXT_SKIP,
  author: [
    seen('[data-testid="comment-owner"]', '2026-05', BOTNADZOR),
    assumed('[data-testid="comment-avatar"] img[alt]', 'pictures of people carry their names'),
  ],
  authorLink: [
    seen('a[data-testid="comment-avatar"][href]', '2026-05', BOTNADZOR),
    seen('a[data-testid="comment-owner"][href]', '2026-05', BOTNADZOR),
    assumed('[data-testid="comment-avatar"] a[href]', 'the avatar may wrap its link'),
  ],
  date: [
    seen('[data-testid="wall_comment_date"]', '2026-03', SBUEBAK),
    seen('a[href*="reply="]', '2026-05', BOTNADZOR),
  ],
  readPermalink,
  readId,
  readParent,
  readThread,
};

/** The window of a video, where comments are the same component without the wall's ids. */
const videoWindow: CommentMarkup = {
  ...present,
  generation: '2026-window',
  root: [
    {
      ...seen('[data-testid="comment"]', '2026-05', BOTNADZOR),
      outside: '[data-testid^="wall_comments_comment_"]',
    },
  ],
  authorLink: [
    seen('a[data-testid="comment-owner"][href]', '2026-05', BOTNADZOR),
    seen('a[data-testid="comment-avatar"][href]', '2026-05', BOTNADZOR),
  ],
  date: [
    seen('a[href*="reply="]', '2026-05', BOTNADZOR),
    assumed('[data-testid="comment-date"]', 'named like the other parts of the component'),
    assumed('time', 'the meaning of the element'),
  ],
};

/** Reviews of a community: one of a person, without numbers or addresses of their own. */
const review: CommentMarkup = {
  generation: '2026-review',
  root: [seen('[data-testid="review"]', '2026-05', BOTNADZOR)],
  text: [
    assumed('[data-testid="review-text"] [data-testid="showmoretext-in"]', 'as in comments'),
    assumed('[data-testid="review-text"]', 'named like the other parts of the component'),
    assumed('[data-testid="showmoretext-in"]', 'as in comments'),
  ],
  textSkip: TEXT_SKIP,
  author: [seen('[data-testid="review-name"]', '2026-05', BOTNADZOR)],
  authorLink: [
    seen('a[data-testid="review-avatar-link"][href]', '2026-05', BOTNADZOR),
    seen('a[data-testid="review-name"][href]', '2026-05', BOTNADZOR),
  ],
  date: [
    assumed('[data-testid="review-date"]', 'named like the other parts of the component'),
    assumed('time', 'the meaning of the element'),
  ],
  readPermalink: (_root, date, url) => absoluteAddress(date?.getAttribute('href'), url) || url.href,
  readId(root, _permalink, url) {
    const numbers = ownNumbers(root);
    if (numbers?.owner) return `${numbers.owner}_${numbers.number}`;
    const owner = /\/reviews(-?\d+)/.exec(url.pathname)?.[1];
    const author = root.querySelector(
      '[data-testid="review-avatar-link"], [data-testid="review-name"]',
    );
    const name = absoluteAddress(author?.getAttribute('href'), url).split('/').at(-1);
    return owner && name ? `review${owner}_${name}` : null;
  },
  readParent: () => null,
  readThread: (_root, _permalink, url) => /\/(reviews-?\d+)/.exec(url.pathname)?.[1] ?? '',
};

/** A community's «Комментарии» page for its administrators. */
const administration: CommentMarkup = {
  generation: 'administration',
  root: [seen('.group_activity_reply_wrap', '2026-05', BOTNADZOR)],
  text: [
    assumed('.group_activity_content_text', 'named like the other parts'),
    assumed('.group_activity_text', 'named like the other parts'),
    seen('.wall_reply_text', '2025-04', GREASYFORK),
    assumed('[id^="wpt"]', 'as in older comments'),
    seen('.group_activity_content', '2026-05', BOTNADZOR),
  ],
  textSkip: [
    ...TEXT_SKIP,
    // The content element holds the other parts too where it has no text element.
    seen(
      '.group_activity_content_owner, .group_activity_content_owner_name, .group_activity_content_date, .ui_actions_menu_wrap, .like_indicators_wrap',
      '2026-05',
      BOTNADZOR,
    ),
  ],
  textKeep: [assumed('.wall_reply_more + span', 'as in older comments')],
  author: [seen('a.group_activity_content_owner_name', '2026-05', BOTNADZOR)],
  authorLink: [seen('a.group_activity_content_owner_name[href]', '2026-05', BOTNADZOR)],
  date: [
    seen('.group_activity_content_date a[href*="reply="]', '2026-05', BOTNADZOR),
    seen('.group_activity_content_date [onclick*="showWiki"]', '2026-05', BOTNADZOR),
    seen('.group_activity_content_date a', '2026-05', BOTNADZOR),
    seen('.group_activity_content_date', '2026-05', BOTNADZOR),
  ],
  readPermalink,
  readId,
  readParent,
  readThread,
};

/** Seconds since 1970 in an attribute of the older date element. */
function readLegacyTime(_root: Element, date: Element | null): string | null {
  const stamped = date?.matches('[time]') ? date : date?.querySelector('[time]');
  const seconds = Number(stamped?.getAttribute('time'));
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
}

/** Photo viewer, pages without login and whatever else was not rewritten. */
const legacy: CommentMarkup = {
  generation: 'legacy',
  root: [
    seen('.reply[id^="post"]', '2025-04', GREASYFORK),
    seen('.reply[data-post-id]', '2026-05', BOTNADZOR),
    seen('.reply._post', '2026-05', BOTNADZOR),
  ],
  text: [
    seen('.wall_reply_text', '2025-04', GREASYFORK),
    seen('[id^="wpt"]', '2025-04', GREASYFORK),
  ],
  textSkip: TEXT_SKIP,
  textKeep: [assumed('.wall_reply_more + span', OLDER), assumed('.wall_post_more + span', OLDER)],
  author: [
    seen('.reply_author .author', '2025-04', GREASYFORK),
    seen('a.author', '2025-04', GREASYFORK),
    seen('.reply_author a', '2025-04', GREASYFORK),
  ],
  authorLink: [
    seen('a.author[href]', '2025-04', GREASYFORK),
    seen('.reply_author a[href]', '2025-04', GREASYFORK),
    seen('a.reply_image[href]', '2026-05', BOTNADZOR),
  ],
  date: [
    seen('.reply_link_wrap a[href*="reply="]', '2025-04', GREASYFORK),
    seen('.reply_date a[href]', '2023-01', SCRAPERS),
    seen('a.wd_lnk', '2023-01', SCRAPERS),
    seen('.reply_footer a[href*="reply="], .reply_content a[href*="reply="]', '2026-05', BOTNADZOR),
    seen('a[href*="reply="]', '2026-05', BOTNADZOR),
    seen('.reply_date', '2023-01', SCRAPERS),
    seen('.rel_date', '2023-01', SCRAPERS),
  ],
  readPermalink,
  readTime: readLegacyTime,
  readId,
  readParent,
  readThread,
};

/** The older mobile site, still given to people without login. */
const mobile: CommentMarkup = {
  generation: 'mobile',
  root: [seen('.ReplyItem__wrap', '2026-05', BOTNADZOR)],
  text: [
    seen('.ReplyItem__text', '2025-06', 'VK time marks, public script'),
    assumed('.ReplyItem__body', 'named like the other parts'),
    seen('.ReplyItem__content', '2026-05', BOTNADZOR),
  ],
  textSkip: [
    ...TEXT_SKIP,
    // The content element holds the other parts too where it has no text element.
    seen(
      '.ReplyItem__header, .ReplyItem__name, .item_date, .ReplyItem__like',
      '2026-05',
      BOTNADZOR,
    ),
    seen('.ReplyItem__action', '2024-10', GOSVON),
    assumed(
      '.ReplyItem__actions, .ReplyItem__footer, .ReplyItem__date',
      'named like the other parts',
    ),
  ],
  author: [seen('.ReplyItem__name', '2026-05', BOTNADZOR)],
  authorLink: [seen('a.ReplyItem__name[href]', '2026-05', BOTNADZOR)],
  date: [
    seen('a.item_date', '2026-05', BOTNADZOR),
    seen('a[href*="reply="]', '2026-05', BOTNADZOR),
    assumed('.item_date', 'a date without a link'),
  ],
  readPermalink,
  readTime: readLegacyTime,
  readId,
  readParent,
  readThread,
};

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────

/** Conversations of several people; with them the header names the conversation, not a person. */
const FIRST_CHAT = 2_000_000_000;

/**
 * Messages to a community (`/gim…`). The operator's own letters (`/im`) are no business of Vakhta: an
 * element there has no id and so is never read.
 */
const message: CommentMarkup = {
  generation: '2026-messages',
  kind: 'message',
  root: [seen('.ConvoHistory__messageBlock', '2026-09', MESSENGER)],
  text: [
    seen('.ConvoMessageWithoutBubble__text .MessageText', '2026-09', MESSENGER),
    seen('.ConvoMessageWithoutBubble__text', '2026-09', MESSENGER),
    assumed('.ConvoMessage__text', 'the same with bubbles'),
  ],
  textSkip: TEXT_SKIP,
  author: [
    seen('.ConvoMessageHeader__authorLink .PeerTitle__title', '2026-06', MESSENGER),
    seen('.ConvoMessageHeader__authorLink', '2026-06', MESSENGER),
  ],
  authorLink: [
    seen('a.ConvoMessageHeader__authorLink[href]', '2026-06', MESSENGER),
    seen('a.ConvoMessageWithoutBubble__avatar[href]', '2026-09', MESSENGER),
  ],
  date: [seen('.ConvoMessageInfoWithoutBubbles__date', '2026-09', MESSENGER)],
  readPermalink: (_root, _date, url) => {
    const conversation = conversationOf(url);
    return conversation
      ? `${url.origin}/gim${conversation.community}/convo/${conversation.peer}`
      : '';
  },
  // Ticks of delivery stand at one's own messages only.
  isOwn: (root) =>
    root.closest('.ConvoStack--out') !== null ||
    root.querySelector('.ConvoMessageInfoWithoutBubbles__statusIcon') !== null,
  // Of a run of messages only the first names its author; in a talk of two it is who one talks to.
  readAuthor(root, url) {
    const peer = Number(conversationOf(url)?.peer);
    if (!(peer < FIRST_CHAT)) return null;
    const header = root.ownerDocument.querySelector('a.ConvoHeader__info[href]');
    const name = header?.querySelector('.ConvoTitle, h2') ?? header?.firstChild;
    return {
      author: (name?.textContent ?? '').trim(),
      authorUrl: absoluteAddress(header?.getAttribute('href'), url),
    };
  },
  readTime(root, date) {
    const day = root
      .closest('.ConvoHistory__dateStack')
      ?.querySelector('.DateSeparator')
      ?.getAttribute('aria-label');
    const time = lineOf(date);
    return day && time ? `${day}, ${time}` : null;
  },
  readId(root, _permalink, url) {
    const conversation = conversationOf(url);
    const number = root.closest('[data-itemkey]')?.getAttribute('data-itemkey') ?? '';
    return conversation && /^\d+$/.test(number) ? `${conversation.peer}_${number}` : null;
  },
  readParent: () => null,
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

// ── The network's own controls ───────────────────────────────────────────────────────────────────

const restore: ControlMark = {
  selectors: [],
  labels: ['восстановить', 'восстановить комментарий', 'restore', 'restore comment', 'undo'],
};

const deletedStub: Outcome = {
  state: 'stub',
  selectors: [seen('.dld', '2023-01', 'public report scripts')],
  labels: restore.labels,
};

const NOTICES: Selectors = [
  seen('.notifier_baloon_msg', '2023-01', 'public report scripts'),
  assumed('[role="alert"], [role="status"], [aria-live]', 'the meaning of the element'),
  assumed('[class*="Snackbar"]', "name in the network's public component library"),
];

const controls: NativeControls = {
  menuToggle: {
    selectors: [
      assumed('[data-testid="comment_context_menu_toggle"]', 'named like the menu of a post'),
      assumed(
        '[data-testid="comment-menu"], [data-testid="comment-actions"]',
        'named like other parts',
      ),
      assumed(
        'button[aria-haspopup], [role="button"][aria-haspopup]',
        'the meaning of the attribute',
      ),
      seen('[data-testid="vkme_messages_actions_button_more"]', '2026-06', MESSENGER),
      assumed('.ui_actions_menu_icons', OLDER),
      seen('.ui_actions_menu_wrap', '2026-05', BOTNADZOR),
    ],
    labels: [
      'действия',
      'меню',
      'еще',
      'открыть меню',
      'меню комментария',
      'действия с комментарием',
      'действия с сообщением',
      'actions',
      'menu',
      'more',
      'open menu',
      'comment menu',
    ],
  },
  popups: [
    seen('[data-testid$="_context_menu"]', '2026-08', ARCANADA),
    assumed('[role="menu"]', 'the meaning of the element'),
    seen('[role="dialog"]', '2026-08', ARCANADA),
    assumed('[role="alertdialog"], [aria-modal="true"]', 'the meaning of the element'),
    seen('.ui_actions_menu', '2022-01', 'AiratHalitov/social-scripts'),
    seen('.ReportConfirmationPopup', '2023-01', 'public report scripts'),
    assumed('.popup_box_container', OLDER),
  ],
  foreignPopups: [
    seen('[data-testid="post_context_menu"]', '2026-08', ARCANADA),
    seen('[data-testid="header-profile-menu"]', '2026-08', ARCANADA),
  ],
  items: {
    delete: {
      selectors: [
        assumed(
          '[data-testid="comment_context_menu_item_delete"]',
          'named like the menu of a post',
        ),
        // The same button reports on other people's pages: its title decides (see labels).
        seen('.reply_delete_button[title="Удалить"]', '2023-01', 'public report scripts'),
      ],
      labels: [
        'удалить',
        'удалить комментарий',
        'удалить сообщение',
        'delete',
        'delete comment',
        'remove comment',
        'delete message',
      ],
    },
    restore,
    ban: {
      selectors: [
        assumed('[data-testid="comment_context_menu_item_ban"]', 'named like the menu of a post'),
      ],
      labels: [
        'заблокировать',
        'заблокировать автора',
        'заблокировать пользователя',
        'забанить',
        'в черный список',
        'добавить в черный список',
        'удалить и заблокировать',
        'block',
        'block author',
        'block user',
        'ban',
        'add to blacklist',
        'add to blocklist',
      ],
    },
    unban: {
      selectors: [],
      labels: ['разблокировать', 'разблокировать автора', 'убрать из черного списка', 'unblock'],
    },
    report: {
      selectors: [
        assumed(
          '[data-testid="comment_context_menu_item_report"]',
          'named like the menu of a post',
        ),
        seen('.reply_delete_button[title="Пожаловаться"]', '2023-01', 'public report scripts'),
      ],
      labels: [
        'пожаловаться',
        'пожаловаться на комментарий',
        'пожаловаться на сообщение',
        'это спам',
        'отметить как спам',
        'пометить как спам',
        'report',
        'report comment',
        'this is spam',
        'mark as spam',
      ],
    },
  },
  confirm: {
    selectors: [
      seen('.ReportConfirmationPopup__footer__submit-button', '2023-01', 'public report scripts'),
    ],
    labels: [
      'удалить',
      'да, удалить',
      'да',
      'заблокировать',
      'добавить в черный список',
      'пожаловаться',
      'отправить',
      'отправить жалобу',
      'delete',
      'yes, delete',
      'yes',
      'block',
      'report',
      'send',
      'submit',
    ],
  },
  cancel: {
    selectors: [],
    labels: ['отмена', 'отменить', 'нет', 'не удалять', 'закрыть', 'cancel', 'no', 'close'],
  },
  outcomes: {
    delete: [
      deletedStub,
      notice(
        NOTICES,
        'комментарий удален',
        'комментарии удалены',
        'сообщение удалено',
        'comment deleted',
        'message deleted',
      ),
      { state: 'gone' },
    ],
    restore: [{ state: 'back' }],
    ban: [
      notice(
        NOTICES,
        'пользователь заблокирован',
        'пользователь добавлен в черный список',
        'автор заблокирован',
        'сообщество заблокировано',
        'user blocked',
        'user has been blocked',
        'author blocked',
      ),
      {
        state: 'stub',
        selectors: [],
        labels: ['разблокировать', 'убрать из черного списка', 'unblock'],
      },
    ],
    unban: [notice(NOTICES, 'пользователь разблокирован', 'автор разблокирован', 'user unblocked')],
    report: [
      notice(
        NOTICES,
        'жалоба отправлена',
        'спасибо',
        'ваша жалоба',
        'report sent',
        'thank you',
        'your report',
      ),
      {
        state: 'stub',
        selectors: [seen('.wall_reasons_result', '2023-01', 'public report scripts')],
        labels: [],
      },
    ],
  },
};

// ── Posts ────────────────────────────────────────────────────────────────────────────────────────

const POSTS: Selectors = [
  seen('[data-testid="post"][data-post-id]', '2026-08', ARCANADA),
  seen('[data-post-id][data-post-nesting-lvl="0"]', '2026-03', SBUEBAK),
  assumed('.post[data-post-id]', OLDER),
  assumed('.wall_item[data-post-id]', 'the older mobile site'),
];
const POST_DATE: Selectors = [
  seen('a[data-testid="post_date_block_preview"]', '2026-08', ARCANADA),
  seen('[data-testid="post_date_block_preview"]', '2026-08', ARCANADA),
  seen('.post_link', '2023-01', SCRAPERS),
  assumed('.wi_date', 'the older mobile site'),
];
const POST_TEXT: Selectors = [
  seen('[data-testid="post_text"] [data-testid="showmoretext-in-expanded"]', '2026-03', SBUEBAK),
  seen('[data-testid="post_text"] [data-testid="showmoretext-in"]', '2026-03', SBUEBAK),
  seen('[data-testid="post_text"]', '2026-03', SBUEBAK),
  seen('[data-testid="showmoretext-in-expanded"]', '2026-08', ARCANADA),
  seen('[data-testid="showmoretext-in"]', '2026-08', ARCANADA),
  seen('.wall_post_text', '2023-01', SCRAPERS),
  assumed('.pi_text', 'the older mobile site'),
];

/** Whose wall a post stands on; empty for a repost, whose words are someone else's. */
function ownerOfPost(post: Element): string {
  if (post.parentElement?.closest('[data-post-id]')) return '';
  return /^(-?\d+)_\d+$/.exec(post.getAttribute('data-post-id') ?? '')?.[1] ?? '';
}

function readPublications(root: ParentNode, url: URL): Publication[] {
  const css = cssOf(POSTS);
  const found = Array.from(root.querySelectorAll(css));
  if ('matches' in root && (root as Element).matches(css)) found.unshift(root as Element);
  const publications: Publication[] = [];
  for (const post of found) {
    const owner = ownerOfPost(post);
    if (!owner) continue;
    const id = post.getAttribute('data-post-id') ?? '';
    const own = (selectors: Selectors) => {
      for (const { css: part } of selectors) {
        for (const element of post.querySelectorAll(part)) {
          const inComment = element.closest(COMMENT_AROUND) ?? element.closest('.reply');
          if (!inComment && element.closest('[data-post-id]') === post) return element;
        }
      }
      return null;
    };
    const date = own(POST_DATE);
    const text = own(POST_TEXT);
    const linked = absoluteAddress(date?.getAttribute('href'), url);
    publications.push({
      network: 'vk',
      id,
      // On the post's own page its date is no link.
      permalink: placeOf(linked) ? linked : `${url.origin}/wall${id}`,
      account: owner,
      time:
        readLegacyTime(post, date) ??
        date?.querySelector('time[datetime]')?.getAttribute('datetime') ??
        lineOf(date),
      text: text ? readText(text, { skip: cssOf(TEXT_SKIP) }).text : '',
    });
  }
  return publications;
}

// ── Who and where ────────────────────────────────────────────────────────────────────────────────

const OWN_PAGE: Selectors = [
  seen('[data-testid="leftmenu"] a[href]', '2026-05', BOTNADZOR),
  assumed('#l_pr a[href]', OLDER),
];
const OWN_NAME: Selectors = [
  seen(
    '[data-testid="header-profile-menu"] [class*="UserPlaceholder-module_header"]',
    '2026-08',
    ARCANADA,
  ),
  seen('[data-testid="header-profile-menu-button"] img[alt]', '2026-08', ARCANADA),
  seen('[data-testid="header-profile-menu-button"]', '2026-08', ARCANADA),
  assumed('.top_profile_name', OLDER),
];
const OWN_PAGE_LABELS = ['профиль', 'моя страница', 'profile', 'my profile'];

function readIdentity(document: Document): Identity | null {
  const element = findFirst(document, OWN_NAME);
  const name =
    element?.getAttribute('alt')?.trim() ||
    lineOf(element) ||
    element?.getAttribute('aria-label')?.trim() ||
    '';
  const links = OWN_PAGE.flatMap(({ css }) => Array.from(document.querySelectorAll(css)));
  const own = links.find((link) => labelsOf(link).some((label) => OWN_PAGE_LABELS.includes(label)));
  const url = absoluteAddress(own?.getAttribute('href'), new URL(document.location.href));
  return name || url ? { name, url } : null;
}

/** Words of the switch beside a field; no page with it was seen, the words are those of the site's help. */
const VOICE: VoiceWords = {
  person: ['от вашего имени', 'от своего имени', 'от моего имени', 'on your behalf', 'as yourself'],
  community: [
    'от имени сообщества',
    'от имени группы',
    'on behalf of the community',
    'on behalf of community',
    'as community',
  ],
};

/** Addresses of whoever owns the posts of the page: the number alone does not tell a short name. */
function readAccountLinks(document: Document, url: URL): string[] {
  const head = document.querySelector('[data-post-id] a[data-testid="post-header-title"][href]');
  const owner = /^(-?\d+)_/.exec(
    head?.closest('[data-post-id]')?.getAttribute('data-post-id') ?? '',
  );
  const address = absoluteAddress(head?.getAttribute('href'), url);
  return address !== '' && owner?.[1] === readAccount(document, url) ? [address] : [];
}

/** Paths that show many owners' posts. */
const FEED = /^\/(?:feed|al_feed\.php|search|bookmarks|im|notifications)?$/;

function readAccount(document: Document, url: URL): string | null {
  const community = /^\/gim(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
  if (community) return `-${community}`;
  const place = placeOf(url.href);
  if (place) return place.owner;
  const numbered = /^\/(club|public|event|id|reviews-|wall)(-?\d+)$/.exec(url.pathname);
  if (numbered) {
    const [, kind = '', number = ''] = numbered;
    return kind === 'id' || kind === 'wall' ? number : `-${number}`;
  }
  if (FEED.test(url.pathname)) return null;
  // A short name does not tell the number; the posts of the wall do.
  for (const post of document.querySelectorAll(cssOf(POSTS))) {
    const owner = ownerOfPost(post);
    if (owner) return owner;
  }
  return null;
}

export const vk: NetworkAdapter = {
  id: 'vk',
  comments: [present, videoWindow, review, message, administration, legacy, mobile],
  controls,
  composers: [
    {
      kind: 'post',
      editor: [
        seen(
          '[data-testid="posting_base_screen_input_message"][contenteditable="true"]',
          '2026-08',
          ARCANADA,
        ),
        seen(
          '[data-testid="posting_base_screen_input_message"] [contenteditable="true"]',
          '2026-08',
          ARCANADA,
        ),
        seen('#post_field[contenteditable="true"]', '2024-01', 'saved comments widget'),
      ],
      publish: {
        selectors: [
          seen('[data-testid="posting_submit_button"]', '2026-08', ARCANADA),
          seen('#send_post', '2024-01', 'saved comments widget'),
        ],
        labels: ['опубликовать', 'publish'],
      },
      scope: [
        seen('[data-testid="posting_modal_box"]', '2026-08', ARCANADA),
        seen('[role="dialog"]', '2026-08', ARCANADA),
        seen('#submit_post_box', '2024-01', 'saved comments widget'),
      ],
    },
    {
      kind: 'comment',
      editor: [
        seen(
          '[data-testid="content-editable-input"][contenteditable="true"]',
          '2025-06',
          'Commenter, VK content script',
        ),
        seen(
          '[data-testid="content-editable-input"] [contenteditable="true"]',
          '2025-06',
          'Commenter, VK content script',
        ),
        seen('.reply_field.submit_post_field[contenteditable="true"]', '2024-10', GOSVON),
        assumed('textarea[name="message"]', 'the older mobile site'),
        assumed(
          '[data-testid="post"] [role="textbox"][contenteditable="true"]',
          'the meaning of the element',
        ),
      ],
      publish: {
        selectors: [
          seen('[data-testid="send-comment"]', '2025-06', 'Commenter, VK content script'),
          seen('.reply_send_button', '2024-10', 'TrueCookie/asya-comment'),
        ],
        labels: ['отправить', 'отправить комментарий', 'send', 'send comment'],
      },
      scope: [
        seen('[class*="vkitCommentInput__root"]', '2026-05', BOTNADZOR),
        seen('.reply_form', '2026-05', BOTNADZOR),
        assumed('form', 'the meaning of the element'),
        seen('[data-testid="post"]', '2026-08', ARCANADA),
      ],
    },
  ],
  tellingAttributes: ['data-post-id', 'data-testid'],
  cover: [
    assumed(
      '.redesigned-group-cover__img',
      'public tests of a community’s page, undated; not seen beside the markup of 2026',
    ),
  ],
  claimedComments: [
    seen('[data-testid="post_footer_action_comment"]', '2026-05', BOTNADZOR),
    seen('.PostBottomAction.comment[data-count]', '2026-05', BOTNADZOR),
  ],
  readPublications,
  readIdentity,
  readVoice: (near) => voiceInWords(vk, near, VOICE),
  readAccount,
  readAccountLinks,
  threadOf,
};
