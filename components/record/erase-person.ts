import { sendMessage } from '../../lib/messages/protocol';
import { isExample, openRegistry } from '../../lib/registry/database';
import { erasePerson as eraseHere } from '../../lib/registry/retention';

/**
 * Erases one person: by the background, which alone writes the ledger, in the example right here. Rejects
 * when it could not; nothing has changed in the ledger then.
 * @param author `authorKey`
 * @returns how many actions were blanked
 */
export const erasePerson = (author: string): Promise<number> =>
  isExample() ? eraseHere(openRegistry(), author) : sendMessage('erasePerson', author);
