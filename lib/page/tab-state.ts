import { sendMessage } from '../messages/protocol';
import type { PageContext } from './context';
import { flagged, type PageStore } from './state';

/** At most twice a second. */
const EVERY_MS = 500;

/** Keeps the badge and the popup informed of this page until the signal aborts. */
export function tellTabState(page: PageContext, store: PageStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = () => {
    timer = undefined;
    const state = store.getState();
    const queue = flagged(state);
    const counts = {
      network: page.adapter.id,
      read: state.comments.size,
      flagged: queue.length,
      done: queue.filter((judged) => judged.done).length,
      paused: false,
      blind: state.blind,
      claimed: state.claimed,
      waiting: state.waiting,
    };
    if (JSON.stringify(counts) === told) return;
    told = JSON.stringify(counts);
    sendMessage('tabState', counts).catch(() => {
      told = '';
    });
  };
  const stop = store.subscribe(() => {
    timer ??= setTimeout(tell, EVERY_MS);
  });
  page.signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  tell();
}
