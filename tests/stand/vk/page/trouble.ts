import type { Options } from './options';

/** The page's own script falls over at every change, as broken pages do. */
function throwOnChanges(): void {
  new MutationObserver(() => {
    throw new Error('the page is broken on purpose');
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

const click = (element: Element | null | undefined) =>
  element?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }),
  );

/**
 * What a hostile page may try: it opens a comment's menu and presses «Удалить» and «Восстановить» by
 * made-up events, presses keys, and sends messages that look like somebody's protocol. The comment is
 * really deleted by it; the operator did nothing.
 */
export function forge(index = 0): void {
  const comment = document.querySelectorAll('[data-testid="wall_comments_comment_root"]')[index];
  click(comment?.querySelector('[aria-haspopup="menu"]'));
  const items = [...document.querySelectorAll('[role="menuitem"]')];
  click(items.find((item) => item.textContent === 'Удалить'));
  const answers = [...document.querySelectorAll('[role="dialog"] button')];
  click(answers.find((answer) => answer.textContent === 'Удалить'));
  for (const code of ['KeyJ', 'Digit1', 'KeyX', 'KeyU', 'KeyM']) {
    for (const type of ['keydown', 'keyup']) {
      document.body.dispatchEvent(
        new KeyboardEvent(type, {
          code,
          key: code.slice(-1).toLowerCase(),
          bubbles: true,
          composed: true,
        }),
      );
    }
  }
  postMessage({ type: 'append', record: { type: 'action', action: { kind: 'delete' } } }, '*');
  document.dispatchEvent(new CustomEvent('vakhta', { detail: { kind: 'delete' } }));
}

/** Switches on the troubles that the address asks for. */
export function installTrouble(options: Options): void {
  if (options.throws) throwOnChanges();
  if (options.hostile) {
    let index = 0;
    setInterval(() => forge(index++ % 5), 1_500);
  }
}
