import { browser } from 'wxt/browser';
import { PANEL_PORT } from '../messages/panel';
import type { NetworkAdapter } from '../networks/contract';
import { mayHoldWork } from '../networks/presence';
import { stopAtEnd } from './life';
import { soonRunner } from './soon';

/** Where changes follow one another, what they brought is looked at together, this often, milliseconds. */
const LOOK_EVERY_MS = 200;

const isThread = (adapter: NetworkAdapter) => adapter.threadOf(new URL(location.href)) !== null;

/** Elements that came with changes of the page. */
const partsOf = (changes: readonly MutationRecord[]): Element[] =>
  changes.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element));

/** Whether the page holds something for Vakhta to do, as it stands now. */
export const hasWork = (adapter: NetworkAdapter): boolean =>
  isThread(adapter) || mayHoldWork(adapter, document.documentElement);

/**
 * Resolves when something for Vakhta to do comes into a page that had nothing, or when the operator opens
 * the panel beside it. Until then nothing runs but one look at what is added to the page, five times a
 * second at most. Never resolves when the signal aborts first.
 */
export function workToCome(adapter: NetworkAdapter, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ending = new AbortController();
    const soon = soonRunner(ending.signal);
    const end = () => ending.abort();
    const begin = () => {
      end();
      if (!signal.aborted) resolve();
    };

    let address = location.href;
    let changes: MutationRecord[][] = [];
    let looked = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (ending.signal.aborted) return;
      looked = performance.now();
      const seen = changes;
      changes = [];
      const isElsewhere = location.href !== address;
      address = location.href;
      if (
        (isElsewhere && isThread(adapter)) ||
        partsOf(seen.flat()).some((part) => part.isConnected && mayHoldWork(adapter, part))
      )
        begin();
    };
    const observer = new MutationObserver((records) => {
      const isWaiting = changes.length > 0;
      changes.push(records);
      if (isWaiting) return;
      const wait = looked + LOOK_EVERY_MS - performance.now();
      if (wait <= 0) soon(look);
      else timer = setTimeout(look, wait);
    });
    observer.observe(document, { childList: true, subtree: true });
    ending.signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });

    // The panel tries again at once when its port is lost, and then finds all that it needs.
    const onConnect = (port: ReturnType<typeof browser.runtime.connect>) => {
      if (port.name !== PANEL_PORT) return;
      port.disconnect();
      begin();
    };
    browser.runtime.onConnect.addListener(onConnect);
    stopAtEnd(ending.signal, () => browser.runtime.onConnect.removeListener(onConnect));
    signal.addEventListener('abort', end);
  });
}
