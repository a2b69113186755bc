import { defineExtensionMessaging } from '@webext-core/messaging';
import * as z from 'zod/mini';
import type { NetworkId } from '../networks/hosts';
import type { HealthReport } from '../networks/report';
import type { Standing } from '../registry/authors';
import type { Intake } from '../registry/intake';
import type { OutboxRecord } from '../registry/schema';
import type { TabState } from './tab-state';
import type { AccountVisit } from './visit';

/** A place in the dashboard, e.g. `#/log?author=…`. */
export const dashboardQuerySchema = z.object({ hash: z.string().check(z.maxLength(10_000)) });

/**
 * Every message between the worlds. A content script may only append and ask for counts; all that
 * reads the registry is done by Vakhta's own pages, which open the database themselves.
 */
export interface ProtocolMap {
  /** Rejects when the record must be handed in again. */
  append(record: OutboxRecord): Intake;
  /** By author address: violations of the last 30 days and the blacklist. */
  standing(query: { network: string; authorUrls: string[] }): Record<string, Standing>;
  /** The operator stands on an account's own page: what is known of the account notes the day. */
  visited(visit: AccountVisit): void;
  /**
   * Which of these accounts are the body's own: their names, null for all others, and whether the
   * registry has any account in this network.
   */
  ours(query: { network: NetworkId; accounts: { owner: string; key: string | null }[] }): {
    names: (string | null)[];
    any: boolean;
  };
  /** Adds an exception to the body's own dictionary. */
  except(phrase: string): void;
  /** Runs the draft check's engine beside the content script that asks. Rejects when it could not. */
  bringDraftEngine(): void;
  tabState(state: TabState): void;
  openPanel(): void;
  /** For Vakhta's own pages alone. */
  openDashboard(query: z.infer<typeof dashboardQuerySchema>): void;
  /** Asked of a tab by Vakhta's own pages: what its adapter finds there, without anybody's data. */
  healthReport(): HealthReport;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
