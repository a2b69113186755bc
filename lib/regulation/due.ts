import type { RegulationProfile } from './profile';

const DAY_MS = 86_400_000;

/** What the duty to look again must know of an answer to a checklist. */
interface Answer {
  account: string;
  checklist: string;
  item: string;
  /** ISO 8601 UTC. */
  time: string;
}

/**
 * How many points of the checklists are due for each account: never answered, or answered longer ago
 * than the profile allows. Accounts with nothing due are left out.
 * @param accounts those of which checks are expected
 * @param now milliseconds since the epoch
 */
export function dueChecks(
  profile: Pick<RegulationProfile, 'checklists'>,
  accounts: readonly string[],
  answers: readonly Answer[],
  now: number,
): Map<string, number> {
  const key = ({ account, checklist, item }: Omit<Answer, 'time'>) =>
    `${account} ${checklist} ${item}`;
  const last = new Map<string, string>();
  for (const answer of answers) {
    const known = last.get(key(answer)) ?? '';
    if (answer.time > known) last.set(key(answer), answer.time);
  }
  const due = new Map<string, number>();
  for (const account of accounts) {
    let count = 0;
    for (const { id: checklist, items } of profile.checklists)
      for (const { id: item, everyDays } of items) {
        const time = last.get(key({ account, checklist, item }));
        if (time === undefined || now - Date.parse(time) > everyDays * DAY_MS) count += 1;
      }
    if (count > 0) due.set(account, count);
  }
  return due;
}
