import { v7 as uuidv7 } from 'uuid';
import type { Account } from './accounts';
import type { Deed } from './desk';
import { NOTICE_EVENTS, type Notice, type NoticeEvent } from './notices';

/**
 * Events older than this many days open no notice by themselves: a registry that is filled for the
 * first time holds accounts of many years, whose notices were somebody's duty long ago. One can still
 * be opened by hand on the account's card.
 */
const NOTICE_REACH_DAYS = 90;

const DAY_MS = 86_400_000;

const dayOfEvent = (account: Account | null, event: NoticeEvent): string | null => {
  if (!account) return null;
  if (event === 'created') return account.created;
  return account.status === 'deleted' ? account.deleted : null;
};

/**
 * What a change of an account does to its notices. A notice that was sent is history and stays.
 * @param today `YYYY-MM-DD` in the region
 */
export function noticesFor(
  before: Account | null,
  after: Account,
  notices: readonly Notice[],
  today: string,
): Deed[] {
  return NOTICE_EVENTS.flatMap((event): Deed[] => {
    const [was, is] = [dayOfEvent(before, event), dayOfEvent(after, event)];
    if (was === is) return [];
    const known = notices.filter((notice) => notice.event === event);
    const open = known.find(({ sent }) => sent === null);
    if (is === null)
      return open ? [{ table: 'notices', remove: open.id, revision: open.revision }] : [];
    if (open) return [{ table: 'notices', put: { ...open, day: is } }];
    // Reported already: another day of the same event is a correction of the card.
    if (known.length > 0 && was !== null) return [];
    if (Date.parse(today) - Date.parse(is) > NOTICE_REACH_DAYS * DAY_MS) return [];
    return [{ table: 'notices', put: newNotice(after.id, event, is) }];
  });
}

/** A notice that has not been sent. @param day `YYYY-MM-DD` of the event */
export function newNotice(account: string, event: NoticeEvent, day: string): Notice {
  return { id: uuidv7(), revision: 1, account, event, day, sent: null, note: '' };
}
