import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { type Offender, type OffenderRule, walkOffenders } from '../../lib/registry/offenders';
import { watchTable } from '../../lib/registry/queries';
import { addDays, dayOf, startOfDay } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { useMinute } from '../time/clock';

/** The profile's rule as of this minute. */
export function useOffenderRule(): OffenderRule {
  const { profile } = useApp();
  const { violations, days } = profile.offenders;
  const today = dayOf(useMinute(), profile.timeZone);
  // By the day, so that not every minute all is counted anew.
  const since = new Date(startOfDay(addDays(today, -days), profile.timeZone)).toISOString();
  return { violations, since, today };
}

export interface OffenderList {
  /** In order of urgency. */
  offenders: readonly Offender[];
  /** False while these are only the first ones; those that wait for a decision are all among them. */
  whole: boolean;
}

/** A longer list is not read again at once for each new record. */
const LONG = 5_000;
/** It is after so long, milliseconds. */
const PAUSE_MS = 3_000;

/** Everyone with something against them, kept up to date; undefined until the first are known. */
export function useOffenders({ violations, since, today }: OffenderRule): OffenderList | undefined {
  const [list, setList] = useState<OffenderList>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let gone = false;
    let running = false;
    let again = false;
    let known = 0;
    const read = async () => {
      const offenders: Offender[] = [];
      for await (const piece of walkOffenders(openRegistry(), { violations, since, today })) {
        if (gone) return;
        offenders.push(...piece);
        // A list that is there already stays until the new one is whole.
        if (known === 0) setList({ offenders: [...offenders], whole: false });
      }
      known = offenders.length;
      if (!gone) setList({ offenders, whole: true });
    };
    const count = async () => {
      again = true;
      if (running) return;
      running = true;
      while (again && !gone) {
        again = false;
        await read();
        if (known > LONG) await new Promise((done) => setTimeout(done, PAUSE_MS));
      }
      running = false;
    };
    const start = () => void count().catch(setFailure);
    start();
    const stop = watchTable(openRegistry(), 'unsettled', start);
    return () => {
      gone = true;
      stop();
    };
  }, [violations, since, today]);
  // To the screen's error boundary, which says that the registry cannot be read.
  if (failure) throw failure;
  return list;
}
