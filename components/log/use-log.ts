import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { type LogRow, openRegistry, type Registry } from '../../lib/registry/database';
import { findLog, findNewest, type LogFilter, rowsOf, watchLog } from '../../lib/registry/queries';

/** More than a screen holds; they are shown while the whole list is still being read. */
const HEAD = 100;

export interface LogList {
  /** Newest first. */
  ids: readonly string[];
  /** False while these are only the newest ones, or those of the filter before. */
  whole: boolean;
}

/** Lets the rows on the screen be asked for before the whole list, milliseconds. */
const BREATH_MS = 30;

/**
 * Gives the list of one filter now and after each change until stopped:
 * - the newest ids come first and alone, so that they need not wait behind the whole list;
 * - one reading at a time; changes during one make one more, however many they were.
 */
class LogReader {
  #reading = false;
  #stale = false;
  #stopped = false;
  readonly #unwatch: () => void;

  constructor(
    private readonly registry: Registry,
    private readonly filter: LogFilter,
    private readonly onList: (list: LogList) => void,
    private readonly onError: (error: Error) => void,
  ) {
    this.#unwatch = watchLog(registry, () => void this.#read());
    void this.#start();
  }

  stop(): void {
    this.#stopped = true;
    this.#unwatch();
  }

  async #start(): Promise<void> {
    this.#reading = true;
    try {
      const ids = await findNewest(this.registry, this.filter, HEAD);
      if (ids && !this.#stopped) this.onList({ ids, whole: false });
      await new Promise((done) => setTimeout(done, BREATH_MS));
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading = false;
    }
    await this.#read();
  }

  async #read(): Promise<void> {
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#stale && !this.#stopped) {
        this.#stale = false;
        const ids = await findLog(this.registry, this.filter);
        if (!this.#stopped) this.onList({ ids, whole: true });
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading = false;
    }
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.stop();
    this.onError(error instanceof Error ? error : new Error(String(error)));
  }
}

/**
 * Ids of what passes the filter, kept up to date; undefined until the first are known. The list of the
 * filter before stays until then. Throws the registry's error in render, for the boundary.
 */
export function useLogIds(filter: LogFilter): LogList | undefined {
  const key = JSON.stringify(filter);
  const [answer, setAnswer] = useState<LogList & { key: string }>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const reader = new LogReader(
      openRegistry(),
      JSON.parse(key) as LogFilter,
      (list) => setAnswer({ ...list, key }),
      setFailure,
    );
    return () => reader.stop();
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
