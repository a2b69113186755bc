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
import { labelsOf } from './labels';
import { absoluteAddress, lineOf } from './read';

// Instagram: React with hashed classes only. What holds are addresses, `time` and roles; labels are in
// the language of the interface.

const HATERS = 'dataforgoodfr/14_BalanceTesHaters';
const SAVED = 'saved pages';

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

/** `/p/<code>/`, `/reel/<code>/`, also after an account's name; then `c/<id>/` and `r/<id>/`. */
const PLACE =
  /^\/(?:([\w.]+)\/)?(?:p|reel|reels|tv)\/([\w-]+)(?:\/c\/(\d+)(?:\/r\/(\d+))?)?(?:\/|$)/;

function placeOf(address: string) {
  if (!URL.canParse(address)) return null;
  const [, account, code, top, reply] = PLACE.exec(new URL(address).pathname) ?? [];
  if (!code) return null;
  return { account: account ?? null, code, id: reply ?? top ?? null, parent: reply ? top : null };
}

const threadOf = (url: URL): string | null => placeOf(url.href)?.code ?? null;

// ── Comments ─────────────────────────────────────────────────────────────────────────────────────

/** The dated link of a comment; a caption's has no `/c/`. */
const DATED = 'a[href*="/c/"] time[datetime]';
/** From a dated link to its comment it was 6 to 8 levels in May 2026. */
const LEVELS = 14;

/** The lowest element around a date that also holds a picture with a link to its author. */
function climb(time: Element): Element | null {
  let around = time.parentElement;
  for (let level = 0; around && level < LEVELS; level += 1) {
    if (around.querySelector('a[href^="/"] img')) {
      // Two dates mean that the comment has no picture of its own: this is already a thread.
      return around.querySelectorAll(DATED).length === 1 ? around : null;
    }
    around = around.parentElement;
  }
  return null;
}

/** Links to people: everything else has a word of the network or an id in its address. */
const PERSON = 'a[href^="/"]:not([href*="/p/"]):not([href*="/c/"]):not([href^="/explore/"])';

/**
 * Words of the comment stand in a `span` like everything else. They are the first that holds neither
 * the author, the date nor a control.
 */
function isText(element: Element, root: Element): boolean {
  const author = Array.from(root.querySelectorAll(PERSON)).find((link) => lineOf(link) !== '');
  return (
    !element.querySelector('time, [role="button"], button') &&
    !element.contains(author ?? null) &&
    lineOf(element) !== ''
  );
}

/** The first comment of the thread in whose list of answers `root` stands. */
function parentOf(root: Element, url: URL): string | null {
  let around = root.closest('ul')?.parentElement ?? null;
  for (let level = 0; around && level < 4; level += 1) {
    const time = Array.from(around.querySelectorAll(DATED)).find((each) => !each.closest('ul'));
    if (time)
      return placeOf(absoluteAddress(time.closest('a')?.getAttribute('href'), url))?.id ?? null;
    around = around.parentElement;
  }
  return null;
}

/** What is pressed, not said. */
const CONTROL = 'a, button, [role="button"]';

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

// ── The network's own controls ───────────────────────────────────────────────────────────────────

const NOTICES: Selectors = [
  assumed('[role="alert"], [role="status"]', 'the meaning of the element'),
];
const notice = (...labels: string[]): Outcome => ({ state: 'notice', selectors: NOTICES, labels });

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
      labels: ['удалить', 'удалить комментарий', 'delete', 'delete comment'],
    },
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
    delete: [notice('комментарий удален', 'comment deleted'), { state: 'gone' }],
    hide: [notice('комментарий скрыт', 'comment hidden')],
    ban: [notice('пользователь заблокирован', 'заблокирован', 'blocked')],
    unban: [notice('пользователь разблокирован', 'разблокирован', 'unblocked')],
    report: [notice('спасибо', 'thanks', 'thank you')],
  },
};

/** The post that is open; a grid of a profile shows no texts. */
function readPublications(root: ParentNode, url: URL): Publication[] {
  const place = placeOf(url.href);
  if (!place) return [];
  const time = Array.from(root.querySelectorAll('time[datetime]')).find(
    (each) => !each.closest('a[href*="/c/"]'),
  );
  const link = root.querySelector('header a[href^="/"], article a[href^="/"]');
  const account = place.account ?? absoluteAddress(link?.getAttribute('href'), url).split('/')[3];
  if (!time || !account) return [];
  return [
    {
      network: 'instagram',
      id: place.code,
      permalink: `${url.origin}/p/${place.code}/`,
      account,
      time: time.getAttribute('datetime') ?? '',
      text: '',
    },
  ];
}

const PROFILE_LABELS = ['профиль', 'profile'];

export const instagram: NetworkAdapter = {
  id: 'instagram',
  name: 'Instagram',
  hosts: KNOWN_HOSTS.instagram,
  comments: [comment],
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
      scope: [seen('[role="dialog"]', '2026-08', 'komm64/tutti')],
    },
  ],
  tellingAttributes: [],
  claimedComments: [],
  readPublications,
  readIdentity(document) {
    const url = new URL(document.location.href);
    const links = Array.from(document.querySelectorAll('a[href^="/"]'));
    const own = links.find((link) =>
      labelsOf(link).some((label) => PROFILE_LABELS.includes(label)),
    );
    const address = absoluteAddress(own?.getAttribute('href'), url);
    const name = address.split('/')[3] ?? '';
    return name ? { name, url: address } : null;
  },
  readAccount(_document, url) {
    const place = placeOf(url.href);
    if (place) return place.account;
    const alone = /^\/([\w.]+)\/?$/.exec(url.pathname)?.[1] ?? null;
    return alone && !/^(?:explore|reels|direct|accounts)$/.test(alone) ? alone : null;
  },
  threadOf,
};
