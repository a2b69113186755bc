import { accountAddress } from '../../networks/account-link';
import { type NetworkId, siteOf } from '../../networks/hosts';
import type { Account } from '../../registry/accounts';
import type { Body } from '../../registry/bodies';
import { type Change, fieldChanges, type RecordedTable } from '../../registry/changes';
import type { Check } from '../../registry/checks';
import type { Notice } from '../../registry/notices';
import type { Snapshot } from '../../registry/snapshots';
import { addDays, dayOf, startOfDay } from '../../regulation/zone';
import { BODIES, FIRST_NAMES, LAST_NAMES, OPERATORS, POSITIONS, VILLAGES } from './names';
import type { World } from './world';

/** Numbers of accounts in the networks begin here, where the networks have none. */
const OWNERS_FROM = 9_000_000_000;

const DAY_MS = 86_400_000;

const personName = ({ draw }: World) => `${draw.one(FIRST_NAMES)} ${draw.one(LAST_NAMES)}`;

/** The named bodies first, then villages until there are `count`. */
export function makeBodies(world: World, count: number): Body[] {
  const { draw, profile, since } = world;
  const kinds = profile.norm.kinds;
  const bodies: Body[] = [];
  for (let place = 0; place < count; place += 1) {
    const named = BODIES[place];
    const village = VILLAGES[place % VILLAGES.length] ?? '';
    const superior = named ? named.of : draw.whole(8, 11);
    bodies.push({
      id: draw.id(since),
      revision: 1,
      parent: superior === null ? null : (bodies[superior]?.id ?? null),
      name: named?.name ?? `Администрация посёлка ${village} № ${place}`,
      kind: (place === 0 ? kinds[0] : kinds.at(-1))?.id ?? 'body',
      site: named ? `https://${named.slug}.example/` : '',
      note: '',
    });
  }
  return bodies;
}

/** How an account looks in its network. */
function addressesOf(network: NetworkId, slug: string, number: number) {
  const account = siteOf(network).invented.account(`primer_${slug}`, OWNERS_FROM + number);
  return { ...account, address: accountAddress(network, account.key) };
}

/** Everybody is in the first network, fewer in each next one. */
function placesOf({ draw, profile }: World, bodies: number, count: number) {
  const places = profile.networks.ids.includes('vk')
    ? (['vk', ...profile.networks.ids.filter((id) => id !== 'vk')] as NetworkId[])
    : profile.networks.ids;
  const all = Array.from({ length: bodies }, (_, body) =>
    places.map((network, rank) => ({
      body,
      network,
      turn: rank + draw.next() * 2 - (rank === 0 ? 2 : 0),
    })),
  ).flat();
  return all
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .sort((a, b) => a.body - b.body);
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Министерство /, 'Мин '],
  [/^Администрация /, ''],
];

/** «Мин здравоохранения»: how a body calls itself in a network. */
function accountName(body: Body): string {
  const [, short] = SHORT.find(([long]) => long.test(body.name)) ?? [];
  if (short === undefined) return body.name;
  const rest = body.name.replace(/^\S+ /, '');
  return short === '' ? `${rest}: город и мы` : `${body.name.split(' ')[0]} ${rest}`;
}

/** Accounts of the bodies, each a little different; the last ones have events that call for notices. */
export function makeAccounts(world: World, bodies: readonly Body[], count: number): Account[] {
  const { draw, since, today } = world;
  return placesOf(world, bodies.length, count).map(({ body: place, network }, number): Account => {
    const body = bodies[place] as Body;
    const slug = BODIES[place]?.slug ?? `mesto${place}`;
    const responsible = Array.from(
      {
        length: draw.weighted([
          [1, 6],
          [2, 3],
        ]),
      },
      () => ({
        name: personName(world),
        position: draw.one(POSITIONS),
        contact: `+7 000 ${draw.whole(100, 999)}-${draw.whole(10, 99)}-${draw.whole(10, 99)}`,
      }),
    );
    return {
      id: draw.id(since + number),
      revision: 1,
      body: body.id,
      network,
      ...addressesOf(network, slug, number),
      name: accountName(body),
      status: 'active',
      created: addDays(today, -draw.whole(200, 2_200)),
      deleted: null,
      responsible,
      access: responsible.map(({ name }, index) => ({
        name,
        role: index === 0 ? 'администратор' : 'редактор',
      })),
      note: '',
      seen: new Date(world.now - draw.whole(1, 20) * DAY_MS).toISOString(),
      broken: null,
    };
  });
}

/**
 * Gives some accounts what a registry in use has: new ones, deleted ones, a dead link, nobody
 * responsible; and the notices that follow.
 */
