import { h } from '../../vk/page/dom';

const place = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
/** How long a notice stays, milliseconds. */
const STAYS = 6_000;

/** A short notice in the corner. */
export function notify(text: string): void {
  if (!place.isConnected) document.body.append(place);
  const notice = h('div', { class: 'toast' }, text);
  place.append(notice);
  setTimeout(() => notice.remove(), STAYS);
}
