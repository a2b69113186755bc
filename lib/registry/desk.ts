import type { Table } from 'dexie';
import { v7 as uuidv7 } from 'uuid';
import type { Account } from './accounts';
import { idsUnder } from './bodies';
import { type Change, fieldChanges, RECORDED_TABLES, type RecordedTable } from './changes';
import type { Check } from './checks';
import type { Registry } from './database';
import type { TableRow } from './fields';
import { groupBy } from './group-by';
import { KEPT_NAMES, KEPT_TABLES, type KeptRows, type KeptTable } from './kept';
import { forgetLooks } from './last-looks';
import { noticesFor } from './notices-due';
import { forgetWeeks } from './page-weeks';
import type { PublicationMark } from './publication-marks';
import type { Removal } from './removals';

/**
 * One thing to be done to a table. A row is put with the revision that it was read with; a new one
 * with 1. `back` brings a removed row back.
 */
export type Deed =
  | { [T in KeptTable]: { table: T; put: KeptRows[T]; back?: true } }[KeptTable]
  | { table: KeptTable; remove: string; revision: number };

/** Whose deed it is and when. */
export interface By {
  operator: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** The day that it is in the region, `YYYY-MM-DD`. */
  today: string;
}

/** Somebody changed or removed the row since it was read; nothing was done. */
export class StaleRow extends Error {
  override name = 'StaleRow';
}

/** What rows may not be to each other. */
export type Breach = 'no-body' | 'no-parent' | 'circle' | 'body-in-use';

/** What cannot be, however it was asked for; nothing was done. */
export class BrokenTie extends Error {
  override name = 'BrokenTie';
  constructor(readonly breach: Breach) {
    super(breach);
  }
}

const isRecorded = (table: KeptTable): table is RecordedTable =>
  RECORDED_TABLES.some((one) => one === table);

/**
 * The only writer of the tables that people keep. Each call is one transaction: all of its deeds, what
 * follows from them and their history are on the disk together, or none is.
 */
export class RegistryDesk {
  constructor(private readonly registry: Registry) {}

  /**
   * Does all deeds or none.
   * @returns what takes it back, good until somebody else changes one of the rows
   * @throws z.core.$ZodError for a row that is no row, StaleRow, BrokenTie, or the database's error
   */
  async apply(deeds: readonly Deed[], by: By): Promise<Deed[]> {
    const asked = deeds.map(
      (deed): Deed =>
        'put' in deed ? ({ ...deed, put: KEPT_TABLES[deed.table].parse(deed.put) } as Deed) : deed,
    );
    const { registry } = this;
    const derived = ['pageWeeks', 'lastLooks'];
    const tables = [...KEPT_NAMES, 'changes', 'removals', 'publications', ...derived];
    return registry.transaction('rw', tables, async () => {
      const turn = new Turn(registry, by);
      await turn.read(asked);
      for (const deed of asked) turn.do(deed);
      await turn.write();
      await turn.checkTies();
      return turn.undo.reverse();
    });
  }
}

/**
 * One transaction's work: everything it needs is read at once, deeds change what was read, and what has
 * changed is written at once. Row by row a table of 800 accounts would be thousands of requests.
 */
class Turn {
  readonly undo: Deed[] = [];
  readonly #changes: Change[] = [];
  readonly #rows = new Map<KeptTable, Map<string, TableRow>>();
  readonly #touched = new Map<KeptTable, Set<string>>();
  readonly #removals = new Map<string, Removal | null>();
  readonly #bodies = new Set<string>();
  readonly #removedBodies = new Set<string>();
  readonly #accounts: Account[] = [];
  /** Moments under which publications stood or stand since they were moved. */
  readonly #moved = new Set<string>();
  /** Accounts of which looks came, changed or went. */
  readonly #looked = new Set<string>();

  constructor(
    private readonly registry: Registry,
    private readonly by: By,
  ) {}

