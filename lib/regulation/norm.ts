import { bodyKind, type RegulationProfile } from './profile';
import { addDays, dayOf, mondayOf } from './zone';

/**
 * The weekly norm of publications: what was done, what is planned, what comes of it and who is behind.
 * Every screen, report and file takes these figures from here. Weeks are those of ISO 8601, days and
 * hours those of the region.
 */

/** Places of the days in a week, Monday first. */
const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** A week of ISO 8601: `week` 1 holds the year's first Thursday, and 53 stands in long years alone. */
export interface IsoWeek {
  year: number;
  week: number;
}

/** The ISO week of a calendar day, `YYYY-MM-DD`. */
export function isoWeek(day: string): IsoWeek {
  const thursday = addDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  const days = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return { year, week: 1 + Math.floor(days / 7) };
}

/** Mondays of the `count` weeks that end with the week of `day`, oldest first. */
export function weeksUpTo(day: string, count: number): string[] {
  const last = mondayOf(day);
  return Array.from({ length: count }, (_, place) => addDays(last, 7 * (place + 1 - count)));
}

/** What the norm must know of an account; rows of the registry have it. */
export interface NormAccount {
  id: string;
  body: string;
  network: string;
  /** As the network's pages number it; empty while nobody knows. */
  owner: string;
  status: 'active' | 'paused' | 'deleted';
  /** Days in the region, or null. */
  created: string | null;
  deleted: string | null;
}

/** What the norm must know of a publication. */
export interface Published {
  id: string;
  network: string;
  /** Owner in the network, see `NormAccount`. */
  account: string;
  /** Id in the network; the same id is the same post, however often it was recorded. May be empty. */
  postId: string;
  kind: 'post' | 'comment';
  /** When it was published, ISO 8601 UTC. */
  time: string;
  /** What people noted of it later; null for nothing. */
  mark: {
    /** Another moment under which the network shows it since it was moved, ISO 8601 UTC, or null. */
    moved: string | null;
    /** Day on which it was deleted in the network, or null. */
    deleted: string | null;
  } | null;
}

/** What the norm must know of an entry of the plan. */
export interface Planned {
  day: string;
  state: 'idea' | 'draft' | 'ready' | 'published' | 'dropped';
  accounts: readonly string[];
  published: readonly { account: string }[];
}

/** One week of one account, or of several taken together. */
export interface WeekFigures {
  /** Publications that are expected. */
  norm: number;
  /** Posts that stand in the network in this week: each once, by the moment it stands under now. */
  done: number;
  /** Posts of this week that were deleted later; they are not in `done`. */
  deleted: number;
  /** Entries of the plan still to come: today's and later ones that are not yet published. */
  planned: number;
  /** Entries whose day has passed without a publication. */
  missed: number;
  /** `done` and `planned` together: what the week comes to if the plan is kept. */
  forecast: number;
  /** What the forecast lacks to the norm; several accounts: the sum, since none makes up for another. */
  behind: number;
}

const NOTHING: Readonly<WeekFigures> = {
  norm: 0,
  done: 0,
  deleted: 0,
  planned: 0,
  missed: 0,
  forecast: 0,
  behind: 0,
};

/** Several figures as one. */
export function sumFigures(list: readonly WeekFigures[]): WeekFigures {
  const sum = { ...NOTHING };
  // Field by field: by their names it takes several times as long, for tens of thousands of figures.
  for (const figures of list) {
    sum.norm += figures.norm;
    sum.done += figures.done;
    sum.deleted += figures.deleted;
    sum.planned += figures.planned;
    sum.missed += figures.missed;
    sum.forecast += figures.forecast;
    sum.behind += figures.behind;
  }
  return sum;
}

/** The moment under which the network shows a publication now, ISO 8601 UTC. */
export function standsAt({ time, mark }: Published): string {
  return mark?.moved ?? time;
}

/**
 * Posts without comments, each once: what was recorded twice (by two people, or again from the wall)
 * is the first record, with the marks of all of them.
 */
