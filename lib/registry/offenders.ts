import type { NetworkId } from '../networks/hosts';
import type { AuthorRow, LogRow, Registry } from './database';
import { groupBy } from './group-by';
import {
  decisionOf,
  NTH_KEPT,
  nthMark,
  type OffenderRow,
  offenderRow,
  settleSome,
} from './offender-rows';
import { isKept } from './upkeep';

/** How an author stands with the blacklist. */
export type BlacklistState =
  /** Not on it, and nothing asks for it. */
  | 'clean'
  /** Not on it, but with as many violations as the profile names. */
  | 'due'
  | 'listed'
  /** On it, though the last day has passed. */
  | 'over'
  /** Was on it and is no more. */
  | 'lifted';

/** An author with what counts against them. */
export interface Offender {
  /** See `authorKey`. */
  key: string;
  network: NetworkId;
  /** Name as last seen. */
  name: string;
  url: string;
  /** Different comments that were violations and stayed so, in all and in the profile's last days. */
  violations: number;
  recent: number;
  /** Time of the last of them, ISO 8601 UTC; null when there is none. */
  last: string | null;
  state: BlacklistState;
  /** The last day on the blacklist; null off it, and for one without an end. */
  until: string | null;
}

/** What the profile says of offenders, and when it is now. */
export interface OffenderRule {
  violations: number;
  /** Violations count as recent since then, ISO 8601 UTC. */
  since: string;
  /** `YYYY-MM-DD` in the region. */
  today: string;
}

function standing(row: OffenderRow, rule: OffenderRule): Offender {
  const { key, network, name, url, violations, last, until = null } = row;
  const older = row.recent.findIndex((time) => time < rule.since);
  const recent = older < 0 ? row.recent.length : older;
  const stateOf = (): BlacklistState => {
    if (row.blacklisted) return until !== null && until < rule.today ? 'over' : 'listed';
    if (recent >= rule.violations) return 'due';
    return row.decided ? 'lifted' : 'clean';
  };
  return {
    key,
    network,
    name,
    url,
    violations,
    recent,
    last: last === '' ? null : last,
    state: stateOf(),
    until,
  };
}

/**
 * An author and the rows about them as an offender; null when nothing stands against them.
 * @param rows all of them, in any order
 */
export function offenderOf(
  author: AuthorRow,
  rows: readonly LogRow[],
  rule: OffenderRule,
): (Offender & { ban: LogRow | null }) | null {
  const row = offenderRow(author, rows);
  if (!row) return null;
  const decision = decisionOf(rows);
  return { ...standing(row, rule), ban: decision?.kind === 'ban' ? decision : null };
}

/** What waits for a person first. */
const URGENCY: Readonly<Record<BlacklistState, number>> = {
  over: 0,
  due: 1,
  listed: 2,
  clean: 2,
  lifted: 2,
};

/** Whether somebody must decide. */
export const isUrgent = (state: BlacklistState): boolean => URGENCY[state] < URGENCY.listed;

/** Those that wait for a decision first, then by the last violation, newest first. */
export function byUrgency(a: Offender, b: Offender): number {
  const [one, other] = [a.last ?? '', b.last ?? ''];
  return URGENCY[a.state] - URGENCY[b.state] || (one < other ? 1 : one > other ? -1 : 0);
}

/** The first window of the rest holds about so many; each later one so many times more. */
const FIRST = 200;
const GROWTH = 6;
const DAY_MS = 86_400_000;
/** If more authors than this wait to be counted, reading the whole log is quicker. */
const MANY = 2_000;

/**
 * Everyone with something against them in order of urgency, piece by piece: the first one is short and
 * comes at once, whoever has enough may stop.
 */
export async function* walkOffenders(
  registry: Registry,
  rule: OffenderRule,
): AsyncGenerator<Offender[]> {
  const [kept, waiting] = await Promise.all([
    isKept(registry, 'offenders'),
    registry.unsettled.count(),
  ]);
  if (!kept || waiting > MANY) {
    yield await countAll(registry, rule);
    return;
  }
  while (await settleSome(registry));
  const urgent = await urgentOnes(registry, rule);
  yield urgent;
  const told = new Set(urgent.map(({ key }) => key));
  const { offenders } = registry;
  const as = (rows: readonly OffenderRow[]) =>
    rows.flatMap((row) => (told.has(row.key) ? [] : standing(row, rule))).sort(byUrgency);

  const [oldest, newest, near] = await Promise.all([
    offenders.where('last').above('').first(),
    offenders.where('last').above('').last(),
    offenders.where('last').above('').reverse().offset(FIRST).first(),
  ]);
  if (oldest && newest) {
    const begin = Date.parse(oldest.last);
    // A time without milliseconds stands behind those that have them.
    let end = Date.parse(newest.last) + 1_000;
    let length = near ? Math.max(1, end - Date.parse(near.last)) : DAY_MS;
    while (end > begin) {
      const start = Math.max(begin, end - length);
      const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()];
      yield as(await offenders.where('last').between(from, to, true, false).toArray());
      end = start;
      length *= GROWTH;
    }
  }
  yield as(await offenders.where('last').equals('').toArray());
}

/** Those that wait for a decision. */
async function urgentOnes(registry: Registry, rule: OffenderRule): Promise<Offender[]> {
  const { violations: n, since, today } = rule;
  const { offenders } = registry;
  const [over, due] = await Promise.all([
    offenders.where('until').below(today).toArray(),
    n <= NTH_KEPT
      ? offenders.where('nth').between(nthMark(n, since), nthMark(n, '\uffff')).toArray()
      : offenders.where('last').aboveOrEqual(since).toArray(),
  ]);
  const rows = new Map([...over, ...due].map((row) => [row.key, row]));
  return [...rows.values()]
    .map((row) => standing(row, rule))
    .filter(({ state }) => isUrgent(state))
    .sort(byUrgency);
}

/** The same from the log itself, while what is kept beside it is not whole yet. */
async function countAll(registry: Registry, rule: OffenderRule): Promise<Offender[]> {
  const [authors, rows] = await Promise.all([registry.authors.toArray(), registry.log.toArray()]);
  const rowsOf = groupBy(rows, ({ authorKey }) => authorKey);
  return authors
    .flatMap((author) => {
      const row = offenderRow(author, rowsOf.get(author.key) ?? []);
      return row ? standing(row, rule) : [];
    })
    .sort(byUrgency);
}

/** Everyone with something against them, in order of urgency. */
export async function listOffenders(registry: Registry, rule: OffenderRule): Promise<Offender[]> {
  const all: Offender[] = [];
  for await (const piece of walkOffenders(registry, rule)) all.push(...piece);
  return all;
}
