import { type Check, checksOf } from './checks';
import type { Registry } from './database';
import { groupBy } from './group-by';

/** A look at a point of a checklist, as far as lists of all points go. */
export type LastLook = Pick<Check, TextField | 'time' | 'result' | 'origin'>;

const TEXT_FIELDS = ['account', 'checklist', 'item', 'operator', 'evidence'] as const;
type TextField = (typeof TEXT_FIELDS)[number];

/** What looks are told apart by beside their points; the place in this list is what is kept. */
const KINDS = (['operator', 'page'] as const).flatMap((origin) =>
  (['yes', 'no', 'unknown'] as const).map((result) => ({ origin, result })),
);

/**
 * The newest looks at the points of some accounts: derived from `checks`, made by whoever asks, gone as
 * soon as a look at one of these accounts comes, changes or goes.
 */
export interface StoredLooks {
  /** See `shelfOf`; or `TURN`. */
  id: string;
  /** Absent in the row `TURN`. */
  packed?: PackedLooks;
  /** In the row `TURN` alone: grows each time something is forgotten. */
  turn?: number;
}

/** Looks in columns: thousands of small objects take ten times as long to read. */
interface PackedLooks {
  /** All of the shelf, also those that nobody has looked at. */
  accounts: string[];
  /** Different values of `TEXT_FIELDS`. */
  texts: string[];
  /** For each look the places of its fields in `texts`, in the order of `TEXT_FIELDS`. */
  fields: Uint32Array;
  /** For each look its place in `KINDS`. */
  kinds: Uint8Array;
  times: string[];
}

/** Id of the row that tells of every change. */
const TURN = 'turn';

/**
 * Accounts lie on sixteen shelves by the last digit of their ids, which is drawn at random: an answer
 * has those of one shelf read anew.
 */
const shelfOf = (account: string) => account.slice(-1);

/** At each point the newest look of each kind. What is older than those says nothing more of the point. */
function newestOf(looks: readonly LastLook[]): LastLook[] {
  const newest = new Map<string, LastLook>();
  for (const look of looks) {
    const { account, checklist, item, result, origin } = look;
    const key = JSON.stringify([account, checklist, item, result, origin]);
    const known = newest.get(key);
    if (!known || known.time <= look.time) newest.set(key, look);
  }
  return [...newest.values()];
}

function packLooks(accounts: readonly string[], looks: readonly LastLook[]): PackedLooks {
  const texts = new Map<string, number>();
  const placeOf = (text: string) => {
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    return place;
  };
  const fields = looks.flatMap((look) => TEXT_FIELDS.map((field) => placeOf(look[field])));
  return {
    accounts: [...accounts],
    texts: [...texts.keys()],
    fields: Uint32Array.from(fields),
    kinds: Uint8Array.from(looks, ({ origin, result }) =>
      KINDS.findIndex((kind) => kind.origin === origin && kind.result === result),
    ),
    times: looks.map(({ time }) => time),
  };
}

function unpackLooks({ texts, fields, kinds, times }: PackedLooks): LastLook[] {
  return times.map((time, look) => {
    const text = (field: number) => texts[fields[look * TEXT_FIELDS.length + field] ?? 0] ?? '';
    const { origin, result } = KINDS[kinds[look] ?? 0] ?? { origin: 'page', result: 'unknown' };
    return {
      account: text(0),
      checklist: text(1),
      item: text(2),
      operator: text(3),
      evidence: text(4),
      time,
      origin,
      result,
    };
  });
}

/** The newest look of each kind (who looked, with what result) at each point of each account, in no order. */
export async function lastLooks(registry: Registry): Promise<LastLook[]> {
  const [accounts, rows] = await Promise.all([
    registry.accounts.toCollection().primaryKeys(),
    registry.lastLooks.toArray(),
  ]);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const made: StoredLooks[] = [];
  const shelves = await Promise.all(
    [...groupBy(accounts, shelfOf)].map(async ([id, those]) => {
      const packed = stored.get(id)?.packed;
      const kept = new Set(packed?.accounts);
      if (packed && those.every((account) => kept.has(account))) return unpackLooks(packed);
      const looks = await Promise.all(those.map((account) => checksOf(registry, account)));
      const newest = newestOf(looks.flat());
      made.push({ id, packed: packLooks(those, newest) });
      return newest;
    }),
  );
  // A live query may not write, so it is done in a turn of its own. What is not kept is read again.
  const turn = stored.get(TURN)?.turn ?? 0;
  if (made.length > 0)
    setTimeout(() => void keepLooks(registry, made, turn).catch(() => undefined));
  return shelves.flat();
}

/** Keeps what was made, unless a look has come since. @param turn before it was */
async function keepLooks(
  registry: Registry,
  made: readonly StoredLooks[],
  turn: number,
): Promise<void> {
  await registry.transaction('rw', registry.lastLooks, async () => {
    if ((await turnOf(registry)) === turn) await registry.lastLooks.bulkPut([...made]);
  });
}

async function turnOf(registry: Registry): Promise<number> {
  return (await registry.lastLooks.get(TURN))?.turn ?? 0;
}

/**
 * Looks at these accounts came, changed or went: the newest ones are found anew by whoever asks next. Inside
 * the caller's transaction.
 * @param accounts ids; null for all
 */
export async function forgetLooks(
  registry: Registry,
  accounts: Iterable<string> | null,
): Promise<void> {
  const turn = await turnOf(registry);
  if (accounts) await registry.lastLooks.bulkDelete([...new Set([...accounts].map(shelfOf))]);
  else await registry.lastLooks.clear();
  await registry.lastLooks.put({ id: TURN, turn: turn + 1 });
}