export function distinctPosts<Row extends Published>(publications: readonly Row[]): Row[] {
  const posts = new Map<string, Row>();
  for (const row of publications) {
    if (row.kind !== 'post') continue;
    const key = row.postId === '' ? row.id : `${row.network} ${row.postId}`;
    const known = posts.get(key);
    if (!known) posts.set(key, row);
    else {
      const [first, other] = row.time < known.time ? [row, known] : [known, row];
      posts.set(key, { ...first, mark: bothMarks(first.mark, other.mark) });
    }
  }
  return [...posts.values()];
}

function bothMarks<Mark extends NonNullable<Published['mark']>>(
  first: Mark | null,
  other: Mark | null,
): Mark | null {
  if (!first || !other) return first ?? other;
  return {
    ...first,
    moved: first.moved ?? other.moved,
    deleted: first.deleted ?? other.deleted,
  };
}

/** Tells which account of the registry a page of a network is; undefined for one that is not in it. */
export function accountFinder(
  accounts: readonly NormAccount[],
): (network: string, owner: string) => string | undefined {
  const byOwner = new Map<string, NormAccount>();
  for (const account of accounts) {
    if (account.owner === '') continue;
    const key = `${account.network} ${account.owner.toLowerCase()}`;
    const known = byOwner.get(key);
    // Where a page stands twice in the registry, the account that is kept speaks for it.
    if (!known || (known.status === 'deleted' && account.status !== 'deleted'))
      byOwner.set(key, account);
  }
  // The same pages are asked for week after week.
  const told = new Map<string, Map<string, string | undefined>>();
  return (network, owner) => {
    const pages = told.get(network) ?? new Map<string, string | undefined>();
    told.set(network, pages);
    if (!pages.has(owner)) pages.set(owner, byOwner.get(`${network} ${owner.toLowerCase()}`)?.id);
    return pages.get(owner);
  };
}

/**
 * How many publications the week that begins on `monday` expects of an account: the figure of its
 * kind of body, by the days on which the account was there, rounded down. Nothing while it is paused.
 */
export function expectedOf(account: NormAccount, weeklyNorm: number, monday: string): number {
  if (account.status === 'paused') return 0;
  // An account that is deleted without a day has not been there at all, as far as anybody knows.
  if (account.status === 'deleted' && account.deleted === null) return 0;
  // Nearly every account was there before the week and is there after it.
  if ((account.created ?? '') <= monday && account.deleted === null) return weeklyNorm;
  const days = WEEK.map((place) => addDays(monday, place)).filter(
    (day) =>
      (account.created === null || day >= account.created) &&
      (account.deleted === null || day <= account.deleted),
  );
  return Math.floor((weeklyNorm * days.length) / 7);
}

/** What one page of a network published in one week: all that the norm must know of it. */
export interface PageWeek {
  network: string;
  /** Owner in the network, see `NormAccount`. */
  account: string;
  /** First day of the week, `YYYY-MM-DD`. */
  monday: string;
  /** Posts that stand, by the day of the week they stand under, Monday first. */
  done: number[];
  /** Posts that were deleted later. */
  deleted: number;
}

/**
 * Posts by page and week, of the weeks that begin on `mondays`; pages without a post are left out.
 * @param publications at least those that stand in these weeks
 */
export function pageWeeks(
  publications: readonly Published[],
  mondays: readonly string[],
  timeZone: string,
): PageWeek[] {
  const places = new Map(
    mondays.flatMap((monday) =>
      WEEK.map((weekday) => [addDays(monday, weekday), { monday, weekday }] as const),
    ),
  );
  const pages = new Map<string, PageWeek>();
  for (const post of distinctPosts(publications)) {
    const place = places.get(dayOf(Date.parse(standsAt(post)), timeZone));
    if (!place) continue;
    const { network, account } = post;
    const { monday, weekday } = place;
    const key = `${monday} ${network} ${account}`;
    let page = pages.get(key);
    if (!page) {
      page = { network, account, monday, done: WEEK.map(() => 0), deleted: 0 };
      pages.set(key, page);
    }
    if (post.mark?.deleted) page.deleted += 1;
    else page.done[weekday] = (page.done[weekday] ?? 0) + 1;
  }
  return [...pages.values()];
}

