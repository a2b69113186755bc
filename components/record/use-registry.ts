import { type Account, listAccounts } from '../../lib/registry/accounts';
import { type Body, listBodies } from '../../lib/registry/bodies';
import { openRegistry } from '../../lib/registry/database';
import { listNotices, type Notice } from '../../lib/registry/notices';
import { keptQuery } from './kept-query';

/** Bodies, accounts and notices: hundreds of rows, so they are kept whole. */
export interface RegistryRows {
  bodies: readonly Body[];
  /** Accounts and bodies in alphabetical order. */
  accounts: readonly Account[];
  /** By the day of the event, oldest first. */
  notices: readonly Notice[];
}

/** The registry as it is now, kept up to date; undefined until it is read. */
export const useRegistry = keptQuery<RegistryRows>(async () => {
  const registry = openRegistry();
  const [bodies, accounts, notices] = await Promise.all([
    listBodies(registry),
    listAccounts(registry),
    listNotices(registry),
  ]);
  return { bodies, accounts, notices };
});
