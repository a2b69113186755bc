import type { Action } from '../registry/schema';
import type { Messages } from './index';

/** What was done, in the words for a comment or for a message. */
export const kindName = (
  { common }: Pick<Messages, 'common'>,
  { kind, subject }: Pick<Action, 'kind' | 'subject'>,
): string => (subject === 'message' && common.messageKind[kind]) || common.kind[kind];
