import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { adapterFor, adapterOf } from '../../lib/networks';
import { healthOf } from '../../lib/networks/health';
import { findFirst } from '../../lib/networks/select';
import { vk } from '../../lib/networks/vk';

function page(address: string, html: string): { document: Document; url: URL } {
  const window = new Window({ url: address });
  window.document.body.innerHTML = html;
  return { document: window.document as unknown as Document, url: new URL(address) };
}

describe('adapterFor', () => {
  it.each(['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru'])('%s', (host) => {
    expect(adapterFor(host)).toBe(vk);
  });
  it.each(['example.org', 'evil-vk.com', 'vk.com.example.org', ''])('not %s', (host) => {
    expect(adapterFor(host)).toBeNull();
  });
  it('knows more than it works on', () => {
    expect(adapterOf('vk')).toBe(vk);
  });
});

describe('addresses', () => {
  it.each([
    ['https://vk.com/wall-100_200', '-100_200'],
    ['https://vk.com/wall-100_200?reply=301&thread=300', '-100_200'],
    ['https://m.vk.ru/wall42_7', '42_7'],
    ['https://vk.com/verhnie_klyuchi?w=wall-100_200_r301', '-100_200'],
    ['https://vk.com/club100?z=photo-100_300%2Fwall-100_200', 'photo-100_300'],
    ['https://vk.com/video-100_500', 'video-100_500'],
    ['https://vk.com/topic-100_9?post=12', 'topic-100_9'],
    ['https://vk.com/feed', null],
    ['https://vk.com/club100', null],
    ['https://vk.com/wall-100', null],
    ['https://vk.com/firewall-1_2', null],
  ])('thread of %s', (address, thread) => {
    expect(vk.threadOf(new URL(address))).toBe(thread);
  });

  it.each([
    ['https://vk.com/wall-100_200', '-100'],
    ['https://vk.com/wall-100', '-100'],
    ['https://vk.com/club100', '-100'],
    ['https://vk.com/public100', '-100'],
    ['https://vk.com/id42', '42'],
    ['https://vk.com/reviews-100', '-100'],
    ['https://vk.com/verhnie_klyuchi', '-100'],
    ['https://vk.com/verhnie_klyuchi?w=wall-300_1', '-300'],
    ['https://vk.com/feed', null],
    ['https://vk.com/', null],
  ])('account of %s', (address, account) => {
    const { document, url } = page(address, '<div data-testid="post" data-post-id="-100_1"></div>');
    expect(vk.readAccount(document, url)).toBe(account);
  });
});

describe('publications', () => {
  const wall = `
    <div data-testid="post" data-post-id="-100_200"><a data-testid="post_date_block_preview" href="/wall-100_200">сегодня</a>
      <div data-testid="post_text"><span data-testid="showmoretext-in">Открыли мост 🎉</span></div>
      <div data-post-id="-300_1"><span data-testid="showmoretext-in">Чужое</span></div>
      <div data-testid="wall_comments_comment_root" id="-100_301"><a data-testid="comment-owner" href="/id1">А</a>
        <div data-testid="comment-text"><span data-testid="showmoretext-in">Слова комментария</span></div></div></div>
    <div data-testid="post" data-post-id="-100_201"><span data-testid="post_date_block_preview">вчера</span>
      <div data-post-id="-300_2"><a data-testid="post_date_block_preview" href="/wall-300_2">давно</a>
        <span data-testid="showmoretext-in">Репост без слов</span></div></div>
    <div class="post" data-post-id="42_7"><a class="post_link" href="/wall42_7"><span class="rel_date" time="1745000000">18 апр</span></a>
      <div class="wall_post_text">Старая<br>разметка</div></div>
    <div data-testid="post" data-post-id="ad_1"></div>`;

  it('are read with their own words only', () => {
    const { document, url } = page('https://vk.com/verhnie_klyuchi', wall);
    expect(vk.readPublications(document, url)).toEqual([
      {
        network: 'vk',
        id: '-100_200',
        permalink: 'https://vk.com/wall-100_200',
        account: '-100',
        time: 'сегодня',
        text: 'Открыли мост 🎉',
      },
      {
        network: 'vk',
        id: '-100_201',
        permalink: 'https://vk.com/wall-100_201',
        account: '-100',
        time: 'вчера',
        text: '',
      },
      {
        network: 'vk',
        id: '42_7',
        permalink: 'https://vk.com/wall42_7',
        account: '42',
        time: '2025-04-18T18:13:20.000Z',
        text: 'Старая\nразметка',
      },
    ]);
  });

  it('are read from one that has just come', () => {
    const { document, url } = page('https://vk.com/verhnie_klyuchi', wall);
    const [post] = document.querySelectorAll('[data-post-id="-100_200"]');
    expect(vk.readPublications(post as Element, url).map(({ id }) => id)).toEqual(['-100_200']);
  });
});

