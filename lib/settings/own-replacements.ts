import { storage } from 'wxt/utils/storage';
import { healOwnReplacements, type OwnReplacement } from '../style/own';

const item = storage.defineItem<unknown>('local:own-replacements', { fallback: [] });

/** The body's own replacements as stored; lines that are nonsense are left out. */
export async function loadOwnReplacements(): Promise<OwnReplacement[]> {
  return healOwnReplacements(await item.getValue());
}

/** Stores the whole list. Rejects when the storage does (disk full). */
export async function saveOwnReplacements(list: readonly OwnReplacement[]): Promise<void> {
  await item.setValue(healOwnReplacements(list));
}

/** Calls back with the new list after each change, in whatever world it was made. Returns a stop. */
export function watchOwnReplacements(onChange: (list: OwnReplacement[]) => void): () => void {
  return item.watch((stored) => onChange(healOwnReplacements(stored)));
}
