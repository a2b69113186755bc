import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { type PlanEntry, planBetween } from '../../lib/registry/plan';
import { type Publication, publishedBetween } from '../../lib/registry/publications';
import { type NormTable, normTable } from '../../lib/regulation/norm';
import { addDays, dayOf, startOfDay } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { useMinute } from '../time/clock';

/** The day that it is in the region, `YYYY-MM-DD`. */
export function useToday(): string {
  const { profile } = useApp();
  return dayOf(useMinute(), profile.timeZone);
}

/** What a span of weeks holds. */
export interface WeeksRows extends RegistryRows {
  publications: readonly Publication[];
  entries: readonly PlanEntry[];
  norm: NormTable;
}

/**
 * Publications, plan and norm of consecutive weeks, kept up to date; undefined until they are read.
 * @param mondays first days of the weeks, oldest first; at least one
 */
export function useWeeks(mondays: readonly string[]): WeeksRows | undefined {
  const { profile } = useApp();
  const today = useToday();
  const registry = useRegistry();
  const { timeZone } = profile;
  const [first = today] = mondays;
  const after = addDays(mondays.at(-1) ?? today, 7);
  const rows = useLiveQuery(async () => {
    const at = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const [publications, entries] = await Promise.all([
      publishedBetween(openRegistry(), at(first), at(after)),
      planBetween(openRegistry(), first, addDays(after, -1)),
    ]);
    return { publications, entries };
  }, [first, after, timeZone]);
  return useMemo(() => {
    if (!registry || !rows) return undefined;
    const weeks: string[] = [];
    for (let monday = first; monday < after; monday = addDays(monday, 7)) weeks.push(monday);
    return {
      ...registry,
      ...rows,
      norm: normTable({ ...registry, ...rows, profile, today }, weeks),
    };
  }, [registry, rows, profile, today, first, after]);
}
