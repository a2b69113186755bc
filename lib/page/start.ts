import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { sendMessage } from '../messages/protocol';
import { adapterFor } from '../networks';
import type { NetworkAdapter } from '../networks/contract';
import { loadSettings, type Settings, watchSettings } from '../settings/settings';
import { hasWork, workToCome } from './doorstep';
import { openOwnDictionary } from './own-dictionary';
import { followRegulation, readRegulation } from './own-regulation';
import { watchPage } from './watch-page';

/** How often a page that is looked at asks whether its extension still lives, milliseconds. */
const LIFE_CHECK_MS = 5_000;

/**
 * The content script. It waits until there is something to do, watches the page while the site is not
 * paused, stops when it is, and stops for good when the extension is updated or removed.
 *
 * Returns at once: Chromium holds the page's load event until what a content script returns is settled.
 */
export function startPage(ctx: ContentScriptContext): void {
  begin(ctx).catch((error: unknown) => console.error('Вахта не началась', error));
}

async function begin(ctx: ContentScriptContext): Promise<void> {
  const adapter = adapterFor(location.hostname);
  if (!adapter || window !== window.top) return;
  if (!hasWork(adapter)) {
    // The badge must not go on speaking of the page that the tab showed before.
    tellNothing(adapter, false);
    await workToCome(adapter, ctx.signal);
    if (ctx.isInvalid) return;
  }
  const [loaded, dictionary] = await Promise.all([
    loadSettings(),
    openOwnDictionary(),
    readRegulation(),
  ]);
  let settings = loaded;
  // Meanwhile a newer copy may have started (an update, a first install): then this one is over, and
  // its signal will not say so again. Two copies would record everything twice.
  if (ctx.isInvalid) {
    if (browser.runtime?.id !== undefined) dictionary.close();
    return;
  }
  const listeners = new Set<(settings: Settings) => void>();
  let watch: AbortController | null = null;

  const isPaused = () => settings.pausedHosts.includes(location.hostname);
  const apply = () => {
    if (isPaused()) {
      watch?.abort();
      watch = null;
      tellNothing(adapter, true);
    } else if (!watch) {
      watch = new AbortController();
      watchPage({
        adapter,
        ctx,
        signal: watch.signal,
        settings: () => settings,
        listeners,
        dictionary,
      });
    } else for (const listener of listeners) listener(settings);
  };
  const unwatch = watchSettings((next) => {
    settings = next;
    apply();
  });
  const unfollow = followRegulation(apply);
  ctx.onInvalidated(() => {
    watch?.abort();
    // An extension that is gone has no events to stop listening to, and says so by throwing.
    if (browser.runtime?.id === undefined) return;
    unwatch();
    unfollow();
    dictionary.close();
  });
  // WXT notices an update only when it is asked; a removed extension says nothing at all.
  ctx.setInterval(() => {
    if (!document.hidden) void ctx.isValid;
  }, LIFE_CHECK_MS);
  apply();
}

/** The popup and the badge of a tab that is paused, or has nothing to do yet, have no other source. */
function tellNothing(adapter: NetworkAdapter, paused: boolean): void {
  if (browser.runtime?.id === undefined) return;
  sendMessage('tabState', {
    network: adapter.id,
    read: 0,
    flagged: 0,
    done: 0,
    paused,
    blind: false,
    waiting: 0,
  }).catch(() => undefined);
}