/** How many posts of these pages stand on each day (`YYYY-MM-DD`); days without one are left out. */
export function pagesByDay(pages: readonly PageWeek[]): Map<string, number> {
  const weeks = new Map<string, number[]>();
  for (const { monday, done } of pages) {
    const sums = weeks.get(monday) ?? WEEK.map(() => 0);
    weeks.set(monday, sums);
    for (const weekday of WEEK) sums[weekday] = (sums[weekday] ?? 0) + (done[weekday] ?? 0);
  }
  return new Map(
    [...weeks].flatMap(([monday, sums]) =>
      sums.flatMap((count, weekday) =>
        count > 0 ? [[addDays(monday, weekday), count] as const] : [],
      ),
    ),
  );
}

export interface NormInput {
  profile: Pick<RegulationProfile, 'norm'>;
  /** The day that it is in the region, `YYYY-MM-DD`. */
  today: string;
  bodies: readonly { id: string; kind: string }[];
  accounts: readonly NormAccount[];
  /** At least those of the weeks asked for. */
  pages: readonly PageWeek[];
  /** At least those of the weeks asked for. */
  entries: readonly Planned[];
}

/** Figures in the order of the weeks asked for. */
export interface NormTable {
  /** By account; every account of the registry is there. */
  accounts: ReadonlyMap<string, readonly WeekFigures[]>;
  /** By body, of its own accounts, without those of the bodies below it; every body is there. */
  bodies: ReadonlyMap<string, readonly WeekFigures[]>;
  /** All accounts together. */
  total: readonly WeekFigures[];
}

/**
 * The figures of every account and body for the weeks that begin on `mondays` (each `YYYY-MM-DD`).
 * Publications of pages that are not in the registry are nobody's and count nowhere.
 */
export function normTable(input: NormInput, mondays: readonly string[]): NormTable {
  const { profile, today } = input;
  const kinds = new Map(input.bodies.map(({ id, kind }) => [id, kind]));
  const weekAt = new Map(mondays.map((monday, place) => [monday, place]));
  const accounts = new Map(
    input.accounts.map((account) => {
      const { weeklyNorm } = bodyKind(profile, kinds.get(account.body) ?? '');
      const weeks = mondays.map(
        (monday): WeekFigures => ({ ...NOTHING, norm: expectedOf(account, weeklyNorm, monday) }),
      );
      return [account.id, weeks];
    }),
  );
  const accountOf = accountFinder(input.accounts);
  for (const page of input.pages) {
    const account = accountOf(page.network, page.account);
    const place = weekAt.get(page.monday) ?? -1;
    const figures = account === undefined ? undefined : accounts.get(account)?.[place];
    if (!figures) continue;
    figures.done += page.done.reduce((sum, count) => sum + count, 0);
    figures.deleted += page.deleted;
  }
  for (const { day, state, accounts: planned, published } of input.entries) {
    if (state === 'dropped') continue;
    const done = new Set(published.map(({ account }) => account));
    // «Published» without a link is what people say themselves: it is no longer to come.
    for (const account of state === 'published' ? [] : new Set(planned)) {
      const place = weekAt.get(mondayOf(day)) ?? -1;
      const figures = done.has(account) ? undefined : accounts.get(account)?.[place];
      if (figures) figures[day < today ? 'missed' : 'planned'] += 1;
    }
  }
  for (const weeks of accounts.values())
    for (const figures of weeks) {
      figures.forecast = figures.done + figures.planned;
      figures.behind = Math.max(0, figures.norm - figures.forecast);
    }

  const byWeek = (rows: readonly (readonly WeekFigures[])[]) =>
    mondays.map((_, place) => sumFigures(rows.flatMap((weeks) => weeks[place] ?? [])));
  const rowsOf = new Map<string, (readonly WeekFigures[])[]>();
  for (const { id, body } of input.accounts) {
    const list = rowsOf.get(body) ?? [];
    list.push(accounts.get(id) ?? []);
    rowsOf.set(body, list);
  }
  const bodies = new Map(input.bodies.map(({ id }) => [id, byWeek(rowsOf.get(id) ?? [])]));
  return { accounts, bodies, total: byWeek([...accounts.values()]) };
}
