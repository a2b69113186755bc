import type { CommentView } from '../../lib/messages/panel';
import {
  byWeight,
  type Criterion,
  type Finding,
  STRENGTHS,
  type Strength,
} from '../../lib/moderation/contract';
import { groupBy } from '../../lib/registry/group-by';
import { foldedText, wordSearch } from '../text/search-words';

/** What the operator wants to see of the queue; empty lists and an empty search limit nothing. */
export interface QueueFilter {
  criteria: readonly Criterion[];
  strengths: readonly Strength[];
  search: string;
}

/** One line of the queue: a comment, or several that are alike. */
export type QueueRow =
  | { type: 'one'; item: CommentView }
  | { type: 'group'; id: string; alike: 'text' | 'author'; items: CommentView[] };

/** Comments of one author that make a group; two are a talk, not a flood. */
const AUTHOR_GROUP = 3;

/** The weightiest finding, or null. */
export function strongest(item: CommentView): Finding | null {
  return [...item.findings].sort(byWeight)[0] ?? null;
}

function strengthOf(item: CommentView): Strength {
  return strongest(item)?.strength ?? 'probable';
}

/** Most certain first; within one strength as the page has them. */
export function ordered(queue: readonly CommentView[]): CommentView[] {
  return STRENGTHS.flatMap((strength) => queue.filter((item) => strengthOf(item) === strength));
}

/** True when the comment is to be shown. */
export function passes(item: CommentView, filter: QueueFilter): boolean {
  const { criteria, strengths, search } = filter;
  if (strengths.length > 0 && !strengths.includes(strengthOf(item))) return false;
  if (criteria.length > 0 && !item.findings.some(({ criterion }) => criteria.includes(criterion)))
    return false;
  return wordSearch(search)(`${item.author} ${item.text}`);
}

/** How many comments each filter would show: a comment counts once under each of its criteria. */
export function countsOf(queue: readonly CommentView[]): {
  criteria: Map<Criterion, number>;
  strengths: Map<Strength, number>;
} {
  const criteria = new Map<Criterion, number>();
  const strengths = new Map<Strength, number>();
  for (const item of queue) {
    for (const criterion of new Set(item.findings.map((finding) => finding.criterion)))
      criteria.set(criterion, (criteria.get(criterion) ?? 0) + 1);
    const strength = strengthOf(item);
    strengths.set(strength, (strengths.get(strength) ?? 0) + 1);
  }
  return { criteria, strengths };
}

/** The text without what a flood changes from copy to copy: case, spaces, signs. */
function likeness(item: CommentView): string {
  return foldedText(item.text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Puts alike comments into one row, at the place of the first of them: the same text (two and more),
 * then the same author (three and more).
 */
export function grouped(items: readonly CommentView[]): QueueRow[] {
  const texts = groupBy(items, likeness);
  const sameText = (item: CommentView) => {
    const text = likeness(item);
    return text !== '' && (texts.get(text)?.length ?? 0) > 1;
  };
  const authors = groupBy(
    items.filter((item) => !sameText(item)),
    ({ authorUrl }) => authorUrl,
  );
  const rows: QueueRow[] = [];
  const taken = new Set<string>();
  for (const item of items) {
    const byText = sameText(item);
    const id = byText ? `text:${likeness(item)}` : `author:${item.authorUrl}`;
    if (taken.has(id)) continue;
    const alike = byText ? texts.get(likeness(item)) : authors.get(item.authorUrl);
    const isGroup =
      alike !== undefined && (byText || (item.authorUrl !== '' && alike.length >= AUTHOR_GROUP));
    if (!isGroup) rows.push({ type: 'one', item });
    else {
      taken.add(id);
      rows.push({ type: 'group', id, alike: byText ? 'text' : 'author', items: alike });
    }
  }
  return rows;
}

/** Comments in the order in which the keys visit them: a closed group is one stop. */
export function stopsOf(rows: readonly QueueRow[], open: ReadonlySet<string>): CommentView[] {
  return rows.flatMap((row) => {
    if (row.type === 'one') return [row.item];
    return open.has(row.id) ? row.items : row.items.slice(0, 1);
  });
}

/**
 * The comment that stands large: the page's current one while it waits, else the next one after it,
 * else the first.
 * @param all every comment of the queue in order, done ones too
 * @param shown those that wait and pass the filter, in the same order
 */
export function currentOf(
  all: readonly CommentView[],
  shown: readonly CommentView[],
  current: string | null,
): CommentView | null {
  const same = shown.find(({ key }) => key === current);
  if (same) return same;
  const place = all.findIndex(({ key }) => key === current);
  const later = new Set(all.slice(place + 1).map(({ key }) => key));
  return (place < 0 ? undefined : shown.find(({ key }) => later.has(key))) ?? shown[0] ?? null;
}

/** The stop `by` places from the one that stands large; the ends stay. */
export function stopFrom(
  stops: readonly CommentView[],
  current: CommentView | null,
  by: 1 | -1,
): CommentView | null {
  const place = stops.findIndex(({ key }) => key === current?.key);
  if (place < 0) return stops[0] ?? null;
  return stops[Math.max(0, Math.min(stops.length - 1, place + by))] ?? null;
}
