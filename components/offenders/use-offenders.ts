import { useEffect, useState } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { listOffenders, type Offender, type OffenderRule } from '../../lib/registry/offenders';
import { watchLog } from '../../lib/registry/queries';
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

/** Everyone with something against them, kept up to date; undefined until they are counted. */
export function useOffenders({ violations, since, today }: OffenderRule) {
  const [offenders, setOffenders] = useState<readonly Offender[]>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let gone = false;
    let running = false;
    let again = false;
    const count = async () => {
      again = true;
      if (running) return;
      running = true;
      while (again && !gone) {
        again = false;
        const found = await listOffenders(openRegistry(), { violations, since, today });
        if (!gone) setOffenders(found);
      }
      running = false;
    };
    const start = () => void count().catch(setFailure);
    start();
    const stop = watchLog(openRegistry(), start);
    return () => {
      gone = true;
      stop();
    };
  }, [violations, since, today]);
  // To the screen's error boundary, which says that the registry cannot be read.
  if (failure) throw failure;
  return offenders;
}
