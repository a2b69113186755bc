import type * as z from 'zod/mini';
import { accountSchema } from './accounts';
import { bodySchema } from './bodies';
import { checkSchema } from './checks';
import { noticeSchema } from './notices';
import { planEntrySchema } from './plan';
import { publicationMarkSchema } from './publication-marks';
import { snapshotSchema } from './snapshots';
import { templateSchema } from './templates';

/**
 * Every table that people keep: what its rows are. The desk writes them, copies hold them and merge them;
 * the database declares them with their indexes (`database.ts`), since a table belongs to a version.
 */
export const KEPT_TABLES = {
  bodies: bodySchema,
  accounts: accountSchema,
  notices: noticeSchema,
  plan: planEntrySchema,
  templates: templateSchema,
  checks: checkSchema,
  snapshots: snapshotSchema,
  publicationMarks: publicationMarkSchema,
} as const;

export type KeptTable = keyof typeof KEPT_TABLES;
export type KeptRows = { [T in KeptTable]: z.infer<(typeof KEPT_TABLES)[T]> };
export const KEPT_NAMES = Object.keys(KEPT_TABLES) as readonly KeptTable[];
