import type { Registry } from './database';
import type { PublicationMark } from './publication-marks';
import { monthsOf } from './queries';
import type { PublicationRecord } from './schema';
import { isKept } from './upkeep';
import { hasWords, idOf, isCommon, monthWord, wordsToFind } from './words';

/** A publication with what people noted of it. */
export interface Publication extends PublicationRecord {
  mark: PublicationMark | null;
}

async function withMarks(
  registry: Registry,
  records: readonly PublicationRecord[],
): Promise<Publication[]> {
  const marks = await marksOf(
    registry,
    records.map(({ id }) => id),
  );
  return records.map((record) => ({ ...record, mark: marks.get(record.id) ?? null }));
}

/** Beyond so many, all marks between the first and the last id are read: a request a row takes longer. */
const FEW = 100;

async function marksOf(
  registry: Registry,
  ids: readonly string[],
): Promise<Map<string, PublicationMark>> {
  const { publicationMarks } = registry;
  const sorted = ids.length > FEW ? [...ids].sort() : [];
  const [first, last] = [sorted[0], sorted.at(-1)];
  // Ids begin with the moment they were made at, so those of one period lie together.
  const rows =
    first !== undefined && last !== undefined
      ? await publicationMarks.where(':id').between(first, last, true, true).toArray()
      : await publicationMarks.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/**
 * Publications that stand between two moments, by the moment under which the network shows them now,
 * oldest first; those that were recorded there and moved away are not among them.
 * @param from ISO 8601 UTC, inclusive
 * @param to ISO 8601 UTC, exclusive
 */
export async function publishedBetween(
  registry: Registry,
  from: string,
  to: string,
): Promise<Publication[]> {
  const [recorded, movedHere] = await Promise.all([
    registry.publications.where('time').between(from, to, true, false).toArray(),
    registry.publicationMarks.where('moved').between(from, to, true, false).primaryKeys(),
  ]);
  const known = new Set(recorded.map(({ id }) => id));
  const brought = await registry.publications.bulkGet(movedHere.filter((id) => !known.has(id)));
  const all = await withMarks(registry, [...recorded, ...brought.flatMap((row) => row ?? [])]);
  return all
    .filter((row) => standsAt(row) >= from && standsAt(row) < to)
    .sort((a, b) => (standsAt(a) < standsAt(b) ? -1 : 1));
}

/** The first window holds about so many publications; each later one so many times more. */
const FIRST = 200;
const GROWTH = 5;
const DAY_MS = 86_400_000;

const standsAt = ({ time, mark }: Publication) => mark?.moved ?? time;

/**
 * The same as `publishedBetween`, newest first and piece by piece: the first one is short and comes at
 * once, whoever has enough may stop.
 */
async function* walkPublications(
  registry: Registry,
  from: string,
  to: string,
): AsyncGenerator<Publication[]> {
  const { publications } = registry;
  const [newest, near] = await Promise.all([
    publications.where('time').between(from, to, true, false).last(),
    publications.where('time').between(from, to, true, false).reverse().offset(FIRST).first(),
  ]);
  const begin = Date.parse(from);
  let end = Date.parse(to);
  // What was moved may stand after the newest one that was not: the first window reaches to the end.
  const last = newest ? Date.parse(newest.time) : begin;
  let length = near ? Math.max(1, last - Date.parse(near.time)) + (end - last) : DAY_MS;
  while (end > begin) {
    const start = Math.max(begin, end - length);
    const iso = (instant: number) => new Date(instant).toISOString();
    const rows = await publishedBetween(registry, iso(start), iso(end));
    yield rows.reverse();
    end = start;
    length *= GROWTH;
  }
}

/** So few publications are read at once by their ids; where more have the words, all are read in order of time. */
const FEW_FOUND = 2_000;

/**
 * Those of them in which each word of `search` stands as the beginning of a word, see `searchWords`;
 * without words all. In the same order and piece by piece.
 */
export async function* findPublications(
  registry: Registry,
  from: string,
  to: string,
  search: string,
): AsyncGenerator<Publication[]> {
  const words = wordsToFind(search);
  const known = words.filter((word) => !isCommon(word));
  const named =
    known.length > 0 && (await isKept(registry, 'publicationWords'))
      ? await withWords(registry, { from, to }, known)
      : null;
  const hasThem = ({ id, text }: Publication) =>
    named ? named.has(id) && hasWords(text, words) : hasWords(text, words);
  if (!named || named.size > FEW_FOUND) {
    for await (const piece of walkPublications(registry, from, to)) yield piece.filter(hasThem);
    return;
  }
  const found = await registry.publications.bulkGet([...named]);
  const rows = await withMarks(
    registry,
    found.flatMap((row) => row ?? []),
  );
  yield rows
    .filter((row) => standsAt(row) >= from && standsAt(row) < to && hasThem(row))
    .sort((a, b) => (standsAt(a) < standsAt(b) ? 1 : -1));
}

/** Ids of publications that have each of these words and stand in the window, and of some that do not. */
async function withWords(
  registry: Registry,
  window: { from: string; to: string },
  words: readonly string[],
): Promise<Set<string>> {
  const { publicationMarks, publicationWords } = registry;
  const months = monthsOf(window);
  const [moved, ...lists] = await Promise.all([
    // What was moved here lies under the month in which it was recorded.
    publicationMarks.where('moved').between(window.from, window.to, true, false).primaryKeys(),
    ...words.map(async (word) => {
      const keys = await Promise.all(
        months.map((month) =>
          publicationWords.where('words').startsWith(monthWord(month, word)).primaryKeys(),
        ),
      );
      return new Set(keys.flat().map(idOf));
    }),
  ]);
  const [first = new Set<string>(), ...others] = lists;
  const all = [...first].filter((id) => others.every((other) => other.has(id)));
  return new Set([...all, ...moved]);
}

/** Which of these posts of a network are in the registry, by their ids in the network. */
export async function knownPosts(
  registry: Registry,
  network: string,
  postIds: readonly string[],
): Promise<Set<string>> {
  const keys = postIds.map((postId) => [network, postId]);
  const rows = await registry.publications.where('[network+postId]').anyOf(keys).toArray();
  return new Set(rows.map(({ postId }) => postId));
}
