import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { readLessons, writeLessons } from '../../lib/exchange/lessons-file';
import { guessParts, likelyComment } from '../../lib/networks/comment-parts';
import { deriveProposals } from '../../lib/networks/derive';
import { instagram } from '../../lib/networks/instagram';
import { readComment } from '../../lib/networks/read';
import { reportOf } from '../../lib/networks/report';
import { commentRoots } from '../../lib/networks/roots';
import { rootsOf, type Taught, taughtSchema, withTaught } from '../../lib/networks/taught';
import { vk } from '../../lib/networks/vk';
import { voiceInWords } from '../../lib/networks/voice';

function page(html: string, address = 'https://vk.com/wall-100_200'): Document {
  const window = new Window({ url: address });
  window.document.body.innerHTML = html;
  return window.document as unknown as Document;
}
const at = (document: Document, css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

interface Written {
  n: number;
  who: string;
  text: string;
  answers?: Written[];
}
const THREAD: readonly Written[] = [
  { n: 301, who: 'Алина Ворожцова', text: 'Когда дадут воду?' },
  {
    n: 302,
    who: 'Борис Хлебников',
    text: 'Третий день сижу без воды, а вам всё равно.',
    answers: [{ n: 303, who: 'Вера Оськина', text: 'И я, и весь дом.' }],
  },
  { n: 304, who: 'Глеб Тучин', text: 'Спасибо, починили быстро.' },
];
const flat = (list: readonly Written[]): Written[] =>
  list.flatMap((one) => [one, ...flat(one.answers ?? [])]);

/** A network that names the parts of a comment in its own new words. */
const named = ({ n, who, text, answers = [] }: Written): string => `
  <div data-note="-100_${n}" data-author="${who.split(' ')[0]}" class="note">
    <div class="note-main"><a class="face" href="/id${n}"><img alt=""></a>
      <div class="note-body"><a data-part="note-from" href="/id${n}">${who}</a>
        <div data-part="note-words"><span>${text}</span></div>
        <a data-part="note-when" href="/wall-100_200?reply=${n}">сегодня в 9:${n % 60}</a><button>Ответить</button>
      </div></div>
    <div class="note-answers">${answers.map(named).join('')}</div>
  </div>`;

/** A network whose names are made by a machine, anew for each page. */
const hashed = ({ n, who, text, answers = [] }: Written): string => `
  <div class="x1a2b3c"><div class="xq9w8e7"><a class="x77zz01" href="/user_${n}/"><img alt=""></a></div>
    <div class="x5t6y7u"><div><span><a class="x77zz01" href="/user_${n}/">${who}</a></span>
      <span><a class="x0p1o2i" href="/p/Cabc/c/${n}0000/"><time datetime="2026-11-20T09:00:00Z">3 ч.</time></a></span></div>
      <div class="x33ee44"><span dir="auto">${text}</span></div></div></div>
  ${answers.length === 0 ? '' : `<ul class="xuu11ll">${answers.map(hashed).join('')}</ul>`}`;

/** Teaches by pressing on one comment's words, and reads the page with what was learned. */
function taughtBy(document: Document, pressed: Element, network = vk, host = 'vk.com') {
  const root = likelyComment(pressed);
  const { proposals, best } = deriveProposals(root, guessParts(root));
  const { root: css, up, author, text, link } = proposals[best] ?? {};
  const taught = taughtSchema.parse({
    network: network.id,
    host,
    root: css,
    up,
    author,
    text,
    link,
    taughtAt: '2026-11-27T10:00:00.000Z',
    generation: '2026',
  });
  const adapter = withTaught(network, [taught]);
  const url = new URL(document.location.href);
  const own = new Set(rootsOf(taught, document));
  const read = commentRoots(adapter, document)
    .filter((each) => own.has(each))
    .flatMap((each) => readComment(adapter, each, url)?.comment ?? []);
  return { taught, adapter, read, proposals, best };
}
const said = (list: readonly { author: string; text: string }[]) =>
  list.map(({ author, text }) => `${author}: ${text}`);
const expected = flat(THREAD).map(({ who, text }) => `${who}: ${text}`);

describe('one comment teaches all of its kind', () => {
  it.each([301, 302, 303])('by names, answers too (%i shown)', (n) => {
    const document = page(
      `<main><p>Пост о воде.</p><section>${THREAD.map(named).join('')}</section></main>`,
    );
    const { taught, read } = taughtBy(document, at(document, `[data-note="-100_${n}"] span`));
    expect(said(read)).toEqual(expected);
    expect(read.map(({ id }) => id)).toEqual(flat(THREAD).map((one) => `-100_${one.n}`));
    expect(taught).toMatchObject({ up: 0, author: '[data-part="note-from"]' });
  });

  it('by its insides where nothing has a name', () => {
    const document = page(
      `<main><hr><div class="xaa11bb">${THREAD.map((one) => `<div class="xcc22dd">${hashed(one)}</div>`).join('')}</div></main>`,
      'https://www.instagram.com/p/Cabc/',
    );
    const pressed = at(document, 'span[dir="auto"]');
    const { taught, read } = taughtBy(document, pressed, instagram, 'www.instagram.com');
    expect(said(read)).toEqual(expected);
    expect(taught.up).toBeGreaterThan(0);
    expect(read.map(({ id }) => id)).toEqual(flat(THREAD).map((one) => `${one.n}0000`));
  });

  it('keeps no name of a person, even where the page has one comment', () => {
    const [first] = THREAD;
    const document = page(`<main>${first ? named({ ...first, who: 'anna k' }) : ''}</main>`);
    const { proposals } = taughtBy(document, at(document, 'span'));
    expect(JSON.stringify(proposals)).not.toMatch(/anna|301/);
  });

  it('a comment that was deleted is not told from the words of its answers', () => {
    const document = page(`<section>${THREAD.map(named).join('')}</section>`);
    const { adapter } = taughtBy(document, at(document, '[data-note="-100_301"] span'));
    const root = at(document, '[data-note="-100_302"]');
    at(root as unknown as Document, '.note-main').remove();
    const markup = adapter.comments[0];
    expect(markup?.readId(root, '', new URL('https://vk.com/wall-100_200'))).toBeNull();
  });

  it('finds nothing where nothing is alike', () => {
    const document = page('<main><p>Просто слова.</p></main>');
    const root = likelyComment(at(document, 'p'));
    expect(deriveProposals(root, guessParts(root)).proposals).toEqual([]);
  });
});

const LESSON: Taught = {
  network: 'vk',
  host: 'vk.com',
  root: '[data-part="note"]',
  up: 0,
  author: '[data-part="note-from"]',
  text: ':scope > div:nth-of-type(2) > span',
  link: 'a[href*="reply="]',
  taughtAt: '2026-11-27T10:00:00.000Z',
  generation: '2026',
};

describe('a lesson from elsewhere', () => {
  it.each<[string, Partial<Record<keyof Taught, unknown>>]>([
    ['an address in a selector', { root: '[style*="url(https://evil.example)"]:hover' }],
    ['a selector that looks into others', { root: '[data-part]:has(input[value^="a"])' }],
    ['an end of the selector', { root: '[data-part="a"]{}body{background:url(//evil)}' }],
    ['a bare tag', { root: 'div' }],
    ['a long one', { root: `[data-part="${'a'.repeat(500)}"]` }],
    ['a host of nobody', { host: 'evil.example' }],
    ["another network's host", { host: 'ok.ru' }],
    ['neither author nor link', { author: null, link: null }],
    ['too many levels', { up: 500 }],
    ['a level of nowhere', { up: -1 }],
    ['no time', { taughtAt: 'вчера' }],
  ])('with %s is refused', (_name, change) => {
    expect(taughtSchema.safeParse({ ...LESSON, ...change }).success).toBe(false);
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  it('comes back from its file as it was, and brings nothing else', () => {
    const other: Taught = { ...LESSON, host: 'm.vk.com', text: null, up: 3 };
    expect(readLessons(bytes(writeLessons([LESSON, other])))).toEqual({
      state: 'read',
      lessons: [LESSON, other],
    });
    const more = JSON.stringify({
      format: 'vakhta-lessons',
      version: 1,
      lessons: [{ ...LESSON, script: 'alert(1)' }],
    });
    expect(readLessons(bytes(more))).toEqual({ state: 'read', lessons: [LESSON] });
  });

  const file = (change: object) =>
    JSON.stringify({ format: 'vakhta-lessons', version: 1, lessons: [LESSON], ...change });
  it.each([
    ['not-json', '{'],
    ['not-lessons', '[]'],
    ['not-lessons', file({ format: 'vakhta-dictionary' })],
    ['newer', file({ version: 2 })],
    ['empty', file({ lessons: [] })],
    ['too-many', file({ lessons: Array(51).fill(LESSON) })],
    ['too-large', ' '.repeat(300_000)],
  ])('in a file that is %s is left there', (trouble, text) => {
    expect(readLessons(bytes(text))).toEqual({ state: 'trouble', trouble });
  });

  it('is refused with the whole file, by its number', () => {
    const text = file({ lessons: [LESSON, { ...LESSON, root: 'p' }] });
    expect(readLessons(bytes(text))).toEqual({ state: 'refused', lesson: 2 });
  });
});

describe('a report', () => {
  it('tells how the page is made and nothing of anybody', () => {
    const document = page(
      `<main data-testid="wall-for-ivan"><div data-testid="post" data-post-id="-100_200"><button data-testid="post_footer_action_comment" aria-label="4 комментария"></button></div>
      <section title="Вера" data-ivan="x" class="comments-list ivanov-777">${THREAD.map(named).join('')}</section></main>`,
    );
    const report = reportOf(vk, document, new URL(document.location.href), '1.0', 'now');
    expect(report.health).toMatchObject({ commentsClaimed: 4, commentsFound: 0, blind: true });
    expect(report.selectors.length).toBeGreaterThan(20);
    const text = JSON.stringify(report);
    expect(text).not.toMatch(/[А-Яа-яё]{3}|30\d|-100|ivan(?!"| )|ivanov|777/);
    const lines = report.skeletons.find(({ of }) => of === 'page')?.lines ?? [];
    // Three top comments of one look are one line, in their own words for the parts.
    expect(lines.join('\n')).toMatch(/div \[data-note data-author class=note\] ×3/);
    expect(lines.join('\n')).toContain('section [title data-ivan class=comments-list …]');
    expect(lines.join('\n')).toContain('data-part=note-words');
  });
});

describe('in whose name', () => {
  const WORDS = { person: ['от своего имени'], community: ['от имени сообщества'] };
  const voice = (beside: string) => {
    const document = page(
      `<div><div class="field"><span contenteditable="true">от имени сообщества</span></div>${beside}</div>`,
    );
    return voiceInWords(vk, at(document, '[contenteditable]'), WORDS)?.kind ?? null;
  };
  it.each([
    ['<label>От имени сообщества</label>', 'community'],
    ['<span>От своего имени, Мария</span>', 'person'],
    [
      '<label><input type="checkbox" checked> <span>От имени сообщества</span></label>',
      'community',
    ],
    ['<label><input type="checkbox"> <span>От имени сообщества</span></label>', 'person'],
    ['<div role="switch" aria-checked="false"><span>От имени сообщества</span></div>', 'person'],
    // What could be chosen, what contradicts itself, what residents write, and nothing at all.
    ['<div role="menu"><button>От имени сообщества</button></div>', null],
    ['<span>От имени сообщества</span><span>От своего имени</span>', null],
    [
      '<div data-testid="wall_comments_comment_root" id="-100_1"><span>От имени сообщества пишут одно</span></div>',
      null,
    ],
    ['<span>Напишите что-нибудь</span>', null],
  ])('%s → %s', (beside, kind) => {
    expect(voice(beside)).toBe(kind);
  });
});
