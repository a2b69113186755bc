import type { Registry } from './database';
import type { PublicationMark } from './publication-marks';
import type { PublicationRecord } from './schema';

/** A publication with what people noted of it. */
export interface Publication extends PublicationRecord {
  mark: PublicationMark | null;
}

async function withMarks(
  registry: Registry,
  records: readonly PublicationRecord[],
): Promise<Publication[]> {
  const marks = await registry.publicationMarks.bulkGet(records.map(({ id }) => id));
  return records.map((record, place) => ({ ...record, mark: marks[place] ?? null }));
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
  const standsAt = ({ time, mark }: Publication) => mark?.moved ?? time;
  return all
    .filter((row) => standsAt(row) >= from && standsAt(row) < to)
    .sort((a, b) => (standsAt(a) < standsAt(b) ? -1 : 1));
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
