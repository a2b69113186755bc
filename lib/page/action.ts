import { v7 as uuidv7 } from 'uuid';
import type { Finding } from '../moderation/contract';
import type { Comment } from '../networks/contract';
import { type Action, type ActionKind, EVIDENCE_TEXT_LIMIT } from '../registry/schema';
import { type Ground, type RegulationProfile, suggestedGround } from '../regulation/profile';

/** What an action is made of; everything else follows from it. */
export interface ActionParts {
  kind: ActionKind;
  comment: Comment;
  findings: readonly Finding[];
  ground: Ground | null;
  operator: string;
  account: string;
  origin: Action['origin'];
  note?: string;
  refers?: string;
}

const CUT = ' […]';
/** The ledger's limits on short fields; a page may show names of any length. */
const short = (text: string, limit: number) => (text.length > limit ? text.slice(0, limit) : text);
const evidence = (text: string) =>
  text.length > EVIDENCE_TEXT_LIMIT ? text.slice(0, EVIDENCE_TEXT_LIMIT - CUT.length) + CUT : text;

/** An action with an id and a time of its own, ready for the outbox. */
export function makeAction(parts: ActionParts): Action {
  const { comment, ground } = parts;
  return {
    id: uuidv7(),
    time: new Date().toISOString(),
    operator: short(parts.operator, 2_000),
    network: comment.network,
    account: short(parts.account, 2_000),
    thread: short(comment.thread, 2_000),
    commentId: short(comment.id, 2_000),
    ...(comment.kind && { subject: comment.kind }),
    permalink: short(comment.permalink, 4_000),
    author: short(comment.author, 2_000),
    authorUrl: short(comment.authorUrl, 4_000),
    commentTime: short(comment.time, 2_000),
    text: evidence(comment.text),
    kind: parts.kind,
    criterion: ground?.criterion ?? null,
    ground: ground?.id ?? null,
    clause: ground?.clause ?? null,
    findings: parts.findings.slice(0, 200).map((finding) => ({ ...finding })),
    note: parts.note ?? '',
    refers: parts.refers ?? null,
    origin: parts.origin,
  };
}

/** The ground that the heaviest finding suggests, or null when nothing was found. */
export function guessGround(
  profile: RegulationProfile,
  findings: readonly Finding[],
): Ground | null {
  const [heaviest] = findings;
  return heaviest ? (suggestedGround(profile, heaviest) ?? null) : null;
}
