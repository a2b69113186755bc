import { browser } from 'wxt/browser';
import { networkOfHost } from '../networks/hosts';

/** What the browser stamps on a message; the page cannot write it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: unknown;
}

/**
 * Throws unless the message comes from Vakhta itself: from one of its own pages, or from its content
 * script on a host of a known network.
 */
export function proved(sender: Sender): void {
  if (sender.id === browser.runtime.id && sender.url !== undefined) {
    if (sender.url.startsWith(browser.runtime.getURL('/'))) return;
    const url = new URL(sender.url);
    if (url.protocol === 'https:' && networkOfHost(url.hostname) !== null && sender.tab) return;
  }
  throw new Error('Сообщение пришло не от Вахты.');
}
