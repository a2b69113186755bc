import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { healthOf } from '../../lib/networks/health';
import { instagram } from '../../lib/networks/instagram';
import { controlAt, outcomeReached, rememberSlot } from '../../lib/networks/native';
import { commentRoots } from '../../lib/networks/roots';

const SITE = 'https://www.instagram.com';

function page(path: string, html: string): { document: Document; url: URL } {
  const window = new Window({ url: SITE + path });
  window.document.body.innerHTML = html;
  return { document: window.document as unknown as Document, url: new URL(SITE + path) };
}
const saved = (name: string) =>
  readFileSync(new URL(`./pages/instagram-${name}.html`, import.meta.url), 'utf8');
const dialog = () => page('/klyuchi/p/Cabc-2/', saved('2026-11-dialog'));
const rootOf = (document: Document, id: string) => {
  const found = commentRoots(instagram, document).find((root) =>
    root.querySelector(`a[href*="/${id}/"]`),
  );
  if (!found) throw new Error(`no comment ${id}`);
  return found;
};

describe('publications', () => {
  it('of a grid by the descriptions of their pictures, the open one by its caption', () => {
    const { document, url } = dialog();
    expect(instagram.readPublications(document, url)).toEqual([
      {
        network: 'instagram',
        id: 'Cabc-2',
        permalink: `${SITE}/p/Cabc-2/`,
        account: 'klyuchi',
        time: '2026-11-01T09:00:00.000Z',
        text: 'Открыли мост',
      },
      {
        network: 'instagram',
        id: 'Cabc-3',
        permalink: `${SITE}/p/Cabc-3/`,
        account: 'klyuchi',
        time: '',
        text: 'Каток',
      },
    ]);
  });

  it('belong to whom the head of the page or the caption names', () => {
    const head = '<main><article><header><a href="/klyuchi/">klyuchi</a></header></article></main>';
    const caption =
      '<main><a href="/klyuchi/p/Cabc-1/"><time datetime="2026-11-01"></time></a></main>';
    for (const html of [head, caption]) {
      const { document, url } = page('/p/Cabc-1/comments/', html);
      expect(instagram.readAccount(document, url)).toBe('klyuchi');
    }
  });
});

describe('health', () => {
  it('a thread promises what its counter says; a video whose thread is folded promises nothing', () => {
    const open = dialog();
    expect(healthOf(instagram, open.document, open.url)).toMatchObject({
      commentsClaimed: 2,
      commentsFound: 2,
      withId: 2,
      withAuthor: 2,
      withText: 2,
      blind: false,
    });
    const section =
      '<section><div role="button"><svg aria-label="Комментировать"></svg>7</div></section>';
    const blind = page('/p/Cabc-2/', `<main><hr>${section}</main>`);
    expect(healthOf(instagram, blind.document, blind.url).blind).toBe(true);
    const folded = page('/reel/Cabc-3/', `<main>${section}</main>`);
    expect(healthOf(instagram, folded.document, folded.url).commentsClaimed).toBeNull();
  });
});

describe('deletion', () => {
  it('of a comment with open answers takes them along', () => {
    const { document, url } = dialog();
    const root = rootOf(document, '1820001');
    const thread = root.parentElement;
    const other = thread?.cloneNode(true) as Element;
    for (const link of other.querySelectorAll('a[href*="/c/"]'))
      link.setAttribute('href', link.getAttribute('href')?.replace('182000', '183000') ?? '');
    thread?.after(other);
    const slot = rememberSlot(instagram, root, url);
    if (!slot) throw new Error('no slot');
    expect(slot.nextId).toBe('1830001');
    expect(outcomeReached(instagram, 'delete', slot)).toBe(false);
    thread?.remove();
    expect(outcomeReached(instagram, 'delete', slot)).toBe(true);
  });

  it('is not what «restrict» means, nor does a thankful comment prove a report', () => {
    const { document, url } = dialog();
    const slot = rememberSlot(instagram, rootOf(document, '1820001'), url);
    if (!slot) throw new Error('no slot');
    const button = document.createElement('button');
    button.textContent = 'Ограничить';
    document.querySelectorAll('[role="dialog"]')[1]?.append(button);
    expect(controlAt(instagram, button)).toBeNull();
    const words = rootOf(document, '1820002').querySelectorAll('span[dir="auto"]');
    const said = words[words.length - 1];
    if (said) said.textContent = 'Спасибо, что сообщили';
    expect(outcomeReached(instagram, 'report', slot)).toBe(false);
  });
});
