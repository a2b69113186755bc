import type { Locale } from '../i18n';
import type { PageMessages } from '../i18n/page';
import type { PanelView } from '../messages/panel';
import type { NetworkAdapter } from '../networks/contract';
import type { OutboxRecord } from '../registry/schema';
import type { Settings } from '../settings/settings';
import type { Overlay } from './overlay';

/**
 * What every part of the content script works with. There is one per page and content-script life;
 * nothing may outlive `signal`.
 */
export interface PageContext {
  readonly adapter: NetworkAdapter;
  /** Aborts when the extension is updated, paused on this site or removed. */
  readonly signal: AbortSignal;
  readonly overlay: Overlay;
  /** The settings as they are now. */
  settings(): Settings;
  /** Calls back after each change of the settings until `signal` aborts. */
  onSettings(listener: (settings: Settings) => void): void;
  locale(): Locale;
  messages(): PageMessages;
  /**
   * Hands a record to the outbox. Resolves when it is safely stored there or in the registry, however
   * long that takes; never rejects. When it takes long (disk full, extension gone) the operator is told.
   */
  record(record: OutboxRecord): Promise<void>;
  /**
   * Adds an exception to the body's own dictionary; null where nothing may be added, as on the practice
   * page, and then none is offered. Rejects when it could not be stored.
   */
  except: ((phrase: string) => Promise<void>) | null;
  /** Shows the draft in the side panel; null when none is open. */
  showDraft(draft: PanelView['draft']): void;
}
