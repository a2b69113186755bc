import { button, h } from './dom';

/** Menus and dialogs stand here, outside of what they belong to, as in the network. */
const layer = h('div', { class: 'popups' });
const notices = h('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
let closeOpen: (() => void) | null = null;

/** Puts the layer into the page. Call once. */
export function installPopups(): void {
  document.body.append(layer, notices);
}

export interface MenuItem {
  label: string;
  testId?: string;
  danger?: boolean;
  run(): void;
}

/** Opens a menu next to `anchor`; Escape, a click elsewhere and a choice close it. */
export function openMenu(anchor: HTMLElement, items: readonly MenuItem[], testId?: string): void {
  closeOpen?.();
  const menu = h('div', {
    class: 'menu',
    role: testId ? 'dialog' : 'menu',
    'data-testid': testId ?? null,
  });
  for (const item of items) {
    menu.append(
      button(
        item.label,
        () => {
          close();
          item.run();
        },
        {
          role: 'menuitem',
          class: item.danger ? 'menu__item menu__item--danger' : 'menu__item',
          'data-testid': item.testId ?? null,
        },
      ),
    );
  }
  layer.append(menu);
  anchor.setAttribute('aria-expanded', 'true');
  const place = anchor.getBoundingClientRect();
  const below = place.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.top = `${below ? place.bottom + 4 : place.top - menu.offsetHeight - 4}px`;
  menu.style.left = `${Math.max(8, Math.min(place.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8))}px`;

  const focusable = [...menu.querySelectorAll('button')];
  focusable[0]?.focus({ preventScroll: true });
  const life = new AbortController();
  const { signal } = life;
  function close() {
    life.abort();
    menu.remove();
    anchor.removeAttribute('aria-expanded');
    if (closeOpen === close) closeOpen = null;
  }
  closeOpen = close;
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = focusable.indexOf(document.activeElement as HTMLButtonElement);
    focusable.at((index + step) % focusable.length)?.focus();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      close();
      anchor.focus({ preventScroll: true });
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!menu.contains(event.target as Node)) close();
    },
    { signal },
  );
}

export interface Dialog {
  close(): void;
  box: HTMLElement;
}

/** Opens a modal dialog with `content`. */
export function openDialog(title: string, content: readonly Node[], titleTestId?: string): Dialog {
  closeOpen?.();
  const heading = h('h2', { class: 'dialog__title', 'data-testid': titleTestId ?? null }, title);
  const box = h('div', {
    class: 'dialog',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': title,
  });
  const shade = h('div', { class: 'shade' }, box);
  const life = new AbortController();
  const before = document.activeElement;
  const close = () => {
    life.abort();
    shade.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  box.append(
    h(
      'header',
      { class: 'dialog__head' },
      heading,
      button('×', close, { class: 'dialog__close', 'aria-label': 'Закрыть' }),
    ),
    ...content,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') close();
    },
    { signal: life.signal },
  );
  layer.append(shade);
  box.querySelector<HTMLElement>('[contenteditable], input, button.primary')?.focus();
  return { close, box };
}

/** A question with a choice of reasons. */
export function askReason(
  title: string,
  reasons: readonly string[],
  confirmLabel: string,
  onConfirm: (reason: string) => void,
): void {
  const options = reasons.map((reason, index) =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name: 'reason', value: reason, checked: index === 0 }),
      reason,
    ),
  );
  const form = h(
    'div',
    { class: 'dialog__body', role: 'radiogroup', 'aria-label': title },
    ...options,
  );
  const dialog = openDialog(title, [
    form,
    h(
      'div',
      { class: 'dialog__foot' },
      button('Отмена', () => dialog.close(), { class: 'quiet' }),
      button(
        confirmLabel,
        () => {
          const chosen = form.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
          dialog.close();
          onConfirm(chosen);
        },
        { class: 'primary' },
      ),
    ),
  ]);
}

/** A yes-or-no question. */
export function askConfirm(title: string, text: string, yes: string, onYes: () => void): void {
  const dialog = openDialog(title, [
    h('p', { class: 'dialog__body' }, text),
    h(
      'div',
      { class: 'dialog__foot' },
      button('Отмена', () => dialog.close(), { class: 'quiet' }),
      button(
        yes,
        () => {
          dialog.close();
          onYes();
        },
        { class: 'primary' },
      ),
    ),
  ]);
}

/** How long a notice stays, milliseconds. */
const NOTICE_STAYS = 6_000;

/** A short notice in the corner. */
export function notify(text: string): void {
  const notice = h('div', { class: 'notice' }, text);
  notices.append(notice);
  setTimeout(() => notice.remove(), NOTICE_STAYS);
}
