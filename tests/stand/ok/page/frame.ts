import { h } from '../../vk/page/dom';
import { COMMUNITY, OPERATOR } from '../../vk/people';
import { discussionPath, GROUP_PATH, MAIN_TOPIC, pathOf, topicPath } from '../group';

/** Everything around the middle column. Returns the element for the middle. */
export function installFrame(title: string): HTMLElement {
  document.title = title;
  const item = (label: string, href: string) => h('li', {}, h('a', { href }, label));
  const middle = h('main', { class: 'main-content', id: 'mainContent' });
  document.body.append(
    h(
      'header',
      { class: 'toolbar' },
      h('a', { class: 'toolbar_logo', href: GROUP_PATH }, 'Учебная площадка'),
      h(
        'nav',
        { class: 'toolbar_nav', 'aria-label': 'Связь' },
        h(
          'a',
          { class: 'toolbar_nav_a', href: `${GROUP_PATH}/messages`, 'data-l': 't,messages' },
          'Сообщения',
        ),
        h(
          'a',
          { class: 'toolbar_nav_a', href: discussionPath(MAIN_TOPIC), 'data-l': 't,discussions' },
          'Обсуждения',
        ),
      ),
    ),
    h(
      'div',
      { class: 'layout' },
      h(
        'nav',
        { class: 'nav-side', 'aria-label': 'Разделы' },
        h(
          'a',
          { class: 'nav-side_i', 'data-l': 't,userPage', href: pathOf(OPERATOR) },
          h('img', { src: `/drawings/avatar/${OPERATOR.id}.svg`, alt: '', width: 32, height: 32 }),
          h('span', { class: 'tico' }, OPERATOR.name),
        ),
        h(
          'ul',
          {},
          item('Лента группы', GROUP_PATH),
          item('Темы', `${GROUP_PATH}/topics`),
          item('Тема: трубы на Садовой', topicPath(MAIN_TOPIC)),
        ),
      ),
      middle,
      h(
        'aside',
        { class: 'side-note' },
        h('h2', {}, 'Здесь можно учиться'),
        h('p', {}, 'Город, люди и слова выдуманы. После перезагрузки страницы всё вернётся.'),
        h('p', {}, `Вы ведёте группу «${COMMUNITY.name}».`),
      ),
    ),
  );
  return middle;
}
