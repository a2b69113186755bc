import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { dayName } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import type { Deed } from '../../lib/registry/desk';
import type { PlanEntry } from '../../lib/registry/plan';
import { copies, recurring } from '../../lib/registry/planning';
import { listTemplates, type Template } from '../../lib/registry/templates';
import { addDays } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import type { WeeksRows } from '../norm/use-norm';
import { keptQuery } from '../record/kept-query';
import { useDesk } from '../record/use-desk';

const NO_TEMPLATES: readonly Template[] = [];

/** Every template, kept up to date; none until they are read. */
export const useTemplates = (): readonly Template[] => useKeptTemplates() ?? NO_TEMPLATES;

const useKeptTemplates = keptQuery(() => listTemplates(openRegistry()));

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

/** Deeds on single entries. */
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

/** What the deeds of weeks are done with. */
interface WeekStuff {
  rows: WeeksRows;
  templates: readonly Template[];
  /** Those that the view lets through. */
  entries: readonly PlanEntry[];
  today: string;
}

/** What can be done with whole weeks, each by its Monday and with a way back. */
export interface WeekDeeds {
  /** Copies the entries seen to the next week. */
  copy(monday: string): void;
  /** Sets out the rubrics that return, from today on. */
  fill(mondays: readonly string[]): void;
}

/** Deeds on the weeks shown. */
export function useWeekDeeds({ rows, templates, entries, today }: WeekStuff): WeekDeeds {
  const words = useApp().messages.plan;
  const deeds = usePlanDeeds();
  const apply = useDesk();
  const say = (message: string) => void apply([], message);
  return {
    copy(monday) {
      const own = entries.filter(({ day }) => day >= monday && day <= addDays(monday, 6));
      const made = copies(own, (day) => addDays(day, 7));
      if (made.length === 0) say(words.nothingToCopy);
      else void deeds.add(made, words.copied(made.length));
    },
    fill(mondays) {
      const days = mondays
        .flatMap((monday) => Array.from({ length: 7 }, (_, place) => addDays(monday, place)))
        .filter((day) => day >= today);
      const made = recurring(templates, rows.entries, days);
      if (made.length === 0) say(words.nothingToFill);
      else void deeds.add(made, words.filled(made.length));
    },
  };
}