  #table(name: KeptTable): Table<TableRow, string> {
    return this.registry.table(name);
  }

  #known(table: KeptTable): Map<string, TableRow> {
    let rows = this.#rows.get(table);
    if (!rows) {
      rows = new Map();
      this.#rows.set(table, rows);
    }
    return rows;
  }

  /** Notes that the row is to be written; called before it changes, and after. */
  #touch(table: KeptTable, id: string): void {
    const touched = this.#touched.get(table) ?? new Set();
    this.#touched.set(table, touched.add(id));
    const row = this.#known(table).get(id) as Partial<PublicationMark & Check> | undefined;
    if (row?.moved) this.#moved.add(row.moved);
    if (table === 'checks' && row?.account) this.#looked.add(row.account);
  }

  /** Reads every row that the deeds speak of, and what hangs on an account among them. */
  async read(deeds: readonly Deed[]): Promise<void> {
    const keep = (table: KeptTable, rows: readonly (TableRow | undefined)[]) => {
      for (const row of rows) if (row) this.#known(table).set(row.id, row);
    };
    const idOf = (deed: Deed) => ('put' in deed ? deed.put.id : deed.remove);
    const accounts = deeds.filter(({ table }) => table === 'accounts');
    const removed = accounts.flatMap((deed) => ('put' in deed ? [] : [deed.remove]));
    await Promise.all([
      ...[...groupBy(deeds, ({ table }) => table)].map(async ([table, those]) =>
        keep(table, await this.#table(table).bulkGet([...new Set(those.map(idOf))])),
      ),
      this.registry.notices
        .where('account')
        .anyOf(accounts.map(idOf))
        .toArray((rows) => keep('notices', rows)),
      ...removed.map((account) =>
        this.registry.checks
          .where('[account+time]')
          .between([account, ''], [account, '\uffff'])
          .toArray((rows) => keep('checks', rows)),
      ),
    ]);
  }

  do(deed: Deed): void {
    if ('put' in deed) this.#put(deed);
    else this.#remove(deed.table, deed.remove, deed.revision);
  }

  #put(deed: Extract<Deed, { put: object }>): void {
    const { table, put, back } = deed;
    const known = this.#known(table).get(put.id);
    const fits = known ? known.revision === put.revision : put.revision === 1 || back;
    if (!fits) throw new StaleRow(`${table} ${put.id}`);
    if (known && JSON.stringify(known) === JSON.stringify({ ...known, ...put })) return;
    const fields = fieldChanges(known ?? null, put);
    // What is brought back outruns its removal, which counted one up.
    const step = known ? 1 : back ? 2 : 0;
    const stored = { ...put, revision: put.revision + step };
    this.#touch(table, put.id);
    this.#known(table).set(put.id, stored);
    this.#touch(table, put.id);
    if (back) this.#removals.set(put.id, null);
    if (!known || fields.length > 0) this.#note(table, put.id, known ? 'change' : 'add', fields);
    this.undo.push(
      known
        ? ({ table, put: { ...known, revision: stored.revision } } as Deed)
        : { table, remove: put.id, revision: stored.revision },
    );
    if (table === 'bodies') this.#bodies.add(put.id);
    if (deed.table === 'accounts')
      this.#followAccount(known as Account | undefined, deed.put, back);
  }

  #remove(table: KeptTable, id: string, revision: number): void {
    const known = this.#known(table).get(id);
    if (known?.revision !== revision) throw new StaleRow(`${table} ${id}`);
    if (table === 'accounts') this.#removeWhatIsOf(id);
    this.#touch(table, id);
    this.#known(table).delete(id);
    this.#removals.set(id, { id, table, revision: revision + 1 });
    this.#note(table, id, 'remove', fieldChanges(known, null));
    this.undo.push({ table, put: known, back: true } as Deed);
    if (table === 'bodies') this.#removedBodies.add(id);
  }

  /** An account's notices and answers say nothing without it. */
  #removeWhatIsOf(account: string): void {
    for (const table of ['notices', 'checks'] as const)
      for (const row of this.#of(table, account)) this.#remove(table, row.id, row.revision);
  }

  #of<T extends 'notices' | 'checks'>(table: T, account: string): KeptRows[T][] {
    const rows = [...this.#known(table).values()] as KeptRows[T][];
    return rows.filter((row) => row.account === account);
  }

  /** Opens, moves and closes the notices that the account's own days call for. */
  #followAccount(before: Account | undefined, after: Account, back = false): void {
    this.#accounts.push(after);
    // What is brought back brings its notices with it.
    if (back) return;
    const notices = this.#of('notices', after.id);
    for (const deed of noticesFor(before ?? null, after, notices, this.by.today)) this.do(deed);
  }

  #note(table: KeptTable, row: string, kind: Change['kind'], fields: Change['fields']): void {
    if (!isRecorded(table)) return;
    this.#changes.push({
      id: uuidv7({ msecs: this.by.now }),
      time: new Date(this.by.now).toISOString(),
      operator: this.by.operator,
      table,
      row,
      kind,
      fields,
    });
  }

  /** Puts everything that the deeds came to where it belongs. */
  async write(): Promise<void> {
    const { changes, removals } = this.registry;
    const gone = [...this.#removals];
    const kept = gone.flatMap(([, removal]) => removal ?? []);
    await Promise.all([
      ...[...this.#touched].map(async ([name, touched]) => {
        const rows = this.#known(name);
        const there = [...touched].flatMap((id) => rows.get(id) ?? []);
        await this.#table(name).bulkPut(there);
        await this.#table(name).bulkDelete([...touched].filter((id) => !rows.has(id)));
      }),
      removals.bulkPut(kept),
      removals.bulkDelete(gone.flatMap(([id, removal]) => (removal ? [] : [id]))),
      changes.bulkAdd(this.#changes),
    ]);
    await this.#followMarks();
    if (this.#looked.size > 0) await forgetLooks(this.registry, this.#looked);
  }

  /** What people note of a publication changes the figures of its week, and of the one it moved to. */
  async #followMarks(): Promise<void> {
    const ids = [...(this.#touched.get('publicationMarks') ?? [])];
    if (ids.length === 0) return;
    const posts = await this.registry.publications.bulkGet(ids);
    const times = posts.flatMap((post) => post?.time ?? []);
    await forgetWeeks(this.registry, [...times, ...this.#moved]);
  }

  /** Looked at once all deeds are done, so that their order does not matter. */
  async checkTies(): Promise<void> {
    const { accounts, bodies } = this.registry;
    const superiors = [...new Set(this.#accounts.map((account) => account.body))];
    if ((await bodies.bulkGet(superiors)).includes(undefined)) throw new BrokenTie('no-body');
    for (const id of this.#removedBodies) {
      if (await bodies.get(id)) continue;
      const used =
        (await bodies.where({ parent: id }).count()) + (await accounts.where({ body: id }).count());
      if (used > 0) throw new BrokenTie('body-in-use');
    }
    if (this.#bodies.size === 0) return;
    const all = await bodies.toArray();
    const byId = new Map(all.map((body) => [body.id, body]));
    for (const id of this.#bodies) {
      const parent = byId.get(id)?.parent ?? null;
      if (parent === null) continue;
      if (!byId.has(parent)) throw new BrokenTie('no-parent');
      if (idsUnder(all, id).has(parent)) throw new BrokenTie('circle');
    }
  }
}
