import { absoluteAddress, readAddress } from './address';
import type {
  CommentMarkup,
  Identity,
  NativeControls,
  NetworkAdapter,
  Publication,
  Selectors,
} from './contract';
import { assumed, notice, seen } from './evidence';
import { fnv1a } from './fnv';
import { labelsOf, normalLabel } from './labels';
import { lineOf } from './read';
import { commentRootOf } from './roots';
import { findFirst } from './select';
import { instagram as site } from './sites/instagram';
import { readText } from './text';
import { voiceSignedIn } from './voice';

// Instagram: React with hashed classes only. What holds are addresses, `time` and roles; labels are in
// the language of the interface.

const HATERS = 'dataforgoodfr/14_BalanceTesHaters';
const SAVED = 'saved pages';

// ── Addresses ────────────────────────────────────────────────────────────────────────────────────

/** `/p/<code>/`, `/reel/<code>/`, also after an account's name; then `c/<id>/` and `r/<id>/`. */
const PLACE =
  /^\/(?:([\w.]+)\/)?(?:p|reel|reels|tv)\/([\w-]+)(?:\/c\/(\d+)(?:\/r\/(\d+))?)?(?:\/|$)/;

/** A publication, or a comment under it. */
interface Place {
  /** Its owner, where the address names one. */
  account: string | null;
  code: string;
  /** Of the comment, and of the one that it answers. */
  id: string | null;
  parent: string | null;
}

function placeOf(address: string): Place | null {
  const [, account, code, top, reply] = PLACE.exec(readAddress(address)?.path ?? '') ?? [];
  if (!code) return null;
  return {
    account: account ?? null,
    code,
    id: reply ?? top ?? null,
    parent: reply ? (top ?? null) : null,
  };
}

/** `/direct/t/<id>/` */
const conversationOf = (url: URL): string | null =>
  /^\/direct\/t\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ?? null;

function threadOf(url: URL): string | null {
  const conversation = conversationOf(url);
  return conversation ? `direct_${conversation}` : (placeOf(url.href)?.code ?? null);
}

/** The account at an address of the site, e.g. `klyuchi`; null where there is none. */
function handleOf(address: string): string | null {
  const [, first = ''] = (readAddress(address)?.path ?? '').split('/');
  return /^[\w.]+$/.test(first) && !site.places.has(first) ? first : null;
}

// ── Comments ─────────────────────────────────────────────────────────────────────────────────────

/** The dated link of a comment; a caption's has no `/c/`. */
const DATED = 'a[href*="/c/"] time[datetime]';
/** The author's picture: a link to the author, or to the author's story. */
const PICTURE = 'a[href^="/"] img, [role="link"] img';
/** From a dated link to its comment it was 6 to 8 levels in May 2026. */
const LEVELS = 14;

/** The lowest element around a date that also holds a picture with a link to its author. */
function climb(time: Element): Element | null {
  let around = time.parentElement;
  for (let level = 0; around && level < LEVELS; level += 1) {
    if (around.querySelector(PICTURE)) {
      // Two dates mean that the comment has no picture of its own: this is already a thread.
      return around.querySelectorAll(DATED).length === 1 ? around : null;
    }
    around = around.parentElement;
  }
  return null;
}

/** Links to people: everything else has a word of the network or an id in its address. */
const PERSON =
  'a[href^="/"]:not([href*="/p/"]):not([href*="/reel"]):not([href*="/c/"]):not([href^="/explore/"]):not([href^="/stories/"]):not([href^="/direct/"])';

/** What is pressed, not said. */
const CONTROL = 'a, button, [role="button"]';

/** Marks that the network puts beside a comment, laid out as its words are. */
const BADGES = new Set([
  'автор',
  'закреплено',
  'изменено',
  'скрыто instagram',
  'author',
  'pinned',
  'edited',
  'hidden by instagram',
]);

/** A span that may be somebody's words: no part of a control, no name, no date, no mark. */
function isPlain(element: Element, root: Element): boolean {
  const author = Array.from(root.querySelectorAll(PERSON)).find((link) => lineOf(link) !== '');
  const words = lineOf(element);
  return (
    words !== '' &&
    !BADGES.has(normalLabel(words)) &&
    !element.querySelector('time, [role="button"], button') &&
    !element.contains(author ?? null)
  );
}

const FOLLOWING = 4;
const isAfter = (element: Element, other: Element) =>
  (other.compareDocumentPosition(element) & FOLLOWING) !== 0;

/** Words of the comment stand in a `span` like everything else: after its date, before its buttons. */
function isText(element: Element, root: Element): boolean {
  const time = root.querySelector(DATED);
  return isPlain(element, root) && (time === null || isAfter(element, time));
}

