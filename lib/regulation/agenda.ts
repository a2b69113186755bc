import { daysLeft, lastDayOf } from './notice';
import { type Look, pointsOf, WAITING } from './points';
import type { RegulationProfile } from './profile';

/** What has a date and is due: the one answer for the first screen and for reminders. */

/** Notices that end in so many days are told of. */
const SOON_DAYS = 3;

interface NoticeDay {
  /** Day of the event in the region, `YYYY-MM-DD`. */
  day: string;
  /** Null while the letter has not gone out. */
  sent: object | null;
}

/** A notice with the days until its last one; negative once it is over. */
export interface NoticeDue<Notice extends NoticeDay> {
  notice: Notice;
  left: number;
}

/**
 * Notices that are overdue or soon will be, in the order given.
 * @param today `YYYY-MM-DD` in the region
 */
export function noticesDue<Notice extends NoticeDay>(
  notices: readonly Notice[],
  { notices: { days } }: Pick<RegulationProfile, 'notices'>,
  today: string,
): NoticeDue<Notice>[] {
  return notices
    .filter(({ sent }) => sent === null)
    .map((notice) => ({ notice, left: daysLeft(lastDayOf(notice.day, days), today) }))
    .filter(({ left }) => left <= SOON_DAYS);
}

/** How many points of the checklists wait for a person, and at how many accounts. */
export interface ChecksDue {
  points: number;
  accounts: number;
}

/**
 * Points that wait for a person at accounts in use; of an account that is not, nothing is asked.
 * @param looks as `pointsOf` needs them
 * @param today `YYYY-MM-DD` in the region
 */
export function checksDue(
  profile: Pick<RegulationProfile, 'checklists' | 'timeZone'>,
  accounts: readonly { id: string; status: string }[],
  looks: readonly Look[],
  today: string,
): ChecksDue {
  const active = accounts.filter(({ status }) => status === 'active');
  const points = pointsOf(profile, active, looks, today).filter(({ state }) => WAITING.has(state));
  return {
    points: points.length,
    accounts: new Set(points.map(({ account }) => account)).size,
  };
}

/** Whether somebody still has to do something for an entry of the plan. */
export const isToDo = ({ state }: { state: string }): boolean =>
  state !== 'published' && state !== 'dropped';
