import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type TabState, tabStateKey, tabStateSchema } from '../../lib/messages/tab-state';
import { networkOfHost } from '../../lib/networks/hosts';

export interface WatchedTab {
  id: number;
  /** Host of a network, or null elsewhere. */
  host: string | null;
  /** What the content script told last; null before it did. */
  state: TabState | null;
}

/** The tab that the popup speaks of: `?tab=<id>`, as tests need it, else the active one. */
async function findTab(): Promise<{ id: number; url: string | undefined } | null> {
  const wanted = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const tab = Number.isInteger(wanted)
    ? await browser.tabs.get(wanted)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

/** State of the tab, kept up to date; undefined until known, null where there is no tab. */
export function useTab(): WatchedTab | null | undefined {
  const [tab, setTab] = useState<WatchedTab | null>();
  useEffect(() => {
    const gone = new AbortController();
    let key = '';
    const read = (raw: unknown): TabState | null => tabStateSchema.safeParse(raw).data ?? null;
    const onChange = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[key];
      if (change) setTab((known) => known && { ...known, state: read(change.newValue) });
    };
    const start = async () => {
      const found = await findTab().catch(() => null);
      if (gone.signal.aborted) return;
      if (!found) return setTab(null);
      key = tabStateKey(found.id);
      const host = URL.canParse(found.url ?? '') ? new URL(found.url ?? '').hostname : '';
      browser.storage.session.onChanged.addListener(onChange);
      const stored = await browser.storage.session.get(key);
      if (gone.signal.aborted) return;
      setTab({
        id: found.id,
        host: networkOfHost(host) === null ? null : host,
        state: read(stored[key]),
      });
    };
    void start();
    return () => {
      gone.abort();
      browser.storage.session.onChanged.removeListener(onChange);
    };
  }, []);
  return tab;
}
