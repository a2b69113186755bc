import { PLAN_STATES, type PlanEntry, type PlanState, planEntrySchema } from '../registry/plan';
import { blankEntry } from '../registry/planning';
import type { Cell, Sheet } from './sheet';
import type { TableCells } from './table-file';

/** Columns of the plan as a table, in their order. */
export const PLAN_COLUMNS = [
  'day',
  'time',
  'title',
  'occasion',
  'accounts',
  'format',
  'rubric',
  'responsible',
  'state',
  'text',
  'note',
  'id',
] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** The plan's words in one language, as files have them. */
export interface PlanTongue {
  columns: Readonly<Record<PlanColumn, string>>;
  states: Readonly<Record<PlanState, string>>;
  /** Titles of the profile's formats by their ids. */
  formats: ReadonlyMap<string, string>;
}

const WIDTHS: Readonly<Record<PlanColumn, number>> = {
  day: 12,
  time: 8,
  title: 36,
  occasion: 24,
  accounts: 40,
  format: 16,
  rubric: 18,
  responsible: 22,
  state: 14,
  text: 60,
  note: 30,
  id: 38,
};

/** `24.11.2026` of `2026-11-24`. */
const dotted = (day: string) => day.split('-').reverse().join('.');

/**
 * The plan as a sheet that `readPlanTable` reads again.
 * @param addressOf address of an account for people, by its id; accounts without one are left out
 */
export function planSheet(
  entries: readonly PlanEntry[],
  name: string,
  tongue: PlanTongue,
  addressOf: (account: string) => string | undefined,
): Sheet {
  const cellOf = (entry: PlanEntry, column: PlanColumn): Cell => {
    switch (column) {
      case 'day':
        return dotted(entry.day);
      case 'accounts':
        return entry.accounts.flatMap((id) => addressOf(id) ?? []).join('\n');
      case 'format':
        return entry.format === null ? '' : (tongue.formats.get(entry.format) ?? entry.format);
      case 'state':
        return tongue.states[entry.state];
      default:
        return entry[column];
    }
  };
  const rows = entries.map((entry) => PLAN_COLUMNS.map((column) => cellOf(entry, column)));
  return {
    name,
    columns: PLAN_COLUMNS.map((column) => ({
      title: tongue.columns[column],
      width: WIDTHS[column],
    })),
    batches: (async function* () {
      yield rows;
    })(),
  };
}

/** One row of a file, as text. */
export interface RawRow {
  /** Its number in the file, from 1; for a calendar the number of the event. */
  row: number;
  cells: Partial<Record<PlanColumn, string>>;
}

export type RowReason =
  | 'missing'
  | 'day'
  | 'time'
  | 'format'
  | 'state'
  | 'account'
  | 'long'
  | 'twice';

/** What is wrong with one cell. */
export interface RowTrouble {
  row: number;
  column: PlanColumn;
  reason: RowReason;
  /** What stands there, cut to be shown. */
  value: string;
}

/** One row of a file as an entry, and of which columns the file speaks at all. */
export interface PlanRow {
  entry: PlanEntry;
  given: readonly PlanColumn[];
}

/** What a file holds: every row is right, or all that is wrong. */
export type PlanReading =
  | { state: 'read'; rows: readonly PlanRow[] }
  | { state: 'rows'; troubles: readonly RowTrouble[]; good: number };

const folded = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е');

/** The rows under the heading of a table; null where no row is one. Empty rows are left out. */
export function planRows(table: TableCells, tongues: readonly PlanTongue[]): RawRow[] | null {
  const columnOf = (title: string) =>
    PLAN_COLUMNS.find((column) =>
      tongues.some(({ columns }) => folded(columns[column]) === folded(title)),
    );
  const head = table.findIndex((cells) => {
    const columns = cells.map(columnOf);
    return columns.includes('day') && columns.includes('title');
  });
  if (head < 0) return null;
  const columns = table[head]?.map(columnOf) ?? [];
  return table.slice(head + 1).flatMap((texts, place) => {
    const cells: RawRow['cells'] = {};
    for (const [index, column] of columns.entries())
      if (column !== undefined) cells[column] ??= texts[index] ?? '';
    return Object.values(cells).some((text) => text !== '')
      ? [{ row: head + place + 2, cells }]
      : [];
  });
}

/** `YYYY-MM-DD` of what people and programs write for a day, or null. */
export function readDay(text: string): string | null {
  const [, day = '', month = '', short = ''] =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(text) ?? [];
  const year = short.length === 2 ? `20${short}` : short;
  const iso = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31 April is a date to JavaScript, but another one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && iso.length === 10
    ? iso
    : null;
}

