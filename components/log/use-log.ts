import { liveQuery } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
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

interface Answer extends LogList {
  /** The filter that it answers, as JSON. */
  key: string;
}

/**
 * Ids of what passes the filter, kept up to date; undefined until the first are known. The newest are
 * asked first and alone, so that they need not wait behind the reading of the whole list; the list of
 * the filter before stays until then. Throws the registry's error in render, for the boundary.
 */
export function useLogIds(filter: LogFilter): LogList | undefined {
  const key = JSON.stringify(filter);
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const wanted = JSON.parse(key) as LogFilter;
    const registry = openRegistry();
    let gone = false;
    let whole: { unsubscribe(): void } | undefined;
    findNewest(registry, wanted, HEAD).then((ids) => {
      if (gone) return;
      if (ids) setAnswer({ key, ids, whole: false });
      whole = liveQuery(() => findLog(registry, wanted)).subscribe({
        next: (all) => setAnswer({ key, ids: all, whole: true }),
        error: setFailure,
      });
    }, setFailure);
    return () => {
      gone = true;
      whole?.unsubscribe();
    };
  }, [key]);
  if (failure) throw failure;
  return answer && { ids: answer.ids, whole: answer.whole && answer.key === key };
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
