import { distinctPosts, type Published, standsAt } from './norm';
import { dayOf, mondayOf } from './zone';

/** What the posts of a period are like: their formats, their days, their style. */

/** What is asked of a publication beside its place in the norm. */
export interface Posted extends Published {
  /** Score of the draft check at the moment of publishing, 0 to 100; null where there was none. */
  score: number | null;
  mark: (NonNullable<Published['mark']> & { format: string | null }) | null;
}

/** Posts that stand in the network, each once: what every figure here counts. */
export function standingPosts<Row extends Published>(publications: readonly Row[]): Row[] {
  return distinctPosts(publications).filter(({ mark }) => !mark?.deleted);
}

/**
 * How many posts have each format, in the order of `formats`; then those of formats that the profile
 * does not know, and last those of which nobody has said, as null. Formats without a post are there.
 */
export function formatMix(
  posts: readonly Posted[],
  formats: readonly string[],
): { format: string | null; count: number }[] {
  const counts = new Map<string | null, number>(formats.map((format) => [format, 0]));
  for (const { mark } of posts) {
    const format = mark?.format ?? null;
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const unsaid = counts.get(null) ?? 0;
  counts.delete(null);
  return [
    ...[...counts].map(([format, count]) => ({ format, count })),
    { format: null, count: unsaid },
  ];
}

/** How many posts stand on each day of the region (`YYYY-MM-DD`); days without one are left out. */
export function postsByDay(posts: readonly Published[], timeZone: string): Map<string, number> {
  const days = new Map<string, number>();
  for (const post of posts) {
    const day = dayOf(Date.parse(standsAt(post)), timeZone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

/**
 * The mean style score of each week that begins on one of `mondays`, rounded; null for a week without
 * a post that was checked.
 */
export function scoreByWeek(
  posts: readonly Posted[],
  mondays: readonly string[],
  timeZone: string,
): (number | null)[] {
  const scores = new Map<string, number[]>(mondays.map((monday) => [monday, []]));
  for (const post of posts)
    if (post.score !== null)
      scores.get(mondayOf(dayOf(Date.parse(standsAt(post)), timeZone)))?.push(post.score);
  return mondays.map((monday) => {
    const list = scores.get(monday) ?? [];
    const sum = list.reduce((total, score) => total + score, 0);
    return list.length === 0 ? null : Math.round(sum / list.length);
  });
}
