import { button, h } from '../../vk/page/dom';

const stack: (() => void)[] = [];
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.sc-menu'))
    stack.at(-1)?.();
});

/** A layer over the page, with its own scrolling; gives the way to close it. */
export function openLayer(
  title: string,
  id: string,
  content: readonly Node[],
  onClose: () => void,
): () => void {
  const close = () => {
    const place = stack.indexOf(close);
    if (place === -1) return;
    stack.splice(place, 1);
    layer.remove();
    document.documentElement.classList.toggle('__layered', stack.length > 0);
    onClose();
  };
  const hold = h(
    'div',
    { class: 'media-layer_hld', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
    button('×', close, { class: 'media-layer_close_ico', 'aria-label': 'Закрыть' }),
    h('div', { id, class: 'media-layer_body' }, ...content),
  );
  const layer = h('div', { class: 'media-layer __active' }, hold);
  layer.addEventListener('pointerdown', (event) => {
    if (event.target === layer) close();
  });
  document.body.append(layer);
  document.documentElement.classList.add('__layered');
  stack.push(close);
  return close;
}
