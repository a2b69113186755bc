import { absoluteAddress, readAddress } from './address';
import type {
  CommentMarkup,
  Identity,
  NativeControls,
  NetworkAdapter,
  Publication,
  Selector,
  Selectors,
} from './contract';
import { assumed, notice, seen } from './evidence';
import { lineOf, readComment } from './read';
import { commentRoots } from './roots';
import { cssOf, findFirst } from './select';
import { x as site } from './sites/x';
import { voiceSignedIn } from './voice';

// X (Twitter): React Native for Web, hashed classes, steady test ids. One markup for a post and an
// answer to it. The author of a thread cannot delete the answers of others: he hides them; everybody
// can block and report; only one's own posts are deleted, and nothing brings them back.

const SAVED = 'saved pages';
const CPFT = 'insin/control-panel-for-twitter';
const CHAT = 'public readers of the chat';

// ── Addresses ────────────────────────────────────────────────────────────────────────────────────

/** `/<handle>/status/<id>`; what follows (`/photo/1`, `/analytics`) points into the same post. */
const STATUS = /^\/([^/]+)\/status\/(\d+)/;

function statusOf(address: string): { handle: string; id: string } | null {
  const [, handle, id] = STATUS.exec(readAddress(address)?.path ?? '') ?? [];
  return handle && id ? { handle, id } : null;
}

/** `/i/chat/<id>`; until 2026 `/messages/<id>`. */
const conversationOf = (url: URL): string | null =>
  /^\/(?:i\/chat|messages)\/([\w-]*\d[\w-]*)\/?$/.exec(url.pathname)?.[1] ?? null;

function threadOf(url: URL): string | null {
  const conversation = conversationOf(url);
  return conversation ? `chat_${conversation}` : (statusOf(url.href)?.id ?? null);
}

// ── Posts and answers ────────────────────────────────────────────────────────────────────────────

function readPermalink(root: Element, date: Element | null, url: URL): string {
  const link = date?.closest('a') ?? root.querySelector('a[href*="/status/"]');
  const address = absoluteAddress(link?.getAttribute('href'), url);
  const status = statusOf(address);
  return status ? `${new URL(address).origin}/${status.handle}/status/${status.id}` : '';
}

/** A quoted post is a block with `role="link"` inside the post that quotes it. */
function unquoted(css: string, month: string, source: string): Selector {
  return { ...seen(css, month, source), outside: 'div[role="link"]' };
}

/** Links that the name of the author is. */
const NAMES: Selectors = [
  unquoted('[data-testid="User-Name"] a[href^="/"]', '2026-02', SAVED),
  unquoted('[data-testid="User-Names"] a[href^="/"]', '2022-12', SAVED),
];

const POST = 'article[data-testid="tweet"]';

const tweet: CommentMarkup = {
  generation: '2026',
  root: [
    seen(POST, '2026-02', SAVED),
    seen('article[role="article"]:not([data-testid])', '2026-02', SAVED),
  ],
  // An Article (a long text) has no text element: it is no answer to anyone.
  text: [
    unquoted('[data-testid="tweetText"]', '2026-02', SAVED),
    // Before July 2022 the words had no name; the language was given even then.
    {
      ...assumed('article:not([data-testid="tweet"]) div[lang][dir="auto"]', 'as remembered'),
      seen: '2022-06',
      outside: 'div[role="link"]',
    },
  ],
  textSkip: [assumed('[data-testid="tweet-text-show-more-link"]', 'as remembered')],
  textFlow: 'lines',
  author: NAMES,
  authorLink: [
    ...NAMES,
    seen('[data-testid^="UserAvatar-Container-"] a[href^="/"]', '2026-02', SAVED),
  ],
  date: [unquoted('a[href*="/status/"] time[datetime]', '2026-02', SAVED)],
  readPermalink,
  readId: (_root, permalink) => statusOf(permalink)?.id ?? null,
  // The page does not say which answer an answer belongs to; the open post is above all of them.
  readParent(_root, permalink, url) {
    const thread = statusOf(url.href)?.id ?? null;
    return thread === statusOf(permalink)?.id ? null : thread;
  },
  readThread: (_root, permalink, url) => threadOf(url) ?? statusOf(permalink)?.id ?? '',
};

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────

