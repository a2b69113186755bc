import * as z from 'zod/mini';
import type { Registry } from './database';
import {
  instantSchema,
  lineSchema,
  noteSchema,
  profileIdSchema,
  revisionSchema,
  rowIdSchema,
} from './fields';

/**
 * The answer to one point of a checklist for one account. Each look is a row of its own, so that who
 * looked, when and what they saw stays; the newest one counts.
 */
export const checkSchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  account: rowIdSchema,
  /** Checklist and point of the regulation profile. */
  checklist: profileIdSchema,
  item: profileIdSchema,
  time: instantSchema,
  operator: lineSchema,
  /** `unknown`: looked, could not tell. */
  result: z.enum(['yes', 'no', 'unknown']),
  /** What was seen and where. */
  evidence: noteSchema,
  /** `page`: read from the account's page while the operator was there. */
  origin: z.enum(['operator', 'page']),
});
export type Check = z.infer<typeof checkSchema>;

/** Every answer about an account, oldest first. */
export function checksOf(registry: Registry, account: string): Promise<Check[]> {
  return registry.checks
    .where('[account+time]')
    .between([account, ''], [account, '\uffff'])
    .toArray();
}
