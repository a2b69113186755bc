import { sendMessage } from '../../lib/messages/protocol';
import { isExample } from '../../lib/registry/database';

/**
 * Tells the background that what is due may have changed, so that it reminds of that. Nothing is lost
 * when it does not hear: it looks by itself each morning.
 */
export function tellDue(): void {
  if (!isExample()) void sendMessage('dueChanged').catch(() => undefined);
}
