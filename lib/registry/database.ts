import Dexie, { type Table } from 'dexie';
import type { Account } from './accounts';
import type { Body } from './bodies';
import type { Change } from './changes';
import type { Check } from './checks';
import type { Identity } from './identity';
import type { StoredLooks } from './last-looks';
import type { Notice } from './notices';
import type { OffenderRow } from './offender-rows';
import type { StoredWeek } from './page-weeks';
import type { PlanEntry } from './plan';
import type { PublicationMark } from './publication-marks';
import type { Removal } from './removals';
import type { Action, LedgerEntry, PublicationRecord } from './schema';
import type { Snapshot } from './snapshots';
import type { Template } from './templates';
import type { UpkeepMark } from './upkeep';
import type { WordsRow } from './words';

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
  declare words: Table<WordsRow, WordsRow['id']>;
  declare publicationWords: Table<WordsRow, WordsRow['id']>;
  declare offenders: Table<OffenderRow, string>;
  /** Authors of whom `offenders` does not tell the last state, see `unsettle`. */
  declare unsettled: Table<{ key: string }, string>;
  declare pageWeeks: Table<StoredWeek, string>;
  declare lastLooks: Table<StoredLooks, string>;
  declare upkeep: Table<UpkeepMark, string>;

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
    // Version 4: two limits that exclude each other are answered together; else a million rows are read
    // to find nothing.
    this.version(4).stores({
      log: 'id, time, [network+time], [criterion+time], [kind+time], [criterion+kind+time], [operator+time], [authorKey+time], *words',
    });
    // Version 5: words stand apart from the rows of the log, and what counts against an author is kept.
    // Nothing is rewritten here: an upgrade of a million rows would hold everything up for minutes and
    // begin anew with each death of the worker. `lib/registry/upkeep.ts` moves the rows, some hundred at
    // a time; until then the words of those that wait are found where they were, in the log's own index.
    this.version(5).stores({
      words: 'id, *words',
      offenders: 'key, last, until, *nth',
      unsettled: 'key',
      upkeep: 'id',
      pageWeeks: 'id',
    });
    // Version 6: publications are found by their words, too; `upkeep.ts` brings in those of earlier ones.
    // What weeks come to is kept in another form and counted anew.
    this.version(6)
      .stores({ publicationWords: 'id, *words' })
      .upgrade((change) => change.table('pageWeeks').clear());
    // Version 7: the newest looks at the points of the checklists are kept; whoever asks first makes them.
    this.version(7).stores({ lastLooks: 'id' });
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
