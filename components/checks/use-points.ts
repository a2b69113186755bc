import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type Account, listAccounts } from '../../lib/registry/accounts';
import { listBodies } from '../../lib/registry/bodies';
import { type Check, checksOf } from '../../lib/registry/checks';
import { openRegistry } from '../../lib/registry/database';
import { type LastLook, lastLooks } from '../../lib/registry/last-looks';
import { type Point, pointsOf } from '../../lib/regulation/points';
import { useApp } from '../app/app-context';
import { useToday } from '../time/today';

/** A point with the account that it is of. */
export interface AccountPoint extends Omit<Point<LastLook>, 'account'> {
  account: Account;
  /** Name of its body. */
  body: string;
}

/** Every point of the profile's checklists, waiting ones first; undefined until they are read. */
export function usePoints(): readonly AccountPoint[] | undefined {
  const { profile } = useApp();
  const today = useToday();
  const rows = useLiveQuery(async () => {
    const registry = openRegistry();
    const [accounts, bodies, looks] = await Promise.all([
      listAccounts(registry),
      listBodies(registry),
      lastLooks(registry),
    ]);
    return { accounts: accounts.filter(({ status }) => status !== 'deleted'), bodies, looks };
  }, []);
  return useMemo(() => {
    if (!rows) return undefined;
    const accounts = new Map(rows.accounts.map((account) => [account.id, account]));
    const bodies = new Map(rows.bodies.map(({ id, name }) => [id, name]));
    return pointsOf(profile, [...accounts.keys()], rows.looks, today).flatMap((point) => {
      const account = accounts.get(point.account);
      return account ? [{ ...point, account, body: bodies.get(account.body) ?? '' }] : [];
    });
  }, [rows, profile, today]);
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
