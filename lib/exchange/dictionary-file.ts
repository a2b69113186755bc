import * as z from 'zod/mini';
import { CRITERIA, type Criterion, STRENGTHS, type Strength } from '../moderation/contract';
import { ENTRIES_LIMIT, ENTRY_KINDS, type Entry, entrySchema } from '../moderation/dictionary';
import type { EntryDraft } from '../settings/dictionary';
import { csvLine } from './csv';
import { decodeText, unguarded } from './text-file';

/**
 * The dictionary as a file. JSON is exact and carries its version; CSV is for people and spreadsheets:
 * headings and values in their language, read in any of the languages or as ids.
 */

/** Larger files are not read at all, bytes; a full dictionary takes about a quarter of this. */
export const FILE_LIMIT = 4 * 1024 * 1024;
/** Rows of trouble that are told; more of them say that it is another file. */
const TROUBLES_LIMIT = 100;
const FORMAT = 'vakhta-dictionary';
const VERSION = 1;

export const COLUMNS = [
  'kind',
  'phrase',
  'criterion',
  'ground',
  'strength',
  'rule',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How a language writes headings and values in a table. */
export interface TableWords {
  column: Readonly<Record<Column, string>>;
  kind: Readonly<Record<Entry['kind'], string>>;
  criterion: Readonly<Record<Criterion, string>>;
  strength: Readonly<Record<Strength, string>>;
  /** By id of the ground. */
  ground: Readonly<Record<string, string>>;
}

/** What is wrong with one row. */
export interface RowTrouble {
  /** Line of the file, or number of the entry in JSON; from 1. */
  row: number;
  column: Column | null;
  reason: 'missing' | 'unknown' | 'phrase' | 'too-long' | 'cells' | 'twice';
  /** What stands there, cut to be shown. */
  value: string;
}

/** Why a file cannot be read at all. */
export type FileTrouble =
  | 'too-large'
  | 'not-text'
  | 'empty'
  | 'not-json'
  | 'not-dictionary'
  | 'newer'
  | 'no-columns'
  | 'quotes'
  | 'too-many';

/**
 * What a file holds: all its entries and the columns it speaks of, or what keeps it from being taken.
 * Never a part of them.
 */
export type Reading =
  | { state: 'read'; drafts: EntryDraft[]; says: ReadonlySet<string> }
  | { state: 'rows'; troubles: RowTrouble[]; more: number; good: number }
  | { state: 'file'; trouble: FileTrouble };

const SHOWN = 60;
const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

/**
 * Reads a dictionary from a file's bytes; JSON is known by its first sign. Never throws.
 * @param languages words of every language that a table may be written in
 */
export function readDictionaryFile(bytes: Uint8Array, languages: readonly TableWords[]): Reading {
  if (bytes.length > FILE_LIMIT) return { state: 'file', trouble: 'too-large' };
  const text = decodeText(bytes);
  if (text === null) return { state: 'file', trouble: 'not-text' };
  const start = text.trimStart();
  if (start === '') return { state: 'file', trouble: 'empty' };
  return start.startsWith('{') || start.startsWith('[') ? readJson(text) : readCsv(text, languages);
}

class Rows {
  readonly #drafts: EntryDraft[] = [];
  readonly #troubles: RowTrouble[] = [];
  readonly #seen = new Map<string, string>();
  #more = 0;

  refuse(row: number, column: Column | null, reason: RowTrouble['reason'], value: unknown): void {
    if (this.#troubles.length < TROUBLES_LIMIT)
      this.#troubles.push({ row, column, reason, value: shown(value) });
    else this.#more += 1;
  }

  /** Takes one entry in, or tells the first thing that is wrong with it. */
  take(row: number, raw: Readonly<Record<string, unknown>>): void {
    const parsed = entrySchema.safeParse({ ...raw, id: NO_ID });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const name = issue?.path[0];
      const column = COLUMNS.find((one) => one === name) ?? null;
      const value = column === null ? '' : raw[column];
      const missing = value === undefined || value === null || value === '';
      const reason = missing
        ? 'missing'
        : column === 'note'
          ? 'too-long'
          : column === 'phrase'
            ? 'phrase'
            : 'unknown';
      this.refuse(row, column, reason, value ?? '');
      return;
    }
    const { id: _, ...draft } = parsed.data;
    const key = [
      draft.kind,
      draft.phrase.toLowerCase(),
      draft.kind === 'exception' ? draft.rule : '',
    ].join('\n');
    const content = JSON.stringify(draft);
    const earlier = this.#seen.get(key);
    // The same row again says nothing new; another one with the same words contradicts.
    if (earlier === content) return;
    if (earlier !== undefined) this.refuse(row, 'phrase', 'twice', draft.phrase);
    this.#seen.set(key, content);
    this.#drafts.push(draft);
  }

  reading(says: ReadonlySet<string>): Reading {
    if (this.#troubles.length > 0)
      return {
        state: 'rows',
        troubles: this.#troubles,
        more: this.#more,
        good: this.#drafts.length,
      };
    if (this.#drafts.length === 0) return { state: 'file', trouble: 'empty' };
    return { state: 'read', drafts: this.#drafts, says };
  }
}

/** Files carry no ids: the same word in two browsers is one entry by what it says. */
const NO_ID = '00000000-0000-4000-8000-000000000000';

const jsonSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  entries: z.array(z.record(z.string(), z.unknown())),
});

function readJson(text: string): Reading {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { state: 'file', trouble: 'not-json' };
  }
  const parsed = jsonSchema.safeParse(raw);
  if (!parsed.success) return { state: 'file', trouble: 'not-dictionary' };
  const { version, entries } = parsed.data;
  if (version > VERSION) return { state: 'file', trouble: 'newer' };
  if (entries.length > ENTRIES_LIMIT) return { state: 'file', trouble: 'too-many' };
  const rows = new Rows();
  for (const [index, entry] of entries.entries())
    rows.take(index + 1, { ground: null, rule: null, note: '', ...entry });
  return rows.reading(new Set(COLUMNS));
}

/** A row of a table with the line of the file it begins on, from 1. */
interface TableRow {
  line: number;
  cells: string[];
}

/** Cells of a table by RFC 4180; null when a quotation mark is never closed. Linear. */
function parseTable(text: string, separator: string): TableRow[] | null {
  const rows: TableRow[] = [];
  let row: TableRow = { line: 1, cells: [] };
  let line = 1;
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) return null;
        cell += text.slice(at + 1, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
      for (const letter of cell) if (letter === '\n') line += 1;
    }
    // What stands outside of quotation marks, to the next separator or line end.
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
      end += 1;
    row.cells.push(cell + text.slice(at, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.cells.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    rows.push(row);
    row = { line, cells: [] };
  }
  if (row.cells.length > 0) rows.push(row);
  return rows;
}

const SEPARATORS = [';', ',', '\t'] as const;

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 2_000).split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string) => head.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е');

