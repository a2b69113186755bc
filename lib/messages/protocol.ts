import { defineExtensionMessaging } from '@webext-core/messaging';
import type { OutboxRecord } from '../registry/schema';

/** Answer of the background to a delivered record. */
export type Acknowledgement =
  /** It is in the registry, now or from an earlier delivery. */
  | { stored: true }
  /** It can never be stored as it is (it does not parse); keep it aside and tell the operator. */
  | { stored: false; reason: string };

/** How often an author was recorded with a violation in the last 30 days. Counts only. */
export interface AuthorStanding {
  violations: number;
  blacklisted: boolean;
}

/** State of a tab as the badge and the popup show it. Counts only, no texts. */
export interface TabState {
  network: string;
  read: number;
  flagged: number;
  done: number;
  paused: boolean;
  /** The page claims comments and none was read. */
  blind: boolean;
  /** Records that could not be handed over yet. */
  waiting: number;
}

/**
 * Every message between the worlds. A content script may only append and ask for counts; all that
 * reads the registry is done by Vakhta's own pages, which open the database themselves.
 */
export interface ProtocolMap {
  append(record: OutboxRecord): Acknowledgement;
  standing(query: { network: string; authorUrls: string[] }): Record<string, AuthorStanding>;
  tabState(state: TabState): void;
  openPanel(): void;
  openDashboard(query: { hash: string }): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
