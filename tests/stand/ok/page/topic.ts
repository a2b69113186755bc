import { h, richText } from '../../vk/page/dom';
import { COMMUNITY } from '../../vk/people';
import { GROUP_PATH, type StandTopic, topicPath } from '../group';
import type { Model } from './model';
import { shortcutMenu } from './shortcut-menu';
import { discussion } from './thread';

const avatar = (size: number) =>
  h('img', { src: `/drawings/avatar/${COMMUNITY.id}.svg`, alt: '', width: size, height: size });

/** A topic in the feed of the group. */
export function feedTopic(model: Model, topic: StandTopic, open: (path: string) => void) {
  const count = model.thread(topic.n).comments.filter(({ deleted }) => !deleted).length;
  const path = topicPath(topic.n);
  const to = (label: string | Node, name: string) => {
    const link = h('a', { href: path, class: name }, label);
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      open(path);
    });
    return link;
  };
  return h(
    'div',
    { class: 'feed-w groups_post-w' },
    h(
      'div',
      { class: 'feed' },
      h(
        'div',
        { class: 'feed_h' },
        avatar(40),
        h(
          'div',
          {},
          h('a', { href: GROUP_PATH, class: 'group-link o' }, COMMUNITY.name),
          to(topic.time, 'feed_date'),
        ),
      ),
      h(
        'div',
        { class: 'media-text_cnt' },
        h('div', { class: 'media-text_cnt_tx emoji-tx textWrap' }, ...richText(topic.text)),
      ),
      h('div', { class: 'feed_f' }, to(`Комментарии ${count}`, 'widget_cnt')),
    ),
  );
}

/** A topic with its discussion, as it stands in a layer. */
export function topicView(model: Model, topic: StandTopic): HTMLElement {
  return h(
    'div',
    { class: 'mlr_cnts js-video-scope' },
    h(
      'div',
      { class: 'mlr_top' },
      avatar(44),
      h(
        'div',
        {},
        h('a', { href: GROUP_PATH, class: 'group-link o' }, COMMUNITY.name),
        h('a', { href: topicPath(topic.n), class: 'mlr_date' }, h('time', {}, topic.time)),
      ),
      h(
        'div',
        { class: 'mlr_top_ac' },
        shortcutMenu('Действия с темой', () => [{ label: 'Закрепить', run: () => {} }]),
      ),
    ),
    h(
      'div',
      { class: 'mlr_cnt' },
      h(
        'div',
        { class: 'media-text_cnt' },
        h('div', { class: 'media-text_cnt_tx emoji-tx textWrap' }, ...richText(topic.text)),
      ),
    ),
    discussion(model, topic.n),
  );
}
