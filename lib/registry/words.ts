import type { LogRow, Registry } from './database';
import type { PublicationRecord } from './schema';

/**
 * Words of one row of the log, or of one publication, in a table of their own: what a list reads of a row
 * stays small.
 */
export interface WordsRow {
  /** The row's id, see `keyOf`. */
  id: string | Uint8Array | ArrayBuffer;
  /** See `monthWord`; without the commonest words, see `isCommon`. */
  words: string[];
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

/** A word as the index keeps it: behind the month (UTC) of its row, `2026-11 дорога`. */
export const monthWord = (time: string, word: string) => `${time.slice(0, 7)} ${word}`;

/**
 * Words that stand in so many texts that an index of them is the largest part of all and finds nothing
 * quicker than reading the texts.
 */
const COMMON: ReadonlySet<string> = new Set(
  'и в не на я что с он а как это по но они к у ты из мы за вы так же от все вам нас для бы о'.split(
    ' ',
  ),
);
/** Whether rows must be read to know if they have a word that begins so. */
export const isCommon = (beginning: string): boolean =>
  [...COMMON].some((word) => word.startsWith(beginning));

/** What the search looks at in a row. */
type Searched = Pick<LogRow, 'text' | 'author' | 'note'>;

const wordsIn = ({ text, author, note }: Searched) => searchWords(text, author, note);

function rowOf({ id, time }: Pick<LogRow, 'id' | 'time'>, all: readonly string[]): WordsRow | null {
  const words = all.filter((word) => !COMMON.has(word));
  if (words.length === 0) return null;
  return { id: keyOf(id), words: words.map((word) => monthWord(time, word)) };
}

/** The row of words of a row of the log; null for one in which there is nothing to search. */
export const wordsRow = (row: Searched & Pick<LogRow, 'id' | 'time'>): WordsRow | null =>
  rowOf(row, wordsIn(row));

/** The same of a publication, which is found by its text alone, in the month when it was recorded. */
export const publicationWordsRow = (
  row: Pick<PublicationRecord, 'id' | 'time' | 'text'>,
): WordsRow | null => rowOf(row, searchWords(row.text));

/** Words to look for; one that begins another says nothing more. */
export function wordsToFind(search: string): string[] {
  const words = searchWords(search);
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}

/** Brings the words up to these rows of the log; inside the caller's transaction. */
export async function storeWords(registry: Registry, rows: readonly LogRow[]): Promise<void> {
  const made = rows.map(wordsRow);
  await registry.words.bulkPut(made.flatMap((words) => words ?? []));
  await registry.words.bulkDelete(
    rows.flatMap(({ id }, place) => (made[place] === null ? [keyOf(id)] : [])),
  );
}

/** Brings the words of publications in; inside the caller's transaction. */
export async function storePublicationWords(
  registry: Registry,
  rows: readonly PublicationRecord[],
): Promise<void> {
  await registry.publicationWords.bulkPut(rows.flatMap((row) => publicationWordsRow(row) ?? []));
}

/** Whether a word of the row begins so. @param beginning as `searchWords` gives it */
export const hasWord = (row: Searched, beginning: string): boolean =>
  wordsIn(row).some((word) => word.startsWith(beginning));

/** Whether each of these stands in a text as the beginning of a word. @param beginnings by `wordsToFind` */
export function hasWords(text: string, beginnings: readonly string[]): boolean {
  const words = beginnings.length === 0 ? [] : searchWords(text);
  return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * An id as the key of its words: 16 bytes of a UUID for its 36 letters, since every word repeats the
 * key twice. An id that is written in another way stays as it is.
 */
function keyOf(id: string): string | Uint8Array {
  if (!UUID.test(id)) return id;
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, place) =>
    Number.parseInt(digits.slice(place * 2, place * 2 + 2), 16),
  );
}

/** The id whose key this is. */
export function idOf(key: WordsRow['id']): string {
  if (typeof key === 'string') return key;
  let id = '';
  for (const [place, byte] of new Uint8Array(key).entries())
    id += (place === 4 || place === 6 || place === 8 || place === 10 ? '-' : '') + HEX[byte];
  return id;
}

/** A row of the log that may come from before version 5, when its words stood in it. */
export const withoutWords = ({ words: _words, ...row }: LogRow & { words?: string[] }): LogRow =>
  row;