/** Levels above a list of answers among which the answered comment is looked for. */
const ANSWERED_LEVELS = 4;

/** The first comment of the thread in whose list of answers `root` stands. */
function parentOf(root: Element, url: URL): string | null {
  let around = root.closest('ul')?.parentElement ?? null;
  for (let level = 0; around && level < ANSWERED_LEVELS; level += 1) {
    const time = Array.from(around.querySelectorAll(DATED)).find((each) => !each.closest('ul'));
    if (time)
      return placeOf(absoluteAddress(time.closest('a')?.getAttribute('href'), url))?.id ?? null;
    around = around.parentElement;
  }
  return null;
}

const comment: CommentMarkup = {
  generation: '2026',
  root: [seen(DATED, '2026-05', HATERS)],
  climb,
  text: [
    { ...seen('span[dir="auto"]', '2026-05', HATERS), outside: CONTROL },
    { ...assumed('span', 'the same without a direction'), outside: CONTROL },
  ],
  isText,
  textSkip: [assumed('[role="button"], button', 'controls of the page')],
  author: [
    seen(`${PERSON} span[dir="auto"]`, '2026-05', SAVED),
    assumed(`${PERSON} span`, 'the same without a direction'),
    assumed(`${PERSON}:not(:has(img))`, 'a link without a wrapper'),
  ],
  authorLink: [seen(PERSON, '2026-05', SAVED)],
  date: [seen(DATED, '2026-05', HATERS)],
  readPermalink: (_root, date, url) =>
    absoluteAddress(date?.closest('a')?.getAttribute('href'), url),
  readId: (_root, permalink) => placeOf(permalink)?.id ?? null,
  readParent: (root, permalink, url) => placeOf(permalink)?.parent ?? parentOf(root, url),
  readThread: (_root, permalink, url) => placeOf(permalink)?.code ?? threadOf(url) ?? '',
};

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────

const CONVERSATION =
  '[aria-label^="Сообщения в переписке"], [aria-label^="Messages in conversation"]';
const SAID = '[dir="auto"]';
const AUTHOR_PICTURE = `${PERSON}:has(img)`;

/** Which of the equal texts of the conversation this one is, counted from above. */
function ordinalOf(root: Element, text: string): number {
  const rows = root.closest(CONVERSATION)?.querySelectorAll('[role="row"]') ?? [];
  let ordinal = 0;
  for (const row of rows) {
    if (row === root) break;
    if (row.querySelector(SAID)?.textContent === text) ordinal += 1;
  }
  return ordinal;
}

/**
 * One's own messages have no picture and stand at the right edge. Of a run of somebody else's only the
 * last has the picture; all of them stand at the left.
 */
function isOwnMessage(root: Element): boolean {
  const said = root.querySelector(SAID);
  if (!said || root.querySelector(PICTURE)) return false;
  const row = root.getBoundingClientRect();
  const words = said.getBoundingClientRect();
  return words.left - row.left > row.right - words.right;
}

/** Direct messages. Not in the evidence: found by the roles and labels of the conversation. */
const message: CommentMarkup = {
  generation: '2026-messages',
  kind: 'message',
  root: [
    assumed(
      CONVERSATION.split(', ')
        .map((list) => `${list} [role="row"]`)
        .join(', '),
      'roles of the conversation',
    ),
  ],
  text: [{ ...assumed(SAID, 'roles of the conversation'), outside: CONTROL }],
  textSkip: [assumed('[role="button"], button', 'controls of the page')],
  author: [],
  authorLink: [],
  date: [],
  readPermalink: (_root, _date, url) => `${url.origin}/direct/t/${conversationOf(url) ?? ''}/`,
  isOwn: isOwnMessage,
  // The last of a run of one person has the picture; a talk of two names the other in its head.
  readAuthor(root, url) {
    const talk = root.closest(CONVERSATION);
    const rows = Array.from(talk?.querySelectorAll('[role="row"]') ?? []);
    const run = rows.slice(rows.indexOf(root)).find((row) => row.querySelector(AUTHOR_PICTURE));
    const link =
      run?.querySelector(AUTHOR_PICTURE) ?? talk?.parentElement?.querySelector(`header ${PERSON}`);
    const address = absoluteAddress(link?.getAttribute('href'), url);
    const handle = handleOf(address);
    return handle ? { author: handle, authorUrl: address } : null;
  },
  readId(root, _permalink, url) {
    const conversation = conversationOf(url);
    const text = root.querySelector(SAID)?.textContent ?? '';
    if (!conversation || text === '') return null;
    // Messages have no ids: their words and order must do.
    return `${conversation}_${fnv1a(text).toString(36)}_${ordinalOf(root, text)}`;
  },
  readParent: () => null,
  readThread: (_root, _permalink, url) => threadOf(url) ?? '',
};

