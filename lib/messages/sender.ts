import { browser } from 'wxt/browser';
import { networkOfHost } from '../networks/hosts';

/** What the browser stamps on a message; the page cannot write it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** True for one of Vakhta's own pages. */
export const isOwnPage = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));

function isContentScript({ id, url, tab }: Sender): boolean {
  if (id !== browser.runtime.id || url === undefined || !tab) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && networkOfHost(hostname) !== null;
}

/**
 * Throws unless the message comes from Vakhta itself: from one of its own pages, or from its content
 * script on a host of a known network.
 */
export function proved(sender: Sender): void {
  if (!isOwnPage(sender) && !isContentScript(sender))
    throw new Error('Сообщение пришло не от Вахты.');
}

/** Throws unless the message comes from one of Vakhta's own pages; a content script may not ask for it. */
export function provedOwnPage(sender: Sender): void {
  if (!isOwnPage(sender)) throw new Error('Об этом может просить только страница самой Вахты.');
}
