import * as z from 'zod/mini';
import { addDays, mondayOf } from '../../lib/regulation/zone';

/** How many weeks a report may be of. */
export const LENGTHS = [1, 4, 13] as const;

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  /** A day of the last week; null for the one that goes on. */
  week: z.catch(z.nullable(z.iso.date()), null),
  weeks: z.catch(z.literal(LENGTHS), 1),
});

/** Which weeks the screen shows, as its address says it. */
export type ReportView = z.infer<typeof viewSchema>;

/** The report of the week that goes on. */
const THIS_WEEK: ReportView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readReport(search: string): ReportView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    week: parameters.get('week'),
    weeks: Number(parameters.get('weeks') ?? 1),
  });
}

/** The address of the report of these weeks; what is usual is left out. */
export function reportAddress(view: Partial<ReportView>): string {
  const { week, weeks } = { ...THIS_WEEK, ...view };
  const parameters = new URLSearchParams();
  if (week !== null) parameters.set('week', week);
  if (weeks !== 1) parameters.set('weeks', String(weeks));
  const query = parameters.toString();
  return query === '' ? '/report' : `/report?${query}`;
}

/** Mondays of the weeks, oldest first. @param today `YYYY-MM-DD` in the region */
export function mondaysOf({ week, weeks }: ReportView, today: string): string[] {
  const last = mondayOf(week ?? today);
  return Array.from({ length: weeks }, (_, place) => addDays(last, 7 * (place + 1 - weeks)));
}
