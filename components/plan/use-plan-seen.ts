import { useMemo } from 'react';
import type { Account } from '../../lib/registry/accounts';
import type { PlanEntry } from '../../lib/registry/plan';
import type { Template } from '../../lib/registry/templates';
import { accountFinder, pagesByDay, sumFigures, type WeekFigures } from '../../lib/regulation/norm';
import { useApp } from '../app/app-context';
import type { WeeksRows } from '../norm/use-norm';
import { accountsSeen } from '../screen/owner';
import { sortRows } from '../table/column';
import type { ColumnChoice } from '../table/use-columns';
import type { PlanView } from './address';
import { entriesSeen, inOrder } from './filter';
import { usePlanColumns } from './plan-columns';

/** What of the plan passes the view's limits. */
export interface PlanSeen {
  /** Every account of the registry by its id. */
  byId: ReadonlyMap<string, Account>;
  /** Entries of all the weeks shown, in the order of a day. */
  entries: readonly PlanEntry[];
  /** Those of the month alone in the order of the table. */
  listed: readonly PlanEntry[];
  columns: ColumnChoice<PlanEntry>;
  /** Posts that stand in the network, by day. */
  published: ReadonlyMap<string, number>;
  /** Norm of the accounts seen, one a week. */
  figures: readonly WeekFigures[];
}

/**
 * @param mondays the weeks shown
 * @param day a day of the month that a list shows
 */
export function usePlanSeen(
  view: PlanView,
  rows: WeeksRows,
  mondays: readonly string[],
  day: string,
): PlanSeen {
  const { body, account } = view;
  const accounts = useMemo(
    () => accountsSeen(rows.accounts, rows.bodies, { body, account }),
    [rows, body, account],
  );
  const ids = useMemo(() => new Set(accounts.map(({ id }) => id)), [accounts]);
  const byId = useMemo(() => new Map(rows.accounts.map((one) => [one.id, one])), [rows]);
  const entries = inOrder(entriesSeen(rows.entries, ids, view));
  const columns = usePlanColumns(byId);
  const published = useMemo(() => {
    const accountOf = accountFinder(rows.accounts);
    return pagesByDay(
      rows.pages.filter((page) => ids.has(accountOf(page.network, page.account) ?? '')),
    );
  }, [rows, ids]);
  return {
    byId,
    entries,
    listed: sortRows(
      entries.filter((one) => one.day.startsWith(day.slice(0, 7))),
      columns.all,
      columns.sort,
    ),
    columns,
    published,
    figures: mondays.map((_, place) =>
      sumFigures(accounts.flatMap(({ id }) => rows.norm.accounts.get(id)?.[place] ?? [])),
    ),
  };
}

/** What was written before in fields of the plan, to choose from. */
export interface Recalled {
  rubrics: readonly string[];
  people: readonly string[];
}

/** Different values that were written before, in alphabetical order. */
const written = (values: readonly string[]) =>
  [...new Set(values.filter((value) => value !== ''))].sort((a, b) => a.localeCompare(b, 'ru'));

/** Rubrics and people that entries, templates and accounts name. */
export function useRecalled(
  { entries, accounts }: WeeksRows,
  templates: readonly Template[],
): Recalled {
  const { operator } = useApp().settings;
  return useMemo(
    () => ({
      rubrics: written([
        ...entries.map(({ rubric }) => rubric),
        ...templates.map(({ rubric }) => rubric),
      ]),
      people: written([
        ...entries.map(({ responsible }) => responsible),
        ...accounts.flatMap(({ responsible }) => responsible.map(({ name }) => name)),
        operator,
      ]),
    }),
    [entries, accounts, templates, operator],
  );
}
