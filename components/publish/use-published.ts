import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type PublishedRegistry, publishedRegistry } from '../../lib/exchange/published/data';
import { listAccounts } from '../../lib/registry/accounts';
import { listBodies } from '../../lib/registry/bodies';
import { openRegistry } from '../../lib/registry/database';
import { publicAccounts } from '../../lib/registry/published';
import { lastSnapshot, type Snapshot } from '../../lib/registry/snapshots';
import { useApp } from '../app/app-context';
import { useToday } from '../time/today';

export interface Published {
  /** As it would be published today. */
  registry: PublishedRegistry;
  /** The publication before. */
  last: Snapshot | undefined;
}

/** The registry for everyone as it is now; undefined until it is read. */
export function usePublished(): Published | undefined {
  const { profile } = useApp();
  const today = useToday();
  const rows = useLiveQuery(async () => {
    const registry = openRegistry();
    const [bodies, accounts, last] = await Promise.all([
      listBodies(registry),
      listAccounts(registry),
      lastSnapshot(registry),
    ]);
    return { accounts: publicAccounts(bodies, accounts), last };
  }, []);
  return useMemo(
    () =>
      rows && {
        registry: publishedRegistry(rows.accounts, rows.last, profile, today),
        last: rows.last,
      },
    [rows, profile, today],
  );
}
