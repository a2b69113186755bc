import { button, h, plural } from '../../vk/page/dom';
import type { LiveComment, Thread } from '../../vk/page/model';
import { commentBlock } from './comment';
import { commentForm } from './comment-form';
import type { Model } from './model';

/** Newest comments that are shown first, and earlier ones by each «Показать предыдущие». */
const SHOWN = 30;
/** The site answers after so many milliseconds. */
const ANSWER_DELAY = 120;

const countOf = (thread: Thread) => thread.comments.filter(({ deleted }) => !deleted).length;

/** The discussion under a topic: earlier comments on demand above, new ones come below. */
export function discussion(model: Model, topic: number): HTMLElement {
  const thread = model.thread(topic);
  const form = commentForm(model, thread);
  const around = { thread, options: model.options, onReply: form.answer };
  const list = h('div', { class: 'comments_lst_cnt' });
  const counter = h('div', { class: 'mlr_disc_count', 'data-count': countOf(thread) });
  const written = [...thread.comments];
  let from = model.options.many > 0 ? 0 : Math.max(0, written.length - SHOWN);
  const blockOf = (comment: LiveComment) => commentBlock(comment, around);
  list.append(...written.slice(from).map(blockOf));

  const earlier = button(
    '',
    () => {
      earlier.disabled = true;
      setTimeout(() => {
        const next = Math.max(0, from - SHOWN);
        list.prepend(...written.slice(next, from).map(blockOf));
        from = next;
        tell();
      }, ANSWER_DELAY);
    },
    { class: 'comments_previous' },
  );
  const tell = () => {
    earlier.disabled = false;
    earlier.hidden = from === 0;
    earlier.textContent = `Показать предыдущие (${from})`;
    const count = countOf(thread);
    counter.dataset.count = String(count);
    counter.textContent = plural(count, 'комментарий', 'комментария', 'комментариев');
  };
  tell();
  thread.onChange((comment, change) => {
    if (change === 'added') list.append(blockOf(comment));
    tell();
  }, new AbortController().signal);

  return h(
    'div',
    { class: 'mlr_disc js-discussion-layer-block' },
    counter,
    h('div', { class: 'comments_lst' }, earlier, list),
    form.element,
  );
}
