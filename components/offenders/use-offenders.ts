import { useMemo } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { type Offender, type OffenderRule, walkOffenders } from '../../lib/registry/offenders';
import { watchTables } from '../../lib/registry/queries';
import { addDays, startOfDay } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { type GrowingList, type ListSource, useGrowingList } from '../screen/growing-list';
import { useToday } from '../time/today';

/** The profile's rule as of this minute. */
export function useOffenderRule(): OffenderRule {
  const { profile } = useApp();
  const { violations, days } = profile.offenders;
  const today = useToday();
  // By the day, so that not every minute all is counted anew.
  const since = new Date(startOfDay(addDays(today, -days), profile.timeZone)).toISOString();
  return { violations, since, today };
}

/** A longer list is not counted again at once for each new record. */
const LONG = 5_000;

/**
 * Everyone with something against them in order of urgency, kept up to date; undefined until the first
 * are known. Those that wait for a decision are all among the first.
 */
export function useOffenders({
  violations,
  since,
  today,
}: OffenderRule): GrowingList<Offender> | undefined {
  const source = useMemo((): ListSource<Offender> => {
    const registry = openRegistry();
    return {
      walk: () => walkOffenders(registry, { violations, since, today }),
      watch: (onChange) => watchTables(registry, ['unsettled'], onChange),
      long: LONG,
    };
  }, [violations, since, today]);
  return useGrowingList(source);
}
