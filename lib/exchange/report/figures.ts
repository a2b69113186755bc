import type { Account } from '../../registry/accounts';
import { type Body, type BodyNode, bodyTree } from '../../registry/bodies';
import type { LogRow, Registry } from '../../registry/database';
import { groupBy } from '../../registry/group-by';
import { listNotices } from '../../registry/notices';
import { type Publication, publishedBetween } from '../../registry/publications';
import { rowsBetween } from '../../registry/queries';
import { formatMix, postsByDay, standingPosts } from '../../regulation/mix';
import { accountFinder, sumFigures, type WeekFigures } from '../../regulation/norm';
import { lastDayOf } from '../../regulation/notice';
import type { RegulationProfile } from '../../regulation/profile';
import { addDays, dayOf, startOfDay } from '../../regulation/zone';
import { type ModerationFigures, moderationFigures } from './moderation';
import { accountNorms, readNorm } from './norm';

export interface ReportOrder {
  profile: RegulationProfile;
  /** The day that it is in the region, `YYYY-MM-DD`. */
  today: string;
  /** Mondays of consecutive weeks, oldest first, at least one. */
  mondays: readonly string[];
}

/** One day of the report. */
export interface DayFigures {
  /** `YYYY-MM-DD` in the region. */
  day: string;
  posts: number;
  handled: number;
}

/** One body's line of the report. */
export interface BodyFigures {
  /** Null for pages that are not in the registry. */
  body: Body | null;
  /** 0 at the top of the tree. */
  depth: number;
  accounts: number;
  norm: WeekFigures;
  moderation: ModerationFigures;
}

/** One account's line of the report. */
export interface AccountFigures {
  /** Null for all pages that are not in the registry. */
  account: Account | null;
  /** Name of its body. */
  body: string;
  norm: WeekFigures;
  moderation: ModerationFigures;
}

/** All that the report of some weeks says. Days and weeks are those of the region. */
export interface Report {
  /** First and last day, both included, `YYYY-MM-DD`. */
  from: string;
  to: string;
  norm: WeekFigures;
  /** Accounts of which publications are expected, and those of them that are behind. */
  accounts: { expected: number; behind: number };
  /** Mean score of the draft check, rounded; null where nothing was checked. */
  score: number | null;
  formats: readonly { format: string | null; count: number }[];
  moderation: ModerationFigures;
  /** Every day of the weeks, also those still to come. */
  days: readonly DayFigures[];
  /** Duties to report an account: letters of these weeks, and what waits now. */
  notices: { sent: number; waiting: number; overdue: number };
  /** In the order of the tree; last the pages that are not in the registry, where there are any. */
  bodies: readonly BodyFigures[];
  /** By body in the order of the tree, then by name; last the pages that are not in the registry. */
  byAccount: readonly AccountFigures[];
}

function inOrder(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap((node) => [node, ...inOrder(node.children)]);
}

/** Reads the registry and takes the figures. Rejects with the database's error. */
export async function takeReport(
  registry: Registry,
  { profile, today, mondays }: ReportOrder,
): Promise<Report> {
  const { timeZone } = profile;
  const from = mondays[0] ?? today;
  const to = addDays(mondays.at(-1) ?? today, 6);
  const instant = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
  const [norm, publications, rows, notices] = await Promise.all([
    readNorm(registry, profile, mondays, today),
    publishedBetween(registry, instant(from), instant(addDays(to, 1))),
    rowsBetween(registry, instant(from), instant(addDays(to, 1))),
    listNotices(registry),
  ]);
  const { bodies, accounts, table } = norm;
  const expected = accountNorms(norm);

  const accountOf = accountFinder(accounts);
  const bodyOfAccount = new Map(accounts.map(({ id, body }) => [id, body]));
  const rowsOfAccount = groupBy(
    rows,
    ({ network, account }) => accountOf(network, account) ?? null,
  );
  const bodyOf = (network: string, owner: string) =>
    bodyOfAccount.get(accountOf(network, owner) ?? '') ?? null;
  const rowsOfBody = groupBy(rows, ({ network, account }) => bodyOf(network, account));
  const posts = standingPosts(publications);
  const strangers = posts.filter(({ network, account }) => bodyOf(network, account) === null);
  const lines = inOrder(bodyTree(bodies)).map(
    ({ body, depth }): BodyFigures => ({
      body,
      depth,
      accounts: accounts.filter((one) => one.body === body.id && one.status !== 'deleted').length,
      norm: sumFigures(table.bodies.get(body.id) ?? []),
      moderation: moderationFigures(rowsOfBody.get(body.id) ?? []),
    }),
  );
  const byAccount = lines.flatMap(({ body }) =>
    accounts
      .filter((one) => one.body === body?.id)
      .map(
        (account): AccountFigures => ({
          account,
          body: body?.name ?? '',
          norm: sumFigures(table.accounts.get(account.id) ?? []),
          moderation: moderationFigures(rowsOfAccount.get(account.id) ?? []),
        }),
      )
      // One that is gone stands here for what it still did in these weeks.
      .filter(
        ({ account, norm: { norm, done }, moderation: { handled } }) =>
          account?.status !== 'deleted' || norm + done + handled > 0,
      ),
  );
  const foreign = {
    norm: { ...sumFigures([]), done: strangers.length, forecast: strangers.length },
    moderation: moderationFigures(rowsOfBody.get(null) ?? []),
  };
  if (strangers.length > 0 || foreign.moderation.handled > 0) {
    lines.push({ body: null, depth: 0, accounts: 0, ...foreign });
    byAccount.push({ account: null, body: '', ...foreign });
  }

  return {
    from,
    to,
    norm: sumFigures(table.total),
    accounts: {
      expected: expected.length,
      behind: expected.filter(({ figures }) => figures.behind > 0).length,
    },
    score: meanScore(posts),
    formats: formatMix(
      posts,
      profile.formats.list.map(({ id }) => id),
    ),
    moderation: moderationFigures(rows),
    days: daysOf(from, to, posts, rows, timeZone),
    notices: {
      sent: notices.filter(({ sent }) => sent && sent.day >= from && sent.day <= to).length,
      waiting: notices.filter(({ sent }) => sent === null).length,
      overdue: notices.filter(
        ({ sent, day }) => sent === null && lastDayOf(day, profile.notices.days) < today,
      ).length,
    },
    bodies: lines,
    byAccount,
  };
}

function meanScore(posts: readonly Publication[]): number | null {
  const scores = posts.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return null;
  return Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

function daysOf(
  from: string,
  to: string,
  posts: readonly Publication[],
  rows: readonly LogRow[],
  timeZone: string,
): Report['days'] {
  const published = postsByDay(posts, timeZone);
  const rowsOfDay = groupBy(rows, ({ time }) => dayOf(Date.parse(time), timeZone));
  const days: DayFigures[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push({
      day,
      posts: published.get(day) ?? 0,
      handled: moderationFigures(rowsOfDay.get(day) ?? []).handled,
    });
  return days;
}
