import { useDebouncedValue } from '@mantine/hooks';
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { turnOf } from '../../lib/registry/page-weeks';
import { findPublications, type Publication } from '../../lib/registry/publications';
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

/** Whoever still types is not answered letter by letter, milliseconds. */
const TYPING_MS = 120;

/** What was read last, and for what. */
interface Answer extends PublicationList {
  period: string;
  search: string;
}

/**
 * Publications of the weeks from `first` to `last` (Mondays), kept up to date. Undefined until the
 * newest are read; while other words are looked for, those of the words before stay.
 * @param search words that stand in them, see `findPublications`; empty for all
 * @param wanted false where nobody looks at them: nothing is read then
 */
export function usePublications(
  first: string,
  last: string,
  search: string,
  wanted: boolean,
): PublicationList | undefined {
  const { timeZone } = useApp().profile;
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<unknown>();
  const [sought] = useDebouncedValue(search, TYPING_MS);
  const period = `${first} ${last} ${timeZone}`;
  useEffect(() => {
    if (!wanted) return;
    const at = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const [from, to] = [at(first), at(addDays(last, 7))];
    const registry = openRegistry();
    let gone = false;
    let again = false;
    let running = false;
    let known = 0;
    const show = (publications: readonly Publication[], whole: boolean) => {
      if (!gone) setAnswer({ period, search: sought, publications, whole });
    };
    const readOnce = async () => {
      const publications: Publication[] = [];
      for await (const piece of findPublications(registry, from, to, sought)) {
        if (gone) return;
        publications.push(...piece);
        // A list that is there already stays until the new one is whole.
        if (known === 0 && piece.length > 0) show([...publications], false);
      }
      known = publications.length;
      show(publications, true);
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
    };
  }, [first, last, timeZone, period, sought, wanted]);
  // To the screen's error boundary, which says that the registry cannot be read.
  if (failure) throw failure;
  if (!wanted) return NONE;
  if (answer?.period !== period) return undefined;
  const { publications, whole } = answer;
  return { publications, whole: whole && answer.search === search };
}
