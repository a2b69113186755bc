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
  /** Search words under the month of the row, see `monthWords`. */
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
    // Version 4: a search reads one month of the words at a time, and two limits that exclude each
    // other are answered together; else a million rows are read to find nothing.
    this.version(4)
      .stores({
        log: 'id, time, [network+time], [criterion+time], [kind+time], [criterion+kind+time], [operator+time], [authorKey+time], *words',
      })
      .upgrade((change) =>
        change
          .table<LogRow>('log')
          .toCollection()
          .modify((row) => {
            row.words = row.words.map((word) => monthWord(row.time, word));
          }),
      );
  }
}

/** Name of the database with the invented registry; the person's own is another one. */
export const EXAMPLE_NAME = 'vakhta-example';

let opened: Registry | undefined;

/** The registry that this world shows or writes; the same object within one world. */
export function openRegistry(): Registry {
  opened ??= new Registry();
  return opened;
}

/**
 * From now on `openRegistry` gives the invented registry in this world. For a dashboard that was opened
 * to show it, before anything is read; the background always has the real one.
 */
export function openExample(): void {
  opened = new Registry(EXAMPLE_NAME);
}

/** Whether this world shows the invented registry. */
export const isExample = () => opened?.name === EXAMPLE_NAME;

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

/** A word as the index of the log keeps it: behind the month (UTC) of its row, `2026-11 дорога`. */
export const monthWord = (time: string, word: string) => `${time.slice(0, 7)} ${word}`;

/** Search words of a row of the log. @param time of the row, ISO 8601 UTC */
export const monthWords = (time: string, ...texts: string[]) =>
  searchWords(...texts).map((word) => monthWord(time, word));