/** `HH:MM` of what people and programs write for a time of the day, or null. */
export function readTime(text: string): string | null {
  const fraction = /^0[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  // Excel keeps a time as a part of the day.
  if (!Number.isNaN(fraction)) {
    const minutes = Math.round(fraction * 1_440) % 1_440;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

const SHOWN = 60;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of what a table is read by. */
interface PlanReader {
  tongues: readonly PlanTongue[];
  accountOf: (text: string) => string | undefined;
  /** Ids that stood in the rows before. */
  ids: Set<string>;
  troubles: RowTrouble[];
}

/** One row as an entry; null where it has troubles, which are told. */
function readPlanRow({ row, cells }: RawRow, reader: PlanReader): PlanRow | null {
  const { tongues, accountOf, ids, troubles } = reader;
  const before = troubles.length;
  const textOf = (column: PlanColumn) => cells[column]?.trim() ?? '';
  const fail = (column: PlanColumn, reason: RowReason, value = textOf(column)) =>
    troubles.push({
      row,
      column,
      reason,
      value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
    });
  const named = <Id extends string>(
    column: 'format' | 'state',
    list: (tongue: PlanTongue) => Iterable<readonly [Id, string]>,
  ): Id | null => {
    const text = folded(textOf(column));
    if (text === '') return null;
    for (const tongue of tongues)
      for (const [id, title] of list(tongue)) if (folded(title) === text || id === text) return id;
    fail(column, column);
    return null;
  };

  const day = readDay(textOf('day'));
  if (day === null) fail('day', textOf('day') === '' ? 'missing' : 'day');
  const time = textOf('time') === '' ? null : readTime(textOf('time'));
  if (time === null && textOf('time') !== '') fail('time', 'time');
  if (textOf('title') === '') fail('title', 'missing');
  const accounts = new Set<string>();
  for (const text of textOf('accounts').split(/[\n;,]+/)) {
    if (text.trim() === '') continue;
    const id = accountOf(text.trim());
    if (id === undefined) fail('accounts', 'account', text.trim());
    else accounts.add(id);
  }
  const id = UUID.test(textOf('id')) ? textOf('id').toLowerCase() : null;
  if (id !== null && ids.has(id)) fail('id', 'twice');
  if (id !== null) ids.add(id);

  const text = textOf('text');
  const blank = blankEntry(day ?? '1970-01-01');
  const written = planEntrySchema.safeParse({
    ...blank,
    id: id ?? blank.id,
    time,
    title: textOf('title') || '—',
    occasion: textOf('occasion'),
    accounts: [...accounts],
    format: named('format', ({ formats }) => formats),
    rubric: textOf('rubric'),
    responsible: textOf('responsible'),
    state:
      named('state', ({ states }) => PLAN_STATES.map((state) => [state, states[state]] as const)) ??
      (text === '' ? 'idea' : 'draft'),
    text,
    note: textOf('note'),
  });
  if (!written.success)
    for (const { path } of written.error.issues) {
      const column = PLAN_COLUMNS.find((one) => one === path[0]);
      if (column) fail(column, 'long');
    }
  if (troubles.length > before || !written.success) return null;
  return {
    entry: written.data,
    given: PLAN_COLUMNS.filter((column) => cells[column] !== undefined),
  };
}

/**
 * Reads rows into entries of the plan, whole or not at all. Words may be of any of the languages.
 * @param accountOf id of the account that a link or a name means; undefined for none we know
 */
export function readPlan(
  rows: readonly RawRow[],
  tongues: readonly PlanTongue[],
  accountOf: (text: string) => string | undefined,
): PlanReading {
  const troubles: RowTrouble[] = [];
  const reader = { tongues, accountOf, ids: new Set<string>(), troubles };
  const read = rows.flatMap((row) => readPlanRow(row, reader) ?? []);
  return troubles.length > 0
    ? { state: 'rows', troubles, good: read.length }
    : { state: 'read', rows: read };
}

/** What a file does to the plan: one line an entry of it. */
export interface PlanChange {
  what: 'add' | 'change' | 'same';
  /** As it is to be stored, with the revision that it has now. */
  entry: PlanEntry;
}

/** What a person reads and writes of an entry. */
const said = (entry: PlanEntry) =>
  JSON.stringify(PLAN_COLUMNS.map((column) => (column === 'id' ? null : entry[column])));

/**
 * What reading the file once more, or after it was changed, would do: an entry is known again by its
 * id, else by day, title and accounts. What the file does not speak of stays as it is.
 * @param known entries of the registry: those with ids of the file, and all of its days
 */
export function planChanges(rows: readonly PlanRow[], known: readonly PlanEntry[]): PlanChange[] {
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const placeOf = ({ day, title, accounts }: PlanEntry) =>
    JSON.stringify([day, folded(title), [...accounts].sort()]);
  const byPlace = new Map(known.map((entry) => [placeOf(entry), entry]));
  return rows.map(({ entry, given }) => {
    const same = byId.get(entry.id);
    if (same) {
      const part = Object.fromEntries(given.map((column) => [column, entry[column]]));
      const changed: PlanEntry = { ...same, ...part };
      return said(changed) === said(same)
        ? { what: 'same', entry: same }
        : { what: 'change', entry: changed };
    }
    const twin = byPlace.get(placeOf(entry));
    return twin ? { what: 'same', entry: twin } : { what: 'add', entry };
  });
}
