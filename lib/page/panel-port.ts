import { browser } from 'wxt/browser';
import {
  PANEL_PORT,
  type PanelCommand,
  type PanelView,
  panelCommandSchema,
} from '../messages/panel';
import { isOwnPage } from '../messages/sender';
import type { PageContext } from './context';
import { stopAtEnd } from './life';
import { flagged, type Judged, type PageStore } from './state';
import { wallPosts } from './wall';

/** At most ten views a second. */
const EVERY_MS = 100;
/** Posts are looked for in the whole page, so not more often than this, and while a panel is open. */
const POSTS_EVERY_MS = 2_000;
/** The queue shows two lines of a comment, UTF-16 code units. */
const TEXT_LIMIT = 600;
/** A queue longer than this is of no use to anybody and slow to send. */
const QUEUE_LIMIT = 1_000;

function viewOf(page: PageContext, store: PageStore, posts: readonly string[]): PanelView {
  const state = store.getState();
  const comment = (judged: Judged) => ({
    key: judged.key,
    ...(judged.comment.kind && { kind: judged.comment.kind }),
    author: judged.comment.author,
    authorUrl: judged.comment.authorUrl,
    time: judged.comment.time,
    text: judged.comment.text.slice(0, TEXT_LIMIT),
    permalink: judged.comment.permalink,
    findings: judged.findings.map((finding) => ({ ...finding })),
    done: judged.done,
    standing: judged.standing,
  });
  return {
    network: page.adapter.id,
    account: state.account,
    identity: state.identity,
    thread: state.thread,
    read: state.comments.size,
    queue: flagged(state).slice(0, QUEUE_LIMIT).map(comment),
    current: state.current,
    paused: false,
    blind: state.blind,
    claimed: state.claimed,
    waiting: state.waiting,
    trouble: state.trouble,
    posts: [...posts],
    draft: state.draft,
  };
}

/**
 * Serves the side panel: sends the view after each change and takes its commands. Only Vakhta's own
 * pages are answered, and every command is parsed.
 */
export function servePanel(
  page: PageContext,
  store: PageStore,
  obey: (command: PanelCommand) => void,
): void {
  const onConnect = (port: ReturnType<typeof browser.runtime.connect>) => {
    if (port.name !== PANEL_PORT || !isOwnPage(port.sender ?? {})) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let posts: readonly string[] = [];
    let looked = Number.NEGATIVE_INFINITY;
    const send = () => {
      timer = undefined;
      if (performance.now() - looked >= POSTS_EVERY_MS) {
        looked = performance.now();
        posts = wallPosts(page).map(({ id }) => id);
      }
      port.postMessage(viewOf(page, store, posts));
    };
    const stop = store.subscribe(() => {
      timer ??= setTimeout(send, EVERY_MS);
    });
    port.onMessage.addListener((raw) => {
      const command = panelCommandSchema.safeParse(raw);
      if (command.success) obey(command.data);
    });
    const end = () => {
      stop();
      clearTimeout(timer);
    };
    port.onDisconnect.addListener(end);
    page.signal.addEventListener('abort', () => {
      end();
      if (browser.runtime?.id !== undefined) port.disconnect();
    });
    send();
  };
  browser.runtime.onConnect.addListener(onConnect);
  stopAtEnd(page.signal, () => browser.runtime.onConnect.removeListener(onConnect));
}
