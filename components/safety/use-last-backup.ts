import { loadLastBackup, watchLastBackup } from '../../lib/settings/last-backup';
import { type StoredValue, useStored } from '../app/use-stored';

/** A storage that cannot be read reminds nobody; the other screens tell of it. */
const LAST_BACKUP: StoredValue<string | null> = {
  load: loadLastBackup,
  watch: watchLastBackup,
};

/** When the last copy was saved, ISO 8601 UTC; null when none was, undefined while it is being read. */
export function useLastBackup(): string | null | undefined {
  return useStored(LAST_BACKUP)[0];
}
