import { useEffect, useRef, useState } from 'react';
import {
  loadOwnReplacements,
  saveOwnReplacements,
  watchOwnReplacements,
} from '../../lib/settings/own-replacements';
import type { OwnReplacement } from '../../lib/style/own';
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

/** Keeps the draft on the disk; `saved` is null before the first attempt. */
export function useKeeper(): [keep: (draft: StoredDraft) => void, saved: boolean | null] {
  const [saved, setSaved] = useState<boolean | null>(null);
  const [keeper] = useState(() => new DraftKeeper(setSaved));
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
  const keep = useRef((draft: StoredDraft) => keeper.keep(draft)).current;
  return [keep, saved];
}

/** The body's own replacements, and how to store another list; false when it could not be stored. */
export function useOwnReplacements(): [
  readonly OwnReplacement[],
  (list: readonly OwnReplacement[]) => Promise<boolean>,
] {
  const [list, setList] = useState<readonly OwnReplacement[]>([]);
  useEffect(() => {
    let gone = false;
    loadOwnReplacements().then(
      (loaded) => gone || setList(loaded),
      // Without the list the check itself still works.
      () => gone || setList([]),
    );
    const stop = watchOwnReplacements((changed) => setList(changed));
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const save = async (next: readonly OwnReplacement[]) => {
    try {
      await saveOwnReplacements(next);
      setList(next);
      return true;
    } catch {
      return false;
    }
  };
  return [list, save];
}
