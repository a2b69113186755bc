import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { type LogFilter, rowsOf, walkLog, watchTables } from '../../lib/registry/queries';
import { type GrowingList, type ListSource, useGrowingList } from '../screen/growing-list';

/** A longer list of ids is read whole only when the changes pause. */
const LONG = 20_000;

function logSource(filter: LogFilter): ListSource<string> {
  const registry = openRegistry();
  return {
    walk: () => walkLog(registry, filter),
    watch: (onChange) => watchTables(registry, ['log'], onChange),
    long: LONG,
    join(head, known) {
      const joint = known.indexOf(head.at(-1) ?? '');
      return joint < 0 ? undefined : [...head, ...known.slice(joint + 1)];
    },
  };
}

/**
 * Ids of what passes the filter, newest first, kept up to date; undefined until the first are known.
 * Throws the registry's error in render, for the boundary.
 */
export function useLogIds(filter: LogFilter): GrowingList<string> | undefined {
  const key = JSON.stringify(filter);
  return useGrowingList(useMemo(() => logSource(JSON.parse(key) as LogFilter), [key]));
}

/** Rows are read in steps of this many, so that scrolling by a line reads nothing new. */
const CHUNK = 100;

/**
 * The rows between two places of the list, kept up to date; a row that is not read yet is missing.
 * @param first index of the first row on the screen
 * @param last index of the last one
 */
export function useRows(
  ids: readonly string[],
  first: number,
  last: number,
): ReadonlyMap<string, LogRow> {
  const from = Math.max(0, Math.floor(first / CHUNK) * CHUNK);
  const to = Math.ceil((last + 1) / CHUNK) * CHUNK;
  const rows = useLiveQuery(() => rowsOf(openRegistry(), ids.slice(from, to)), [ids, from, to]);
  return useMemo(
    () => new Map(rows?.flatMap((row): [string, LogRow][] => (row ? [[row.id, row]] : []))),
    [rows],
  );
}
