import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { findLog, findNewest, type LogFilter, rowsOf } from '../../lib/registry/queries';

/** More than a screen holds; they are shown while the whole list is still being read. */
const HEAD = 100;

export interface LogList {
  /** Newest first. */
  ids: readonly string[];
  /** False while these are only the newest ones, or those of the filter before. */
  whole: boolean;
}

/** Ids of what passes the filter, kept up to date; undefined until the first are known. */
export function useLogIds(filter: LogFilter): LogList | undefined {
  const key = JSON.stringify(filter);
  // Results carry their filter: after a change the old one is given on until the new one is there.
  const whole = useLiveQuery(
    async () => ({ key, ids: await findLog(openRegistry(), filter) }),
    [key],
  );
  const head = useLiveQuery(
    async () => ({ key, ids: await findNewest(openRegistry(), filter, HEAD) }),
    [key],
  );
  return useMemo(() => {
    if (whole?.key === key) return { ids: whole.ids, whole: true };
    if (head?.key === key && head.ids) return { ids: head.ids, whole: head.ids.length < HEAD };
    return whole && { ids: whole.ids, whole: false };
  }, [whole, head, key]);
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
