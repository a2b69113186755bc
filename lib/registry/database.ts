import Dexie, { type Table } from 'dexie';
import type { Account } from './accounts';
import type { Body } from './bodies';
import type { Change } from './changes';
import type { Check } from './checks';
import type { Identity } from './identity';
import type { Notice } from './notices';
import type { PlanEntry } from './plan';
import type { PublicationMark } from './publication-marks';
import type { Removal } from './removals';
import type { Action, LedgerEntry, PublicationRecord } from './schema';
import type { Snapshot } from './snapshots';
import type { Template } from './templates';

/**
 * One row a base action (never `amend` or `undo`), as screens list and filter it. It is derived from
 * the ledger and can be built again from it.
 */
export interface LogRow extends Action {
  seq: number;
  /** An `undo` entry withdrew it. */
  undone: boolean;
  /** An `amend` entry changed its ground; `criterion`, `ground` and `clause` are the new ones. */
  amended: boolean;
  authorKey: string;
  /** Search words, see `searchWords`. */
  words: string[];
}

/** What is known of an author, derived from the log. */
export interface AuthorRow {
  /** See `authorKey` in schema.ts. */
  key: string;
  network: string;
  url: string;
  /** Name as last seen. */
  name: string;
  blacklisted: boolean;
  /** Time of the last action about them, ISO 8601 UTC. */
  lastTime: string;
}

/**
 * The registry in IndexedDB. What networks' pages bring (`entries`, `log`, `publications`, `authors`)
 * only the background writes; the rest is written by Vakhta's own pages, through `RegistryDesk` alone.
 */
export class Registry extends Dexie {
  declare entries: Table<LedgerEntry, string>;
  declare log: Table<LogRow, string>;
  declare publications: Table<PublicationRecord, string>;
  declare publicationMarks: Table<PublicationMark, string>;
  declare authors: Table<AuthorRow, string>;
  declare bodies: Table<Body, string>;
  declare accounts: Table<Account, string>;
  declare changes: Table<Change, string>;
  declare notices: Table<Notice, string>;
  declare plan: Table<PlanEntry, string>;
  declare templates: Table<Template, string>;
  declare checks: Table<Check, string>;
  declare snapshots: Table<Snapshot, string>;
  declare removals: Table<Removal, string>;
  declare identity: Table<Identity, string>;

  constructor(name = 'vakhta') {
    // Strict: the acknowledgement means that the record is on the disk (2–3 ms a write).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      entries: 'id, &seq, refers, time',
      log: 'id, time, [network+time], [criterion+time], [kind+time], [operator+time], [authorKey+time], *words',
      publications: 'id, time, [account+time]',
      authors: 'key, name, lastTime',
    });
    // Version 2 adds tables, and lets chains of several devices stand side by side.
    this.version(2).stores({
      entries: 'id, &[device+seq], refers, time',
      bodies: 'id, parent',
      accounts: 'id, body, network, [network+key], [network+owner]',
      changes: 'id, time, [row+time]',
      notices: 'id, account, day',
      plan: 'id, day, *accounts',
      templates: 'id',
      checks: 'id, [account+time]',
      snapshots: 'id, time',
      removals: 'id',
      identity: 'id',
    });
    // Version 3: a post is found by its place in the network, and people note what became of it.
    this.version(3).stores({
      publications: 'id, time, [account+time], [network+postId]',
      publicationMarks: 'id, moved',
    });
  }
}

let opened: Registry | undefined;

/** The registry of this browser profile; the same object within one world. */
export function openRegistry(): Registry {
  opened ??= new Registry();
  return opened;
}

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_PREFIX = 8;
/** More words than this of one text are not indexed; the text itself is kept whole. */
const WORDS_LIMIT = 400;

/**
 * Words of `texts` as the search index keeps them: lower case, ё as е, the first 8 UTF-16 code units,
 * so that other endings of a long word are found too; each once.
 */
export function searchWords(...texts: string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.slice(0, 20_000).toLowerCase().replaceAll('ё', 'е').matchAll(WORD)) {
      words.add(word.slice(0, WORD_PREFIX));
      if (words.size >= WORDS_LIMIT) return [...words];
    }
  }
  return [...words];
}
