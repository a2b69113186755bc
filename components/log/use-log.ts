import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { findLog, type LogFilter, rowsOf } from '../../lib/registry/queries';

/** Ids of what passes the filter, newest first, kept up to date; undefined until first known. */
export function useLogIds(filter: LogFilter): readonly string[] | undefined {
  return useLiveQuery(() => findLog(openRegistry(), filter), [JSON.stringify(filter)]);
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
