import * as z from 'zod/mini';
import { COPIED_TABLES } from '../../registry/rows';

/**
 * A copy of the registry is text, one JSON value a line:
 *
 *   header   what this is, who made it and when
 *   rows     {"t": table, "r": row}, tables in the order of `ROW_SCHEMAS`
 *   blocks   after some hundred rows: the hash of all lines since the block before, chained with its hash
 *   end      how many rows there were, where each chain ends, signed by the device that made it
 *
 * It may be packed by gzip, and that sealed with a passphrase (`sealing.ts`). A ledger file is the same
 * with the ledger alone.
 */
export const FORMAT = 1;
/** Version of the rows; it follows the version of the database. */
export const ROWS_VERSION = 3;

/** Rows a block: what is held in memory at a time. */
export const BLOCK_ROWS = 500;
/** The longest line, UTF-16 code units: an entry with the longest text and note is a third of it. */
export const LINE_LIMIT = 2_000_000;

export const KINDS = ['backup', 'ledger'] as const;
export type BackupKind = (typeof KINDS)[number];

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const countSchema = z.int().check(z.nonnegative());
const deviceSchema = z.string().check(z.minLength(1), z.maxLength(100));

export const headerSchema = z.object({
  vakhta: z.enum(KINDS),
  format: z.int().check(z.positive()),
  rows: z.int().check(z.positive()),
  /** ISO 8601 UTC. */
  made: z.iso.datetime(),
  device: deviceSchema,
  operator: z.string().check(z.maxLength(2_000)),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const rowLineSchema = z.object({ t: z.enum(COPIED_TABLES), r: z.unknown() });
export const blockLineSchema = z.object({
  block: countSchema,
  rows: countSchema,
  sha256: hashSchema,
});

const headSchema = z.object({
  device: deviceSchema,
  seq: z.int().check(z.positive()),
  hash: hashSchema,
});

/** What is signed: everything that a change of the file would have to change. */
export const sealedEndSchema = z.object({
  made: z.iso.datetime(),
  counts: z.partialRecord(z.enum(COPIED_TABLES), countSchema),
  heads: z.array(headSchema),
  /** Hash of the last block. */
  sha256: hashSchema,
});
export type SealedEnd = z.infer<typeof sealedEndSchema>;

export const endLineSchema = z.object({
  end: sealedEndSchema,
  key: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string().check(z.maxLength(100)),
    y: z.string().check(z.maxLength(100)),
  }),
  signature: z.string().check(z.maxLength(200)),
});
