import { defineExtensionMessaging } from '@webext-core/messaging';
import type { NetworkId } from '../networks/hosts';
import type { HealthReport } from '../networks/report';
import type { Standing } from '../registry/authors';
import type { Intake } from '../registry/intake';
import type { OutboxRecord } from '../registry/schema';
import type { TabState } from './tab-state';
import type { AccountVisit } from './visit';

/** Accounts of one network that a page asks about, by number or by short name. */
export interface OursQuery {
  network: NetworkId;
  accounts: { owner: string; key: string | null }[];
}

/** The answer: names of those that are the body's own, in the order of the query; null for all others. */
export interface Ours {
  names: (string | null)[];
  /** The registry has accounts in this network. */
  any: boolean;
}

/**
 * Every message between the worlds. A content script may only append and ask for counts; all that
 * reads the registry is done by Vakhta's own pages, which open the database themselves. What each may
 * carry and whose it may be stands in `receive.ts`.
 */
export interface ProtocolMap {
  /** Rejects when the record must be handed in again. */
  append(record: OutboxRecord): Intake;
  /** By author address: violations of the profile's last days and the blacklist. */
  standing(query: { network: NetworkId; authorUrls: string[] }): Record<string, Standing>;
  /** The operator stands on an account's own page: what is known of the account notes the day. */
  visited(visit: AccountVisit): void;
  /** Which of these accounts are the body's own. A page is answered about its own network alone. */
  ours(query: OursQuery): Ours;
  /** Adds an exception to the body's own dictionary. */
  except(phrase: string): void;
  /** Runs the draft check's engine beside the content script that asks. Rejects when it could not. */
  bringDraftEngine(): void;
  tabState(state: TabState): void;
  openPanel(): void;
  /** For Vakhta's own pages alone. `hash` is a place in the dashboard, e.g. `#/log?author=…`. */
  openDashboard(query: { hash: string }): void;
  /**
   * Erases the personal data of one person by `authorKey`, and says of how many actions; for Vakhta's own
   * pages alone.
   */
  erasePerson(author: string): number;
  /** Plan, notices, checks or accounts have changed: for Vakhta's own pages alone. */
  dueChanged(): void;
  /** Asked of a tab by Vakhta's own pages: what its adapter finds there, without anybody's data. */
  healthReport(): HealthReport;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
