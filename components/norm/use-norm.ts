import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readPageWeeks } from '../../lib/exchange/report/page-weeks';
import { openRegistry } from '../../lib/registry/database';
import { type PlanEntry, planBetween } from '../../lib/registry/plan';
import { type NormTable, normTable, type PageWeek } from '../../lib/regulation/norm';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { useToday } from '../time/today';

/** What a span of weeks holds. */
export interface WeeksRows extends RegistryRows {
  /** What each page of a network published, pages that are not in the registry included. */
  pages: readonly PageWeek[];
  entries: readonly PlanEntry[];
  norm: NormTable;
}

/**
 * Plan and norm of consecutive weeks, kept up to date; undefined until they are read.
 * @param mondays first days of the weeks, oldest first, at least one; null where nobody looks at them
 */
export function useWeeks(mondays: readonly string[] | null): WeeksRows | undefined {
  const { profile } = useApp();
  const today = useToday();
  const registry = useRegistry();
  const { timeZone } = profile;
  const wanted = mondays !== null;
  const [first = today] = mondays ?? [];
  const after = addDays(mondays?.at(-1) ?? today, 7);
  const weeks = useMemo(() => {
    const list: string[] = [];
    for (let monday = first; monday < after; monday = addDays(monday, 7)) list.push(monday);
    return list;
  }, [first, after]);
  const rows = useLiveQuery(async () => {
    if (!wanted) return undefined;
    const [pages, entries] = await Promise.all([
      readPageWeeks(openRegistry(), weeks, timeZone),
      planBetween(openRegistry(), first, addDays(after, -1)),
    ]);
    return { pages, entries };
  }, [weeks, first, after, timeZone, wanted]);
  return useMemo(() => {
    if (!registry || !rows) return undefined;
    return {
      ...registry,
      ...rows,
      norm: normTable({ ...registry, ...rows, profile, today }, weeks),
    };
  }, [registry, rows, profile, today, weeks]);
}
