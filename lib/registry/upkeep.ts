import Dexie from 'dexie';
import type { Registry } from './database';
import { groupBy } from './group-by';
import { offenderRow, settleSome, unsettle } from './offender-rows';
import { storePublicationWords, storeWords, withoutWords } from './words';

/** What a version of the database keeps beside the log and older rows do not have yet. */
const TASKS = ['words', 'offenders', 'publicationWords'] as const;
type Task = (typeof TASKS)[number];

/** How far a task has come. */
export interface UpkeepMark {
  id: Task;
  /** Key of the last row, or the last author, that was done, in order of keys; empty before the first. */
  after: string;
  /** Number of rows done, and how many there were when it began. */
  count: number;
  total: number;
  /** Nothing is left; rows that come later are made whole by whoever writes them. */
  done: boolean;
}

/** Rows in one transaction: the database is free again for what operators do after some ten milliseconds. */
const BATCH = { words: 400, offenders: 1_000, publicationWords: 400 } as const;

/** Whether a task was brought to its end in this registry. */
export async function isKept(registry: Registry, task: Task): Promise<boolean> {
  return (await registry.upkeep.get(task))?.done ?? false;
}

/** How far the words of the log have come; null when there is nothing to wait for. */
export async function upkeepUnderWay(
  registry: Registry,
): Promise<{ count: number; total: number } | null> {
  const mark = await registry.upkeep.get('words');
  return mark && !mark.done ? { count: mark.count, total: mark.total } : null;
}

export interface UpkeepWatch {
  signal?: AbortSignal;
  /** Called after each batch. */
  onProgress?(): void;
}

/**
 * Brings the rows of earlier versions up to this one, some hundred at a time, from where it stopped. A
 * registry in which nothing is left to do costs one request a task. Rejects with the signal's reason or
 * the database's error; what was done stays done.
 */
export async function keepUp(
  registry: Registry,
  { signal, onProgress }: UpkeepWatch = {},
): Promise<void> {
  for (const task of TASKS) {
    while (!(await isKept(registry, task))) {
      signal?.throwIfAborted();
      await registry.transaction('rw', registry.tables, async () => {
        await STEPS[task](registry);
      });
      onProgress?.();
    }
  }
  while (await settleSome(registry)) {
    signal?.throwIfAborted();
    onProgress?.();
  }
}

/** The table that a task reads. */
const ROWS_OF = { words: 'log', offenders: 'log', publicationWords: 'publications' } as const;

async function advance(
  registry: Registry,
  id: Task,
  step: Pick<UpkeepMark, 'after' | 'count' | 'done'>,
): Promise<void> {
  const mark = await registry.upkeep.get(id);
  await registry.upkeep.put({
    ...step,
    id,
    count: (mark?.count ?? 0) + step.count,
    total: mark?.total ?? (await registry.table(ROWS_OF[id]).count()),
  });
}

const STEPS: { readonly [T in Task]: (registry: Registry) => Promise<void> } = {
  /** Until version 5 the words of a row stood in it; version 4 had put the month before each. */
  async words(registry) {
    const after = (await registry.upkeep.get('words'))?.after ?? '';
    const rows = await registry.log.where(':id').above(after).limit(BATCH.words).toArray();
    await storeWords(registry, rows);
    await registry.log.bulkPut(rows.map(withoutWords));
    await advance(registry, 'words', {
      after: rows.at(-1)?.id ?? after,
      count: rows.length,
      done: rows.length < BATCH.words,
    });
  },
  /**
   * Until version 5 what stands against an author was counted each time. Rows come in the order of their
   * authors, thousands in one request: a request an author takes ten times as long.
   */
  async offenders(registry) {
    const after = (await registry.upkeep.get('offenders'))?.after ?? '';
    const { log, authors, offenders } = registry;
    const index = log.where('[authorKey+time]');
    const read = await index.above([after, Dexie.maxKey]).limit(BATCH.offenders).toArray();
    const last = read.at(-1)?.authorKey;
    const byAuthor = groupBy(read, ({ authorKey }) => authorKey);
    // The last one may have more rows than came.
    if (last !== undefined && read.length === BATCH.offenders)
      byAuthor.set(last, await index.between([last, ''], [last, '\uffff']).toArray());
    // Nothing to ask of the database for too many turns would end the transaction under us.
    if (read.length > 0) {
      const known = await authors.bulkGet([...byAuthor.keys()]);
      const made = known.flatMap((author) =>
        author ? (offenderRow(author, byAuthor.get(author.key) ?? []) ?? []) : [],
      );
      if (made.length > 0) await offenders.bulkPut(made);
    }
    if (read.length < BATCH.offenders) await unsettleForgotten(registry);
    await advance(registry, 'offenders', {
      after: last ?? after,
      count: read.length,
      done: read.length < BATCH.offenders,
    });
  },
  /** Until version 6 publications were found by reading them. */
  async publicationWords(registry) {
    const after = (await registry.upkeep.get('publicationWords'))?.after ?? '';
    const size = BATCH.publicationWords;
    const rows = await registry.publications.where(':id').above(after).limit(size).toArray();
    await storePublicationWords(registry, rows);
    await advance(registry, 'publicationWords', {
      after: rows.at(-1)?.id ?? after,
      count: rows.length,
      done: rows.length < size,
    });
  },
};

/** Whoever is on the blacklist though the log knows nothing more of them has no row to be found by. */
async function unsettleForgotten(registry: Registry): Promise<void> {
  const keys = await registry.authors.filter(({ blacklisted }) => blacklisted).primaryKeys();
  if (keys.length === 0) return;
  const known = await registry.offenders.bulkGet(keys);
  const forgotten = keys.filter((_, place) => known[place] === undefined);
  if (forgotten.length > 0) await unsettle(registry, forgotten);
}
