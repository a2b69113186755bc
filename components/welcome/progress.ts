import type { OutboxRecord } from '../../lib/registry/schema';
import type { PracticeComment } from './material';

/** What was done about a practice comment: nothing, or what the last record that stands says. */
export type Fate = 'open' | 'removed' | 'recorded' | 'kept';

/** How a comment stands against what is wanted of it. */
export type Progress =
  | 'waiting'
  | 'right'
  /** Recorded as a violation and still on the page. */
  | 'still-there'
  | 'wrongly-removed'
  | 'wrongly-kept';

const FATES: Readonly<Partial<Record<string, Fate>>> = {
  delete: 'removed',
  hide: 'removed',
  mark: 'recorded',
  ban: 'recorded',
  report: 'recorded',
  keep: 'kept',
  restore: 'open',
};

/** Fates by comment id, from the records in the order in which they were made. */
export function fatesOf(records: readonly OutboxRecord[]): Map<string, Fate> {
  const actions = records.flatMap((record) => (record.type === 'action' ? [record.action] : []));
  const undone = new Set(actions.flatMap(({ kind, refers }) => (kind === 'undo' ? [refers] : [])));
  const fates = new Map<string, Fate>();
  for (const { id, kind, commentId } of actions) {
    const fate = FATES[kind];
    if (fate && !undone.has(id)) fates.set(commentId, fate);
  }
  return fates;
}

/** @param allHandled every comment that wants a deed has had the right one */
function progressOf(
  { wanted }: Pick<PracticeComment, 'wanted'>,
  fate: Fate,
  allHandled: boolean,
): Progress {
  if (wanted === 'untouched') {
    if (fate === 'removed' || fate === 'recorded') return 'wrongly-removed';
    return allHandled || fate === 'kept' ? 'right' : 'waiting';
  }
  if (fate === 'open') return 'waiting';
  if (wanted === 'kept') return fate === 'kept' ? 'right' : 'wrongly-removed';
  if (fate === 'recorded') return 'still-there';
  return fate === 'removed' ? 'right' : 'wrongly-kept';
}

/** The progress of each comment, by id. */
export function progressesOf(
  comments: readonly PracticeComment[],
  records: readonly OutboxRecord[],
): Map<string, Progress> {
  const fates = fatesOf(records);
  const of = (one: PracticeComment, allHandled: boolean) =>
    progressOf(one, fates.get(one.id) ?? 'open', allHandled);
  const allHandled = comments
    .filter(({ wanted }) => wanted !== 'untouched')
    .every((one) => of(one, false) === 'right');
  return new Map(comments.map((one) => [one.id, of(one, allHandled)]));
}
