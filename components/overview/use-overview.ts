import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type ModerationFigures, moderationFigures } from '../../lib/exchange/report/moderation';
import { waitingRecords } from '../../lib/messages/outbox';
import { type LogRow, openRegistry } from '../../lib/registry/database';
import { newestRows, rowsBetween } from '../../lib/registry/queries';
import { addDays, startOfDay } from '../../lib/regulation/zone';

/** Days of the short report, today included. */
const WEEK = 7;
const RECENT = 5;

export interface OverviewFigures {
  /** No record has ever been made. */
  untouched: boolean;
  /** Different comments handled since midnight in the region. */
  handledToday: number;
  /** The last seven days. */
  week: ModerationFigures;
  recent: LogRow[];
}

/**
 * What the first screen says of the log, kept up to date.
 * @param today `YYYY-MM-DD` in the region
 */
export function useOverview(today: string, timeZone: string): OverviewFigures | undefined {
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const iso = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const midnight = iso(today);
    const [rows, recent, publications] = await Promise.all([
      rowsBetween(registry, iso(addDays(today, 1 - WEEK)), iso(addDays(today, 1))),
      newestRows(registry, RECENT),
      registry.publications.limit(1).count(),
    ]);
    return {
      untouched: recent.length === 0 && publications === 0,
      handledToday: moderationFigures(rows.filter(({ time }) => time >= midnight)).handled,
      week: moderationFigures(rows),
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
