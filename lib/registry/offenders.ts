import type { NetworkId } from '../networks/hosts';
import { NETWORK_IDS } from '../networks/hosts';
import { countViolations, PARDONS, VIOLATIONS } from './authors';
import type { AuthorRow, LogRow, Registry } from './database';
import { groupBy } from './group-by';
import type { ActionKind } from './schema';

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
  /** The decision that holds; null when none is known any more. */
  ban: LogRow | null;
}

/** What the profile says of offenders, and when it is now. */
export interface OffenderRule {
  violations: number;
  /** Violations count as recent since then, ISO 8601 UTC. */
  since: string;
  /** `YYYY-MM-DD` in the region. */
  today: string;
}

const COUNTED: readonly ActionKind[] = [...VIOLATIONS, ...PARDONS];
const BANS: readonly ActionKind[] = ['ban', 'unban'];

const byTime = (a: LogRow, b: LogRow) => (a.time + a.id < b.time + b.id ? -1 : 1);

/**
 * An author and the rows about them as an offender; null when nothing stands against them.
 * @param rows all of them, in any order
 */
export function offenderOf(
  author: AuthorRow,
  rows: readonly LogRow[],
  rule: OffenderRule,
): Offender | null {
  const network = NETWORK_IDS.find((id) => id === author.network);
  if (!network) return null;
  const standing = [...rows].filter(({ undone }) => !undone).sort(byTime);
  const violations = countViolations(standing);
  const decision = standing.findLast(({ kind }) => BANS.includes(kind));
  if (violations === 0 && !decision && !author.blacklisted) return null;
  const recent = countViolations(standing.filter(({ time }) => time >= rule.since));
  const ban = decision?.kind === 'ban' ? decision : null;
  const stateOf = (): BlacklistState => {
    if (author.blacklisted) return ban?.until && ban.until < rule.today ? 'over' : 'listed';
    if (recent >= rule.violations) return 'due';
    return decision ? 'lifted' : 'clean';
  };
  return {
    key: author.key,
    network,
    name: author.name,
    url: author.url,
    violations,
    recent,
    last: standing.findLast(({ kind }) => VIOLATIONS.has(kind))?.time ?? null,
    state: stateOf(),
    ban,
  };
}

/** Everyone with something against them. Reads every row that counts: for a screen, not for a page. */
export async function listOffenders(registry: Registry, rule: OffenderRule): Promise<Offender[]> {
  const [authors, ...lists] = await Promise.all([
    registry.authors.toArray(),
    ...[...new Set([...COUNTED, ...BANS])].map((kind) =>
      registry.log.where('[kind+time]').between([kind, ''], [kind, '\uffff']).toArray(),
    ),
  ]);
  const rows = groupBy(lists.flat(), ({ authorKey }) => authorKey);
  return authors.flatMap((author) => offenderOf(author, rows.get(author.key) ?? [], rule) ?? []);
}