/** Ids by every way they may be written. */
function dictionaryOf<Id extends string>(
  ids: readonly Id[],
  languages: readonly TableWords[],
  wordsOf: (language: TableWords) => Readonly<Record<string, string>>,
): ReadonlyMap<string, Id> {
  const known = new Map<string, Id>();
  for (const id of ids) {
    known.set(plain(id), id);
    for (const language of languages) {
      const word = wordsOf(language)[id];
      if (word !== undefined && !known.has(plain(word))) known.set(plain(word), id);
    }
  }
  return known;
}

function readCsv(text: string, languages: readonly TableWords[]): Reading {
  const table = parseTable(text.replace(/^\uFEFF/, ''), separatorOf(text));
  if (table === null) return { state: 'file', trouble: 'quotes' };
  const [head, ...body] = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const names = dictionaryOf(COLUMNS, languages, ({ column }) => column);
  const columns = head?.cells.map((cell) => names.get(plain(cell))) ?? [];
  if (!columns.includes('phrase')) return { state: 'file', trouble: 'no-columns' };
  if (body.length > ENTRIES_LIMIT) return { state: 'file', trouble: 'too-many' };
  const values = {
    kind: dictionaryOf(ENTRY_KINDS, languages, ({ kind }) => kind),
    criterion: dictionaryOf(CRITERIA, languages, ({ criterion }) => criterion),
    strength: dictionaryOf(STRENGTHS, languages, ({ strength }) => strength),
    ground: dictionaryOf(
      [...new Set(languages.flatMap(({ ground }) => Object.keys(ground)))],
      languages,
      ({ ground }) => ground,
    ),
  } satisfies Partial<Record<Column, ReadonlyMap<string, string>>>;
  const rows = new Rows();
  for (const { line, cells } of body) {
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
      rows.refuse(line, null, 'cells', cells.slice(columns.length).join(' '));
      continue;
    }
    const raw: Record<string, string | null> = {};
    let wrong: Column | null = null;
    for (const [index, column] of columns.entries()) {
      if (column === undefined) continue;
      const cell = unguarded(cells[index] ?? '').trim();
      const known = column in values ? values[column as keyof typeof values] : null;
      const value = known === null || cell === '' ? cell : known.get(plain(cell));
      if (value === undefined) {
        wrong ??= column;
        raw[column] = cell;
      } else raw[column] = value;
    }
    if (wrong === null) rows.take(line, filled(raw));
    else rows.refuse(line, wrong, 'unknown', raw[wrong]);
  }
  return rows.reading(new Set(columns.filter((column) => column !== undefined)));
}

/** A list of words alone is a table too: what is usual fills the rest. */
function filled(raw: Readonly<Record<string, string | null>>): Record<string, unknown> {
  const or = (value: string | null | undefined, usual: string | null) => (value ? value : usual);
  return {
    kind: or(raw.kind, 'word'),
    phrase: raw.phrase ?? '',
    criterion: or(raw.criterion, 'custom'),
    ground: or(raw.ground, null),
    strength: or(raw.strength, 'certain'),
    rule: or(raw.rule, null),
    note: raw.note ?? '',
  };
}

/** The dictionary as JSON, ready to be read by `readDictionaryFile`. */
export function printJson(entries: readonly Entry[]): string {
  const drafts = entries.map(({ id: _, ...draft }) => draft);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, entries: drafts }, null, 2)}\n`;
}

/** The dictionary as CSV that spreadsheets open: byte order mark, semicolons, CRLF. */
export function printCsv(entries: readonly Entry[], words: TableWords): string {
  const lines = entries.map((entry) => {
    const isWord = entry.kind === 'word';
    return csvLine([
      words.kind[entry.kind],
      entry.phrase,
      isWord ? words.criterion[entry.criterion] : '',
      isWord && entry.ground !== null ? (words.ground[entry.ground] ?? entry.ground) : '',
      isWord ? words.strength[entry.strength] : '',
      isWord ? '' : (entry.rule ?? ''),
      entry.note,
    ]);
  });
  const head = csvLine(COLUMNS.map((column) => words.column[column]));
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
