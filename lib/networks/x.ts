import type {
  CommentMarkup,
  NativeControls,
  NetworkAdapter,
  Outcome,
  Publication,
  Selector,
  Selectors,
} from './contract';
import { KNOWN_HOSTS } from './hosts';
import { absoluteAddress, readComment } from './read';
import { commentRoots } from './roots';
import { findFirst } from './select';

// X (Twitter): React Native for Web, hashed classes, steady test ids.

const SAVED = 'saved pages';
const CPFT = 'insin/control-panel-for-twitter';

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

// ── Addresses ────────────────────────────────────────────────────────────────────────────────────

/** `/<handle>/status/<id>`; what follows (`/photo/1`, `/analytics`) points into the same post. */
const STATUS = /^\/([^/]+)\/status\/(\d+)/;

function statusOf(address: string): { handle: string; id: string } | null {
  if (!URL.canParse(address)) return null;
  const [, handle, id] = STATUS.exec(new URL(address).pathname) ?? [];
  return handle && id ? { handle, id } : null;
}

const threadOf = (url: URL): string | null => statusOf(url.href)?.id ?? null;

/** First parts of addresses that are not people. */
const PLACES = new Set(
  'home explore notifications messages i search settings compose intent hashtag login logout tos privacy'.split(
    ' ',
  ),
);

// ── Posts and answers ────────────────────────────────────────────────────────────────────────────

function readPermalink(root: Element, date: Element | null, url: URL): string {
  const link = date?.closest('a') ?? root.querySelector('a[href*="/status/"]');
  const address = absoluteAddress(link?.getAttribute('href'), url);
  const status = statusOf(address);
  return status ? `${new URL(address).origin}/${status.handle}/status/${status.id}` : '';
}

/** A quoted post is a block with `role="link"` inside the post that quotes it. */
const unquoted = (css: string, month: string, source: string): Selector => ({
  ...seen(css, month, source),
  outside: 'div[role="link"]',
});

const tweet: CommentMarkup = {
  generation: '2026',
  root: [
    seen('article[data-testid="tweet"]', '2026-02', SAVED),
    seen('article[role="article"]:not([data-testid])', '2026-02', SAVED),
  ],
  // An Article (a long text) has no text element: it is no answer to anyone.
  text: [unquoted('[data-testid="tweetText"]', '2026-02', SAVED)],
  textSkip: [assumed('[data-testid="tweet-text-show-more-link"]', 'as remembered')],
  textFlow: 'lines',
  author: [
    unquoted('[data-testid="User-Name"] a[href^="/"]', '2026-02', SAVED),
    unquoted('[data-testid="User-Names"] a[href^="/"]', '2022-12', SAVED),
  ],
  authorLink: [
    unquoted('[data-testid="User-Name"] a[href^="/"]', '2026-02', SAVED),
    unquoted('[data-testid="User-Names"] a[href^="/"]', '2022-12', SAVED),
    seen('[data-testid^="UserAvatar-Container-"] a[href^="/"]', '2026-02', SAVED),
  ],
  date: [unquoted('a[href*="/status/"] time[datetime]', '2026-02', SAVED)],
  readPermalink,
  readId: (_root, permalink) => statusOf(permalink)?.id ?? null,
  // The page does not say which answer an answer belongs to; the open post is above all of them.
  readParent(_root, permalink, url) {
    const thread = threadOf(url);
    return thread === statusOf(permalink)?.id ? null : thread;
  },
  readThread: (_root, permalink, url) => threadOf(url) ?? statusOf(permalink)?.id ?? '',
};

// ── The network's own controls ───────────────────────────────────────────────────────────────────

const TOASTS: Selectors = [seen('[data-testid="toast"]', '2026-08', CPFT)];
const toast = (...labels: string[]): Outcome => ({ state: 'notice', selectors: TOASTS, labels });