// ── The network's own controls ───────────────────────────────────────────────────────────────────

const NOTICES: Selectors = [
  assumed('[role="alert"], [role="status"]', 'the meaning of the element'),
  // An answer may be a dialog; one that shows comments holds their words, not the network's.
  assumed('[role="dialog"]:not(:has(a[href*="/c/"]))', 'the meaning of the element'),
];

const controls: NativeControls = {
  menuToggle: {
    selectors: [
      seen(
        'svg[aria-label="Comment Options"], svg[aria-label="More options"]',
        '2025-12',
        'RahmatRafiq/delcom',
      ),
      seen('svg[aria-label="Options de commentaire"]', '2026-05', HATERS),
      assumed('svg[aria-label="Параметры комментария"]', 'translation of the English label'),
      assumed(
        'svg[aria-label^="See more options for message"], svg[aria-label^="Другие параметры сообщения"]',
        'remembered label of a message',
      ),
    ],
    labels: ['comment options', 'more options', 'параметры комментария', 'другие параметры'],
  },
  popups: [
    seen(
      '[role="dialog"], [role="alertdialog"], [aria-modal="true"]',
      '2026-07',
      'uoteu/instagram-comment-cleaner',
    ),
    assumed('[role="menu"]', 'the meaning of the element'),
  ],
  items: {
    delete: {
      selectors: [],
      labels: [
        'удалить',
        'удалить комментарий',
        'удалить у себя',
        'delete',
        'delete comment',
        'delete for you',
      ],
    },
    // Not by its own: what the short notice after a deletion offers.
    restore: { selectors: [], labels: ['отменить', 'undo'] },
    hide: { selectors: [], labels: ['скрыть комментарий', 'hide comment'] },
    ban: { selectors: [], labels: ['заблокировать', 'block', 'block account'] },
    unban: { selectors: [], labels: ['разблокировать', 'unblock'] },
    report: { selectors: [], labels: ['пожаловаться', 'report'] },
  },
  confirm: { selectors: [], labels: ['да', 'да, удалить', 'yes', 'confirm'] },
  cancel: {
    selectors: [],
    labels: ['отмена', 'закрыть', 'не сейчас', 'cancel', 'close', 'not now'],
  },
  outcomes: {
    delete: [
      notice(
        NOTICES,
        'комментарий удален',
        'сообщение удалено',
        'comment deleted',
        'message deleted',
      ),
      { state: 'gone' },
    ],
    restore: [{ state: 'back' }],
    hide: [notice(NOTICES, 'комментарий скрыт', 'comment hidden')],
    ban: [
      notice(
        NOTICES,
        'пользователь заблокирован',
        'вы заблокировали',
        'заблокирован',
        'blocked',
        'you blocked',
      ),
    ],
    unban: [
      notice(
        NOTICES,
        'пользователь разблокирован',
        'вы разблокировали',
        'разблокирован',
        'unblocked',
        'you unblocked',
      ),
    ],
    report: [notice(NOTICES, 'спасибо', 'thanks', 'thank you')],
  },
};

// ── Posts ────────────────────────────────────────────────────────────────────────────────────────

/** A publication's own date; a comment's has `/c/` in its address. */
const POST_DATED =
  'a[href*="/p/"]:not([href*="/c/"]) time, a[href*="/reel/"]:not([href*="/c/"]) time';
const POST_LINK = 'a[href*="/p/"]:not([href*="/c/"]), a[href*="/reel/"]:not([href*="/c/"])';

/** The words of a publication: the first that are neither in its head nor in a comment. */
function captionIn(post: Element): string {
  const found = Array.from(post.querySelectorAll('span[dir="auto"]')).find(
    (span) =>
      !span.parentElement?.closest(CONTROL) &&
      !span.closest('header') &&
      isPlain(span, post) &&
      commentRootOf(instagram, span) === null,
  );
  return found ? readText(found).text : '';
}

