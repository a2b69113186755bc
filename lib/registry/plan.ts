import * as z from 'zod/mini';
import type { Registry } from './database';
import {
  daySchema,
  lineSchema,
  namedSchema,
  noteSchema,
  profileIdSchema,
  revisionSchema,
  rowIdSchema,
  textSchema,
} from './fields';

/** From an idea to what stands in the network. */
export const PLAN_STATES = ['idea', 'draft', 'ready', 'published', 'dropped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** One publication that is planned, for one or several accounts. */
export const planEntrySchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  /** Day in the region. */
  day: daySchema,
  /** Time in the region, `HH:MM`, or null for any time of the day. */
  time: z.nullable(z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))),
  /** What it is about. */
  title: namedSchema,
  /** What gives rise to it: a holiday, an event; may be empty. */
  occasion: lineSchema,
  accounts: z.array(rowIdSchema).check(z.maxLength(1_000)),
  /** Format of the regulation profile (clause 2.3 in Kuzbass), or null while undecided. */
  format: z.nullable(profileIdSchema),
  rubric: lineSchema,
  responsible: lineSchema,
  state: z.enum(PLAN_STATES),
  text: textSchema,
  note: noteSchema,
  /** What has come of it, by account. */
  published: z.array(z.object({ account: rowIdSchema, publication: rowIdSchema })),
  /** The template that it was made from, or null. */
  template: z.nullable(rowIdSchema),
});
export type PlanEntry = z.infer<typeof planEntrySchema>;

/** Entries of the days from `from` to `to` (both included), in order of day. */
export function planBetween(registry: Registry, from: string, to: string): Promise<PlanEntry[]> {
  return registry.plan.where('day').between(from, to, true, true).toArray();
}
