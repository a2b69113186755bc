import type { AuthorRow, LogRow, Registry } from './database';
import { groupBy } from './group-by';
import { unsettle } from './offender-rows';
import { type Action, authorKey, type LedgerEntry } from './schema';
import { storeWords } from './words';

/** Kinds that say something of an earlier action and get no row of their own. */
const REFERRING: ReadonlySet<Action['kind']> = new Set(['amend', 'undo']);
/** Kinds that put an author on the blacklist or take them off. */
const BANS: ReadonlySet<Action['kind']> = new Set(['ban', 'unban']);

/**
 * Brings the log and the authors up to new entries; inside the caller's transaction. The outcome does
 * not depend on the order in which entries come.
 */
export async function projectAll(
  registry: Registry,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const ids = new Set(
    entries.flatMap(({ id, kind, refers }) => {
      if (!REFERRING.has(kind)) return [id];
      return refers === null ? [] : [refers];
    }),
  );
  const [bases, changes] = await Promise.all([
    registry.entries.bulkGet([...ids]),
    registry.entries
      .where('refers')
      .anyOf([...ids])
      .toArray(),
  ]);
  const changesOf = groupBy(changes.sort(byTime), ({ refers }) => refers);
  const rows = bases.flatMap((base) => {
    if (!base || REFERRING.has(base.kind)) return [];
    return [(changesOf.get(base.id) ?? []).reduce(applied, rowOf(base))];
  });
  await registry.log.bulkPut(rows);
  await storeWords(registry, rows);
  const byAuthor = groupBy(
    rows.filter((row) => row.authorUrl !== ''),
    (row) => row.authorKey,
  );
  for (const [key, theirs] of byAuthor) await putAuthor(registry, key, theirs);
  await unsettle(registry, byAuthor.keys());
}

/** By time, then by id: the same for everyone who holds the same entries. */
const byTime = (a: LedgerEntry, b: LedgerEntry) => (a.time + a.id < b.time + b.id ? -1 : 1);

/** What was said of an action later, on whatever device, oldest first. */
export async function changesTo(registry: Registry, id: string): Promise<LedgerEntry[]> {
  return (await registry.entries.where('refers').equals(id).toArray()).sort(byTime);
}

/** An entry as a row of the log, before anything was said of it later. */
export function rowOf(entry: LedgerEntry): LogRow {
  const {
    device: _device,
    salt: _salt,
    evidenceHash: _evidence,
    prev: _prev,
    hash: _hash,
    ...action
  } = entry;
  return {
    ...action,
    undone: false,
    amended: false,
    // Without the salt the personal fields were erased, and nothing points at a person any more.
    authorKey: entry.salt === '' ? '' : authorKey(entry.network, entry.authorUrl),
  };
}

function applied(row: LogRow, change: LedgerEntry): LogRow {
  if (change.kind === 'undo') return { ...row, undone: true };
  if (change.kind === 'amend') {
    const { criterion, ground, clause } = change;
    return { ...row, criterion, ground, clause, amended: true };
  }
  return row;
}

/** @param rows the author's rows that are new or have changed */
async function putAuthor(registry: Registry, key: string, rows: readonly LogRow[]): Promise<void> {
  let author = await registry.authors.get(key);
  for (const { time, author: name, authorUrl: url, network } of rows) {
    if (author && author.lastTime + author.name > time + name) continue;
    author = { key, network, url, name, lastTime: time, blacklisted: author?.blacklisted ?? false };
  }
  if (!author) return;
  const banned = rows.some(({ kind }) => BANS.has(kind)) ? await lastBan(registry, key) : undefined;
  await registry.authors.put({ ...author, blacklisted: banned ?? author.blacklisted });
}

/**
 * The last ban or unban that was not withdrawn decides. Undefined when the log knows of none, as after
 * retention erased who it was about: then what was known stays.
 */
async function lastBan(registry: Registry, key: string): Promise<boolean | undefined> {
  const bans = await registry.log
    .where('[authorKey+time]')
    .between([key, ''], [key, '\uffff'])
    .filter((row) => BANS.has(row.kind))
    .toArray();
  if (bans.length === 0) return undefined;
  return bans.findLast((row) => !row.undone)?.kind === 'ban';
}

/**
 * Brings authors up to what the log says of them now, after entries were erased or another copy came;
 * inside the caller's transaction. Of an author of whom the log knows nothing more only a place on the
 * blacklist is kept, so that what was erased does not come back with somebody's older copy.
 * @param said what the other copy says, by key
 */
export async function settleAuthors(
  registry: Registry,
  keys: Iterable<string>,
  said: ReadonlyMap<string, AuthorRow> = new Map(),
): Promise<void> {
  const all = new Set(keys);
  await unsettle(registry, all);
  for (const key of all) {
    const known = [await registry.authors.get(key), said.get(key)].flatMap((row) => row ?? []);
    const blacklisted =
      (await lastBan(registry, key)) ?? known.some((author) => author.blacklisted);
    const newest = await newestRow(registry, key);
    if (newest) {
      const { network, authorUrl: url, author: name, time: lastTime } = newest;
      await registry.authors.put({ key, network, url, name, lastTime, blacklisted });
      continue;
    }
    const [banned] = known
      .filter((author) => author.blacklisted)
      .sort((a, b) => (a.lastTime + a.name > b.lastTime + b.name ? -1 : 1));
    if (blacklisted && banned) await registry.authors.put(banned);
    else await registry.authors.delete(key);
  }
}

async function newestRow(registry: Registry, key: string): Promise<LogRow | undefined> {
  const last = await registry.log
    .where('[authorKey+time]')
    .between([key, ''], [key, '\uffff'])
    .last();
  if (!last) return undefined;
  const rows = await registry.log.where('[authorKey+time]').equals([key, last.time]).toArray();
  return rows.sort((a, b) => (a.author + a.id > b.author + b.id ? -1 : 1))[0];
}
