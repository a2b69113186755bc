import { visitSchema } from '../messages/visit';
import { readAccountLink } from '../networks/account-link';
import { networkOfHost } from '../networks/hosts';
import { openRegistry } from '../registry/database';
import { StaleRow } from '../registry/desk';
import { noteVisit } from '../registry/visits';
import { dayOf } from '../regulation/zone';
import { loadRegulation } from '../settings/regulation';
import { loadSettings } from '../settings/settings';
import type { Sender } from './sender';

/**
 * Notes that the operator stands on an account's page. The network is that of the sender's address,
 * which the browser stamps; the page can only say which account of it. Rejects when the database does.
 */
export async function onVisit(raw: unknown, sender: Sender): Promise<void> {
  const { owner, address } = visitSchema.parse(raw);
  const network = networkOfHost(new URL(sender.url ?? '').hostname);
  if (network === null) return;
  const link = address === null ? null : readAccountLink(address);
  if (link && link.network !== network) return;
  const [{ profile }, { operator }] = await Promise.all([loadRegulation(), loadSettings()]);
  const dayIn = (instant: number) => dayOf(instant, profile.timeZone);
  const now = Date.now();
  try {
    const by = { operator, now, today: dayIn(now) };
    await noteVisit(openRegistry(), { network, owner, key: link?.key ?? null }, by, dayIn);
  } catch (error) {
    // Two tabs at once: the other one has noted it.
    if (!(error instanceof StaleRow)) throw error;
  }
}
