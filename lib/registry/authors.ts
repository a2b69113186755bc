import type { NetworkId } from '../networks/hosts';
import type { LogRow, Registry } from './database';
import { type ActionKind, authorKey } from './schema';

/** Kinds that count as a violation of the author. */
export const VIOLATIONS: ReadonlySet<ActionKind> = new Set([
  'delete',
  'hide',
  'ban',
  'report',
  'mark',
]);
/** Kinds that take the violation back. */
const PARDONS: ReadonlySet<ActionKind> = new Set(['restore', 'keep']);

/**
 * Different comments among `rows` that were recorded as violations and stayed so, each with the time of
 * its last violation: a comment deleted and banned for counts once, a restored or kept one not at all.
 * Rows in any order.
 */
export function violationTimes(rows: readonly LogRow[]): Map<string, string> {
  const guilty = new Map<string, string>();
  for (const row of [...rows].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))) {
    if (row.undone) continue;
    const comment = row.commentId || row.id;
    if (VIOLATIONS.has(row.kind)) guilty.set(comment, row.time);
    else if (PARDONS.has(row.kind)) guilty.delete(comment);
  }
  return guilty;
}

/** Number of such comments. */
export const countViolations = (rows: readonly LogRow[]): number => violationTimes(rows).size;

export interface Standing {
  violations: number;
  blacklisted: boolean;
}

/**
 * How an author stands: violations since the given time (ISO 8601 UTC) and the blacklist.
 * @param authorUrl absolute address as read from the page
 */
export async function standingOf(
  registry: Registry,
  network: NetworkId,
  authorUrl: string,
  since: string,
): Promise<Standing> {
  const key = authorKey(network, authorUrl);
  const author = await registry.authors.get(key);
  if (!author) return { violations: 0, blacklisted: false };
  const rows = await registry.log
    .where('[authorKey+time]')
    .between([key, since], [key, '￿'])
    .toArray();
  return { violations: countViolations(rows), blacklisted: author.blacklisted };
}
