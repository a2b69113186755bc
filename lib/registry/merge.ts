import type { Table } from 'dexie';
import { canonicalJson, type Json } from './chain';
import type { Change } from './changes';
import type { AuthorRow, Registry } from './database';
import type { TableRow } from './fields';
import { KEPT_NAMES, type KeptTable } from './kept';
import { forgetLooks } from './last-looks';
import { forgetWeeks } from './page-weeks';
import { projectAll, settleAuthors } from './projection';
import type { Removal } from './removals';
import { COPIED_TABLES, type CopiedRow, type CopiedTable, type RowsOf } from './rows';
import { authorKey, type LedgerEntry, type PublicationRecord } from './schema';
import { storePublicationWords } from './words';

/**
 * Takes rows of another copy of this registry in. Whatever the order of the copies and however often
 * the same one comes, the outcome is the same:
 * - an entry of the ledger is one by its id; where one side has erased its personal data, it is erased;
 * - a row of a table is the one with the higher revision; a removal counts as a revision;
 * - what is told apart by nothing else is told apart by its canonical JSON.
 *
 * What comes must have been checked (`lib/exchange/backup/read.ts`); each call is one transaction.
 */
export async function mergeRows<T extends CopiedTable>(
  registry: Registry,
  { table, rows }: RowsOf<T>,
): Promise<void> {
  // An async function of its own: only then does Dexie follow awaits within awaits to the transaction's end.
  await registry.transaction(
    'rw',
    [...COPIED_TABLES, 'log', 'words', 'publicationWords', 'unsettled', 'pageWeeks', 'lastLooks'],
    async () => {
      await MERGERS[table](registry, rows);
      if (COUNTED.has(table)) await forgetWeeks(registry, null);
      if (SEEN.has(table)) await forgetLooks(registry, null);
    },
  );
}

/** Tables whose rows change the figures of weeks. */
const COUNTED: ReadonlySet<CopiedTable> = new Set(['publications', 'publicationMarks', 'removals']);
/** Tables whose rows change which looks are the newest. */
const SEEN: ReadonlySet<CopiedTable> = new Set(['checks', 'removals']);

type Merger<T extends CopiedTable> = (
  registry: Registry,
  rows: readonly CopiedRow<T>[],
) => Promise<void>;

const text = (row: object) => canonicalJson(row as unknown as Json);

async function mergeEntries(registry: Registry, rows: readonly LedgerEntry[]): Promise<void> {
  const known = await registry.entries.bulkGet(rows.map(({ id }) => id));
  const taken = rows.filter((row, place) => {
    const mine = known[place];
    return mine === undefined || (mine.salt !== '' && row.salt === '');
  });
  // Nothing to ask of the database for too many turns would end the transaction under us.
  if (taken.length === 0) return;
  await registry.entries.bulkPut(taken);
  await projectAll(registry, taken);
  const erased = new Set(taken.filter(({ salt }) => salt === '').map(({ id }) => id));
  const told = known.flatMap((mine) => (mine !== undefined && erased.has(mine.id) ? [mine] : []));
  if (told.length === 0) return;
  await settleAuthors(
    registry,
    told.map(({ network, authorUrl }) => authorKey(network, authorUrl)),
  );
}

/** Rows that never change once they are made. @returns those that were new */
async function mergeStream<Row extends { id: string }>(
  table: Table<Row, string>,
  rows: readonly Row[],
): Promise<Row[]> {
  const known = await table.bulkGet(rows.map(({ id }) => id));
  const taken = rows.filter((row, place) => {
    const mine = known[place];
    return mine === undefined || text(mine) < text(row);
  });
  await table.bulkPut(taken);
  return taken;
}

async function mergePublications(
  registry: Registry,
  rows: readonly PublicationRecord[],
): Promise<void> {
  await storePublicationWords(registry, await mergeStream(registry.publications, rows));
}

async function mergeChanges(registry: Registry, rows: readonly Change[]): Promise<void> {
  await mergeStream(registry.changes, rows);
}

/** Whether `row` stands above `mine`, a row or a removal; a removal wins at the same revision. */
function outruns(row: TableRow | Removal, mine: TableRow | Removal | undefined): boolean {
  if (!mine || row.revision !== mine.revision) return row.revision > (mine?.revision ?? 0);
  const [removal, other] = ['table' in row, 'table' in mine];
  return removal === other ? text(row) > text(mine) : removal;
}

function mergeTable<T extends KeptTable>(name: T): Merger<T> {
  return async (registry, rows) => {
    const table: Table<TableRow, string> = registry.table(name);
    const ids = rows.map(({ id }) => id);
    const [known, removed] = await Promise.all([
      table.bulkGet(ids),
      registry.removals.bulkGet(ids),
    ]);
    const taken = rows.filter(
      (row, place) => outruns(row, known[place]) && outruns(row, removed[place]),
    );
    await table.bulkPut(taken);
    await registry.removals.bulkDelete(taken.map(({ id }) => id));
  };
}

async function mergeRemovals(registry: Registry, rows: readonly Removal[]): Promise<void> {
  for (const row of rows) {
    const table: Table<TableRow, string> = registry.table(row.table);
    if (!outruns(row, await table.get(row.id))) continue;
    if (!outruns(row, await registry.removals.get(row.id))) continue;
    await table.delete(row.id);
    await registry.removals.put(row);
  }
}

function mergeAuthors(registry: Registry, rows: readonly AuthorRow[]): Promise<void> {
  const said = new Map(rows.map((row) => [row.key, row]));
  return settleAuthors(registry, said.keys(), said);
}

const KEPT_MERGERS = Object.fromEntries(
  KEPT_NAMES.map((name) => [name, mergeTable(name)]),
) as unknown as { readonly [T in KeptTable]: Merger<T> };

const MERGERS: { readonly [T in CopiedTable]: Merger<T> } = {
  entries: mergeEntries,
  publications: mergePublications,
  changes: mergeChanges,
  ...KEPT_MERGERS,
  removals: mergeRemovals,
  authors: mergeAuthors,
};
