import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { type Taught, taughtKey, taughtSchema } from '../networks/taught';

// What operators have taught Vakhta about changed markup, in this browser.

/** More lessons than this mean that something else is wrong. */
export const LESSONS_LIMIT = 50;

const item = storage.defineItem<unknown>('local:taught', { fallback: [] });

/** Two windows may teach at once; each writes the whole list. */
const LOCK = 'vakhta-taught';

/** Lessons that do not parse are left out: a broken one must not stop the others. */
function healed(stored: unknown): Taught[] {
  const list = z.array(z.unknown()).safeParse(stored);
  if (!list.success) return [];
  return list.data.flatMap((one) => {
    const taught = taughtSchema.safeParse(one);
    return taught.success ? [taught.data] : [];
  });
}

/** The lessons as stored, the newest first. */
export async function loadTaught(): Promise<Taught[]> {
  return healed(await item.getValue());
}

/**
 * Stores new lessons before the others; one about the same comments takes the place of the former.
 * Rejects when the storage does (disk full).
 */
export async function addTaught(lessons: readonly Taught[]): Promise<Taught[]> {
  return navigator.locks.request(LOCK, async () => {
    const keys = new Set(lessons.map(taughtKey));
    const others = (await loadTaught()).filter((one) => !keys.has(taughtKey(one)));
    const next = [...lessons, ...others].slice(0, LESSONS_LIMIT);
    await item.setValue(next);
    return next;
  });
}

/** Forgets one lesson. Rejects when the storage does. */
export async function removeTaught(lesson: Taught): Promise<Taught[]> {
  return navigator.locks.request(LOCK, async () => {
    const next = (await loadTaught()).filter((one) => taughtKey(one) !== taughtKey(lesson));
    await item.setValue(next);
    return next;
  });
}

/** Calls back with the lessons after each change, in whatever world it was made. Returns a stop. */
export function watchTaught(onChange: (lessons: Taught[]) => void): () => void {
  return item.watch((stored) => onChange(healed(stored ?? [])));
}
