import * as z from 'zod/mini';
import type { Registry } from './database';
import {
  lineSchema,
  namedSchema,
  profileIdSchema,
  revisionSchema,
  rowIdSchema,
  textSchema,
} from './fields';

/** A plan entry to be made again, by hand or by the week. */
export const templateSchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  name: namedSchema,
  occasion: lineSchema,
  accounts: z.array(rowIdSchema).check(z.maxLength(1_000)),
  format: z.nullable(profileIdSchema),
  rubric: lineSchema,
  responsible: lineSchema,
  text: textSchema,
  /** Days of the week on which the rubric returns, 1 for Monday to 7; none for a plain template. */
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)),
  /** Time in the region, `HH:MM`, or null. */
  time: z.nullable(z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))),
});
export type Template = z.infer<typeof templateSchema>;

/** Every template, in alphabetical order. */
export async function listTemplates(registry: Registry): Promise<Template[]> {
  const templates = await registry.templates.toArray();
  return templates.sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}
