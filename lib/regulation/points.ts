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
export interface Point<L extends Look> {
  /** `<account>.<checklist>.<item>`. */
  id: string;
  account: string;
  checklist: RegulationProfile['checklists'][number];
  item: RegulationProfile['checklists'][number]['items'][number];
  state: PointState;
  /** The day by which somebody must look again; null when nobody has yet. */
  due: string | null;
  /** Those that are known, newest first. */
  looks: readonly L[];
}

const pointId = ({ account, checklist, item }: Look) => `${account}.${checklist}.${item}`;

/** ISO 8601 of one form sorts by its code units; asking the language's rules of it costs ten times that. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: Look, b: Look) => inOrder(b.time, a.time);

/**
 * Every point of every checklist for every account, those that wait for a person first.
 * What a page shows proves that a thing is missing, but not that it is right: only a person's yes
 * counts, and what they could not tell counts for nothing.
 * @param accounts ids; the order is kept among equals
 * @param looks at least the newest of each origin and result at each point
 * @param today `YYYY-MM-DD` in the region
 */
export function pointsOf<L extends Look>(
  { checklists, timeZone }: Pick<RegulationProfile, 'checklists' | 'timeZone'>,
  accounts: readonly string[],
  looks: readonly L[],
  today: string,
): Point<L>[] {
  const byPoint = new Map<string, L[]>();
  for (const look of looks) {
    const id = pointId(look);
    const known = byPoint.get(id);
    if (known) known.push(look);
    else byPoint.set(id, [look]);
  }
  const points = accounts.flatMap((account) =>
    checklists.flatMap((checklist) =>
      checklist.items.map((item): Point<L> => {
        const id = `${account}.${checklist.id}.${item.id}`;
        const theirs = (byPoint.get(id) ?? []).sort(newestFirst);
        const answer = theirs.find(
          ({ origin, result }) => result === 'no' || (origin === 'operator' && result === 'yes'),
        );
        const due =
          answer?.result === 'yes'
            ? addDays(dayOf(Date.parse(answer.time), timeZone), item.everyDays)
            : null;
        return {
          id,
          account,
          checklist,
          item,
          state: stateOf(answer, due, today),
          due,
          looks: theirs,
        };
      }),
    ),
  );
  const rank = ({ state }: Point<L>) => POINT_STATES.indexOf(state);
  return points.sort((a, b) => rank(a) - rank(b) || inOrder(a.due ?? '', b.due ?? ''));
}

function stateOf(answer: Look | undefined, due: string | null, today: string): PointState {
  if (answer?.result === 'no') return 'bad';
  if (due === null) return 'never';
  if (due < today) return 'overdue';
  return due <= addDays(today, SOON_DAYS) ? 'soon' : 'good';
}
