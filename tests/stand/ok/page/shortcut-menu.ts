import { button, h } from '../../vk/page/dom';

export interface MenuItem {
  label: string;
  run(): void;
}

/**
 * A menu as the site has it: the button and the list stand together in one block of their own, the
 * list is put there when it is asked for. Escape, a press elsewhere and a choice close it.
 */
export function shortcutMenu(label: string, items: () => readonly MenuItem[]): HTMLElement {
  const block = h('div', { class: 'shortcut', 'data-module': 'ShortcutMenu' });
  let life: AbortController | null = null;
  const close = () => {
    life?.abort();
    life = null;
    block.querySelector('.sc-menu')?.remove();
    toggle.removeAttribute('aria-expanded');
  };
  const open = () => {
    life = new AbortController();
    const { signal } = life;
    toggle.setAttribute('aria-expanded', 'true');
    const list = h(
      'ul',
      { class: 'sc-menu u-menu', role: 'menu' },
      ...items().map((item) =>
        h(
          'li',
          { class: 'u-menu_li', role: 'none' },
          button(
            item.label,
            () => {
              close();
              item.run();
            },
            { class: 'u-menu_a', role: 'menuitem' },
          ),
        ),
      ),
    );
    block.append(list);
    list.querySelector('button')?.focus({ preventScroll: true });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal });
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!block.contains(event.target as Node)) close();
      },
      { signal },
    );
  };
  const toggle = button('…', () => (life ? close() : open()), {
    class: 'shortcut_ic',
    'aria-label': label,
    'aria-haspopup': 'menu',
  });
  block.append(toggle);
  return block;
}
