import * as z from 'zod/mini';
import { CRITERIA } from '../../lib/moderation/contract';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import type { LogFilter } from '../../lib/registry/queries';
import { ACTION_KINDS } from '../../lib/registry/schema';
import { addDays, dayOf, startOfDay } from '../../lib/regulation/zone';
import { searchSchema } from '../screen/search-schema';

export const PERIODS = ['all', 'today', 'yesterday', '7d', '30d', 'month', 'custom'] as const;
export type Period = (typeof PERIODS)[number];

/** Kinds that stand in the log; the other two are changes of rows, not rows. */
export const LOG_KINDS = ACTION_KINDS.filter((kind) => kind !== 'amend' && kind !== 'undo');

const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  search: searchSchema,
  period: z.catch(z.enum(PERIODS), 'all'),
  /** First and last day of an own period, both inclusive, `YYYY-MM-DD` in the region's zone. */
  from: z.catch(z.nullable(day), null),
  to: z.catch(z.nullable(day), null),
  networks: z.catch(z.array(z.enum(NETWORK_IDS)), []),
  criteria: z.catch(z.array(z.enum(CRITERIA)), []),
  kinds: z.catch(z.array(z.enum(LOG_KINDS)), []),
  operators: z.catch(z.array(z.string().check(z.maxLength(200))), []),
  author: z.catch(z.nullable(z.string().check(z.maxLength(4_000))), null),
  /** Id of the entry that stands open. */
  entry: z.catch(z.nullable(z.uuid()), null),
});

/** What the log shows, as its address says it. */
export type LogView = z.infer<typeof viewSchema>;

/** The log without limits. */
export const WHOLE_LOG: LogView = viewSchema.parse({});

const LISTS = {
  networks: 'network',
  criteria: 'criterion',
  kinds: 'kind',
  operators: 'operator',
} as const;

/** Reads the part of the address after `?`. */
export function readView(search: string): LogView {
  const parameters = new URLSearchParams(search);
  const lists = Object.fromEntries(
    Object.entries(LISTS).map(([name, key]) => [name, parameters.getAll(key)]),
  );
  return viewSchema.parse({
    search: parameters.get('q') ?? '',
    period: parameters.get('period'),
    from: parameters.get('from'),
    to: parameters.get('to'),
    author: parameters.get('author'),
    entry: parameters.get('entry'),
    ...lists,
  });
}

/** The address of the log as this view shows it, `/log?…`; what is usual is left out. */
export function addressOf(view: Partial<LogView>): string {
  const full: LogView = { ...WHOLE_LOG, ...view };
  const parameters = new URLSearchParams();
  if (full.search !== '') parameters.set('q', full.search);
  if (full.period !== 'all') parameters.set('period', full.period);
  if (full.period === 'custom' && full.from !== null) parameters.set('from', full.from);
  if (full.period === 'custom' && full.to !== null) parameters.set('to', full.to);
  for (const [name, key] of Object.entries(LISTS))
    for (const value of full[name as keyof typeof LISTS]) parameters.append(key, value);
  if (full.author !== null) parameters.set('author', full.author);
  if (full.entry !== null) parameters.set('entry', full.entry);
  const query = parameters.toString();
  return query === '' ? '/log' : `/log?${query}`;
}

/** First and last day of a period, inclusive; null where it has no end. */
function daysOf(view: LogView, today: string): [string | null, string | null] {
  switch (view.period) {
    case 'all':
      return [null, null];
    case 'today':
      return [today, today];
    case 'yesterday':
      return [addDays(today, -1), addDays(today, -1)];
    case '7d':
      return [addDays(today, -6), today];
    case '30d':
      return [addDays(today, -29), today];
    case 'month':
      return [`${today.slice(0, 8)}01`, today];
    case 'custom':
      return [view.from, view.to];
  }
}

/**
 * The view as a query of the registry.
 * @param now milliseconds since the epoch
 */
export function filterOf(view: LogView, now: number, timeZone: string): LogFilter {
  const [first, last] = daysOf(view, dayOf(now, timeZone));
  const start = (date: string) => new Date(startOfDay(date, timeZone)).toISOString();
  return {
    search: view.search,
    from: first === null ? null : start(first),
    to: last === null ? null : start(addDays(last, 1)),
    networks: view.networks,
    criteria: view.criteria,
    kinds: view.kinds,
    operators: view.operators,
    author: view.author,
  };
}

/** True when anything limits what is seen. */
export function isLimited(view: LogView): boolean {
  return addressOf({ ...view, entry: null }) !== '/log';
}
