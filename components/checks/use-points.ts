import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Account } from '../../lib/registry/accounts';
import { type Check, checksOf } from '../../lib/registry/checks';
import { openRegistry } from '../../lib/registry/database';
import { type LastLook, lastLooks } from '../../lib/registry/last-looks';
import { type Point, pointsOf } from '../../lib/regulation/points';
import { useApp } from '../app/app-context';
import { useRegistry } from '../record/use-registry';
import { useToday } from '../time/today';

/** A point with the account that it is of. */
export type AccountPoint = Point<PointAccount, LastLook>;

interface PointAccount extends Account {
  /** Empty where the body is not known. */
  bodyName: string;
}

/** Every point of the profile's checklists, waiting ones first; undefined until they are read. */
export function usePoints(): readonly AccountPoint[] | undefined {
  const { profile } = useApp();
  const today = useToday();
  const rows = useRegistry();
  const looks = useLiveQuery(() => lastLooks(openRegistry()), []);
  return useMemo(() => {
    if (!rows || !looks) return undefined;
    const names = new Map(rows.bodies.map(({ id, name }) => [id, name]));
    const accounts = rows.accounts
      .filter(({ status }) => status !== 'deleted')
      .map((account): PointAccount => ({ ...account, bodyName: names.get(account.body) ?? '' }));
    return pointsOf(profile, accounts, looks, today);
  }, [rows, looks, profile, today]);
}

/** Every look at one point, newest first, kept up to date; undefined until they are read. */
export function useLooks({ account, checklist, item }: AccountPoint): readonly Check[] | undefined {
  return useLiveQuery(async () => {
    const looks = await checksOf(openRegistry(), account.id);
    return looks
      .filter((look) => look.checklist === checklist.id && look.item === item.id)
      .reverse();
  }, [account.id, checklist.id, item.id]);
}
