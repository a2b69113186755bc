import type { Table } from 'dexie';
import { v7 as uuidv7 } from 'uuid';
import type { Account } from './accounts';
import { idsUnder } from './bodies';
import { type Change, fieldChanges, RECORDED_TABLES, type RecordedTable } from './changes';
import type { Registry } from './database';
import type { TableRow } from './fields';
import { KEPT_NAMES, KEPT_TABLES, type KeptRows, type KeptTable } from './kept';
import { noticesFor } from './notices-due';

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

/** What cannot be, however it was asked for; nothing was done. */
export type Breach = 'no-body' | 'no-parent' | 'circle' | 'body-in-use';
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
    const tables = [...KEPT_NAMES, 'changes', 'removals'];
    return registry.transaction('rw', tables, async () => {
      const turn = new Turn(registry, by);
      for (const deed of asked) await turn.do(deed);
      await turn.checkTies();
      await registry.changes.bulkAdd(turn.changes);
      return turn.undo.reverse();
    });
  }
}

/** One transaction's work. */
class Turn {
  readonly changes: Change[] = [];
  readonly undo: Deed[] = [];
  readonly #bodies = new Set<string>();
  readonly #removedBodies = new Set<string>();
  readonly #accounts: Account[] = [];

  constructor(
    private readonly registry: Registry,
    private readonly by: By,
  ) {}

  #table(name: KeptTable): Table<TableRow, string> {
    return this.registry.table(name);
  }

  async do(deed: Deed): Promise<void> {
    if ('put' in deed) await this.#put(deed);
    else await this.#remove(deed.table, deed.remove, deed.revision);
  }

  async #put(deed: Extract<Deed, { put: object }>): Promise<void> {
    const { table, put, back } = deed;
    const known = await this.#table(table).get(put.id);
    const fits = known ? known.revision === put.revision : put.revision === 1 || back;
    if (!fits) throw new StaleRow(`${table} ${put.id}`);
    if (known && JSON.stringify(known) === JSON.stringify({ ...known, ...put })) return;
    const fields = fieldChanges(known ?? null, put);
    // What is brought back outruns its removal, which counted one up.
    const step = known ? 1 : back ? 2 : 0;
    const stored = { ...put, revision: put.revision + step };
    await this.#table(table).put(stored);
    if (back) await this.registry.removals.delete(put.id);
    if (!known || fields.length > 0) this.#note(table, put.id, known ? 'change' : 'add', fields);
    this.undo.push(
      known
        ? ({ table, put: { ...known, revision: stored.revision } } as Deed)
        : { table, remove: put.id, revision: stored.revision },
    );
    if (table === 'bodies') this.#bodies.add(put.id);
    if (deed.table === 'accounts')
      await this.#followAccount(known as Account | undefined, deed.put, back);
  }

  async #remove(table: KeptTable, id: string, revision: number): Promise<void> {
    const known = await this.#table(table).get(id);
    if (known?.revision !== revision) throw new StaleRow(`${table} ${id}`);
    if (table === 'accounts') await this.#removeWhatIsOf(id);
    await this.#table(table).delete(id);
    await this.registry.removals.put({ id, table, revision: revision + 1 });
    this.#note(table, id, 'remove', fieldChanges(known, null));
    this.undo.push({ table, put: known, back: true } as Deed);
    if (table === 'bodies') this.#removedBodies.add(id);
  }

  /** An account's notices and answers say nothing without it. */
  async #removeWhatIsOf(account: string): Promise<void> {
    const { notices, checks } = this.registry;
    for (const row of await notices.where({ account }).toArray())
      await this.#remove('notices', row.id, row.revision);
    const answers = checks.where('[account+time]').between([account, ''], [account, '\uffff']);
    for (const row of await answers.toArray()) await this.#remove('checks', row.id, row.revision);
  }

  /** Opens, moves and closes the notices that the account's own days call for. */
  async #followAccount(before: Account | undefined, after: Account, back = false): Promise<void> {
    this.#accounts.push(after);
    // What is brought back brings its notices with it.
    if (back) return;
    const notices = await this.registry.notices.where({ account: after.id }).toArray();
    const follow = noticesFor(before ?? null, after, notices, this.by.today);
    for (const deed of follow) await this.do(deed);
  }

  #note(table: KeptTable, row: string, kind: Change['kind'], fields: Change['fields']): void {
    if (!isRecorded(table)) return;
    this.changes.push({
      id: uuidv7({ msecs: this.by.now }),
      time: new Date(this.by.now).toISOString(),
      operator: this.by.operator,
      table,
      row,
      kind,
      fields,
    });
  }

  /** Looked at once all deeds are done, so that their order does not matter. */
  async checkTies(): Promise<void> {
    const { accounts, bodies } = this.registry;
    for (const body of new Set(this.#accounts.map((account) => account.body)))
      if (!(await bodies.get(body))) throw new BrokenTie('no-body');
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
