import { button, h, richText } from '../../vk/page/dom';
import { banned, type LiveComment, type Thread } from '../../vk/page/model';
import { pathOf, stampOf } from '../group';
import { notify } from './notices';
import type { Options } from './options';
import { shortcutMenu } from './shortcut-menu';

/** Longer texts are cut until «Ещё» is pressed, UTF-16 code units. */
const LONG = 300;

interface Surroundings {
  thread: Thread;
  options: Options;
  onReply(comment: LiveComment): void;
}

const link = (label: string, attributes: Record<string, string>, run: () => void) => {
  const element = h('a', { href: '#', role: 'button', ...attributes }, label);
  element.addEventListener('click', (event) => {
    event.preventDefault();
    run();
  });
  return element;
};

/** The words of a comment; a long one stands whole beside its cut form, which is shown first. */
function textOf({ text }: LiveComment): HTMLElement {
  const full = h('span', { class: 'js-text-full' }, ...richText(text));
  if (text.length <= LONG) return h('div', {}, full);
  full.hidden = true;
  const short = h(
    'span',
    { class: 'js-text-short' },
    ...richText(`${text.slice(0, text.lastIndexOf(' ', LONG - 60))}… `),
    link('Ещё', { class: 'js-text-more' }, () => {
      short.remove();
      full.hidden = false;
    }),
  );
  return h('div', {}, short, full);
}

/**
 * One comment in its block. The block stays when the comment is deleted: the site deletes without a
 * question and puts a stub with the way back in its place.
 */
export function commentBlock(comment: LiveComment, around: Surroundings): HTMLElement {
  const { thread, options } = around;
  const { n, author, branch, mention, own } = comment;
  const entry = h('div', {
    'data-seen-params': JSON.stringify({ data: { commentId: String(n) } }),
    'data-time': stampOf(n),
  });
  const block = h('div', { id: `hook_Block_${Math.random().toString(36).slice(2)}` }, entry);
  const isBanned = () => banned.has(author.id);
  const ban = () => {
    banned.add(author.id);
    notify(`Пользователь заблокирован: ${author.name}`);
    show();
  };
  const report = () => notify('Жалоба отправлена');
  const answered = mention
    ? (thread.comments.findLast((other) => other.author === mention && other.n < n) ??
      thread.byNumber(branch ?? 0))
    : thread.byNumber(branch ?? 0);

  const body = () =>
    h(
      'div',
      { class: 'comments_current show-on-hover' },
      h(
        'a',
        { class: 'comments_ava', href: pathOf(author), 'aria-hidden': 'true', tabindex: '-1' },
        h('img', { src: `/drawings/avatar/${author.id}.svg`, alt: '', width: 40, height: 40 }),
      ),
      h(
        'div',
        { class: 'comments_body' },
        h(
          'div',
          { class: 'comments_author' },
          h(
            'a',
            { class: 'comments_author-name o', href: pathOf(author) },
            h('span', {}, author.name),
          ),
          answered
            ? h(
                'span',
                { class: 'comments_answered', 'data-rid': answered.n },
                ` → ${answered.author.name}`,
              )
            : null,
        ),
        comment.image
          ? h('img', {
              class: 'comments_picture',
              src: `/drawings/photo/${n}.svg`,
              alt: 'Фотография',
            })
          : h('div', { class: 'comments_text textWrap' }, textOf(comment)),
        h(
          'div',
          { class: 'comments_current__footer' },
          h('span', { class: 'comments_current__footer__main__date' }, comment.time),
          link('Ответить', { class: 'comments_reply' }, () => around.onReply(comment)),
          button(
            'Класс',
            (event) => (event.currentTarget as Element).classList.toggle('__active'),
            {
              class: 'comments_klass',
            },
          ),
        ),
      ),
      h(
        'div',
        { class: 'comments_controls-t' },
        options.bare || own
          ? null
          : shortcutMenu('Ещё', () => [
              { label: 'Пожаловаться', run: report },
              ...(options.visitor || isBanned()
                ? []
                : [{ label: 'Заблокировать пользователя', run: ban }]),
            ]),
        options.visitor
          ? null
          : link(
              '',
              { class: 'fade-on-hover comments_remove ic10 ic10_close-g', title: 'Удалить' },
              () => thread.remove(comment),
            ),
      ),
    );
  const stub = () =>
    h(
      'div',
      { class: 'delete-stub' },
      h(
        'div',
        { class: 'delete-stub_i' },
        h('span', { class: 'delete-stub_info' }, 'Комментарий удалён'),
        h(
          'div',
          { class: 'delete-stub_ac' },
          link('Восстановить', { class: 'delete-stub_cancel' }, () => thread.restore(comment)),
          own || isBanned() ? null : link('Заблокировать пользователя', {}, ban),
          own ? null : link('Это спам', {}, report),
        ),
      ),
    );
  const show = () => {
    if (comment.deleted && options.stub === 'none') block.remove();
    else entry.replaceChildren(comment.deleted ? stub() : body());
  };
  show();
  thread.onChange((changed) => {
    if (changed === comment) show();
  }, new AbortController().signal);
  return block;
}
