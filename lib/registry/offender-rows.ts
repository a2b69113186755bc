import { NETWORK_IDS, type NetworkId } from '../networks/hosts';
import { VIOLATIONS, violationTimes } from './authors';
import type { AuthorRow, LogRow, Registry } from './database';

/**
 * What stands against one author, derived from the log and kept beside it, so that a list of tens of
 * thousands need not count a million rows. Whoever changes rows about an author calls `unsettle`.
 */
export interface OffenderRow {
  /** See `authorKey`. */
  key: string;
  network: NetworkId;
  /** Name as last seen. */
  name: string;
  url: string;
  /** Different comments that were violations and stayed so. */
  violations: number;
  /** Times of the newest of them, newest first, at most `RECENT_KEPT`. */
  recent: string[];
  /** Time of the last violation, also one that was taken back later; empty when there is none. */
  last: string;
  blacklisted: boolean;
  /** Somebody has put the author on the blacklist or taken them off. */
  decided: boolean;
  /** The last day on the blacklist, `YYYY-MM-DD`; absent for one without an end and off the list. */
  until?: string;
  /** For an index, see `nthMark`. */
  nth: string[];
}

/** As many as a profile may ask for. */
const RECENT_KEPT = 1_000;
/** Up to so many violations the index answers who has them. */
export const NTH_KEPT = 12;

/** `03 2026-11-20T…`: the third newest violation was then. */
export const nthMark = (n: number, time: string) => `${String(n).padStart(2, '0')} ${time}`;

const BANS: ReadonlySet<LogRow['kind']> = new Set(['ban', 'unban']);

const inOrder = (a: LogRow, b: LogRow) => (a.time + a.id < b.time + b.id ? -1 : 1);

/** The decision about the blacklist that was not withdrawn, the last one. @param rows in any order */
export const decisionOf = (rows: readonly LogRow[]): LogRow | undefined =>
  rows
    .filter(({ kind, undone }) => BANS.has(kind) && !undone)
    .sort(inOrder)
    .at(-1);

/**
 * What stands against an author; null when nothing does.
 * @param rows all about them, in any order
 */
export function offenderRow(author: AuthorRow, rows: readonly LogRow[]): OffenderRow | null {
  const { key, url, name, blacklisted } = author;
  const network = NETWORK_IDS.find((id) => id === author.network);
  const times = [...violationTimes(rows).values()].sort().reverse();
  const decision = decisionOf(rows);
  if (!network || (times.length === 0 && !decision && !blacklisted)) return null;
  const last = rows.reduce(
    (newest, { kind, undone, time }) =>
      !undone && VIOLATIONS.has(kind) && time > newest ? time : newest,
    '',
  );
  const until = blacklisted && decision?.kind === 'ban' ? decision.until : undefined;
  return {
    key,
    network,
    name,
    url,
    violations: times.length,
    recent: times.slice(0, RECENT_KEPT),
    last,
    blacklisted,
    decided: decision !== undefined,
    ...(until !== undefined && { until }),
    nth: times.slice(0, NTH_KEPT).map((time, place) => nthMark(place + 1, time)),
  };
}

/**
 * Rows about these authors have changed: what stands against them is counted by whoever asks next, since
 * it takes all of an author's rows, and a record must not wait for that. Inside the caller's transaction.
 */
export async function unsettle(registry: Registry, keys: Iterable<string>): Promise<void> {
  await registry.unsettled.bulkPut([...keys].map((key) => ({ key })));
}

/** Authors of one transaction. */
const BATCH = 200;

/**
 * Counts what stands against some of the authors that wait for it.
 * @returns false when none of them waits any more
 */
export async function settleSome(registry: Registry): Promise<boolean> {
  const { log, authors, offenders, unsettled } = registry;
  if ((await unsettled.limit(1).count()) === 0) return false;
  return registry.transaction('rw', log, authors, offenders, unsettled, async () => {
    const keys = await unsettled.limit(BATCH).primaryKeys();
    // All requests at once: one after another each would wait for the way there and back.
    const [known, ...lists] = await Promise.all([
      authors.bulkGet(keys),
      ...keys.map((key) =>
        log.where('[authorKey+time]').between([key, ''], [key, '\uffff']).toArray(),
      ),
    ]);
    const rows = keys.map((_, place) => {
      const author = known[place];
      return author ? offenderRow(author, lists[place] ?? []) : null;
    });
    await offenders.bulkPut(rows.flatMap((row) => row ?? []));
    await offenders.bulkDelete(keys.filter((_, place) => rows[place] === null));
    await unsettled.bulkDelete(keys);
    return keys.length === BATCH;
  });
}
