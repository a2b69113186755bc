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
import { type StoredValue, useStored } from '../app/use-stored';
import { useTell } from '../app/use-tell';
import { offerWayBack } from '../record/way-back';

const ENTRIES: StoredValue<readonly Entry[] | null> = {
  load: loadEntries,
  watch: watchEntries,
  otherwise: null,
};

/** The entries as they are now, oldest first; undefined until they are known, null when they cannot be. */
export function useEntries(): readonly Entry[] | null | undefined {
  return useStored(ENTRIES)[0];
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
  const tell = useTell();

  const store = async (change: Parameters<typeof changeEntries>[0]): Promise<boolean> => {
    try {
      await changeEntries(change);
      return true;
    } catch (error) {
      const isFull = error instanceof DictionaryFull;
      tell.trouble(isFull ? words.full(ENTRIES_LIMIT) : words.notSavedHint, words.notSaved);
      return false;
    }
  };
  /** Puts an entry in, or in place of the one with its id; tells which, once it is stored. */
  const put = async (entry: Entry): Promise<'added' | 'changed' | null> => {
    let how: 'added' | 'changed' = 'added';
    const isStored = await store((entries) => {
      const place = entries.findIndex(({ id }) => id === entry.id);
      how = place < 0 ? 'added' : 'changed';
      return place < 0 ? [...entries, entry] : entries.with(place, entry);
    });
    return isStored ? how : null;
  };

  return {
    async save(entry) {
      const how = await put(entry);
      if (how) tell.done(words[how](entry.phrase));
      return how !== null;
    },
    async remove(entry) {
      if (!(await store((entries) => entries.filter(({ id }) => id !== entry.id)))) return;
      const bringBack = async () => {
        if (await put(entry)) tell.done(words.broughtBack(entry.phrase));
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
      if (saved) tell.done(words.import.done(taken));
      return saved;
    },
  };
}
