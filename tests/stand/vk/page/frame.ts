import { COMMUNITY, COMMUNITY_PATH, OPERATOR } from '../people';
import { button, h } from './dom';

const SCHEME = 'stand-scheme';

/** Light or dark as it was left, else as the system says. */
function applyScheme(): void {
  const saved = localStorage.getItem(SCHEME);
  const dark = saved ? saved === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
}

/** Everything around the middle column. Returns the element for the middle. */
export function installFrame(title: string): HTMLElement {
  applyScheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyScheme);
  const scheme = button(
    'Светлая или тёмная',
    () => {
      const next = document.documentElement.dataset.scheme === 'dark' ? 'light' : 'dark';
      localStorage.setItem(SCHEME, next);
      applyScheme();
    },
    { class: 'quiet', id: 'scheme' },
  );
  const profile = button('', () => openProfile(), {
    'data-testid': 'header-profile-menu-button',
    class: 'profile',
    'aria-label': `Профиль: ${OPERATOR.name}`,
    'aria-haspopup': 'menu',
  });
  profile.append(
    h('img', { src: `/drawings/avatar/${OPERATOR.id}.svg`, alt: '', width: 32, height: 32 }),
  );
  // The network keeps this menu in the page and shows it on demand.
  const profileMenu = h(
    'div',
    { 'data-testid': 'header-profile-menu', class: 'profile-menu', hidden: true },
    h('a', { href: OPERATOR.path, class: 'UserPlaceholder-module_header' }, OPERATOR.name),
  );
  const openProfile = () => {
    profileMenu.hidden = !profileMenu.hidden;
  };
  document.addEventListener('pointerdown', (event) => {
    const inside =
      profileMenu.contains(event.target as Node) || profile.contains(event.target as Node);
    if (!inside) profileMenu.hidden = true;
  });
  const middle = h('main', { class: 'middle' });
  const item = (label: string, href: string) => h('li', {}, h('a', { href }, label));
  document.title = title;
  document.body.append(
    h(
      'header',
      { class: 'top' },
      h('a', { class: 'brand', href: COMMUNITY_PATH }, 'Учебная площадка'),
      h('span', { class: 'top__space' }),
      scheme,
      profile,
      profileMenu,
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'nav',
        { 'data-testid': 'leftmenu', class: 'left', 'aria-label': 'Разделы' },
        h(
          'ul',
          {},
          item('Профиль', OPERATOR.path),
          item(COMMUNITY.name, COMMUNITY_PATH),
          item('Обсуждение: трубы на Садовой', '/wall-100_200'),
          item('Обсуждение: каток', '/wall-100_201'),
          item('Фотография', '/photo-100_300'),
          item('Сообщения', '/gim100'),
        ),
      ),
      middle,
      h(
        'aside',
        { class: 'right' },
        h('h2', {}, 'Здесь можно учиться'),
        h(
          'p',
          {},
          'Город, люди и слова выдуманы. Удаляйте, блокируйте, пишите — после перезагрузки страницы всё вернётся.',
        ),
        h(
          'p',
          {},
          'Некоторые комментарии нарочно грубые: на них видно, что Вахта находит, а что оставляет.',
        ),
      ),
    ),
  );
  return middle;
}
