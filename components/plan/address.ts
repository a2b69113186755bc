import * as z from 'zod/mini';
import { PLAN_STATES } from '../../lib/registry/plan';
import { addDays, mondayOf } from '../../lib/regulation/zone';
import { searchSchema } from '../screen/search-schema';

export const PLAN_MODES = ['month', 'week', 'list'] as const;
export type PlanMode = (typeof PLAN_MODES)[number];

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  mode: z.catch(z.enum(PLAN_MODES), 'month'),
  /** A day of the period that is shown; null for the one of today. */
  day: z.catch(z.nullable(z.iso.date()), null),
  search: searchSchema,
  /** The body whose accounts are shown, with those below it; null for all. */
  body: z.catch(z.nullable(z.uuid()), null),
  account: z.catch(z.nullable(z.uuid()), null),
  states: z.catch(z.array(z.enum(PLAN_STATES)), []),
  /** Id of the entry that stands open. */
  entry: z.catch(z.nullable(z.uuid()), null),
  /** Day of a new entry that is being written. */
  add: z.catch(z.nullable(z.iso.date()), null),
  /** What stands open beside the plan instead of an entry. */
  side: z.catch(z.nullable(z.enum(['templates', 'import'])), null),
});

/** What the screen shows, as its address says it. */
export type PlanView = z.infer<typeof viewSchema>;

/** The whole plan of this month with nothing open. */
export const WHOLE_PLAN: PlanView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readPlan(search: string): PlanView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    mode: parameters.get('view'),
    day: parameters.get('day'),
    search: parameters.get('q') ?? '',
    body: parameters.get('body'),
    account: parameters.get('account'),
    states: parameters.getAll('state'),
    entry: parameters.get('entry'),
    add: parameters.get('add'),
    side: parameters.get('side'),
  });
}

/** The address of the screen as this view shows it; what is usual is left out. */
export function planAddress(view: Partial<PlanView>): string {
  const { mode, day, search, body, account, states, entry, add, side } = { ...WHOLE_PLAN, ...view };
  const parameters = new URLSearchParams();
  if (mode !== 'month') parameters.set('view', mode);
  if (day !== null) parameters.set('day', day);
  if (search !== '') parameters.set('q', search);
  if (body !== null) parameters.set('body', body);
  if (account !== null) parameters.set('account', account);
  for (const state of states) parameters.append('state', state);
  if (entry !== null) parameters.set('entry', entry);
  if (add !== null) parameters.set('add', add);
  if (side !== null) parameters.set('side', side);
  const query = parameters.toString();
  return query === '' ? '/plan' : `/plan?${query}`;
}

/** The first day of the month after or before that of `day`. */
export function monthOn(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

/** The weeks that are shown, each by its Monday; a month with all the weeks that touch it. */
export function weeksOf(mode: PlanMode, day: string): string[] {
  if (mode === 'week') return [mondayOf(day)];
  const last = addDays(monthOn(day, 1), -1);
  const weeks: string[] = [];
  for (let monday = mondayOf(monthOn(day, 0)); monday <= last; monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks;
}

/** True when anything but the period limits what is seen. */
export function isLimited({ search, body, account, states }: PlanView): boolean {
  return search !== '' || body !== null || account !== null || states.length > 0;
}
