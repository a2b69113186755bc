import { useEffect, useMemo, useState } from 'react';

/** A list that is shown while the rest of it is still being read. */
export interface GrowingList<Row> {
  rows: readonly Row[];
  /** False while these are only the first ones, or those of the source before. */
  whole: boolean;
}

/** Where a list comes from. */
export interface ListSource<Row> {
  /** The whole list in its order, piece by piece; a piece may be empty. */
  walk(): AsyncGenerator<readonly Row[]>;
  /** Calls back after each change of what the rows are made of. @returns stops it */
  watch(onChange: () => void): () => void;
  /** A list of more rows than this is not read whole again at once for each change. */
  long: number;
  /**
   * The list with its newest rows put before those that are known; undefined where the two do not meet.
   * Absent where a change may show anywhere in the list.
   */
  join?(head: readonly Row[], known: readonly Row[]): readonly Row[] | undefined;
}

/** As many as a screen holds: they are shown while the rest of the list is still being read. */
const HEAD = 50;
/** Then what is shown of them is asked for before more of the list is, milliseconds. */
const BREATH_MS = 60;
/** How often a long list is shown while it grows, milliseconds; sooner when there is so many times more of it. */
const SHOW_MS = 700;
const SHOW_TIMES = 4;
/** A long list is read whole again after so long a pause, milliseconds. */
const PAUSE_MS = 2_000;

const wait = (duration: number) => new Promise((done) => setTimeout(done, duration));

/**
 * Gives the list of one source now and after each change until stopped:
 * - the first rows come alone, so that they need not wait behind the whole list;
 * - one reading at a time; changes during one make one more, however many they were;
 * - a long list gets what is new at its head at once, and is read whole when the changes pause. Where
 *   changes may show anywhere it is read whole at once, and not again before a pause.
 */
export class ListReader<Row> {
  #reading = false;
  #stale = false;
  #stopped = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #shown: GrowingList<Row> = { rows: [], whole: false };
  readonly #unwatch: () => void;

  constructor(
    private readonly source: ListSource<Row>,
    private readonly onList: (list: GrowingList<Row>) => void,
    private readonly onError: (error: Error) => void,
  ) {
    this.#unwatch = source.watch(() => void this.#read());
    void this.#read();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#pause);
    this.#unwatch();
  }

  #show(list: GrowingList<Row>): void {
    if (this.#stopped) return;
    this.#shown = list;
    this.onList(list);
  }

  get #isLong(): boolean {
    return this.#shown.whole && this.#shown.rows.length > this.source.long;
  }

  async #read(): Promise<void> {
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#stale && !this.#stopped) {
        this.#stale = false;
        if (this.#isLong && this.source.join) await this.#readHead();
        else {
          await this.#readWhole();
          if (this.#isLong && !this.source.join) await wait(PAUSE_MS);
        }
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading = false;
    }
  }

  async #readWhole(): Promise<void> {
    const rows: Row[] = [];
    // A list that is there already stays until the new one is whole.
    const first = this.#shown.rows.length === 0;
    let next = 0;
    let shown = 0;
    for await (const piece of this.source.walk()) {
      if (this.#stopped) return;
      for (const row of piece) rows.push(row);
      if (!first || rows.length < HEAD) continue;
      // What a filter looks for may stand in no row of the first piece: the second must not wait.
      if (performance.now() < next && rows.length < shown * SHOW_TIMES) continue;
      this.#show({ rows: [...rows], whole: false });
      shown = rows.length;
      if (next === 0) await wait(BREATH_MS);
      next = performance.now() + SHOW_MS;
    }
    this.#show({ rows, whole: true });
  }

  async #readHead(): Promise<void> {
    const head: Row[] = [];
    for await (const piece of this.source.walk()) {
      if (this.#stopped) return;
      for (const row of piece) head.push(row);
      if (head.length >= HEAD) break;
    }
    const rows = this.source.join?.(head, this.#shown.rows);
    if (rows) this.#show({ rows, whole: true });
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
 * The list of a source, kept up to date; undefined until the first rows are known. The list of the
 * source before stays until then. Throws the source's error in render, for the boundary.
 * @param source the same object as long as the same is asked for; null where nobody looks at the list
 */
export function useGrowingList<Row>(source: ListSource<Row> | null): GrowingList<Row> | undefined {
  const [answer, setAnswer] = useState<{ list: GrowingList<Row>; source: ListSource<Row> }>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    if (!source) return;
    const reader = new ListReader(source, (list) => setAnswer({ list, source }), setFailure);
    return () => reader.stop();
  }, [source]);
  if (failure) throw failure;
  return useMemo(() => {
    if (!answer || answer.source === source) return answer?.list;
    return { ...answer.list, whole: false };
  }, [answer, source]);
}
