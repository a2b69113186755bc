import * as z from 'zod/mini';
import { BLINDNESS } from '../networks/contract';
import { NETWORK_IDS } from '../networks/hosts';
import { findingSchema } from '../registry/schema';
import { STYLE_CATEGORIES } from '../style/contract';

/** Name of the port that the side panel opens to the content script of the tab it watches. */
export const PANEL_PORT = 'vakhta-panel';

const commentView = z.object({
  key: z.string(),
  /** Absent for a comment. */
  kind: z.exactOptional(z.literal('message')),
  author: z.string(),
  authorUrl: z.string(),
  time: z.string(),
  /** Cut to the first 600 UTF-16 code units: the queue shows two lines. */
  text: z.string(),
  permalink: z.string(),
  findings: z.array(findingSchema),
  /** What was done about it in this tab, or null. */
  done: z.nullable(
    z.object({
      kind: z.string(),
      ground: z.nullable(z.string()),
      actionId: z.string(),
      /** Acknowledged by the registry. */
      saved: z.boolean(),
    }),
  ),
  standing: z.nullable(z.object({ violations: z.number(), blacklisted: z.boolean() })),
});
export type CommentView = z.infer<typeof commentView>;

const remarkView = z.object({
  category: z.enum(STYLE_CATEGORIES),
  rule: z.string(),
  start: z.number(),
  end: z.number(),
  why: z.string(),
  replacements: z.array(z.string()),
  example: z.optional(z.object({ before: z.string(), after: z.string() })),
});

/** What the panel shows of the page; the content script sends it whole, at most ten times a second. */
export const panelViewSchema = z.object({
  network: z.enum(NETWORK_IDS),
  account: z.string(),
  identity: z.string(),
  thread: z.string(),
  read: z.number(),
  /** Flagged comments in the order of the page. */
  queue: z.array(commentView),
  current: z.nullable(z.string()),
  paused: z.boolean(),
  /** What Vakhta does not see although the page shows it. */
  blind: z.nullable(z.enum(BLINDNESS)),
  claimed: z.nullable(z.number()),
  waiting: z.number(),
  /** A sentence for the operator when something is wrong (full disk, dead background). */
  trouble: z.nullable(z.string()),
  /** Ids of the account's own posts that the page shows and that can be recorded. */
  posts: z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(1_000)),
  draft: z.nullable(
    z.object({
      text: z.string(),
      score: z.number(),
      ease: z.number(),
      remarks: z.array(remarkView),
    }),
  ),
});
export type PanelView = z.infer<typeof panelViewSchema>;

/** What the panel asks of the page. */
export const panelCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('jump'), key: z.string() }),
  z.object({ type: z.literal('mark'), key: z.string(), ground: z.string() }),
  z.object({ type: z.literal('keep'), key: z.string() }),
  z.object({
    type: z.literal('note'),
    key: z.string(),
    text: z.string().check(z.maxLength(10_000)),
  }),
  z.object({ type: z.literal('blacklist'), key: z.string() }),
  z.object({ type: z.literal('openMenu'), key: z.string() }),
  z.object({ type: z.literal('next') }),
  z.object({ type: z.literal('previous') }),
  z.object({ type: z.literal('undo') }),
  z.object({
    type: z.literal('replace'),
    start: z.number(),
    end: z.number(),
    expected: z.string(),
    replacement: z.string(),
  }),
  /** Begin a lesson: the operator shows a comment to Vakhta. */
  z.object({ type: z.literal('teach') }),
  z.object({
    type: z.literal('fill'),
    text: z.string().check(z.maxLength(100_000)),
    /** The plan's entry that the text is of. */
    entry: z.uuid(),
  }),
  z.object({
    type: z.literal('recordPosts'),
    ids: z.array(z.string().check(z.maxLength(2_000))).check(z.maxLength(1_000)),
  }),
]);
export type PanelCommand = z.infer<typeof panelCommandSchema>;
