import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { turnOf } from '../../lib/registry/page-weeks';
import { type Publication, walkPublications } from '../../lib/registry/publications';
import { addDays, startOfDay } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';

export interface PublicationList {
  /** Newest first. */
  publications: readonly Publication[];
  /** False while these are only the newest ones. */
  whole: boolean;
}

const NONE: PublicationList = { publications: [], whole: false };
/** A longer list is not read again at once for each change. */
const LONG = 5_000;
/** It is after so long, milliseconds. */
const PAUSE_MS = 2_000;

/**
 * Publications of the weeks from `first` to `last` (Mondays), kept up to date. Undefined until the
 * newest are read.
 * @param wanted false where nobody looks at them: nothing is read then
 */
export function usePublications(
  first: string,
  last: string,
  wanted: boolean,
): PublicationList | undefined {
  const { timeZone } = useApp().profile;
  const [list, setList] = useState<PublicationList>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (!wanted) return;
    const at = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const [from, to] = [at(first), at(addDays(last, 7))];
    const registry = openRegistry();
    let gone = false;
    let again = false;
    let running = false;
    let known = 0;
    const readOnce = async () => {
      const publications: Publication[] = [];
      for await (const piece of walkPublications(registry, from, to)) {
        if (gone) return;
        publications.push(...piece);
        // A list that is there already stays until the new one is whole.
        if (known === 0 && piece.length > 0)
          setList({ publications: [...publications], whole: false });
      }
      known = publications.length;
      if (!gone) setList({ publications, whole: true });
    };
    const read = async () => {
      again = true;
      if (running) return;
      running = true;
      while (again && !gone) {
        again = false;
        await readOnce();
        if (known > LONG) await new Promise((done) => setTimeout(done, PAUSE_MS));
      }
      running = false;
    };
    // Each change of a publication or its mark moves this row on, see `forgetWeeks`.
    const turns = liveQuery(() => turnOf(registry)).subscribe({
      next: () => void read().catch(setFailure),
      error: setFailure,
    });
    return () => {
      gone = true;
      turns.unsubscribe();
      setList(undefined);
    };
  }, [first, last, timeZone, wanted]);
  // To the screen's error boundary, which says that the registry cannot be read.
  if (failure) throw failure;
  return wanted ? list : NONE;
}
