import * as z from 'zod/mini';
import type { Registry } from './database';
import { instantSchema, lineSchema, rowIdSchema } from './fields';

/** Tables whose every change is kept. */
export const RECORDED_TABLES = ['bodies', 'accounts', 'notices'] as const;
export type RecordedTable = (typeof RECORDED_TABLES)[number];

/** One field before and after; values as they stood in the row. */
const fieldChangeSchema = z.object({
  field: z.string(),
  before: z.nullable(z.json()),
  after: z.nullable(z.json()),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/**
 * Who changed what of a row, and when. A stream, not a table: a change is never changed itself, so it
 * has an id and no revision.
 */
export const changeSchema = z.object({
  id: rowIdSchema,
  time: instantSchema,
  operator: lineSchema,
  table: z.enum(RECORDED_TABLES),
  row: rowIdSchema,
  kind: z.enum(['add', 'change', 'remove']),
  /** For `add` everything that was filled, for `remove` everything that was lost. */
  fields: z.array(fieldChangeSchema),
});
export type Change = z.infer<typeof changeSchema>;

/** Fields that say nothing to people; `seen` would fill the history with visits. */
const SILENT: ReadonlySet<string> = new Set(['id', 'revision', 'seen']);

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What differs between two states of a row; null is a row that is not there. */
export function fieldChanges(before: object | null, after: object | null): FieldChange[] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const now = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !SILENT.has(field))
    .flatMap((field): FieldChange[] => {
      const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
      if (isEmpty(was) && isEmpty(is)) return [];
      if (JSON.stringify(was) === JSON.stringify(is)) return [];
      return [fieldChangeSchema.parse({ field, before: was, after: is })];
    });
}

/** Changes of one row, newest first. */
export function changesOf(registry: Registry, row: string): Promise<Change[]> {
  return registry.changes
    .where('[row+time]')
    .between([row, ''], [row, '\uffff'])
    .reverse()
    .toArray();
}

/** Changes from `from` (inclusive) to `to` (exclusive), ISO 8601 UTC, oldest first. */
export function changesBetween(registry: Registry, from: string, to: string): Promise<Change[]> {
  return registry.changes.where('time').between(from, to, true, false).toArray();
}
