import { useEffect, useRef, useState } from 'react';
import {
  loadOwnReplacements,
  saveOwnReplacements,
  watchOwnReplacements,
} from '../../lib/settings/own-replacements';
import type { OwnReplacement } from '../../lib/style/own';
import { type StoredValue, useStored } from '../app/use-stored';
import { DraftKeeper, loadDraft, NO_DRAFT, type StoredDraft } from './stored';

/** The draft as it was left; null until it is known. A broken storage gives an empty one. */
export function useLeftDraft(): StoredDraft | null {
  const [draft, setDraft] = useState<StoredDraft | null>(null);
  useEffect(() => {
    let gone = false;
    loadDraft().then(
      (loaded) => gone || setDraft(loaded),
      () => gone || setDraft(NO_DRAFT),
    );
    return () => {
      gone = true;
    };
  }, []);
  return draft;
}

/** The draft as the screen shows it. What is typed is not a part of it: the field has it. */
interface ShownDraft extends Omit<StoredDraft, 'text'> {
  isEmpty: boolean;
}

/** A draft that is kept on the disk while it is worked on. */
export interface KeptDraft {
  draft: ShownDraft;
  /** Whether the last attempt to store it succeeded; null before the first. */
  saved: boolean | null;
  /** All of it as it is by now. */
  latest(): StoredDraft;
  /** Changes a part of it and stores it soon. */
  store(part: Partial<StoredDraft>): void;
}

const shownOf = ({ text, walk, register }: StoredDraft): ShownDraft => ({
  walk,
  register,
  isEmpty: text.trim() === '',
});
const isSame = (a: ShownDraft, b: ShownDraft) =>
  a.isEmpty === b.isEmpty && a.walk === b.walk && a.register === b.register;

/** Keeps on the disk what becomes of the draft that was left. */
export function useKeptDraft(left: StoredDraft): KeptDraft {
  const [saved, setSaved] = useState<boolean | null>(null);
  const [keeper] = useState(() => new DraftKeeper(setSaved));
  const [draft, setDraft] = useState<ShownDraft>(() => shownOf(left));
  const latest = useRef(left);
  useEffect(() => {
    const flush = () => keeper.flush();
    // The last chance before the page is closed, reloaded or put to sleep.
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [keeper]);
  return {
    draft,
    saved,
    latest: () => latest.current,
    store(part) {
      latest.current = { ...latest.current, ...part };
      keeper.keep(latest.current);
      const next = shownOf(latest.current);
      // Typing changes nothing that is shown, and must cost nothing.
      setDraft((known) => (isSame(known, next) ? known : next));
    },
  };
}

const OWN_REPLACEMENTS: StoredValue<readonly OwnReplacement[]> = {
  load: loadOwnReplacements,
  watch: watchOwnReplacements,
  // Without the list the check itself still works.
  otherwise: [],
};
const NONE: readonly OwnReplacement[] = [];

/** The body's own replacements, and how to store another list; false when it could not be stored. */
export function useOwnReplacements(): [
  readonly OwnReplacement[],
  (list: readonly OwnReplacement[]) => Promise<boolean>,
] {
  const [list, show] = useStored(OWN_REPLACEMENTS);
  const save = async (next: readonly OwnReplacement[]) => {
    try {
      await saveOwnReplacements(next);
      show(next);
      return true;
    } catch {
      return false;
    }
  };
  return [list ?? NONE, save];
}
