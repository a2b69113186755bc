import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';

/** After so many days without a copy the operator is reminded. */
export const BACKUP_DAYS = 14;

const item = storage.defineItem<unknown>('local:last-backup', { fallback: null });
const timeSchema = z.nullable(z.iso.datetime());

const read = (stored: unknown) => timeSchema.safeParse(stored).data ?? null;

/** When a copy of the registry was last saved, ISO 8601 UTC; null when never. */
export async function loadLastBackup(): Promise<string | null> {
  return read(await item.getValue());
}

/** @param time ISO 8601 UTC */
export async function storeLastBackup(time: string): Promise<void> {
  await item.setValue(time);
}

/** Calls back after each change, in whatever world it was made. Returns a stop. */
export function watchLastBackup(onChange: (time: string | null) => void): () => void {
  return item.watch((stored) => onChange(read(stored)));
}
