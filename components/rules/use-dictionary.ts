import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Reading } from '../../lib/exchange/dictionary-file';
import { ENTRIES_LIMIT, type Entry } from '../../lib/moderation/dictionary';
import {
  changeEntries,
  DictionaryFull,
  loadEntries,
  takeIn,
  watchEntries,
} from '../../lib/settings/dictionary';
import { useApp } from '../app/app-context';
import { offerWayBack } from '../record/way-back';

/** The entries as they are now, oldest first; undefined until they are known, null when they cannot be. */
export function useEntries(): readonly Entry[] | null | undefined {
  const [entries, setEntries] = useState<readonly Entry[] | null>();
  useEffect(() => {
    let gone = false;
    loadEntries().then(
      (loaded) => gone || setEntries(loaded),
      () => gone || setEntries(null),
    );
    const stop = watchEntries(setEntries);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return entries;
}

/** A file without errors. */
export type ReadFile = Extract<Reading, { state: 'read' }>;

export interface DictionaryDeeds {
  /** Puts an entry in, or in place of the one with its id. False when it was not stored. */
  save(entry: Entry): Promise<boolean>;
  /** Takes an entry out and offers to bring it back. */
  remove(entry: Entry): Promise<void>;
  /** Takes in all of a file's entries or none. */
  importAll(file: ReadFile): Promise<boolean>;
}

/** Changes of the dictionary; what cannot be stored is told. */
export function useDictionaryDeeds(): DictionaryDeeds {
  const { messages } = useApp();
  const words = messages.rules;

  const store = async (change: Parameters<typeof changeEntries>[0]): Promise<boolean> => {
    try {
      await changeEntries(change);
      return true;
    } catch (error) {
      notifications.show({
        color: 'red',
        title: words.notSaved,
        message: error instanceof DictionaryFull ? words.full(ENTRIES_LIMIT) : words.notSavedHint,
        autoClose: false,
      });
      return false;
    }
  };
  const put = (entry: Entry) =>
    store((entries) =>
      entries.some(({ id }) => id === entry.id)
        ? entries.map((other) => (other.id === entry.id ? entry : other))
        : [...entries, entry],
    );

  return {
    async save(entry) {
      let known = false;
      const saved = await store((entries) => {
        known = entries.some(({ id }) => id === entry.id);
        return known
          ? entries.map((other) => (other.id === entry.id ? entry : other))
          : [...entries, entry];
      });
      if (saved)
        notifications.show({ message: (known ? words.changed : words.added)(entry.phrase) });
      return saved;
    },
    async remove(entry) {
      if (!(await store((entries) => entries.filter(({ id }) => id !== entry.id)))) return;
      const bringBack = async () => {
        if (await put(entry)) notifications.show({ message: words.broughtBack(entry.phrase) });
      };
      offerWayBack(
        {
          done: words.removed(entry.phrase),
          name: words.bringBack,
          onBack: () => void bringBack(),
        },
        messages.common.close,
      );
    },
    async importAll({ drafts, says }) {
      let taken = 0;
      const saved = await store((entries) => {
        const intake = takeIn(entries, drafts, says);
        taken = intake.outcomes.filter((outcome) => outcome !== 'same').length;
        return intake.entries;
      });
      if (saved) notifications.show({ message: words.import.done(taken) });
      return saved;
    },
  };
}
