import type { Registry } from '../../registry/database';
import {
  keepWeeks,
  packWeek,
  type StoredWeek,
  storedWeeks,
  unpackWeek,
  weekId,
} from '../../registry/page-weeks';
import { publishedBetween } from '../../registry/publications';
import { type PageWeek, pageWeeks } from '../../regulation/norm';
import { addDays, startOfDay } from '../../regulation/zone';

/** A post may be recorded twice with moments on both sides of midnight: it is one post all the same. */
const MARGIN_MS = 86_400_000;

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * What was published in the weeks that begin on `mondays`, in no order. A week that was counted before
 * is read as one row instead of thousands.
 */
export async function readPageWeeks(
  registry: Registry,
  mondays: readonly string[],
  timeZone: string,
): Promise<PageWeek[]> {
  const weeks = mondays.map((monday) => {
    const from = iso(startOfDay(monday, timeZone) - MARGIN_MS);
    const to = iso(startOfDay(addDays(monday, 7), timeZone) + MARGIN_MS);
    return { monday, from, to, id: weekId(from, to, `${timeZone} ${monday}`) };
  });
  const { turn, weeks: stored } = await storedWeeks(
    registry,
    weeks.map(({ id }) => id),
  );
  const made: StoredWeek[] = [];
  const pages = await Promise.all(
    weeks.map(async ({ monday, from, to, id }, place) => {
      const known = stored[place];
      if (known?.packed) return unpackWeek(known.packed, monday);
      const counted = pageWeeks(await publishedBetween(registry, from, to), [monday], timeZone);
      made.push({ id, packed: packWeek(counted) });
      return counted;
    }),
  );
  // A live query may not write, so it is done in a turn of its own. What is not kept is counted again.
  if (made.length > 0)
    setTimeout(() => void keepWeeks(registry, made, turn).catch(() => undefined));
  return pages.flat();
}
