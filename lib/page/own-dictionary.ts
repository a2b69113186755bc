import { compileDictionary, type Dictionary } from '../moderation/dictionary';
import { loadEntries, watchEntries } from '../settings/dictionary';

/** The body's own dictionary as it is now, ready to be looked for. */
export interface OwnDictionary {
  current(): Dictionary;
  /** Calls back after each change until `signal` aborts. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** Stops following changes. */
  close(): void;
}

/** Loads the dictionary and follows its changes, wherever they are made. */
export async function openOwnDictionary(): Promise<OwnDictionary> {
  let dictionary = compileDictionary(await loadEntries());
  const listeners = new Set<() => void>();
  const close = watchEntries((entries) => {
    dictionary = compileDictionary(entries);
    for (const listener of listeners) listener();
  });
  return {
    current: () => dictionary,
    onChange(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    close,
  };
}
