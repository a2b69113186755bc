import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { waitingRecords } from '../../lib/messages/outbox';
import type { Criterion } from '../../lib/moderation/contract';
import { countViolations } from '../../lib/registry/authors';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { groupBy } from '../../lib/registry/group-by';
import { newestRows, rowsBetween } from '../../lib/registry/queries';
import { addDays, dayOf, mondayOf, startOfDay } from '../../lib/regulation/zone';

/** Days of the short report, today included. */
const WEEK = 7;
const RECENT = 5;

export interface OverviewFigures {
  /** No record has ever been made. */
  untouched: boolean;
  /** Different comments handled since midnight in the region. */
  handledToday: number;
  /** Comments that stand as violations in the last seven days, by criterion, most first. */
  violations: { criterion: Criterion | null; count: number }[];
  /** Rows of the last seven days judged no violation. */
  kept: number;
  /** Posts since Monday by account, most first. */
  publications: { account: string; count: number }[];
  recent: LogRow[];
}

/** Rows of the same criterion together. */
function byCriterion(rows: readonly LogRow[]): OverviewFigures['violations'] {
  const groups = groupBy(rows, ({ criterion }) => criterion);
  return [...groups]
    .map(([criterion, group]) => ({ criterion, count: countViolations(group) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/**
 * What the first screen says, kept up to date.
 * @param now milliseconds since the epoch
 */
export function useOverview(now: number, timeZone: string): OverviewFigures | undefined {
  const today = dayOf(now, timeZone);
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const iso = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const tomorrow = iso(addDays(today, 1));
    const midnight = iso(today);
    const week = await rowsBetween(registry, iso(addDays(today, 1 - WEEK)), tomorrow);
    const standing = week.filter(({ undone }) => !undone);
    const posts = await registry.publications
      .where('time')
      .between(iso(mondayOf(today)), tomorrow, true, false)
      .filter(({ kind }) => kind === 'post')
      .toArray();
    const recent = await newestRows(registry, RECENT);
    return {
      untouched: recent.length === 0 && (await registry.publications.count()) === 0,
      handledToday: new Set(
        standing
          .filter(({ time, kind }) => time >= midnight && kind !== 'note')
          .map(({ commentId, id }) => commentId || id),
      ).size,
      violations: byCriterion(standing),
      kept: standing.filter(({ kind }) => kind === 'keep').length,
      publications: [...groupBy(posts, ({ account }) => account)]
        .map(([account, group]) => ({ account, count: group.length }))
        .sort((a, b) => b.count - a.count),
      recent,
    };
  }, [today, timeZone]);
}

/** Numbers of records that are not in the registry: on their way, and set aside. */
export function useOutbox(): { waiting: number; rejected: number } {
  const [counts, setCounts] = useState({ waiting: 0, rejected: 0 });
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const waiting = (await waitingRecords()).length;
      const all = await browser.storage.local.get(null);
      const rejected = Object.keys(all).filter((key) => key.startsWith('rejected:')).length;
      if (!gone) setCounts({ waiting, rejected });
    };
    const onChange = () => void read();
    onChange();
    browser.storage.local.onChanged.addListener(onChange);
    return () => {
      gone = true;
      browser.storage.local.onChanged.removeListener(onChange);
    };
  }, []);
  return counts;
}
