import { v7 as uuidv7 } from 'uuid';
import { sendMessage } from '../../lib/messages/protocol';
import type { LogRow } from '../../lib/registry/database';
import type { Action } from '../../lib/registry/schema';
import type { Ground } from '../../lib/regulation/profile';

/** Thrown when the registry did not acknowledge a record; the same record may be sent again. */
class NotRecorded extends Error {
  override name = 'NotRecorded';
}

/**
 * Hands an action to the background and waits until it is on the disk.
 * @throws NotRecorded when it is not; nothing has changed then
 */
export async function append(action: Action): Promise<void> {
  let answer: Awaited<ReturnType<typeof sendMessage<'append'>>>;
  try {
    answer = await sendMessage('append', { type: 'action', action });
  } catch (cause) {
    throw new NotRecorded('The background does not answer', { cause });
  }
  if (!answer.stored) throw new NotRecorded(answer.reason);
}

/** The part of a row that an action about the same comment shares. */
function about(row: LogRow, operator: string, now: number): Action {
  return {
    id: uuidv7({ msecs: now }),
    time: new Date(now).toISOString(),
    operator,
    network: row.network,
    account: row.account,
    thread: row.thread,
    commentId: row.commentId,
    ...(row.subject && { subject: row.subject }),
    permalink: row.permalink,
    author: row.author,
    authorUrl: row.authorUrl,
    commentTime: row.commentTime,
    text: '',
    kind: 'undo',
    criterion: row.criterion,
    ground: row.ground,
    clause: row.clause,
    findings: [],
    note: '',
    refers: row.id,
    origin: 'vakhta',
  };
}

/** An action that withdraws a row. @param now milliseconds since the epoch */
export function undoOf(row: LogRow, operator: string, now: number): Action {
  return about(row, operator, now);
}

/** An action that gives a row another ground. @param now milliseconds since the epoch */
export function amendOf(row: LogRow, ground: Ground, operator: string, now: number): Action {
  return {
    ...about(row, operator, now),
    kind: 'amend',
    criterion: ground.criterion,
    ground: ground.id,
    clause: ground.clause,
  };
}

/**
 * An action about the author of a row; where the row is a violation, it is what the decision rests on.
 * @param now milliseconds since the epoch
 */
export function decisionOn(
  row: LogRow,
  decision: Pick<Action, 'kind' | 'note'> & { ground: Ground | null; until?: string },
  operator: string,
  now: number,
): Action {
  const { kind, note, ground, until } = decision;
  return {
    ...about(row, operator, now),
    kind,
    note,
    criterion: ground?.criterion ?? null,
    ground: ground?.id ?? null,
    clause: ground?.clause ?? null,
    ...(until === undefined ? {} : { until }),
    refers: null,
  };
}
