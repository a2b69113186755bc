import { practice as adapter } from '../networks/practice';
import { loadSettings, type Settings, watchSettings } from '../settings/settings';
import { createReviewer } from '../style';
import { presentReviewer } from './draft/late-reviewer';
import { nameMarksAtRandom } from './marks';
import { openOwnDictionary } from './own-dictionary';
import { readRegulation } from './own-regulation';
import { type Practice, watchPage } from './watch-page';

/**
 * Everything Vakhta does on a network's page, on Vakhta's own practice page: the same judging, marks,
 * chips, keys and draft check. What the operator does there is told to `events` and stored nowhere.
 * @param signal ends it; it may abort before all is loaded
 */
export async function practise(
  events: Pick<Practice, 'record' | 'onDraft'>,
  signal: AbortSignal,
): Promise<void> {
  const [loaded, dictionary] = await Promise.all([
    loadSettings(),
    openOwnDictionary(),
    readRegulation(),
  ]);
  let settings = loaded;
  const listeners = new Set<(settings: Settings) => void>();
  const stop = watchSettings((next) => {
    settings = next;
    for (const listener of listeners) listener(next);
  });
  const end = () => {
    stop();
    dictionary.close();
  };
  if (signal.aborted) {
    end();
    return;
  }
  signal.addEventListener('abort', end, { once: true });
  nameMarksAtRandom();
  const { review } = createReviewer();
  watchPage({
    adapter,
    signal,
    // A pause or a switched-off check must not leave the newcomer before a page that does nothing.
    settings: () => ({ ...settings, draftCheck: true }),
    listeners,
    dictionary,
    onTaught: () => undefined,
    isTaught: false,
    practice: { ...events, reviewer: presentReviewer(review) },
  });
}
