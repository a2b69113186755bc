import Dexie from 'dexie';
import type { Criterion } from '../moderation/contract';
import type { NetworkId } from '../networks/hosts';
import type { AuthorRow, LogRow, Registry } from './database';
import type { ActionKind } from './schema';
import { isKept } from './upkeep';
import { hasWord, idOf, isCommon, monthWord, wordsToFind } from './words';

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

/** An index of the log that ends with the time, and the beginnings of its keys that pass. */
interface Limit {
  index: string;
  beginnings: readonly (readonly string[])[];
}

/** The indexes that answer one limit each; criterion and kind exclude each other too often to be two. */
function limitsOf({ author, criteria, operators, kinds, networks }: LogFilter): Limit[] {
  const one = (index: string, values: readonly string[]): Limit => ({
    index,
    beginnings: values.map((value) => [value]),
  });
  const both = criteria.length > 0 && kinds.length > 0;
  return [
    one('[authorKey+time]', author === null ? [] : [author]),
    {
      index: '[criterion+kind+time]',
      beginnings: both ? criteria.flatMap((first) => kinds.map((kind) => [first, kind])) : [],
    },
    one('[criterion+time]', both ? [] : criteria),
    one('[operator+time]', operators),
    one('[kind+time]', both ? [] : kinds),
    one('[network+time]', networks),
  ].filter(({ beginnings }) => beginnings.length > 0);
}

/** A stretch of time, ISO 8601 UTC: `from` is in it, `to` is not. */
interface Window {
  from: string;
  to: string;
}

/** What a window holds, newest first, and what it cost. */
interface Found {
  ids: string[];
  /** Number of keys and rows that were read for it. */
  read: number;
}

/** So few rows are looked at one by one: quicker than reading what else lies in the window. */
const FEW = 400;

/** One question to the log, asked of one window of time after another. */
class LogQuestion {
  readonly #limits: Limit[];
  /** Words that the index knows, and words for which rows must be read. */
  readonly #words: string[];
  readonly #common: string[];
  /** Ids by month and word; a month is asked by several windows. */
  readonly #found = new Map<string, Promise<Set<string>>>();

  constructor(
    private readonly registry: Registry,
    private readonly filter: LogFilter,
    /** Rows from before version 5 may still have their words in them. */
    private readonly hasOlder: boolean,
  ) {
    this.#limits = limitsOf(filter);
    const words = wordsToFind(filter.search);
    this.#words = words.filter((word) => !isCommon(word));
    this.#common = words.filter(isCommon);
  }

  async in(window: Window): Promise<Found> {
    const found = await this.#byIndex(window);
    if (this.#common.length === 0) return found;
    const rows = await rowsOf(this.registry, found.ids);
    const ids = rows.flatMap((row) =>
      row && this.#common.every((word) => hasWord(row, word)) ? [row.id] : [],
    );
    return { ids, read: found.read + rows.length };
  }

  async #byIndex(window: Window): Promise<Found> {
    if (this.#words.length === 0) return this.#byLimits(window, null);
    const named = await this.#withWords(window);
    return named.size > FEW ? this.#byLimits(window, named) : this.#byRows(window, named);
  }

  /** The window's rows under every limit. */
  async #byLimits(window: Window, named: ReadonlySet<string> | null): Promise<Found> {
    const [first, ...others] = this.#limits;
    const [beginning = [], ...more] = first?.beginnings ?? [];
    // A row costs no more than its key in an index, so the others need no index of their own.
    if (first && others.length + more.length > 0) {
      const spans = first.beginnings.map((one) => this.#span(first.index, one, window).toArray());
      const rows = (await Promise.all(spans)).flat();
      const passed = named ? rows.filter(({ id }) => named.has(id)) : rows;
      return { ids: this.#passing(passed, window), read: rows.length + (named?.size ?? 0) };
    }
    const ordered = first
      ? this.#span(first.index, beginning, window)
      : this.registry.log.where('time').between(window.from, window.to, true, false);
    const ids = await ordered.primaryKeys();
    const passed = named ? ids.filter((id) => named.has(id)) : ids;
    return { ids: passed.reverse(), read: ids.length + (named?.size ?? 0) };
  }

  /** The same from rows that are known by name. */
  async #byRows(window: Window, named: ReadonlySet<string>): Promise<Found> {
    const rows = (await rowsOf(this.registry, [...named])).flatMap((row) => row ?? []);
    return { ids: this.#passing(rows, window), read: named.size };
  }

  /** Ids of those of the rows that pass, in the order of the index of time, newest first. */
  #passing(rows: readonly LogRow[], { from, to }: Window): string[] {
    const { author, criteria, operators, kinds, networks } = this.filter;
    const passes = <Value>(values: readonly Value[], value: Value | null) =>
      values.length === 0 || values.some((one) => one === value);
    return rows
      .filter(
        (row) =>
          row.time >= from &&
          row.time < to &&
          (author === null || row.authorKey === author) &&
          passes(criteria, row.criterion) &&
          passes(operators, row.operator) &&
          passes(kinds, row.kind) &&
          passes(networks, row.network),
      )
      .sort((a, b) => (a.time < b.time || (a.time === b.time && a.id < b.id) ? 1 : -1))
      .map(({ id }) => id);
  }

  #span(index: string, beginning: readonly string[], { from, to }: Window) {
    return this.registry.log
      .where(index)
      .between([...beginning, from], [...beginning, to], true, false);
  }

