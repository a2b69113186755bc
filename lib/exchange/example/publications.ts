import { siteOf } from '../../networks/hosts';
import type { Account } from '../../registry/accounts';
import type { PlanEntry } from '../../registry/plan';
import type { PublicationMark } from '../../registry/publication-marks';
import type { PublicationRecord } from '../../registry/schema';
import type { Template } from '../../registry/templates';
import { addDays, dayOf, mondayOf, startOfDay } from '../../regulation/zone';
import { FIRST_NAMES, LAST_NAMES, OPERATORS, STREETS } from './names';
import { POSTS, RUBRICS } from './speech';
import type { World } from './world';

const HOUR_MS = 3_600_000;
const DAYS_OF_WEEK = 7;
/** Busier in the middle of the week. */
const DAY_WEIGHTS = [5, 6, 6, 6, 5, 2, 1].map((weight, day) => [day, weight] as const);

/** Fills the places of a text: a street, a house, a telephone that does not exist. */
export function filled({ draw }: World, text: string): string {
  return text
    .replaceAll('{street}', draw.one(STREETS))
    .replaceAll('{number}', String(draw.whole(1, 90)))
    .replaceAll('{phone}', `8 000 ${draw.whole(100, 999)}-${draw.whole(10, 99)}-11`);
}

/** A number for each page, since two networks number the posts of all pages in one row. */
function numberOf(key: string): number {
  let hash = 0;
  for (const letter of key) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash;
}

/** A post of an account as the network numbers it. @param place among the account's own posts */
export const postAt = ({ network, owner, key }: Account, place: number) =>
  siteOf(network).invented.post({ owner, key }, place, numberOf(key));

/**
 * Publications of all accounts, account by account, oldest first. Zeal differs: most are near the norm,
 * some above, some well behind.
 * @param pace publications a week of an account of middling zeal
 */
export function* makePublications(
  world: World,
  accounts: readonly Account[],
  { weeks, pace }: { weeks: number; pace: number },
): Generator<PublicationRecord[]> {
  const { draw, profile, now, today } = world;
  const first = addDays(mondayOf(today), -DAYS_OF_WEEK * (weeks - 1));
  for (const account of accounts) {
    const zeal = draw.weighted([
      [1.15, 5],
      [1, 4],
      [0.75, 2],
      [0.4, 1],
    ]);
    const style = draw.whole(68, 92);
    const operator = draw.early(OPERATORS);
    const rows: PublicationRecord[] = [];
    for (let week = 0; week < weeks; week += 1) {
      const monday = addDays(first, week * DAYS_OF_WEEK);
      const count = Math.max(0, Math.round(pace * zeal + (draw.next() - 0.5) * 4));
      for (let number = 0; number < count; number += 1) {
        const day = addDays(monday, draw.weighted(DAY_WEIGHTS));
        const at = startOfDay(day, profile.timeZone) + (8 + draw.next() * 12) * HOUR_MS;
        if (at > now || day < (account.created ?? '') || day > (account.deleted ?? day)) continue;
        const post = draw.one(POSTS);
        const remarks = draw.weighted([
          [0, 5],
          [1, 3],
          [2, 2],
          [4, 1],
        ]);
        rows.push({
          id: draw.id(at),
          time: new Date(at).toISOString(),
          operator,
          network: account.network,
          account: account.owner,
          ...postAt(account, 1_000 + week * 40 + number),
          kind: 'post',
          text: filled(world, post.text),
          score: Math.min(100, Math.max(30, style + Math.round(week / 3) - remarks * 5)),
          remarks,
        });
      }
    }
    yield rows.sort((a, b) => a.time.localeCompare(b.time));
  }
}

/** What people noted of the publications: the format of nearly all, and of a few that they are gone. */
export function makeMarks(
  { draw, profile }: World,
  publications: readonly PublicationRecord[],
): PublicationMark[] {
  const formats = profile.formats.list.map(({ id }) => id);
  return publications.flatMap(({ id, time }) => {
    if (draw.chance(0.06)) return [];
    const deleted = draw.chance(0.01) ? dayOf(Date.parse(time), profile.timeZone) : null;
    return [{ id, revision: 1, format: draw.early(formats), moved: null, deleted }];
  });
}

