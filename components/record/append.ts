import { v7 as uuidv7 } from 'uuid';
import { sendMessage } from '../../lib/messages/protocol';
import { isExample, type LogRow, openRegistry } from '../../lib/registry/database';
import { ownIdentity } from '../../lib/registry/identity';
import { type Intake, RegistryIntake } from '../../lib/registry/intake';
import type { Action, OutboxRecord } from '../../lib/registry/schema';
import type { Ground } from '../../lib/regulation/profile';

/** Thrown when the registry did not acknowledge a record; the same record may be sent again. */
class NotRecorded extends Error {
  override name = 'NotRecorded';
}

/** The example is no business of the background, which writes the person's own registry. */
async function appendToExample(record: OutboxRecord): Promise<Intake> {
  const registry = openRegistry();
  const { device } = await ownIdentity(registry);
  return new RegistryIntake(registry, device).take(record);
}

/**
 * Hands an action to the background and waits until it is on the disk.
 * @throws NotRecorded when it is not; nothing has changed then
 */
export async function append(action: Action): Promise<void> {
  const record: OutboxRecord = { type: 'action', action };
  let answer: Intake;
  try {
    answer = isExample() ? await appendToExample(record) : await sendMessage('append', record);
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
