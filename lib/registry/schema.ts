import * as z from 'zod/mini';
import { CRITERIA, STRENGTHS } from '../moderation/contract';
import { NETWORK_IDS, type NetworkId, siteOf } from '../networks/hosts';
import { addressSchema as address, noteSchema } from './fields';

/**
 * Records of the registry as they cross every boundary: message, outbox, database, file. Text fields
 * are bounded so that a hostile page cannot fill the disk with one record.
 */
const shortText = z.string().check(z.maxLength(2_000));
/** The longest comment text kept as evidence, UTF-16 code units; longer ones are cut and say so. */
export const EVIDENCE_TEXT_LIMIT = 100_000;
const evidenceText = z.string().check(z.maxLength(EVIDENCE_TEXT_LIMIT));
const isoTime = z.iso.datetime();

/** Words found in a text, as UTF-16 indices into it, and what they break. */
export const findingSchema = z.object({
  criterion: z.enum(CRITERIA),
  strength: z.enum(STRENGTHS),
  rule: shortText,
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
  why: shortText,
  ground: z.exactOptional(shortText),
});

/**
 * `delete`…`report`: what was done in the network. `keep`: judged no violation. `mark`: recorded as a
 * violation by hand. `note`: a note on the author. `amend`: another ground for `refers`. `undo`:
 * `refers` is withdrawn. The last two are entries of their own because the ledger only grows.
 */
export const ACTION_KINDS = [
  'delete',
  'restore',
  'hide',
  'ban',
  'unban',
  'report',
  'keep',
  'mark',
  'note',
  'amend',
  'undo',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** What was done about one comment, message or person, and on what ground. */
export const actionSchema = z.object({
  /** UUIDv7, made where the action was taken; the same id twice is the same action. */
  id: z.uuid(),
  /** When the operator acted, ISO 8601 UTC. */
  time: isoTime,
  operator: shortText,
  network: z.enum(NETWORK_IDS),
  /** Owner of the page as in addresses, e.g. `-100`. Empty when the page does not tell. */
  account: shortText,
  thread: shortText,
  commentId: shortText,
  /** What it was; absent for a comment, so that entries from before messages keep their hash. */
  subject: z.exactOptional(z.literal('message')),
  permalink: address,
  author: shortText,
  authorUrl: address,
  /** The comment's own time as the page gave it. */
  commentTime: shortText,
  /** Text as seen when the operator acted. */
  text: evidenceText,
  kind: z.enum(ACTION_KINDS),
  criterion: z.nullable(z.enum(CRITERIA)),
  /** Ground id of the regulation profile, or null. */
  ground: z.nullable(shortText),
  clause: z.nullable(shortText),
  findings: z.array(findingSchema).check(z.maxLength(200)),
  note: noteSchema,
  /** Id of the action that an `amend` or `undo` speaks of, else null. */
  refers: z.nullable(z.uuid()),
  /**
   * Of a `ban`: the last day on which it is to hold, in the region. Absent for one without an end, so
   * that older entries keep their hash.
   */
  until: z.exactOptional(z.iso.date()),
  /** `native`: the operator's own click on the network's control, proved by the page's state. */
  origin: z.enum(['native', 'vakhta']),
});
export type Action = z.infer<typeof actionSchema>;

/**
 * Fields that tell of a person. The chain covers them by a salted hash only, so that they can be
 * erased after retention while the chain stays valid.
 */
export const PERSONAL_FIELDS = [
  'commentId',
  'permalink',
  'author',
  'authorUrl',
  'commentTime',
  'text',
  'note',
] as const satisfies readonly (keyof Action)[];

/** An action as it stands in the append-only ledger of one device. */
export interface LedgerEntry extends Action {
  /** Id of the device (browser profile) whose chain this is. */
  device: string;
  /** Position in this device's chain, from 1. */
  seq: number;
  /** Random hex; empty once the personal fields are erased. */
  salt: string;
  /** SHA-256 over the salt and the canonical JSON of the personal fields, hex. */
  evidenceHash: string;
  /** Hash of the entry before, 64 hex digits; 64 zeros for the first. */
  prev: string;
  /** SHA-256 over the canonical JSON of everything above but the personal fields and the salt, hex. */
  hash: string;
}

/** One post as it was seen when it came out. */
export const publicationSchema = z.object({
  id: z.uuid(),
  time: isoTime,
  operator: shortText,
  network: z.enum(NETWORK_IDS),
  account: shortText,
  /** Id in the network, e.g. `-100_200`; empty when the post was not seen in the page afterwards. */
  postId: shortText,
  permalink: address,
  kind: z.enum(['post', 'comment']),
  text: evidenceText,
  /** Score and number of remarks of the draft check at the moment of publishing. */
  score: z.nullable(z.int().check(z.gte(0), z.lte(100))),
  remarks: z.int().check(z.nonnegative()),
  /** Recorded later, from the account's wall; absent when it was recorded as it was published. */
  source: z.exactOptional(z.literal('backfill')),
  /** The plan's entry whose text was put into the editor; absent where none was. */
  entry: z.exactOptional(z.uuid()),
});
export type PublicationRecord = z.infer<typeof publicationSchema>;

/** What travels through the outbox. */
export const outboxRecordSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('action'), action: actionSchema }),
  z.object({ type: z.literal('publication'), publication: publicationSchema }),
]);
export type OutboxRecord = z.infer<typeof outboxRecordSchema>;

/**
 * Key of an author across records: network and address without query and trailing slash. Mobile and
 * second hosts of a network are one with its first, so that a person is one author on all of them.
 */
export function authorKey(network: NetworkId, authorUrl: string): string {
  const hosts = siteOf(network).hosts;
  const address = authorUrl.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)(.*)$/.exec(address) ?? [];
  return `${network}:${hosts.includes(host) ? `https://${hosts[0]}${path}` : address}`;
}

/**
 * Addresses under which the network shows the person of an `authorKey`, without scheme, one a host; none
 * for the key of those whose address is not known, which tells nobody from others.
 */
export function addressesOf(key: string): string[] {
  const network = NETWORK_IDS.find((id) => key.startsWith(`${id}:`));
  const [, host = '', path = ''] = /^[a-z]+:https?:\/\/([^/]+)\/(.+)$/.exec(key) ?? [];
  if (!network || path === '') return [];
  const { hosts } = siteOf(network);
  return (hosts.includes(host) ? hosts : [host]).map((one) => `${one}/${path}`);
}
