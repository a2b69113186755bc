import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { type LogRow, openRegistry, type Registry } from '../../lib/registry/database';
import { type LogFilter, rowsOf, walkLog, watchTable } from '../../lib/registry/queries';

/** As many as a screen holds: they are shown while the rest of the list is still being read. */
const HEAD = 50;
/** Then their rows are asked for before more of the list is, milliseconds. */
const BREATH_MS = 60;

export interface LogList {
  /** Newest first. */
  ids: readonly string[];
  /** False while these are only the newest ones, or those of the filter before. */
  whole: boolean;
}

/** How often a long list is shown while it grows, milliseconds. */
const SHOW_MS = 700;
/** A list longer than this is not read again at once for each new record. */
const LONG = 20_000;
/** It is after so long a pause, milliseconds. */
const PAUSE_MS = 3_000;

/**
 * Gives the list of one filter now and after each change until stopped:
 * - the newest ids come first and alone, so that they need not wait behind the whole list;
 * - one reading at a time; changes during one make one more, however many they were;
 * - a long list gets what is new at its head at once, and is read whole when the changes pause.
 */
class LogReader {
  #reading = false;
  #stale = false;
  #stopped = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #shown: LogList = { ids: [], whole: false };
  readonly #unwatch: () => void;

  constructor(
    private readonly registry: Registry,
    private readonly filter: LogFilter,
    private readonly onList: (list: LogList) => void,
    private readonly onError: (error: Error) => void,
  ) {
    this.#unwatch = watchTable(registry, 'log', () => void this.#read());
    void this.#read();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#pause);
    this.#unwatch();
  }

  #show(list: LogList): void {
    if (this.#stopped) return;
    this.#shown = list;
    this.onList(list);
  }

  async #read(): Promise<void> {
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#stale && !this.#stopped) {
        this.#stale = false;
        if (this.#shown.whole && this.#shown.ids.length > LONG) await this.#readHead();
        else await this.#readWhole();
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading = false;
    }
  }

  async #readWhole(): Promise<void> {
    const ids: string[] = [];
    // A list that is there already stays until the new one is whole.
    const first = this.#shown.ids.length === 0;
    let next = 0;
    for await (const piece of walkLog(this.registry, this.filter)) {
      if (this.#stopped) return;
      for (const id of piece) ids.push(id);
      if (!first || ids.length < HEAD || performance.now() < next) continue;
      this.#show({ ids: [...ids], whole: false });
      if (next === 0) await new Promise((done) => setTimeout(done, BREATH_MS));
      next = performance.now() + SHOW_MS;
    }
    this.#show({ ids, whole: true });
  }

  /** Puts the newest ids before those that are known. */
  async #readHead(): Promise<void> {
    const { ids } = this.#shown;
    const head: string[] = [];
    for await (const piece of walkLog(this.registry, this.filter)) {
      if (this.#stopped) return;
      for (const id of piece) head.push(id);
      if (head.length >= HEAD) break;
    }
    const joint = ids.indexOf(head.at(-1) ?? '');
    if (joint >= 0) this.#show({ ids: [...head, ...ids.slice(joint + 1)], whole: true });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#shown = { ...this.#shown, whole: false };
      void this.#read();
    }, PAUSE_MS);
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
