import { type LogRow, type Registry, searchWords } from './database';
import { type Action, authorKey, type LedgerEntry } from './schema';

/** Kinds that say something of an earlier action and get no row of their own. */
const REFERRING: ReadonlySet<Action['kind']> = new Set(['amend', 'undo']);

/**
 * Brings the log and the authors up to a new entry; inside the caller's transaction. The outcome does
 * not depend on the order in which entries come.
 */
export async function project(registry: Registry, entry: LedgerEntry): Promise<void> {
  const base = REFERRING.has(entry.kind)
    ? entry.refers === null
      ? undefined
      : await registry.entries.get(entry.refers)
    : entry;
  if (!base) return;
  let row = rowOf(base);
  for (const change of await changesTo(registry, base.id)) row = applied(row, change);
  await putRow(registry, row);
}

/** What was said of an action later, on whatever device, oldest first. */
export async function changesTo(registry: Registry, id: string): Promise<LedgerEntry[]> {
  const changes = await registry.entries.where('refers').equals(id).toArray();
  // By time, then by id: the same for everyone who holds the same entries.
  return changes.sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1));
}

function rowOf(entry: LedgerEntry): LogRow {
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
    words: searchWords(entry.text, entry.author, entry.note),
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

async function putRow(registry: Registry, row: LogRow): Promise<void> {
  await registry.log.put(row);
  if (row.authorUrl === '') return;
  const known = await registry.authors.get(row.authorKey);
  const newest = known === undefined || known.lastTime + known.name <= row.time + row.author;
  await registry.authors.put({
    key: row.authorKey,
    network: row.network,
    url: row.authorUrl,
    name: newest ? row.author : known.name,
    lastTime: newest ? row.time : known.lastTime,
    blacklisted: (await lastBan(registry, row.authorKey)) ?? known?.blacklisted ?? false,
  });
}

/**
 * The last ban or unban that was not withdrawn decides. Undefined when the log knows of none, as after
 * retention erased who it was about: then what was known stays.
 */
async function lastBan(registry: Registry, key: string): Promise<boolean | undefined> {
  const bans = await registry.log
    .where('[authorKey+time]')
    .between([key, ''], [key, '\uffff'])
    .filter((row) => row.kind === 'ban' || row.kind === 'unban')
    .toArray();
  if (bans.length === 0) return undefined;
  return bans.findLast((row) => !row.undone)?.kind === 'ban';
}
