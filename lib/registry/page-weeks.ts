import type { Registry } from './database';

/**
 * What all pages published in one week of a region: derived from the publications and their marks, made
 * by whoever asks (`lib/exchange/report/page-weeks.ts`), gone as soon as one of them changes.
 */
export interface StoredWeek {
  /** See `weekId`; or `TURN`. */
  id: string;
  /** Made by `packWeek`; absent in the row `TURN`. */
  packed?: PackedWeek;
  /** In the row `TURN` alone: grows each time something is forgotten. */
  turn?: number;
}

/** What a page published in a week: `PageWeek` of `lib/regulation/norm.ts` is one. */
export interface Counted {
  network: string;
  account: string;
  /** Posts that stand, by the day of the week, Monday first. */
  done: number[];
  deleted: number;
}

/** The pages of a week in columns: hundreds of small objects take ten times as long to read. */
export interface PackedWeek {
  networks: string[];
  accounts: string[];
  /** Eight numbers a page: those of the days, then those that were deleted. */
  counts: Uint32Array;
}

const DAYS = 7;
const DAY_PLACES = [0, 1, 2, 3, 4, 5, 6] as const;
const COUNTS = DAYS + 1;

/** The pages of a week as they are stored; their order stays. */
export const packWeek = (pages: readonly Counted[]): PackedWeek => ({
  networks: pages.map(({ network }) => network),
  accounts: pages.map(({ account }) => account),
  counts: Uint32Array.from(pages.flatMap(({ done, deleted }) => [...done, deleted])),
});

/** The pages of a week as they were packed. */
/** @param monday first day of the week, `YYYY-MM-DD` */
export const unpackWeek = (
  { networks, accounts, counts }: PackedWeek,
  monday: string,
): (Counted & { monday: string })[] =>
  networks.map((network, place) => {
    const from = place * COUNTS;
    return {
      network,
      account: accounts[place] ?? '',
      monday,
      done: DAY_PLACES.map((day) => counts[from + day] ?? 0),
      deleted: counts[from + DAYS] ?? 0,
    };
  });

/** Id of the row that tells of every change. */
const TURN = 'turn';

/**
 * Id of a week.
 * @param from first moment whose publications count, ISO 8601 UTC, inclusive
 * @param to last one, exclusive
 * @param monday with the time zone
 */
export const weekId = (from: string, to: string, monday: string) => `${from} ${to} ${monday}`;

async function turnOf(registry: Registry): Promise<number> {
  return (await registry.pageWeeks.get(TURN))?.turn ?? 0;
}

/**
 * Weeks that were counted, in the order asked for, undefined for those that were not; with the number that
 * grows with each change of what was published.
 */
export async function storedWeeks(
  registry: Registry,
  ids: readonly string[],
): Promise<{ turn: number; weeks: (StoredWeek | undefined)[] }> {
  const [known, ...weeks] = await registry.pageWeeks.bulkGet([TURN, ...ids]);
  return { turn: known?.turn ?? 0, weeks };
}

/**
 * Publications at these moments were added or changed: their weeks are to be counted anew. Inside the
 * caller's transaction.
 * @param times ISO 8601 UTC; null for all
 */
export async function forgetWeeks(
  registry: Registry,
  times: readonly string[] | null,
): Promise<void> {
  const { pageWeeks } = registry;
  const turn = await turnOf(registry);
  const ids = (await pageWeeks.toCollection().primaryKeys()).filter((id) => {
    if (id === TURN) return false;
    const [from = '', to = ''] = id.split(' ');
    return !times || times.some((time) => time >= from && time < to);
  });
  await pageWeeks.bulkDelete(ids);
  await pageWeeks.put({ id: TURN, turn: turn + 1 });
}

/** Keeps weeks that were counted, unless something has changed since. @param turn before they were */
export async function keepWeeks(
  registry: Registry,
  weeks: readonly StoredWeek[],
  turn: number,
): Promise<void> {
  await registry.transaction('rw', registry.pageWeeks, async () => {
    if ((await turnOf(registry)) === turn) await registry.pageWeeks.bulkPut([...weeks]);
  });
}