/** The plan two weeks back and three ahead, one day of the coming ones still empty. */
export function makePlan(
  world: World,
  accounts: readonly Account[],
  publications: readonly PublicationRecord[],
): PlanEntry[] {
  const { draw, profile, today, since } = world;
  const kept = accounts.filter(({ status }) => status === 'active');
  const emptyDay = addDays(today, 4);
  const placeOf = (network: string, owner: string, day: string) => `${network} ${owner} ${day}`;
  const posted = new Map<string, string[]>();
  for (const { id, network, account, time } of publications) {
    const place = placeOf(network, account, dayOf(Date.parse(time), profile.timeZone));
    posted.set(place, [...(posted.get(place) ?? []), id]);
  }
  const plan: PlanEntry[] = [];
  for (let ahead = -14; ahead <= 21; ahead += 1) {
    const day = addDays(today, ahead);
    if (day === emptyDay) continue;
    const weekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
    const count = weekend ? draw.whole(1, 3) : draw.whole(4, 7);
    for (let number = 0; number < count; number += 1) {
      const post = draw.one(POSTS);
      const chosen = [...new Set(Array.from({ length: draw.whole(2, 12) }, () => draw.one(kept)))];
      const published = chosen.flatMap(({ id: account, network, owner }) => {
        const publication = posted.get(placeOf(network, owner, day))?.pop();
        return publication === undefined ? [] : [{ account, publication }];
      });
      const done = published.length > 0 && published.length * 2 >= chosen.length;
      plan.push({
        id: draw.id(since + plan.length),
        revision: 1,
        day,
        time: draw.chance(0.7)
          ? `${draw.whole(9, 19)}`.padStart(2, '0').concat(draw.one([':00', ':30']))
          : null,
        title: post.title,
        occasion: draw.chance(0.15) ? draw.one(['День города', 'День матери', 'Новый год']) : '',
        accounts: chosen.map(({ id }) => id),
        format: draw.early(profile.formats.list).id,
        rubric: post.rubric,
        responsible: `${draw.one(FIRST_NAMES)} ${draw.one(LAST_NAMES)}`,
        state: stateOf(world, ahead, done),
        text: ahead < 5 || draw.chance(0.3) ? filled(world, post.text) : '',
        note: '',
        published,
        template: null,
      });
    }
  }
  return plan;
}

/** @param ahead days from today */
function stateOf({ draw }: World, ahead: number, done: boolean): PlanEntry['state'] {
  if (done) return 'published';
  if (ahead < 0)
    return draw.weighted([
      ['dropped', 1],
      ['ready', 2],
    ]);
  if (ahead < 4)
    return draw.weighted([
      ['ready', 3],
      ['draft', 2],
    ]);
  if (ahead < 10)
    return draw.weighted([
      ['ready', 1],
      ['draft', 4],
      ['idea', 2],
    ]);
  return draw.weighted([
    ['draft', 1],
    ['idea', 3],
  ]);
}

/** Rubrics that return each week. */
export function makeTemplates(world: World, accounts: readonly Account[]): Template[] {
  const { draw, profile, since } = world;
  return RUBRICS.slice(0, 4).map((rubric, place): Template => {
    const post = POSTS.find((one) => one.rubric === rubric);
    return {
      id: draw.id(since + place),
      revision: 1,
      name: rubric,
      occasion: '',
      accounts: accounts.slice(place, place + 3).map(({ id }) => id),
      format: profile.formats.list[place]?.id ?? null,
      rubric,
      responsible: OPERATORS[place % OPERATORS.length] ?? '',
      text: filled(world, post?.text ?? ''),
      weekdays: [place + 1],
      time: '12:00',
    };
  });
}
