import type { Registry } from './database';
import { settleSome, unsettle } from './offender-rows';
import { storeWords, withoutWords } from './words';

/** What a version of the database keeps beside the log and older rows do not have yet. */
const TASKS = ['words', 'offenders'] as const;
type Task = (typeof TASKS)[number];

/** How far a task has come. */
export interface UpkeepMark {
  id: Task;
  /** Key of the last row that was done, in order of keys; empty before the first. */
  after: string;
  /** Number of rows done, and how many there were when it began. */
  count: number;
  total: number;
  /** Nothing is left; rows that come later are made whole by whoever writes them. */
  done: boolean;
}

/** Rows of one transaction: the database is free again for what operators do after some ten milliseconds. */
const BATCH = { words: 400, offenders: 2_000 } as const;

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
      await registry.transaction('rw', registry.tables, () => STEPS[task](registry));
      onProgress?.();
    }
  }
  while (await settleSome(registry)) {
    signal?.throwIfAborted();
    onProgress?.();
  }
}

async function advance(
  registry: Registry,
  id: Task,
  table: 'log' | 'authors',
  keys: readonly string[],
): Promise<void> {
  const mark = await registry.upkeep.get(id);
  await registry.upkeep.put({
    id,
    after: keys.at(-1) ?? mark?.after ?? '',
    count: (mark?.count ?? 0) + keys.length,
    total: mark?.total ?? (await registry.table(table).count()),
    done: keys.length < BATCH[id],
  });
}

const STEPS: { readonly [T in Task]: (registry: Registry) => Promise<void> } = {
  /** Until version 5 the words of a row stood in it; version 4 had put the month before each. */
  async words(registry) {
    const after = (await registry.upkeep.get('words'))?.after ?? '';
    const rows = await registry.log.where(':id').above(after).limit(BATCH.words).toArray();
    await storeWords(registry, rows);
    await registry.log.bulkPut(rows.map(withoutWords));
    await advance(
      registry,
      'words',
      'log',
      rows.map(({ id }) => id),
    );
  },
  /** Until version 5 what stands against an author was counted each time. */
  async offenders(registry) {
    const after = (await registry.upkeep.get('offenders'))?.after ?? '';
    const keys = await registry.authors
      .where(':id')
      .above(after)
      .limit(BATCH.offenders)
      .primaryKeys();
    await unsettle(registry, keys);
    await advance(registry, 'offenders', 'authors', keys);
  },
};
