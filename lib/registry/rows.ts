import * as z from 'zod/mini';
import { changeSchema } from './changes';
import { KEPT_TABLES } from './kept';
import { removalSchema } from './removals';
import { actionSchema, publicationSchema } from './schema';

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** An entry as it comes from another device. Strict: its hash covers every field, known or not. */
export const ledgerEntrySchema = z.strictObject({
  ...actionSchema.shape,
  device: z.string().check(z.minLength(1), z.maxLength(100)),
  seq: z.int().check(z.positive()),
  salt: z.string().check(z.regex(/^[0-9a-f]{0,64}$/)),
  evidenceHash: hashSchema,
  prev: hashSchema,
  hash: hashSchema,
});

const authorRowSchema = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(5_000)),
  network: z.string().check(z.maxLength(40)),
  url: z.string().check(z.maxLength(4_000)),
  name: z.string().check(z.maxLength(2_000)),
  blacklisted: z.boolean(),
  lastTime: z.iso.datetime(),
});

/**
 * All that a copy of the registry holds, in the order in which it is taken in: authors last, because
 * what the ledger says of them counts more. `log` is derived from `entries` and is in no copy; the
 * device's own keys never leave it.
 */
export const ROW_SCHEMAS = {
  entries: ledgerEntrySchema,
  publications: publicationSchema,
  changes: changeSchema,
  ...KEPT_TABLES,
  removals: removalSchema,
  authors: authorRowSchema,
} as const;
export type CopiedTable = keyof typeof ROW_SCHEMAS;
export type CopiedRow<T extends CopiedTable> = z.infer<(typeof ROW_SCHEMAS)[T]>;
export const COPIED_TABLES = Object.keys(ROW_SCHEMAS) as CopiedTable[];

/** Rows of one table. */
export type RowsOf<T extends CopiedTable = CopiedTable> = {
  [K in T]: { table: K; rows: readonly CopiedRow<K>[] };
}[T];
