/**
 * Builds an element for the overlay. Text always goes in as text, so that a name or a comment can
 * never become markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A button that calls back on a trusted click only: a page's script must not press it. */
export function button(
  attributes: Readonly<Record<string, string>>,
  onPress: () => void,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, ...children);
  node.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return node;
}
