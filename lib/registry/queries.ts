import Dexie, { type Collection } from 'dexie';
import type { Criterion } from '../moderation/contract';
import type { NetworkId } from '../networks/hosts';
import { type AuthorRow, type LogRow, type Registry, searchWords } from './database';
import type { ActionKind } from './schema';

/** What the operator wants to see of the log. An empty list or null is no limit. */
export interface LogFilter {
  /** Words that text, author or note begin with; all of them. */
  search: string;
  /** First moment, ISO 8601 UTC, inclusive. */
  from: string | null;
  /** Last moment, ISO 8601 UTC, exclusive. */
  to: string | null;
  networks: readonly NetworkId[];
  criteria: readonly Criterion[];
  kinds: readonly ActionKind[];
  operators: readonly string[];
  /** `authorKey`, or null. */
  author: string | null;
}

export const NO_FILTER: LogFilter = {
  search: '',
  from: null,
  to: null,
  networks: [],
  criteria: [],
  kinds: [],
  operators: [],
  author: null,
};

/** Before and after every ISO 8601 time. */
const FIRST = '';
const LAST = '\uffff';

/** The indexes that answer one limit each, by value and then by time. */
function limitsOf(filter: LogFilter): { index: string; values: readonly string[] }[] {
  return [
    { index: '[authorKey+time]', values: filter.author === null ? [] : [filter.author] },
    { index: '[criterion+time]', values: filter.criteria },
    { index: '[operator+time]', values: filter.operators },
    { index: '[kind+time]', values: filter.kinds },
    { index: '[network+time]', values: filter.networks },
  ].filter(({ values }) => values.length > 0);
}

interface Plan {
  /** Rows in order of time under as many limits as one index can answer. */
  ordered: Collection<LogRow, string>;
  /** Each gives ids under one of the other limits, in no order. */
  others: (() => Promise<string[]>)[];
}

/** Which indexes answer the filter. */
function planOf(registry: Registry, filter: LogFilter): Plan {
  const from = filter.from ?? FIRST;
  const to = filter.to ?? LAST;
  const spanOf = (index: string, value: string) =>
    registry.log.where(index).between([value, from], [value, to], true, false);

  const limits = limitsOf(filter);
  // One value of a compound index comes in order of time already; otherwise time itself gives it.
  const lead = limits.findIndex(({ values }) => values.length === 1);
  const [leading] = lead < 0 ? [] : limits.splice(lead, 1);
  return {
    ordered: leading
      ? spanOf(leading.index, leading.values[0] ?? '')
      : registry.log.where('time').between(from, to, true, false),
    others: [
      ...limits.map(({ index, values }) => async () => {
        const keys = await Promise.all(values.map((value) => spanOf(index, value).primaryKeys()));
        return keys.flat();
      }),
      ...wordsOf(filter.search).map(
        (word) => () => registry.log.where('words').startsWith(word).primaryKeys(),
      ),
    ],
  };
}

/**
 * Ids of the rows that pass the filter, newest first. Works on index keys alone and reads no row, so
 * that 100,000 entries cost a fraction of a second; rows are read by `rowsOf` where they are shown.
 */
export async function findLog(registry: Registry, filter: LogFilter): Promise<string[]> {
  const { ordered, others } = planOf(registry, filter);
  const [ids, ...lists] = await Promise.all([
    ordered.primaryKeys(),
    ...others.map((other) => other()),
  ]);
  const sets = lists.map((list) => new Set(list));
  const passed =
    sets.length === 0 ? ids : ids.filter((id) => sets.every((allowed) => allowed.has(id)));
  return passed.reverse();
}

/**
 * The first `limit` ids that `findLog` would give, at once; null where the filter needs more than one
 * index, so that only the whole answer is right.
 */
export async function findNewest(
  registry: Registry,
  filter: LogFilter,
  limit: number,
): Promise<string[] | null> {
  const { ordered, others } = planOf(registry, filter);
  return others.length > 0 ? null : ordered.reverse().limit(limit).primaryKeys();
}

/**
 * Calls back after each change of the log, whichever world made it. For long lists of keys: a
 * `liveQuery` puts every key it gave into a tree to know what concerns it, which for 100,000 of them
 * costs ten times the query.
 * @returns stops it
 */
export function watchLog(registry: Registry, onChange: () => void): () => void {
  const place = `idb://${registry.name}/${registry.log.name}/`;
  const listener = (parts: object) => {
    if (Object.keys(parts).some((part) => part === 'all' || part.startsWith(place))) onChange();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}

/** Words to look for; one that begins another says nothing more. */
function wordsOf(search: string): string[] {
  const words = searchWords(search);
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}

/** The rows of these ids in the same order; undefined where there is none. */
export function rowsOf(
  registry: Registry,
  ids: readonly string[],
): Promise<(LogRow | undefined)[]> {
  return registry.log.bulkGet([...ids]);
}

/** The newest rows of the log, newest first, at most `limit`. */
export function newestRows(registry: Registry, limit: number): Promise<LogRow[]> {
  return registry.log.orderBy('time').reverse().limit(limit).toArray();
}

/** Every operator who has an entry, in alphabetical order; jumps from name to name in the index. */
export async function listOperators(registry: Registry): Promise<string[]> {
  const names: string[] = [];
  let row = await registry.log.orderBy('[operator+time]').first();
  while (row) {
    names.push(row.operator);
    row = await registry.log.where('[operator+time]').above([row.operator, Dexie.maxKey]).first();
  }
  return names.filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'ru'));
}

/** Authors whose name begins with the given letters in any case, at most `limit`. */
export function suggestAuthors(
  registry: Registry,
  beginning: string,
  limit: number,
): Promise<AuthorRow[]> {
  const query = beginning.trim();
  if (query === '') return registry.authors.orderBy('lastTime').reverse().limit(limit).toArray();
  return registry.authors.where('name').startsWithIgnoreCase(query).limit(limit).toArray();
}

/** Rows about one author, newest first, at most `limit`. */
export function authorRows(registry: Registry, key: string, limit: number): Promise<LogRow[]> {
  return registry.log
    .where('[authorKey+time]')
    .between([key, FIRST], [key, LAST])
    .reverse()
    .limit(limit)
    .toArray();
}

/** Rows from `from` (inclusive) to `to` (exclusive), ISO 8601 UTC, oldest first. For short periods. */
export function rowsBetween(registry: Registry, from: string, to: string): Promise<LogRow[]> {
  return registry.log.where('time').between(from, to, true, false).toArray();
}
