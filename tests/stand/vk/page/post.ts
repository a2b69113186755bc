import { COMMUNITY } from '../people';
import type { StandPost } from '../posts';
import { button, h, richText } from './dom';
import { countOf } from './lists';
import type { Model, Thread } from './model';
import { openMenu } from './popups';

/** Text that the wall cuts, UTF-16 code units. */
const LONG = 600;

/** A post of the wall or, with `alone`, of its own address, where the date is not a link. */
export function postView(
  model: Model,
  post: StandPost,
  { alone, open }: { alone: boolean; open(path: string): void },
): HTMLElement {
  const path = `/wall${COMMUNITY.id}_${post.n}`;
  const menu = button(
    '…',
    () =>
      openMenu(
        menu,
        [
          { label: 'Закрепить', run: () => {} },
          {
            label: 'Удалить',
            danger: true,
            testId: 'post_context_menu_item_delete',
            run: () => {
              model.posts.splice(model.posts.indexOf(post), 1);
              element.replaceWith(
                h(
                  'div',
                  { 'data-testid': 'feed-item-custom-state-block', class: 'card stub' },
                  'Пост удалён',
                ),
              );
            },
          },
        ],
        'post_context_menu',
      ),
    {
      'data-testid': 'post_context_menu_toggle',
      class: 'comment__menu comment__menu--post',
      'aria-label': 'Действия с записью',
      'aria-haspopup': 'menu',
    },
  );
  const body = h(
    'div',
    { 'data-testid': 'showmoretext-in' },
    ...richText(post.text.slice(0, LONG)),
  );
  if (post.text.length > LONG) {
    const rest = button('Показать ещё', () => body.replaceChildren(...richText(post.text)), {
      class: 'link',
      'data-testid': 'showmoretext-after',
    });
    body.append(rest);
  }
  const toThread = h('a', {
    href: path,
    'data-testid': 'post_footer_action_comment',
    class: 'post__action',
  });
  const date = alone
    ? h('span', { 'data-testid': 'post_date_block_preview', class: 'post__date' }, post.time)
    : h(
        'a',
        { 'data-testid': 'post_date_block_preview', href: path, class: 'post__date' },
        post.time,
      );
  const element = h(
    'article',
    { 'data-testid': 'post', 'data-post-id': `${COMMUNITY.id}_${post.n}`, class: 'post card' },
    h(
      'header',
      { class: 'post__head' },
      h('img', { src: `/drawings/avatar/${COMMUNITY.id}.svg`, alt: '', width: 44, height: 44 }),
      h(
        'div',
        {},
        h(
          'a',
          { 'data-testid': 'post-header-title', href: COMMUNITY.path, class: 'post__owner' },
          COMMUNITY.name,
        ),
        date,
      ),
      model.options.visitor ? null : menu,
    ),
    h('div', { 'data-testid': 'post_text', class: 'post__text' }, body),
    h(
      'footer',
      { class: 'post__foot' },
      button('♡ Нравится', () => {}, { class: 'post__action' }),
      toThread,
    ),
  );
  element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const href = link?.getAttribute('href');
    if (!href?.startsWith('/wall') || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    open(href);
  });
  showCount(element, model.thread(post.n));
  return element;
}

/** Shows in the post's footer how many comments there are now. */
export function showCount(post: Element, thread: Thread): void {
  const link = post.querySelector('[data-testid="post_footer_action_comment"]');
  link?.setAttribute('aria-label', countOf(thread));
  link?.replaceChildren(countOf(thread));
}
