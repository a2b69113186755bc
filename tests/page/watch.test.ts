// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { vk } from '../../lib/networks/vk';
import { type CommentWatch, type LiveComment, watchComments } from '../../lib/page/watch';

function commentHtml(id: number, text: string, more = ''): string {
  return `<div data-testid="wall_comments_comment_root" id="-1_${id}">
    <a data-testid="comment-avatar" href="/id${id}"></a><a data-testid="comment-owner" href="/id${id}">Автор ${id}</a>
    <div data-testid="comment-text"><span data-testid="showmoretext-in">${text}</span></div>
    <a data-testid="wall_comment_date" href="/wall-1_2?reply=${id}">сейчас</a>${more}</div>`;
}

const element = (html: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
};

let log: string[];
let end: AbortController;
let idle: () => void;
let written: number;
let watch: CommentWatch;

/** Resolves when the watch has dealt with everything that had changed. */
const settled = () =>
  new Promise<void>((resolve) => {
    idle = resolve;
  });

async function start(html: string, onRead?: (live: LiveComment) => void): Promise<void> {
  document.body.innerHTML = `<div id="list">${html}</div>`;
  const done = settled();
  watch = watchComments({
    adapter: vk,
    document,
    signal: end.signal,
    onRead(live) {
      log.push(`read ${live.comment.id} ${live.comment.text}`);
      onRead?.(live);
    },
    onMoved: (live) => log.push(`moved ${live.comment.id}`),
    onGone: (key) => log.push(`gone ${key}`),
    onIdle: () => idle(),
    onWritten: () => {
      written += 1;
    },
    onError: (error) => log.push(`error ${error instanceof Error ? error.message : ''}`),
  });
  await done;
}

/** Changes the page, waits, and gives what the watch has told of it. */
async function toldBy(change: () => void): Promise<string[]> {
  log = [];
  const done = settled();
  change();
  await done;
  return log;
}

const find = (css: string) => document.querySelector(css) as Element;