/** The publications that a page shows with their words: open ones, those of the feed, those of a grid. */
function readPublications(root: ParentNode, url: URL): Publication[] {
  const byCode = new Map<string, Publication>();
  const put = (
    place: Place | null,
    account: string | null,
    rest: Pick<Publication, 'time' | 'text'>,
  ) => {
    if (!place || !account || byCode.has(place.code)) return;
    byCode.set(place.code, {
      network: 'instagram',
      id: place.code,
      permalink: `${url.origin}/p/${place.code}/`,
      account,
      ...rest,
    });
  };
  for (const time of root.querySelectorAll(POST_DATED)) {
    const post = time.closest('article') ?? time.closest('[role="dialog"], main');
    if (!post) continue;
    const place = placeOf(absoluteAddress(time.closest('a')?.getAttribute('href'), url));
    const owner = post.querySelector(`header ${PERSON}`) ?? post.querySelector(PERSON);
    const account = place?.account ?? handleOf(absoluteAddress(owner?.getAttribute('href'), url));
    put(place, account, { time: time.getAttribute('datetime') ?? '', text: captionIn(post) });
  }
  // A grid shows pictures; their words are the descriptions.
  for (const link of root.querySelectorAll(POST_LINK)) {
    const text = link.querySelector('img[alt]')?.getAttribute('alt');
    const place = placeOf(absoluteAddress(link.getAttribute('href'), url));
    if (text) put(place, place?.account ?? handleOf(url.href), { time: '', text });
  }
  return [...byCode.values()];
}

// ── Who and where ────────────────────────────────────────────────────────────────────────────────

const COMMENT_BUTTON =
  '[role="button"]:has(svg[aria-label="Комментировать"], svg[aria-label="Comment"])';

const PROFILE_LABELS = ['профиль', 'profile'];

function readIdentity(document: Document): Identity | null {
  const url = new URL(document.location.href);
  const links = Array.from(document.querySelectorAll('a[href^="/"]'));
  const own = links.find((link) => labelsOf(link).some((label) => PROFILE_LABELS.includes(label)));
  const address = absoluteAddress(own?.getAttribute('href'), url);
  const name = handleOf(address);
  return name ? { name, url: address } : null;
}

/** The head of the publication that is open names its owner. */
const OWNER: Selectors = [
  assumed(`[role="dialog"] header ${PERSON}`, 'the head of a publication in a dialog'),
  seen(`main header ${PERSON}`, '2026-05', HATERS),
];

function readAccount(document: Document, url: URL): string | null {
  // Letters are written to the account that is signed in.
  if (url.pathname.startsWith('/direct/')) return readIdentity(document)?.name ?? null;
  const place = placeOf(url.href);
  if (!place || place.account) return place?.account ?? handleOf(url.href);
  const head = handleOf(absoluteAddress(findFirst(document, OWNER)?.getAttribute('href'), url));
  if (head) return head;
  // The telephone's page of comments has no such head; the caption's date leads to the owner's address.
  for (const link of document.querySelectorAll(POST_LINK)) {
    const other = placeOf(absoluteAddress(link.getAttribute('href'), url));
    if (other?.code === place.code && other.account) return other.account;
  }
  return null;
}

export const instagram: NetworkAdapter = {
  id: 'instagram',
  comments: [comment, message],
  controls,
  composers: [
    {
      kind: 'comment',
      editor: [
        seen(
          'textarea[aria-label*="Add a comment"], textarea[placeholder*="Add a comment"]',
          '2026-01',
          'public scripts',
        ),
        assumed('textarea[aria-label^="Добавьте комментарий"]', 'translation of the English label'),
        seen(
          'textarea[aria-label*="Añade un comentario"], textarea[aria-label*="Tambahkan komentar"]',
          '2026-01',
          'public scripts',
        ),
        seen('form textarea', '2026-01', 'public scripts'),
      ],
      publish: { selectors: [], labels: ['опубликовать', 'post'] },
      scope: [seen('form', '2026-01', 'public scripts')],
    },
    {
      kind: 'post',
      editor: [
        seen('[role="dialog"] [contenteditable="true"][role="textbox"]', '2026-08', 'komm64/tutti'),
      ],
      publish: { selectors: [], labels: ['поделиться', 'share'] },
      // The dialog of an open publication has a «share» of its own.
      scope: [seen('[role="dialog"]:not(:has(article))', '2026-08', 'komm64/tutti')],
    },
  ],
  tellingAttributes: [],
  // The number beside the icon; only where the thread is open (a rule stands above it) it is a promise.
  claimedComments: [
    assumed(`[role="dialog"]:has(hr) section ${COMMENT_BUTTON}`, 'a publication in a dialog'),
    assumed(`main:has(hr) section ${COMMENT_BUTTON}`, 'a publication on a page of its own'),
  ],
  readPublications,
  readIdentity,
  readVoice: (near) => voiceSignedIn(instagram, near),
  readAccount,
  threadOf,
};
