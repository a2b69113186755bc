import { type LogRow, type Registry, searchWords } from './database';
import { type Action, authorKey, type LedgerEntry, PERSONAL_FIELDS } from './schema';

const FIRST_PREV = '0'.repeat(64);
/** Kinds that say something of an earlier action and get no row of their own. */
const REFERRING: ReadonlySet<Action['kind']> = new Set(['amend', 'undo']);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and no white space, the form that hashes are taken over. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as { readonly [key: string]: Json };
    return `{${Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] as Json)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function evidenceOf(action: Action): { [key: string]: Json } {
  return Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, action[field]]));
}

/** SHA-256 over the salt and the personal fields of an action, hex. */
function hashEvidence(action: Action, salt: string): Promise<string> {
  return sha256(salt + canonicalJson(evidenceOf(action)));
}

/** SHA-256 over everything of an entry but its personal fields, its salt and the hash itself, hex. */
function hashEntry(entry: Omit<LedgerEntry, 'hash'>): Promise<string> {
  const left = new Set<string>([...PERSONAL_FIELDS, 'salt', 'hash']);
  const chained = Object.fromEntries(Object.entries(entry).filter(([key]) => !left.has(key)));
  return sha256(canonicalJson(chained as { [key: string]: Json }));
}

/**
 * The append-only ledger of one device. Appends run one after another, because each entry carries the
 * hash of the one before:
 * - the same id twice is the same action: the second append changes nothing and succeeds;
 * - the entry, its row of the log and its author are written in one transaction or not at all;
 * - an `amend` or `undo` that arrives before the action it refers to takes effect when that arrives.
 */
export class Ledger {
  #last: Promise<unknown> = Promise.resolve();

  /** @param device id of this browser profile, the name of the chain */
  constructor(
    private readonly registry: Registry,
    private readonly device: string,
  ) {}

  /**
   * Resolves when the action is on the disk. Rejects with the database's error (quota, blocked,
   * closed) and then has changed nothing.
   */
  append(action: Action): Promise<void> {
    const turn = this.#last.then(() => this.#append(action));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #append(action: Action): Promise<void> {
    const { registry } = this;
    if (await registry.entries.get(action.id)) return;
    const tail = await registry.entries.orderBy('seq').last();
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
    const unsealed = {
      ...action,
      device: this.device,
      seq: (tail?.seq ?? 0) + 1,
      salt,
      evidenceHash: await hashEvidence(action, salt),
      prev: tail?.hash ?? FIRST_PREV,
    };
    const entry: LedgerEntry = { ...unsealed, hash: await hashEntry(unsealed) };
    await registry.transaction('rw', registry.entries, registry.log, registry.authors, async () => {
      // `add`, and `seq` unique: two writers that got this far with the same tail cannot both win.
      await registry.entries.add(entry);
      await project(registry, entry);
    });
  }
}

/** Brings the log and the authors up to a new entry; inside the caller's transaction. */
async function project(registry: Registry, entry: LedgerEntry): Promise<void> {
  if (REFERRING.has(entry.kind)) {
    const row = entry.refers === null ? undefined : await registry.log.get(entry.refers);
    if (row) await putRow(registry, applied(row, entry));
    return;
  }
  let row = rowOf(entry);
  const later = await registry.entries.where('refers').equals(entry.id).sortBy('seq');
  for (const change of later) row = applied(row, change);
  await putRow(registry, row);
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
    authorKey: authorKey(entry.network, entry.authorUrl),
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
  const newest = known === undefined || known.lastTime <= row.time;
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

/** What is wrong with a chain, and where. */
export interface ChainFault {
  seq: number;
  id: string;
  fault: 'changed' | 'evidence changed' | 'out of order';
}

/**
 * Checks a chain in the order given: every hash, every link, every position. An entry whose personal
 * fields were erased (empty salt) is checked by its evidence hash only.
 */
export async function verifyChain(entries: Iterable<LedgerEntry>): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  let prev = FIRST_PREV;
  let seq = 0;
  for (const entry of entries) {
    const at = { seq: entry.seq, id: entry.id };
    if (entry.seq !== seq + 1 || entry.prev !== prev) faults.push({ ...at, fault: 'out of order' });
    if ((await hashEntry(entry)) !== entry.hash) faults.push({ ...at, fault: 'changed' });
    if (entry.salt !== '' && (await hashEvidence(entry, entry.salt)) !== entry.evidenceHash)
      faults.push({ ...at, fault: 'evidence changed' });
    seq = entry.seq;
    prev = entry.hash;
  }
  return faults;
}