describe('identity', () => {
  it.each([
    [
      '<button data-testid="header-profile-menu-button"><img alt="Мария Дежурова"></button>',
      'Мария Дежурова',
      '',
    ],
    [
      '<div data-testid="leftmenu"><a href="/feed">Лента</a><a href="/id777">Профиль</a></div><a class="top_profile_name">Мария</a>',
      'Мария',
      'https://vk.com/id777',
    ],
  ])('%s', (html, name, url) => {
    expect(vk.readIdentity(page('https://vk.com/feed', html).document)).toEqual({ name, url });
  });
  it('is unknown to a guest', () => {
    expect(
      vk.readIdentity(page('https://vk.com/feed', '<a href="/id1">Профиль</a>').document),
    ).toBeNull();
  });
});

describe('composers', () => {
  const editorOf = (html: string) => {
    const { document } = page('https://vk.com/club100', html);
    return vk.composers.map(({ editor }) => findFirst(document, editor)?.id ?? null);
  };
  it.each([
    [
      '<div role="dialog"><div id="e" data-testid="posting_base_screen_input_message" contenteditable="true"></div></div>',
      ['e', null],
    ],
    [
      '<span id="e" data-testid="content-editable-input" contenteditable="true"></span>',
      [null, 'e'],
    ],
    [
      '<div class="reply_form"><div id="e" class="reply_field submit_post_field" contenteditable="true"></div></div>',
      [null, 'e'],
    ],
    ['<div contenteditable="true"></div>', [null, null]],
  ])('%s', (html, editors) => {
    expect(editorOf(html)).toEqual(editors);
  });
});

describe('health', () => {
  const health = (html: string, address = 'https://vk.com/wall-1_2') => {
    const { document, url } = page(address, html);
    return healthOf(vk, document, url);
  };
  const counter =
    '<div data-testid="post_footer_action_comment" aria-label="1 240 комментариев"></div>';
  const comment = `<div data-testid="wall_comments_comment_root" id="-1_3"><a data-testid="comment-owner" href="/id3">А</a>
    <div data-testid="comment-text">Слова</div><a data-testid="wall_comment_date" href="/wall-1_2?reply=3">вчера</a></div>`;

  it('counts what was found', () => {
    expect(health(counter + comment)).toEqual({
      network: 'vk',
      generation: '2026',
      commentsClaimed: 1240,
      commentsFound: 1,
      sampled: 1,
      withId: 1,
      withAuthor: 1,
      withTime: 1,
      withText: 1,
      composerBlind: false,
      blind: false,
    });
  });
  it('is blind when the page claims comments and none can be read', () => {
    expect(health(counter)).toMatchObject({ blind: true, generation: null });
    expect(health(`${counter}<div data-testid="wall_comments_comment_root"></div>`).blind).toBe(
      true,
    );
  });
  it('is not blind where no comments are promised', () => {
    expect(health('').blind).toBe(false);
    expect(health(counter.replace('1 240', '0')).blind).toBe(false);
    expect(health(counter, 'https://vk.com/club1')).toMatchObject({
      blind: false,
      commentsClaimed: null,
    });
  });
  it('sees a composer whose field it does not know', () => {
    const open = (field: string) =>
      health(
        `<div role="dialog">${field}<button data-testid="posting_submit_button"></button></div>`,
      ).composerBlind;
    expect(open('<div data-testid="new_name" contenteditable="true"></div>')).toBe(true);
    expect(
      open('<div data-testid="posting_base_screen_input_message" contenteditable="true"></div>'),
    ).toBe(false);
    expect(open('<p>Второй шаг</p>')).toBe(false);
  });
});
