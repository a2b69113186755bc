import * as z from 'zod/mini';
import type { Registry } from './database';
import {
  daySchema,
  instantSchema,
  lineSchema,
  noteSchema,
  revisionSchema,
  rowIdSchema,
} from './fields';

/** What happened to an account that must be reported. */
export const NOTICE_EVENTS = ['created', 'deleted'] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/**
 * The duty to report that an account was created or deleted. The last day is not stored: it follows
 * from the event's day and the profile's figure (lib/regulation/notice.ts).
 */
export const noticeSchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  account: rowIdSchema,
  event: z.enum(NOTICE_EVENTS),
  /** Day of the event in the region. */
  day: daySchema,
  /** Null while the letter has not gone out. */
  sent: z.nullable(
    z.object({
      /** Day of the letter. */
      day: daySchema,
      /** Number of the letter in the body's own books; may be empty. */
      number: lineSchema,
      operator: lineSchema,
      /** When it was marked here. */
      time: instantSchema,
    }),
  ),
  note: noteSchema,
});
export type Notice = z.infer<typeof noticeSchema>;

/** Every notice, oldest event first. */
export async function listNotices(registry: Registry): Promise<Notice[]> {
  return registry.notices.orderBy('day').toArray();
}

/** Notices of one account, oldest event first. */
export function noticesOf(registry: Registry, account: string): Promise<Notice[]> {
  return registry.notices.where('account').equals(account).sortBy('day');
}
