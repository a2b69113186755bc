import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type AccountNorm, accountNorms, readNorm } from '../../lib/exchange/report/norm';
import { type TabState, tabStateSchema } from '../../lib/messages/tab-state';
import { type Account, listAccounts } from '../../lib/registry/accounts';
import { listBodies } from '../../lib/registry/bodies';
import { openRegistry } from '../../lib/registry/database';
import { lastLooks } from '../../lib/registry/last-looks';
import { listNotices, type Notice } from '../../lib/registry/notices';
import { type PlanEntry, planBetween } from '../../lib/registry/plan';
import { changesSince, countChanges, publicAccounts } from '../../lib/registry/published';
import { registryBegan } from '../../lib/registry/queries';
import { lastSnapshot } from '../../lib/registry/snapshots';
import {
  type ChecksDue,
  checksDue,
  isToDo,
  type NoticeDue,
  noticesDue,
} from '../../lib/regulation/agenda';
import { sumFigures, type WeekFigures } from '../../lib/regulation/norm';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { dayOf, mondayOf } from '../../lib/regulation/zone';

export interface DueNotice extends NoticeDue<Notice> {
  /** Undefined for an account that is no longer in the registry. */
  account: Account | undefined;
}

/** What has a date and is due now. */
export interface Agenda {
  /** Those that are overdue or soon, the oldest first. */
  notices: readonly DueNotice[];
  /** Entries of today that are still to be done, in order of time. */
  plan: readonly PlanEntry[];
  checks: ChecksDue;
  /** The last publication of the registry and how many accounts differ from it; null for none. */
  published: { day: string; changed: number } | null;
  /** No account is in the registry. */
  empty: boolean;
}

/** @param today `YYYY-MM-DD` in the region; what is due changes with it alone, not by the minute */
export function useAgenda(today: string, profile: RegulationProfile): Agenda | undefined {
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const [accounts, bodies, notices, entries, looks, snapshot] = await Promise.all([
      listAccounts(registry),
      listBodies(registry),
      listNotices(registry),
      planBetween(registry, today, today),
      lastLooks(registry),
      lastSnapshot(registry),
    ]);
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const kept = accounts.filter(({ status }) => status !== 'deleted');
    return {
      notices: noticesDue(notices, profile, today).map((due) => ({
        ...due,
        account: byId.get(due.notice.account),
      })),
      plan: entries.filter(isToDo).sort((a, b) => (a.time ?? '99').localeCompare(b.time ?? '99')),
      checks: checksDue(profile, accounts, looks, today),
      published: snapshot
        ? {
            day: snapshot.day,
            changed: countChanges(changesSince(snapshot, publicAccounts(bodies, kept))),
          }
        : null,
      empty: accounts.length === 0,
    };
  }, [today, profile]);
}

export interface NormToday {
  /** All accounts together. */
  all: WeekFigures;
  /** Accounts of which publications are expected, those that lack most first. */
  accounts: readonly AccountNorm[];
  /** The day of this week on which the registry began, `YYYY-MM-DD`: what came before was not seen. */
  since: string | null;
}

/** The norm of this week. @param today `YYYY-MM-DD` in the region */
export function useNormToday(today: string, profile: RegulationProfile): NormToday | undefined {
  return useLiveQuery(async () => {
    const registry = openRegistry();
    const monday = mondayOf(today);
    const norm = await readNorm(registry, profile, [monday], today);
    const began = await registryBegan(registry);
    const day = began === null ? today : dayOf(Date.parse(began), profile.timeZone);
    return {
      all: sumFigures(norm.table.total),
      accounts: accountNorms(norm),
      since: day > monday ? day : null,
    };
  }, [today, profile]);
}

/** An open tab of a network that wants somebody. */
export interface WaitingTab {
  id: number;
  state: TabState;
  /** Comments that are flagged and not handled. */
  left: number;
}

const TAB_KEY = /^tab:(\d+)$/;

/** Open tabs with comments that wait, or where nothing can be read. */
export function useWaitingTabs(): readonly WaitingTab[] {
  const [tabs, setTabs] = useState<readonly WaitingTab[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const stored = await browser.storage.session.get(null);
      const waiting = Object.entries(stored).flatMap(([key, value]): WaitingTab[] => {
        const id = TAB_KEY.exec(key)?.[1];
        const state = tabStateSchema.safeParse(value).data;
        if (id === undefined || !state || state.paused) return [];
        const left = state.flagged - state.done;
        return left > 0 || state.blind ? [{ id: Number(id), state, left }] : [];
      });
      if (!gone) setTabs(waiting);
    };
    const onChange = () => void read();
    onChange();
    browser.storage.session.onChanged.addListener(onChange);
    return () => {
      gone = true;
      browser.storage.session.onChanged.removeListener(onChange);
    };
  }, []);
  return tabs;
}

/** Brings a tab and its window to the front; one that has gone meanwhile is let be. */
export async function goToTab(id: number): Promise<void> {
  try {
    const tab = await browser.tabs.update(id, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  } catch {
    // Closed a moment ago: its line goes with its state.
  }
}