const controls: NativeControls = {
  menuToggle: {
    // Trends have the same button: only one inside a post counts.
    selectors: [seen('[data-testid="caret"]', '2026-02', SAVED)],
    labels: [],
  },
  popups: [
    seen('#layers [role="menu"]', '2026-08', CPFT),
    seen('[data-testid="confirmationSheetDialog"]', '2026-08', CPFT),
    seen('[data-testid="sheetDialog"]', '2026-08', CPFT),
    seen('[role="dialog"]', '2026-08', CPFT),
    assumed('[role="alertdialog"]', 'the meaning of the element'),
  ],
  items: {
    delete: { selectors: [], labels: ['удалить', 'удалить пост', 'delete', 'delete post'] },
    hide: {
      selectors: [assumed('[data-testid="hideReply"]', 'nirholas/XActions alone')],
      labels: ['скрыть ответ', 'hide reply'],
    },
    ban: {
      selectors: [seen('[data-testid="block"]', '2026-08', 'public block scripts')],
      labels: ['внести в черный список', 'заблокировать', 'block'],
    },
    unban: {
      selectors: [assumed('[data-testid="unblock"]', 'named like its opposite')],
      labels: ['разблокировать', 'удалить из черного списка', 'unblock'],
    },
    report: {
      selectors: [assumed('[data-testid="report"]', 'nirholas/XActions alone')],
      labels: ['пожаловаться', 'пожаловаться на пост', 'report', 'report post'],
    },
  },
  confirm: {
    selectors: [seen('[data-testid="confirmationSheetConfirm"]', '2026-08', CPFT)],
    labels: [],
  },
  cancel: {
    selectors: [seen('[data-testid="confirmationSheetCancel"]', '2026-08', CPFT)],
    labels: ['отмена', 'закрыть', 'cancel', 'close'],
  },
  outcomes: {
    delete: [
      toast(
        'ваш пост удален',
        'ваш ответ удален',
        'your post was deleted',
        'your reply was deleted',
      ),
      { state: 'gone' },
    ],
    hide: [toast('ответ скрыт', 'reply hidden'), { state: 'gone' }],
    ban: [toast('вы заблокировали', 'вы внесли', 'you blocked', 'blocked')],
    unban: [toast('вы разблокировали', 'you unblocked', 'unblocked')],
    report: [toast('спасибо', 'жалоба отправлена', 'thanks', 'thank you')],
  },
};

// ── Composers ────────────────────────────────────────────────────────────────────────────────────

/** The wrappers of an editor begin with the same words; they are not editable themselves. */
const EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]';

const publish = {
  selectors: [
    seen('[data-testid="tweetButton"]', '2026-08', CPFT),
    seen('[data-testid="tweetButtonInline"]', '2026-02', SAVED),
  ],
  labels: [],
};

function readPublications(root: ParentNode, url: URL): Publication[] {
  return commentRoots(x, root).flatMap((element) => {
    const comment = readComment(x, element, url)?.comment;
    const status = comment && statusOf(comment.permalink);
    if (!comment || !status) return [];
    const { id, permalink, time, text } = comment;
    return [{ network: 'x', id, permalink, account: status.handle, time, text }];
  });
}

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

export const x: NetworkAdapter = {
  id: 'x',
  name: 'X',
  hosts: KNOWN_HOSTS.x,
  comments: [tweet],
  controls,
  composers: [
    {
      kind: 'comment',
      editor: [seen(`[data-testid="inline_reply_offscreen"] ${EDITOR}`, '2026-02', SAVED)],
      publish,
      scope: [seen('[data-testid="inline_reply_offscreen"]', '2026-02', SAVED)],
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
  tellingAttributes: ['data-testid'],
  claimedComments: [
    seen('article[tabindex="-1"] [data-testid="reply"][aria-label]', '2026-02', SAVED),
  ],
  readPublications,
  readIdentity(document) {
    const handle = findFirst(document, OWN_AVATAR)
      ?.getAttribute('data-testid')
      ?.replace('UserAvatar-Container-', '');
    if (!handle) return null;
    return { name: `@${handle}`, url: new URL(`/${handle}`, document.location.href).href };
  },
  readAccount(_document, url) {
    const [, first = ''] = url.pathname.split('/');
    return first === '' || PLACES.has(first) ? null : first;
  },
  threadOf,
};
