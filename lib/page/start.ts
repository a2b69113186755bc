import { browser } from 'wxt/browser';
import { sendMessage } from '../messages/protocol';
import { adapterFor } from '../networks';
import type { NetworkAdapter } from '../networks/contract';
import { type Taught, withTaught } from '../networks/taught';
import { loadSettings, type Settings, watchSettings } from '../settings/settings';
import { loadTaught, watchTaught } from '../settings/taught';
import { hasWork, workToCome } from './doorstep';
import { type ContentScriptContext, stopAtEnd } from './life';
import { nameMarksAtRandom } from './marks';
import { openOwnDictionary } from './own-dictionary';
import { followRegulation, readRegulation } from './own-regulation';
import { tellVisits } from './visit';
import { watchPage } from './watch-page';

/** How often a page that is looked at asks whether its extension still lives, milliseconds. */
const LIFE_CHECK_MS = 5_000;

/** The part of the script's life that is used here; WXT's own class has it too. */
type Life = Pick<ContentScriptContext, 'signal' | 'isInvalid'>;

/**
 * The content script. It waits until there is something to do, watches the page while the site is not
 * paused, stops when it is, and stops for good when the extension is updated or removed.
 *
 * Returns at once: Chromium holds the page's load event until what a content script returns is settled.
 */
export function startPage(life: Life): void {
  begin(life).catch((error: unknown) => console.error('Вахта не началась', error));
}

async function begin(life: Life): Promise<void> {
  const bare = adapterFor(location.hostname);
  if (!bare || window !== window.top) return;
  tellVisits(bare, life);
  const known = withTaught(bare, lessonsHere(await loadTaught()));
  if (life.isInvalid) return;
  if (!hasWork(known)) {
    // The badge must not go on speaking of the page that the tab showed before.
    tellNothing(known, false);
    await workToCome(known, life.signal);
    if (life.isInvalid) return;
  }
  const [loaded, dictionary, taught] = await Promise.all([
    loadSettings(),
    openOwnDictionary(),
    loadTaught(),
    readRegulation(),
  ]);
  let settings = loaded;
  let lessons = lessonsHere(taught);
  let adapter = withTaught(bare, lessons);
  // Meanwhile a newer copy may have started (an update, a first install): then this one is over, and
  // its signal will not say so again. Two copies would record everything twice.
  if (life.isInvalid) {
    if (browser.runtime?.id !== undefined) dictionary.close();
    return;
  }
  nameMarksAtRandom();
  const listeners = new Set<(settings: Settings) => void>();
  let watch: AbortController | null = null;
  /** The lesson that comes next was given on this page. */
  let isTaught = false;

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
        signal: watch.signal,
        settings: () => settings,
        listeners,
        dictionary,
        isTaught,
        onTaught: () => {
          isTaught = true;
        },
      });
      isTaught = false;
    } else for (const listener of listeners) listener(settings);
  };
  const unwatch = watchSettings((next) => {
    settings = next;
    apply();
  });
  const unfollow = followRegulation(apply);
  const unwatchTaught = watchTaught((all) => {
    const next = lessonsHere(all);
    if (JSON.stringify(next) === JSON.stringify(lessons)) return;
    lessons = next;
    adapter = withTaught(bare, lessons);
    // Everything on the page stands on the adapter: it begins anew with what is known now.
    watch?.abort();
    watch = null;
    apply();
  });
  const timer = setInterval(() => {
    // A removed extension says nothing; whoever asks learns that it is gone.
    if (!document.hidden) void life.isInvalid;
  }, LIFE_CHECK_MS);
  life.signal.addEventListener('abort', () => {
    clearInterval(timer);
    watch?.abort();
  });
  stopAtEnd(life.signal, () => {
    unwatch();
    unwatchTaught();
    unfollow();
    dictionary.close();
  });
  apply();
  const missed = await changedSince(() => settings);
  if (!missed || life.isInvalid) return;
  settings = missed;
  apply();
}

/**
 * The settings, where they were changed or told for the first time while nobody watched yet, else null. The
 * regulation, which is asked when it is cited, is simply read again.
 */
async function changedSince(current: () => Settings): Promise<Settings | null> {
  const known = current();
  const [now] = await Promise.all([loadSettings(), readRegulation()]);
  // What a watch has told meanwhile is newer.
  return current() !== known || JSON.stringify(now) === JSON.stringify(known) ? null : now;
}

/** Lessons that speak of this host. */
const lessonsHere = (lessons: readonly Taught[]): Taught[] =>
  lessons.filter(({ host }) => host === location.hostname);

/** The popup and the badge of a tab that is paused, or has nothing to do yet, have no other source. */
function tellNothing(adapter: NetworkAdapter, paused: boolean): void {
  if (browser.runtime?.id === undefined) return;
  sendMessage('tabState', {
    network: adapter.id,
    read: 0,
    flagged: 0,
    done: 0,
    paused,
    blind: null,
    claimed: null,
    waiting: 0,
  }).catch(() => undefined);
}