beforeEach(() => {
  log = [];
  end = new AbortController();
  idle = () => {};
  document.location.href = 'https://vk.com/wall-1_2';
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

describe('watchComments', () => {
  it('reads what stands there and what comes', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'));
    expect(log).toEqual(['read -1_3 раз', 'read -1_4 два']);
    expect(await toldBy(() => find('#list').append(element(commentHtml(5, 'три'))))).toEqual([
      'read -1_5 три',
    ]);
    expect([...watch.comments.values()].map((live) => live.comment.id)).toEqual([
      '-1_3',
      '-1_4',
      '-1_5',
    ]);
    expect(watch.at(find('[id="-1_4"]'))?.comment.text).toBe('два');
  });

  it('reads answers inside a comment, each with its own words', async () => {
    await start(commentHtml(3, 'раз'));
    const answer = commentHtml(4, 'ответ').replace('_root"', '_in_thread"');
    expect(await toldBy(() => find('[id="-1_3"]').append(element(answer)))).toEqual([
      'read -1_4 ответ',
    ]);
  });

  it('reads an edited comment again and an unchanged one never', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'));
    const words = () => find('[id="-1_3"] span').firstChild as Text;
    expect(await toldBy(() => words().appendData(' и ещё'))).toEqual(['read -1_3 раз и ещё']);
    expect(
      await toldBy(() => {
        find('[id="-1_3"]').append(document.createElement('button'));
        find('[id="-1_4"] [data-testid="wall_comment_date"]').textContent = 'минуту назад';
      }),
    ).toEqual([]);
  });

  it('tells when the same words stand in new nodes', async () => {
    await start(commentHtml(3, 'раз'));
    expect(
      await toldBy(() => {
        find('[id="-1_3"] span').replaceChildren(document.createTextNode('раз'));
      }),
    ).toEqual(['moved -1_3']);
    expect(
      await toldBy(() => find('[id="-1_3"]').replaceWith(element(commentHtml(3, 'раз')))),
    ).toEqual(['moved -1_3']);
    expect(watch.at(find('[id="-1_3"]'))?.reading.pieces[0]?.node).toBe(
      find('[id="-1_3"] span').firstChild,
    );
  });

  it('knows a re-used element for another comment', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'));
    expect(
      await toldBy(() => {
        const root = find('[id="-1_3"]');
        root.id = '-1_7';
        const date = root.querySelector('[data-testid="wall_comment_date"]') as Element;
        date.setAttribute('href', '/wall-1_2?reply=7');
        (root.querySelector('span') as Element).textContent = 'семь';
      }),
    ).toEqual(['read -1_7 семь', 'gone -1_2 -1_3']);
  });

  it('does not judge anew what a list shifts to other elements', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два') + commentHtml(5, 'три'));
    const told = await toldBy(() => {
      const [first, second, third] = Array.from(find('#list').children) as [
        Element,
        Element,
        Element,
      ];
      first.innerHTML = second.innerHTML;
      second.innerHTML = third.innerHTML;
      third.innerHTML = element(commentHtml(6, 'четыре')).innerHTML;
      for (const [root, id] of [
        [first, 4],
        [second, 5],
        [third, 6],
      ] as const)
        root.id = `-1_${id}`;
    });
    expect(told).toEqual(['moved -1_4', 'moved -1_5', 'read -1_6 четыре', 'gone -1_2 -1_3']);
  });

  it('lets go of comments that leave, by themselves or with a part of the page', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'));
    expect(await toldBy(() => find('[id="-1_3"]').remove())).toEqual(['gone -1_2 -1_3']);
    expect(await toldBy(() => find('#list').remove())).toEqual(['gone -1_2 -1_4']);
    expect(watch.comments.size).toBe(0);
  });

  it('keeps a comment that is only moved about', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'));
    expect(await toldBy(() => find('#list').append(find('[id="-1_3"]')))).toEqual([]);
  });

  it('waits until a comment is filled in, and lets it go when a stub takes its place', async () => {
    await start('<div data-testid="wall_comments_comment_root" id="-1_3"></div>');
    expect(log).toEqual([]);
    const root = find('[id="-1_3"]');
    expect(await toldBy(() => root.append(...element(commentHtml(3, 'раз')).childNodes))).toEqual([
      'read -1_3 раз',
    ]);
    const kept = Array.from(root.childNodes);
    expect(
      await toldBy(() =>
        root.replaceChildren(element('<p>Удалён. <button>Восстановить</button></p>')),
      ),
    ).toEqual(['gone -1_2 -1_3']);
    expect(await toldBy(() => root.replaceChildren(...kept))).toEqual(['read -1_3 раз']);
  });

  it('follows a comment that a layer shows once more, and returns when the layer closes', async () => {
    await start(commentHtml(3, 'раз'));
    const layer = element(`<div id="layer">${commentHtml(3, 'раз')}</div>`);
    expect(await toldBy(() => document.body.append(layer))).toEqual(['moved -1_3']);
    expect(layer.contains([...watch.comments.values()][0]?.root ?? null)).toBe(true);
    expect(await toldBy(() => find('#list [id="-1_3"]').append('…'))).toEqual([]);
    expect(await toldBy(() => layer.remove())).toEqual(['moved -1_3']);
    expect(find('#list').contains([...watch.comments.values()][0]?.root ?? null)).toBe(true);
  });

  it('goes on after a callback that throws', async () => {
    await start(commentHtml(3, 'раз') + commentHtml(4, 'два'), (live) => {
      if (live.comment.id === '-1_3') throw new Error('drawing failed');
    });
    expect(log).toEqual(['read -1_3 раз', 'error drawing failed', 'read -1_4 два']);
  });

  it('reads addresses again after navigation', async () => {
    await start(commentHtml(3, 'раз'));
    document.location.href = 'https://vk.ru/wall-1_2';
    await toldBy(() => watch.navigated());
    expect(log).toEqual(['read -1_3 раз']);
    expect([...watch.comments.values()][0]?.comment.permalink).toBe(
      'https://vk.ru/wall-1_2?reply=3',
    );
  });

  it('says nothing after the end', async () => {
    await start(commentHtml(3, 'раз'));
    end.abort();
    log = [];
    find('#list').append(element(commentHtml(4, 'два')));
    watch.navigated();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log).toEqual([]);
  });

  it('reads what stands in the window before the rest of a crowd', async () => {
    const inWindow = new Set(['-1_180', '-1_181']);
    class Sight {
      constructor(private readonly tell: (entries: object[]) => void) {}
      observe(target: Element) {
        const { id } = target;
        queueMicrotask(() => this.tell([{ target, isIntersecting: inWindow.has(id) }]));
      }
      unobserve() {}
      disconnect() {}
    }
    vi.stubGlobal('IntersectionObserver', Sight);
    const many = Array.from({ length: 200 }, (_, index) => commentHtml(index + 1, 'слово'));
    await start(many.join(''));
    expect(log).toHaveLength(200);
    const places = [...inWindow].map((id) => log.indexOf(`read ${id} слово`));
    expect(Math.max(...places)).toBeLessThan(100);
  });

  it('reads what comes into the window before the rest, while a crowd is still read', async () => {
    const observed = new Map<string, () => void>();
    class Sight {
      constructor(private readonly tell: (entries: object[]) => void) {}
      observe(target: Element) {
        observed.set(target.id, () => this.tell([{ target, isIntersecting: true }]));
        queueMicrotask(() => this.tell([{ target, isIntersecting: false }]));
      }
      unobserve({ id }: Element) {
        observed.delete(id);
      }
      disconnect() {}
    }
    vi.stubGlobal('IntersectionObserver', Sight);
    const many = Array.from({ length: 200 }, (_, index) => commentHtml(index + 1, 'слово'));
    await start(many.join(''), ({ comment }) => {
      // Meanwhile the operator goes down.
      if (comment.id === '-1_30') observed.get('-1_180')?.();
    });
    expect(log).toHaveLength(200);
    expect(log.indexOf('read -1_180 слово')).toBe(log.indexOf('read -1_30 слово') + 1);
    expect(observed.size).toBe(0);
  });

  it('reads nothing while somebody writes, and tells that something was written', async () => {
    await start(`${commentHtml(3, 'раз')}<div contenteditable="true"><p>б</p></div>`);
    let rests = 0;
    idle = () => {
      rests += 1;
    };
    written = 0;
    find('[contenteditable] p').append('у', element(commentHtml(9, 'в черновике')));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([rests, written]).toEqual([0, 1]);
    expect(await toldBy(() => find('#list').append(element(commentHtml(4, 'два'))))).toEqual([
      'read -1_4 два',
    ]);
  });

  it('reads thousands of comments, each once', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => commentHtml(index + 1, 'слово'));
    await start(many.join(''));
    expect(new Set(log).size).toBe(1000);
    expect(log).toHaveLength(1000);
  });
});