export function makeEvents(world: World, accounts: Account[]): Notice[] {
  const { draw, today, profile, since, now } = world;
  const notices: Notice[] = [];
  const note = (
    account: Account,
    event: Notice['event'],
    day: string,
    sentAfter: number | null,
  ) => {
    const sentDay = sentAfter === null ? null : addDays(day, sentAfter);
    notices.push({
      id: draw.id(since + notices.length),
      revision: 1,
      account: account.id,
      event,
      day,
      sent:
        sentDay === null
          ? null
          : {
              day: sentDay,
              number: `01-${draw.whole(100, 900)}/24`,
              operator: OPERATORS[0] ?? '',
              time: new Date(startOfDay(sentDay, profile.timeZone) + DAY_MS / 2).toISOString(),
            },
      note: '',
    });
  };
  const at = (share: number) => accounts[Math.floor(accounts.length * share)] as Account;
  const { days } = profile.notices;
  const opened: readonly (readonly [share: number, ago: number, sentAfter: number | null])[] = [
    [0.3, days, null],
    [0.5, days + 4, null],
    [0.62, 3, null],
    [0.7, 30, 4],
    [0.86, 52, 9],
  ];
  for (const [share, ago, sentAfter] of opened) {
    const account = at(share);
    account.created = addDays(today, -ago);
    note(account, 'created', account.created, sentAfter);
  }
  const closed: readonly (readonly [share: number, ago: number, sentAfter: number | null])[] = [
    [0.4, 6, null],
    [0.78, 41, 8],
  ];
  for (const [share, ago, sentAfter] of closed) {
    const account = at(share);
    account.status = 'deleted';
    account.deleted = addDays(today, -ago);
    note(account, 'deleted', account.deleted, sentAfter);
  }
  at(0.55).status = 'paused';
  at(0.55).note = 'Ремонт в здании, вернутся через месяц.';
  at(0.46).broken = new Date(now - 2 * DAY_MS).toISOString();
  at(0.92).responsible = [];
  return notices;
}

/** The registry's history: how the rows came to be, and a few later changes. */
export function makeChanges(
  world: World,
  bodies: readonly Body[],
  accounts: readonly Account[],
): Change[] {
  const { draw, since, now } = world;
  const changes: Change[] = [];
  const note = (
    table: RecordedTable,
    row: { id: string },
    at: number,
    [before, after]: [object | null, object],
  ) =>
    changes.push({
      id: draw.id(at),
      time: new Date(at).toISOString(),
      operator: draw.early(OPERATORS),
      table,
      row: row.id,
      kind: before === null ? 'add' : 'change',
      fields: fieldChanges(before, after),
    });
  for (const [place, body] of bodies.entries())
    note('bodies', body, since + place * 60_000, [null, body]);
  for (const [place, account] of accounts.entries()) {
    const at = since + (bodies.length + place) * 90_000;
    const [person] = account.responsible;
    const before =
      person && draw.chance(0.25)
        ? { ...account, responsible: [{ ...person, name: personName(world) }] }
        : account;
    note('accounts', account, at, [null, before]);
    if (before !== account)
      note('accounts', account, at + Math.floor((now - at) * draw.next()), [before, account]);
  }
  return changes.sort((a, b) => a.time.localeCompare(b.time));
}

const EVIDENCE: Readonly<Record<Check['result'], readonly string[]>> = {
  yes: ['Всё на месте.', 'Смотрела настройки сообщества.', ''],
  no: ['Нет. Написала ответственному.', 'Так и не сделали, проверю через неделю.'],
  unknown: ['Нет доступа к настройкам, спросить администратора.'],
};

/** Answers to the checklists: mostly fresh, some too old, some never given. */
export function makeChecks(world: World, accounts: readonly Account[]): Check[] {
  const { draw, profile, now } = world;
  const checks: Check[] = [];
  const points = profile.checklists.flatMap(({ id: checklist, items }) =>
    items.map(({ id: item, everyDays }) => ({ checklist, item, everyDays })),
  );
  for (const account of accounts) {
    if (account.status === 'deleted') continue;
    for (const { checklist, item, everyDays } of points) {
      const fate = draw.weighted([
        ['fresh', 90],
        ['old', 7],
        ['never', 3],
      ]);
      if (fate === 'never') continue;
      const age = fate === 'old' ? everyDays + draw.whole(1, 20) : draw.next() * everyDays * 0.97;
      const last = now - age * DAY_MS;
      const times = draw.chance(0.4) ? [last - everyDays * DAY_MS * 0.9, last] : [last];
      for (const [look, time] of times.entries()) {
        const result = draw.weighted<Check['result']>([
          ['yes', 92],
          ['no', 5],
          ['unknown', 3],
        ]);
        checks.push({
          id: draw.id(time),
          revision: 1,
          account: account.id,
          checklist,
          item,
          time: new Date(time).toISOString(),
          operator: draw.early(OPERATORS),
          result: look === times.length - 1 ? result : 'yes',
          evidence: draw.one(EVIDENCE[look === times.length - 1 ? result : 'yes']),
          origin: 'operator',
        });
      }
    }
  }
  return checks;
}

/** The registry as it stood on the site on two earlier days. */
export function makeSnapshots(
  world: World,
  bodies: readonly Body[],
  accounts: readonly Account[],
): Snapshot[] {
  const { draw, now, profile } = world;
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const pathOf = (id: string | null): string[] => {
    const body = id === null ? undefined : byId.get(id);
    return body ? [...pathOf(body.parent), body.name] : [];
  };
  return [47, 18].map((ago): Snapshot => {
    const time = now - ago * DAY_MS;
    const day = dayOf(time, profile.timeZone);
    return {
      id: draw.id(time),
      revision: 1,
      time: new Date(time).toISOString(),
      operator: OPERATORS[0] ?? '',
      day,
      accounts: accounts
        .filter(({ created, deleted }) => (created ?? '') <= day && !(deleted && deleted <= day))
        .map(({ id, body, network, name, address, created }) => ({
          id,
          bodies: pathOf(body),
          network,
          name,
          address,
          created,
        })),
    };
  });
}