  /** Ids of the rows of the window's months that have every word. */
  async #withWords(window: Window): Promise<Set<string>> {
    const [first = new Set<string>(), ...others] = await Promise.all(
      this.#words.map(async (word) => {
        const lists = monthsOf(window).map((month) => this.#idsOf(month, word));
        const sets = await Promise.all(lists);
        return sets.length === 1
          ? (sets[0] as Set<string>)
          : new Set(sets.flatMap((set) => [...set]));
      }),
    );
    if (others.length === 0) return first;
    return new Set([...first].filter((id) => others.every((other) => other.has(id))));
  }

  #idsOf(month: string, word: string): Promise<Set<string>> {
    const beginning = monthWord(month, word);
    let ids = this.#found.get(beginning);
    if (!ids) {
      ids = this.#read(beginning, word);
      this.#found.set(beginning, ids);
    }
    return ids;
  }

  async #read(beginning: string, word: string): Promise<Set<string>> {
    const { log, words } = this.registry;
    const keys = await words.where('words').startsWith(beginning).primaryKeys();
    const ids = new Set(keys.map(idOf));
    if (!this.hasOlder) return ids;
    // Before version 4 a word stood without its month.
    const older = [beginning, word].map((one) => log.where('words').startsWith(one).primaryKeys());
    for (const id of (await Promise.all(older)).flat()) ids.add(id);
    return ids;
  }
}

const DAY_MS = 86_400_000;
/** The first window holds about so many rows of the log; later ones cost about so many reads. */
const FIRST_ROWS = 200;
const WINDOW_READS = 8_000;
/** A window is at most so many times longer than the one before. */
const GROWTH = 8;

const iso = (instant: number) => new Date(instant).toISOString();

/** Months (UTC) that a stretch of time touches, `YYYY-MM`. */
export function monthsOf({ from, to }: Window): string[] {
  const months: string[] = [];
  const end = to.slice(0, 7);
  const date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  while (iso(date.getTime()).slice(0, 7) <= end) {
    months.push(iso(date.getTime()).slice(0, 7));
    date.setUTCMonth(date.getUTCMonth() + 1);
  }
  return months;
}

/**
 * Ids of the rows that pass the filter, newest first, piece by piece; a piece may be empty. Works on
 * index keys, window of time after window of time, so that the first ones of a million come at once
 * and whoever has enough may stop; rows are read by `rowsOf` where they are shown.
 */
export async function* walkLog(registry: Registry, filter: LogFilter): AsyncGenerator<string[]> {
  const [oldest, newest, isWhole] = await Promise.all([
    registry.log.orderBy('time').first(),
    registry.log.orderBy('time').last(),
    filter.search === '' || isKept(registry, 'words'),
  ]);
  if (!oldest || !newest) return;
  const begin = Math.max(Date.parse(oldest.time), instantOf(filter.from, Number.NEGATIVE_INFINITY));
  // A second later, because a time without milliseconds stands behind those that have them.
  let end = Math.min(
    Date.parse(newest.time) + 1_000,
    instantOf(filter.to, Number.POSITIVE_INFINITY),
  );
  let length = await firstLength(registry, end);
  const question = new LogQuestion(registry, filter, !isWhole);
  while (end > begin) {
    const start = Math.max(begin, end - length);
    const { ids, read } = await question.in({ from: iso(start), to: iso(end) });
    yield ids;
    end = start;
    length *= Math.min(GROWTH, Math.max(1 / GROWTH, WINDOW_READS / Math.max(1, read)));
    length = Math.max(1, Math.round(length));
  }
}

const instantOf = (time: string | null, otherwise: number) =>
  time === null ? otherwise : Math.ceil(Date.parse(time));

/** How far back from `end` the log has `FIRST_ROWS` rows, milliseconds. */
async function firstLength(registry: Registry, end: number): Promise<number> {
  const row = await registry.log.where('time').below(iso(end)).reverse().offset(FIRST_ROWS).first();
  return row ? Math.max(1, end - Date.parse(row.time)) : DAY_MS;
}

/** Ids of all the rows that pass the filter, newest first. */
export async function findLog(registry: Registry, filter: LogFilter): Promise<string[]> {
  const found: string[] = [];
  for await (const ids of walkLog(registry, filter)) for (const id of ids) found.push(id);
  return found;
}

/**
 * Calls back after each change of one of these tables, whichever world made it. For long lists of keys: a
 * `liveQuery` puts every key it gave into a tree to know what concerns it, which for 100,000 of them
 * costs ten times the query.
 * @returns stops it
 */
export function watchTables(
  registry: Registry,
  tables: readonly ('log' | 'unsettled' | 'publications' | 'publicationMarks')[],
  onChange: () => void,
): () => void {
  const places = tables.map((table) => `idb://${registry.name}/${table}/`);
  const listener = (parts: object) => {
    const isMeant = (part: string) =>
      part === 'all' || places.some((place) => part.startsWith(place));
    if (Object.keys(parts).some(isMeant)) onChange();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}

/** The rows of these ids in the same order; undefined where there is none. */
export function rowsOf(
  registry: Registry,
  ids: readonly string[],
): Promise<(LogRow | undefined)[]> {
  return registry.log.bulkGet([...ids]);
}

/** When the first of all that the registry holds was recorded, ISO 8601 UTC; null while it holds nothing. */
export async function registryBegan(registry: Registry): Promise<string | null> {
  const firsts = await Promise.all([
    registry.entries.orderBy('time').first(),
    registry.changes.orderBy('time').first(),
  ]);
  return firsts.flatMap((row) => row?.time ?? []).sort()[0] ?? null;
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
