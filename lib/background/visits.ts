import { messagesOf } from '../i18n';
import type { Sender } from '../messages/sender';
import type { AccountVisit } from '../messages/visit';
import { readAccountLink } from '../networks/account-link';
import { networkOfHost } from '../networks/hosts';
import { openRegistry } from '../registry/database';
import { StaleRow } from '../registry/desk';
import { noteVisit, type Shown } from '../registry/visits';
import type { RegulationProfile } from '../regulation/profile';
import { dayOf } from '../regulation/zone';
import { loadRegulation } from '../settings/regulation';
import { loadSettings } from '../settings/settings';

/**
 * Notes that the operator stands on an account's page. The network is that of the sender's address,
 * which the browser stamps; the page can only say which account of it. Rejects when the database does.
 */
export async function onVisit(
  { owner, address, ...look }: AccountVisit,
  sender: Sender,
): Promise<void> {
  const network = networkOfHost(new URL(sender.url ?? '').hostname);
  if (network === null) return;
  const link = address === null ? null : readAccountLink(address);
  if (link && link.network !== network) return;
  const [{ profile }, { operator }] = await Promise.all([loadRegulation(), loadSettings()]);
  const dayIn = (instant: number) => dayOf(instant, profile.timeZone);
  const now = Date.now();
  try {
    const by = { operator, now, today: dayIn(now) };
    const shown = link ? shownBy(look, profile) : [];
    await noteVisit(openRegistry(), { network, owner, key: link?.key ?? null, shown }, by, dayIn);
  } catch (error) {
    // Two tabs at once: the other one has noted it.
    if (!(error instanceof StaleRow)) throw error;
  }
}

/** A telephone or an address of a site or mail. */
const CONTACT = /\+?\d[\d\s()-]{8,}\d|[\w.-]+@[\w.-]+\.\w+|\b[\w-]+\.(?:ru|рф|com|org)\b/iu;

/**
 * Points of the profile's checklists that a page's look gives evidence of. It never says that a thing is
 * missing: the preview is for others and may leave things out, and a cover may bear other markup.
 */
function shownBy(
  { preview, hasCover }: Pick<AccountVisit, 'preview' | 'hasCover'>,
  profile: RegulationProfile,
): Shown[] {
  const { description, hasPicture } = preview ?? { description: '', hasPicture: false };
  const { evidence } = messagesOf('ru').checks;
  const seen: Readonly<Record<string, string | false>> = {
    description: description !== '' && evidence.description(description),
    avatar: hasPicture && evidence.avatar,
    cover: hasCover && evidence.cover,
    contacts: CONTACT.test(description) && evidence.contacts(description.match(CONTACT)?.[0] ?? ''),
  };
  return profile.checklists.flatMap(({ id: checklist, items }) =>
    items.flatMap(({ id: item }) => {
      const found = Object.hasOwn(seen, item) && seen[item];
      return found ? [{ checklist, item, evidence: found }] : [];
    }),
  );
}
