import { type NetworkId, siteOf } from '../../networks/hosts';
import type { Account } from '../../registry/accounts';
import type { Action, ActionKind } from '../../registry/schema';
import { type Ground, groundOf } from '../../regulation/profile';
import { addDays, startOfDay } from '../../regulation/zone';
import { FIRST_NAMES, LAST_NAMES, OPERATORS } from './names';
import { filled, postAt } from './publications';
import { COMPLAINTS, REMARKS } from './speech';
import type { World } from './world';

const HOUR_MS = 3_600_000;
/** Numbers of people in the networks begin here, where the networks have none. */
const PEOPLE_FROM = 9_000_000_000;

interface Person {
  name: string;
  number: number;
}

const addressOf = (network: NetworkId, number: number) =>
  siteOf(network).invented.person(PEOPLE_FROM + number);

/** What is done to a comment; `keep` is drawn with a complaint, the rest with a violation. */
const KINDS: readonly (readonly [ActionKind, number])[] = [
  ['delete', 60],
  ['keep', 16],
  ['hide', 9],
  ['report', 5],
  ['mark', 4],
  ['ban', 3],
  ['note', 2],
  ['unban', 1],
];
/** Of a hundred records, so many are withdrawn or given another ground soon after, or the comment restored. */
const SECOND_THOUGHTS: readonly (readonly [ActionKind | null, number])[] = [
  [null, 94],
  ['undo', 2],
  ['amend', 2],
  ['restore', 2],
];

/** How busy each day is: weekdays, and waves now and then. */
function dayShares({ draw }: World, days: number): number[] {
  let wave = 1;
  const loads = Array.from({ length: days }, () => {
    wave = draw.chance(0.06) ? 2.6 : 1 + (wave - 1) * 0.6;
    return wave * (0.6 + draw.next() * 0.8);
  });
  const sum = loads.reduce((total, load) => total + load, 0);
  return loads.map((load) => load / sum);
}

/**
 * What the operators did with comments, in order of time, a day at a time. A few people come back
 * again and again.
 */
export function* makeActions(
  world: World,
  accounts: readonly Account[],
  { actions, actionDays, authors }: { actions: number; actionDays: number; authors: number },
): Generator<Action[]> {
  const { draw, profile, now, today } = world;
  const people = Array.from(
    { length: authors },
    (_, number): Person => ({
      name: `${draw.one(FIRST_NAMES)} ${draw.one(LAST_NAMES)}`,
      number: number + 1,
    }),
  );
  const shares = dayShares(world, actionDays);
  let owed = 0;
  let comment = 0;
  for (const [place, share] of shares.entries()) {
    owed += actions * share;
    const count = Math.round(owed);
    owed -= count;
    const midnight = startOfDay(addDays(today, place + 1 - actionDays), profile.timeZone);
    const end = Math.min(now, midnight + 23 * HOUR_MS);
    const begin = Math.min(end, midnight + 8 * HOUR_MS);
    // The square root puts more of them into the evening.
    const times = Array.from(
      { length: count },
      () => begin + Math.floor(Math.sqrt(draw.next()) * (end - begin)),
    ).sort((a, b) => a - b);
    const rows: Action[] = [];
    for (const at of times) {
      comment += 1;
      const account = draw.early(accounts);
      const action = actionAt(world, at, { account, comment, person: draw.early(people) });
      rows.push(action);
      const second = draw.weighted(SECOND_THOUGHTS);
      if (second !== null && action.kind !== 'note')
        rows.push(secondThought(world, action, second, Math.min(end, at + 40_000)));
    }
    yield rows.sort((a, b) => a.time.localeCompare(b.time));
  }
}

function actionAt(
  world: World,
  at: number,
  { account, comment, person }: { account: Account; comment: number; person: Person },
): Action {
  const { draw, profile } = world;
  const kind = draw.weighted(KINDS);
  const isViolation = kind !== 'keep' && kind !== 'note' && kind !== 'unban';
  const remark = draw.early(REMARKS);
  const { postId, permalink } = postAt(account, 1_000 + draw.whole(0, 500));
  const written = filled(world, isViolation ? remark.text : draw.one(COMPLAINTS));
  const start = written.indexOf('[');
  const end = written.indexOf(']') - 1;
  const ground: Ground | undefined = isViolation
    ? (groundOf(profile, remark.criterion) ?? profile.grounds[0])
    : undefined;
  return {
    id: draw.id(at),
    time: new Date(at).toISOString(),
    operator: draw.early(OPERATORS),
    network: account.network,
    account: account.owner,
    thread: postId,
    commentId: `${postId}_${comment}`,
    permalink: `${permalink}?reply=${comment}`,
    author: person.name,
    authorUrl: addressOf(account.network, person.number),
    commentTime: '',
    text: kind === 'note' ? '' : written.replaceAll(/[[\]]/g, ''),
    kind,
    criterion: isViolation ? remark.criterion : null,
    ground: ground?.id ?? null,
    clause: ground?.clause ?? null,
    findings:
      isViolation && start >= 0
        ? [
            {
              criterion: remark.criterion,
              strength: draw.chance(0.8) ? 'certain' : 'probable',
              rule: `${remark.criterion}/example`,
              start,
              end,
              why: remark.why,
            },
          ]
        : [],
    note: kind === 'note' ? 'Пишет под каждым постом, но по делу. Ответить лично.' : '',
    refers: null,
    origin: draw.chance(0.8) ? 'native' : 'vakhta',
  };
}

/** What the operator did a little later about the same comment. */
function secondThought(
  { draw, profile }: World,
  about: Action,
  kind: ActionKind,
  at: number,
): Action {
  const other = draw.one(profile.grounds);
  return {
    ...about,
    id: draw.id(at),
    time: new Date(at).toISOString(),
    kind,
    ...(kind === 'amend' && {
      criterion: other.criterion,
      ground: other.id,
      clause: other.clause,
    }),
    ...(kind === 'restore' ? {} : { text: '', findings: [], refers: about.id }),
    origin: 'vakhta',
  };
}
