import type { RegulationProfile } from './profile';
import { addDays, dayOf } from './zone';

/** A look at one point of a checklist, as far as its term goes. */
export interface Look {
  account: string;
  checklist: string;
  item: string;
  /** ISO 8601 UTC. */
  time: string;
  result: 'yes' | 'no' | 'unknown';
  origin: 'operator' | 'page';
}

/**
 * `bad`: the last one who looked, person or page, said no. `never`: no person has given an answer.
 * `overdue`: the answer is too old. `soon`: it will be within a week.
 */
export const POINT_STATES = ['bad', 'overdue', 'never', 'soon', 'good'] as const;
export type PointState = (typeof POINT_STATES)[number];

/** States in which somebody must look. */
export const WAITING: ReadonlySet<PointState> = new Set(['bad', 'overdue', 'never']);

const SOON_DAYS = 7;

/** One point of one checklist for one account. */
export interface Point<A extends { id: string }, L extends Look> {
  /** `<account>.<checklist>.<item>`. */
  id: string;
  account: A;
  checklist: RegulationProfile['checklists'][number];
  item: RegulationProfile['checklists'][number]['items'][number];
  state: PointState;
  /** The day by which somebody must look again; null when nobody has yet. */
  due: string | null;
  /** Those that are known, newest first. */
  looks: readonly L[];
}

/** ISO 8601 of one form sorts by its code units; asking the language's rules of it costs ten times that. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: Look, b: Look) => inOrder(b.time, a.time);

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/**
 * Every point of every checklist for every account, those that wait for a person first.
 * What a page shows proves that a thing is missing, but not that it is right: only a person's yes
 * counts, and what they could not tell counts for nothing.
 * @param accounts the order is kept among equals
 * @param looks at least the newest of each origin and result at each point
 * @param today `YYYY-MM-DD` in the region
 */
export function pointsOf<A extends { id: string }, L extends Look>(
  { checklists, timeZone }: Pick<RegulationProfile, 'checklists' | 'timeZone'>,
  accounts: readonly A[],
  looks: readonly L[],
  today: string,
): Point<A, L>[] {
  const byAccount = grouped(looks, ({ account }) => account);
  const items = checklists.flatMap((checklist) =>
    checklist.items.map((item) => ({ checklist, item })),
  );
  const soon = addDays(today, SOON_DAYS);
  const points = accounts.flatMap((account) => {
    const all = byAccount.get(account.id) ?? [];
    return items.map(({ checklist, item }): Point<A, L> => {
      const theirs = all
        .filter((look) => look.item === item.id && look.checklist === checklist.id)
        .sort(newestFirst);
      const answer = theirs.find(
        ({ origin, result }) => result === 'no' || (origin === 'operator' && result === 'yes'),
      );
      const due =
        answer?.result === 'yes'
          ? addDays(dayOf(Date.parse(answer.time), timeZone), item.everyDays)
          : null;
      const state = stateOf(answer, due, today, soon);
      const id = `${account.id}.${checklist.id}.${item.id}`;
      return { id, account, checklist, item, state, due, looks: theirs };
    });
  });
  // Thousands of points fall due on some hundred days: to order these takes a tenth of the time.
  const byState = grouped(points, ({ state }) => state);
  return POINT_STATES.flatMap((state) => {
    const byDay = grouped(byState.get(state) ?? [], ({ due }) => due ?? '');
    return [...byDay].sort(([a], [b]) => inOrder(a, b)).flatMap(([, those]) => those);
  });
}

/** @param soon the last day of which one is told beforehand */
function stateOf(
  answer: Look | undefined,
  due: string | null,
  today: string,
  soon: string,
): PointState {
  if (answer?.result === 'no') return 'bad';
  if (due === null) return 'never';
  if (due < today) return 'overdue';
  return due <= soon ? 'soon' : 'good';
}
