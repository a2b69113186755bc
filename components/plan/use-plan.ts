import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { dayName } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import type { Deed } from '../../lib/registry/desk';
import type { PlanEntry } from '../../lib/registry/plan';
import { listTemplates, type Template } from '../../lib/registry/templates';
import { useApp } from '../app/app-context';
import { useDesk } from '../record/use-desk';

/** Every template, kept up to date; undefined until they are read. */
export function useTemplates(): readonly Template[] | undefined {
  return useLiveQuery(() => listTemplates(openRegistry()), []);
}

/** One entry, kept up to date; undefined until it is read, null where there is none. */
export function useEntry(id: string | null): PlanEntry | null | undefined {
  return useLiveQuery(
    async () => (id === null ? null : ((await openRegistry().plan.get(id)) ?? null)),
    [id],
  );
}

/** What can be done with entries, each with a way back; each resolves with false when nothing was done. */
export interface PlanDeeds {
  /** Stores new entries; `done` says so. */
  add(entries: readonly PlanEntry[], done: string): Promise<boolean>;
  /** Stores an entry as it was changed. */
  change(entry: PlanEntry, done: string): Promise<boolean>;
  move(entry: PlanEntry, day: string): Promise<boolean>;
  remove(entry: PlanEntry): Promise<boolean>;
}

export function usePlanDeeds(): PlanDeeds {
  const { locale, messages } = useApp();
  const apply = useDesk();
  const words = messages.plan;
  const put = useCallback(
    (entries: readonly PlanEntry[], done: string) =>
      apply(
        entries.map((entry): Deed => ({ table: 'plan', put: entry })),
        done,
      ),
    [apply],
  );
  return {
    add: put,
    change: (entry, done) => put([entry], done),
    move: (entry, day) => put([{ ...entry, day }], words.moved(entry.title, dayName(day, locale))),
    remove: (entry) =>
      apply(
        [{ table: 'plan', remove: entry.id, revision: entry.revision }],
        words.form.removed(entry.title),
      ),
  };
}