/** In a talk of two the header leads to the other one. */
const PARTNER: Selectors = [
  seen('[data-testid="dm-conversation-header"] a[href]', '2026-10', CHAT),
];
const PARTNER_NAME: Selectors = [seen('[data-testid="dm-conversation-username"]', '2026-10', CHAT)];

/** Around a message: the shadow root, where the network has one. */
const treeOf = (root: Element): ParentNode => {
  const tree = root.getRootNode();
  return 'querySelector' in tree ? (tree as ParentNode & Node) : root.ownerDocument;
};

const message: CommentMarkup = {
  generation: '2026-chat',
  kind: 'message',
  root: [seen('[data-dm-message-row]', '2026-10', CHAT)],
  text: [
    // Beside the words the element holds their time.
    seen('[data-testid^="message-text-"] span[dir="auto"]', '2026-10', CHAT),
    seen('[data-testid^="message-text-"]', '2026-10', CHAT),
  ],
  textSkip: [],
  textFlow: 'lines',
  author: [],
  authorLink: [],
  // Labels for screen readers, whose ids end so.
  date: [seen('[id$="-time"]', '2026-10', CHAT)],
  readPermalink: (_root, _date, url) => `${url.origin}${url.pathname.replace(/\/$/, '')}`,
  // The row is laid out at the right edge for one's own messages.
  isOwn: (root) => root.classList.contains('justify-end'),
  readAuthor(root, url) {
    const tree = treeOf(root);
    const addresses = new Set(
      Array.from(tree.querySelectorAll(cssOf(PARTNER)), (link) =>
        absoluteAddress(link.getAttribute('href'), url),
      ),
    );
    const [authorUrl = ''] = addresses.size === 1 ? addresses : [];
    const sender = lineOf(root.querySelector('[id$="-sender"]'));
    return { author: sender || lineOf(findFirst(tree, PARTNER_NAME)), authorUrl };
  },
  readId(root, _permalink, url) {
    const id = root.getAttribute('data-dm-message-row') ?? '';
    return id !== '' && conversationOf(url) ? id : null;
  },
  readParent: () => null,
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

// ── The network's own controls ───────────────────────────────────────────────────────────────────
// Labels in Russian, English and Ukrainian, `@` for the account; the Russian ones were seen in no page.

const TOASTS: Selectors = [seen('[data-testid="toast"]', '2026-08', CPFT)];

const controls: NativeControls = {
  menuToggle: {
    selectors: [
      // Trends have the same button: only one inside a post counts.
      seen('[data-testid="caret"]', '2026-02', SAVED),
      assumed('[data-dm-message-row] [aria-haspopup="menu"]', 'the meaning of the attribute'),
    ],
    labels: [],
  },
  popups: [
    seen('#layers [role="menu"]', '2026-08', CPFT),
    seen('[data-testid="confirmationSheetDialog"]', '2026-08', CPFT),
    seen('[data-testid="sheetDialog"]', '2026-08', CPFT),
    seen('[role="dialog"]', '2026-08', CPFT),
    assumed('[role="alertdialog"]', 'the meaning of the element'),
    assumed('[role="menu"]', 'the menus of the chat'),
  ],
  items: {
    delete: {
      selectors: [],
      labels: [
        'удалить',
        'удалить пост',
        'удалить для себя',
        'удалить у себя',
        'delete',
        'delete post',
        'delete for me',
        'delete for you',
        'видалити',
        'видалити допис',
      ],
    },
    hide: {
      selectors: [assumed('[data-testid="hideReply"]', 'nirholas/XActions alone')],
      labels: ['скрыть ответ', 'hide reply', 'приховати відповідь'],
    },
    // Hidden answers stand on a page of their own, where the author of the thread takes them back.
    restore: {
      selectors: [assumed('[data-testid="unhideReply"]', 'named like its opposite')],
      labels: [
        'показать ответ',
        'показать скрытый ответ',
        'не скрывать ответ',
        'unhide reply',
        'показати відповідь',
      ],
    },
    ban: {
      selectors: [seen('[data-testid="block"]', '2026-08', 'public block scripts')],
      labels: [
        'внести в черный список',
        'внести @ в черный список',
        'добавить @ в черный список',
        'заблокировать',
        'заблокировать @',
        'block',
        'block @',
        'заблокувати',
        'заблокувати @',
      ],
    },
    unban: {
      selectors: [assumed('[data-testid="unblock"]', 'named like its opposite')],
      labels: [
        'разблокировать',
        'разблокировать @',
        'удалить из черного списка',
        'удалить @ из черного списка',
        'убрать @ из черного списка',
        'unblock',
        'unblock @',
        'розблокувати',
        'розблокувати @',
      ],
    },
    report: {
      selectors: [assumed('[data-testid="report"]', 'nirholas/XActions alone')],
      labels: [
        'пожаловаться',
        'пожаловаться на пост',
        'пожаловаться на публикацию',
        'пожаловаться на сообщение',
        'пожаловаться на @',
        'report',
        'report post',
        'report message',
        'report @',
        'поскаржитися',
        'поскаржитися на допис',
      ],
    },
  },
  confirm: {
    selectors: [seen('[data-testid="confirmationSheetConfirm"]', '2026-08', CPFT)],
    // The last step of a report; «next» only leads to it.
    labels: ['отправить', 'submit', 'надіслати'],
  },
  cancel: {
    selectors: [
      seen('[data-testid="confirmationSheetCancel"]', '2026-08', CPFT),
      seen('[data-testid="app-bar-close"]', '2026-08', CPFT),
    ],
    labels: ['отмена', 'закрыть', 'cancel', 'close', 'скасувати', 'закрити'],
  },
  outcomes: {
    delete: [
      notice(
        TOASTS,
        'ваш пост удален',
        'ваш ответ удален',
        'пост удален',
        'сообщение удалено',
        'your post was deleted',
        'your reply was deleted',
        'message deleted',
        'ваш допис видалено',
      ),
      { state: 'gone' },
    ],
    hide: [
      notice(TOASTS, 'ответ скрыт', 'вы скрыли', 'reply hidden', 'you hid'),
      { state: 'gone' },
    ],
    restore: [
      notice(
        TOASTS,
        'ответ показан',
        'ответ больше не скрыт',
        'ответ снова',
        'reply unhidden',
        'you unhid',
      ),
      { state: 'gone' },
    ],
    ban: [
      notice(
        TOASTS,
        'вы заблокировали',
        'вы внесли',
        'вы добавили @ в черный список',
        '@ в черном списке',
        'you blocked',
        '@ has been blocked',
        'blocked',
        'ви заблокували',
      ),
    ],
    unban: [
      notice(
        TOASTS,
        'вы разблокировали',
        'вы удалили @ из черного списка',
        'вы убрали @ из черного списка',
        'you unblocked',
        '@ has been unblocked',
        'unblocked',
        'ви розблокували',
      ),
    ],
    report: [
      notice(TOASTS, 'спасибо', 'жалоба отправлена', 'thanks', 'thank you', 'дякуємо'),
      {
        state: 'notice',
        // The thanks stand in the dialog where the reasons were.
        selectors: [assumed('[role="dialog"]', 'the steps of a report as remembered')],
        labels: ['спасибо', 'thanks', 'thank you', 'дякуємо'],
      },
    ],
  },
};

// ── Composers ────────────────────────────────────────────────────────────────────────────────────

/** The wrappers of an editor begin with the same words; they are not editable themselves. */
const EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
/** A dialog that shows the post which is answered. */
const ANSWER_DIALOG = `[role="dialog"]:has(${POST})`;

const publish = {
  selectors: [
    seen('[data-testid="tweetButton"]', '2026-08', CPFT),
    seen('[data-testid="tweetButtonInline"]', '2026-02', SAVED),
  ],
  labels: [],
};

// ── Posts ────────────────────────────────────────────────────────────────────────────────────────

function readPublications(root: ParentNode, url: URL): Publication[] {
  return commentRoots(x, root).flatMap((element) => {
    const comment = readComment(x, element, url)?.comment;
    const status = comment && statusOf(comment.permalink);
    if (!comment || !status || comment.kind) return [];
    const { id, permalink, time, text } = comment;
    return [{ network: 'x', id, permalink, account: status.handle, time, text }];
  });
}

/** «Your post was sent. View»: a notice with the address of what was published. */
const SENT: Selectors = [
  assumed('[data-testid="toast"] a[href*="/status/"]', 'the notice as remembered'),
];

// ── Who and where ────────────────────────────────────────────────────────────────────────────────

/** The avatar names its owner in its test id. */
const OWN_AVATAR: Selectors = [
  seen(
    '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]',
    '2026-02',
    SAVED,
  ),
  seen(
    '[data-testid="DashButton_ProfileIcon_Link"] [data-testid^="UserAvatar-Container-"]',
    '2026-08',
    CPFT,
  ),
];

function ownHandle(document: Document): string | null {
  const name = findFirst(document, OWN_AVATAR)?.getAttribute('data-testid') ?? '';
  return name.replace('UserAvatar-Container-', '') || null;
}

function readIdentity(document: Document): Identity | null {
  const handle = ownHandle(document);
  if (!handle) return null;
  return { name: `@${handle}`, url: new URL(`/${handle}`, document.location.href).href };
}

/** The picture leads to itself; without one there is no link, or no picture in it. */
const COVER: Selectors = [
  seen('a[href$="/header_photo"] img', '2025-11', 'ten public scripts; one knows the new chat'),
];

export const x: NetworkAdapter = {
  id: 'x',
  comments: [tweet, message],
  cover: COVER,
  controls,
  composers: [
    {
      kind: 'comment',
      editor: [
        seen(`[data-testid="inline_reply_offscreen"] ${EDITOR}`, '2026-02', SAVED),
        assumed(`${ANSWER_DIALOG} ${EDITOR}`, 'the dialog shows what is answered'),
      ],
      publish,
      scope: [
        seen('[data-testid="inline_reply_offscreen"]', '2026-02', SAVED),
        assumed(ANSWER_DIALOG, 'the dialog shows what is answered'),
      ],
      enterBreaks: true,
    },
    {
      kind: 'post',
      editor: [
        // Above an inline editor a dialog may stand: it is the one in use.
        seen(`[role="dialog"] ${EDITOR}`, '2026-08', 'komm64/tutti'),
        { ...seen(EDITOR, '2025-11', SAVED), outside: '[data-testid="inline_reply_offscreen"]' },
      ],
      publish,
      scope: [
        seen('[role="dialog"]', '2026-08', 'komm64/tutti'),
        seen('[data-testid="primaryColumn"]', '2026-02', SAVED),
      ],
    },
  ],
  tellingAttributes: ['data-testid', 'data-dm-message-row'],
  claimedComments: [
    seen('article[tabindex="-1"] [data-testid="reply"][aria-label]', '2026-02', SAVED),
  ],
  placedItems: [seen('[data-testid="cellInnerDiv"]', '2026-02', SAVED)],
  shadowHosts: [seen('[data-testid="xchatEmbedRoute"]', '2026-10', CHAT)],
  // A timeline is full of strangers who do not speak to the body at all.
  judges: (url) => threadOf(url) !== null || /^\/notifications\b/.test(url.pathname),
  removalOf({ kind, authorUrl }, document) {
    const own = authorUrl !== '' && authorUrl === readIdentity(document)?.url;
    return own || kind === 'message' ? 'delete' : 'hide';
  },
  readPublications,
  readAnnounced(document, url) {
    const permalink = absoluteAddress(findFirst(document, SENT)?.getAttribute('href'), url);
    const status = statusOf(permalink);
    return status && { id: status.id, permalink, account: status.handle };
  },
  readIdentity,
  readVoice: (near) => voiceSignedIn(x, near),
  readAccount(document, url) {
    if (conversationOf(url)) return ownHandle(document);
    const [, first = ''] = url.pathname.split('/');
    return first === '' || site.places.has(first) ? null : first;
  },
  threadOf,
};
