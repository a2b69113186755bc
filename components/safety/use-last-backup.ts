import { useEffect, useState } from 'react';
import { loadLastBackup, watchLastBackup } from '../../lib/settings/last-backup';

/** ISO 8601 UTC, null when there was none, undefined while it is being read. */
export function useLastBackup(): string | null | undefined {
  const [last, setLast] = useState<string | null>();
  useEffect(() => {
    let shown = true;
    const show = (time: string | null) => {
      if (shown) setLast(time);
    };
    // A storage that cannot be read reminds nobody; the other screens tell of it.
    loadLastBackup().then(show, () => undefined);
    const stop = watchLastBackup(show);
    return () => {
      shown = false;
      stop();
    };
  }, []);
  return last;
}
