import { CommentView } from './comment';
import { button, h, plural } from './dom';
import type { LiveComment, Thread } from './model';
import type { Options } from './options';

/** Comments of the first screenful, and of each «Показать следующие комментарии». */
const PAGE = 40;
/** The network answers after so many milliseconds. */
const ANSWER_DELAY = 120;

interface ListSurroundings {
  thread: Thread;
  options: Options;
  onReply(comment: LiveComment): void;
  signal: AbortSignal;
}

/** A list that grows: each comment has its own node for good. */
export function growingList(around: ListSurroundings): HTMLElement {
  const { thread, options, signal } = around;
  const list = h('div', { class: 'comments' });
  const views = new Map<number, CommentView>();
  let tops = thread.tops();
  let shown = 0;
  const more = button(
    '',
    () => {
      more.disabled = true;
      setTimeout(() => showNext(PAGE), ANSWER_DELAY);
    },
    { 'data-testid': 'show_next_comments', class: 'comments__more' },
  );
  const showOne = (comment: LiveComment) => {
    const view = new CommentView(comment, around);
    views.set(comment.n, view);
    list.append(view.slot());
  };
  const showNext = (count: number) => {
    for (const comment of tops.slice(shown, shown + count))
      if (!views.has(comment.n)) showOne(comment);
    shown = Math.min(tops.length, shown + count);
    more.disabled = false;
    const left = tops.length - shown;
    more.hidden = left === 0;
    more.textContent = `Показать следующие комментарии (${left})`;
  };
  showNext(options.many > 0 ? Number.POSITIVE_INFINITY : PAGE);

  thread.onChange((comment, change) => {
    if (change === 'added' && comment.branch === null) {
      tops = thread.tops();
      showOne(comment);
      // What has just come stands at the end, whatever is still folded above it.
      if (more.hidden) shown = tops.length;
    } else views.get(comment.branch ?? comment.n)?.update(comment);
  }, signal);
  return h('div', {}, list, more);
}

/** Nodes that a recycling list keeps. */
const POOL = 24;
/** Height of a comment before it was measured, pixels. */
const GUESS = 96;

/** A list that keeps `POOL` nodes and fills them with other comments while the page scrolls. */
export function recyclingList(around: ListSurroundings): HTMLElement {
  const { thread, signal } = around;
  const box = h('div', { class: 'comments comments--recycled' });
  const views: CommentView[] = [];
  const holds: (LiveComment | null)[] = [];
  const heights = new Map<number, number>();
  let tops = thread.tops();

  const topsAbove = () => {
    const offsets = [0];
    for (const top of tops) offsets.push((offsets.at(-1) ?? 0) + (heights.get(top.n) ?? GUESS));
    return offsets;
  };
  const layOut = () => {
    const visible = -box.getBoundingClientRect().top;
    let offsets = topsAbove();
    const firstSeen = offsets.findIndex((offset) => offset >= visible - 400);
    const first = Math.max(
      0,
      Math.min(firstSeen < 0 ? tops.length : firstSeen - 1, tops.length - POOL),
    );
    const last = Math.min(tops.length, first + POOL);
    for (let index = first; index < last; index++) {
      const comment = tops[index];
      if (!comment) continue;
      const node = index % POOL;
      let view = views[node];
      if (!view) {
        view = new CommentView(comment, around);
        views[node] = view;
        box.append(view.slot());
      } else if (holds[node] !== comment) view.show(comment);
      holds[node] = comment;
    }
    for (let index = first; index < last; index++) {
      const comment = tops[index];
      const slot = views[index % POOL]?.slot();
      if (comment && slot) heights.set(comment.n, slot.offsetHeight);
    }
    offsets = topsAbove();
    for (let index = first; index < last; index++) {
      const slot = views[index % POOL]?.slot();
      if (slot) slot.style.transform = `translateY(${offsets[index]}px)`;
    }
    box.style.height = `${offsets.at(-1)}px`;
  };

  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) layOut();
    });
  };
  addEventListener('scroll', ask, { passive: true, signal });
  addEventListener('resize', ask, { signal });
  const resized = new ResizeObserver(ask);
  resized.observe(box);
  signal.addEventListener('abort', () => resized.disconnect());
  thread.onChange((comment, change) => {
    if (change === 'added') tops = thread.tops();
    const top = comment.branch ?? comment.n;
    const node = holds.findIndex((held) => held?.n === top);
    views[node]?.update(comment);
    ask();
  }, signal);
  queueMicrotask(layOut);
  return box;
}

/** The heading above the comments. */
export function countOf(thread: Thread): string {
  const count = thread.comments.filter((comment) => !comment.deleted).length;
  return plural(count, 'комментарий', 'комментария', 'комментариев');
}
