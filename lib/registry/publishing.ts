import { readAccountLink } from '../networks/account-link';
import { accountAt } from './accounts';
import type { Registry } from './database';
import { type Deed, RegistryDesk } from './desk';
import { forgetWeeks } from './page-weeks';
import { blankMark } from './publication-marks';
import type { PublicationRecord } from './schema';
import { storePublicationWords } from './words';

/**
 * Stores a publication and, where its text came from the plan, notes in the plan's entry what has come
 * of it; both or none. A post that was recorded before is not recorded again from the wall. An entry
 * that is gone, or that is not meant for this account, is left alone: what a page says of the plan is
 * no more than a hint.
 */
export async function storePublication(
  registry: Registry,
  publication: PublicationRecord,
): Promise<void> {
  await registry.transaction('rw', registry.tables, async () => {
    const { network, postId } = publication;
    if (publication.source === 'backfill') {
      const known = await registry.publications
        .where('[network+postId]')
        .equals([network, postId])
        .first();
      if (known) return;
    }
    await registry.publications.put(publication);
    await storePublicationWords(registry, [publication]);
    await forgetWeeks(registry, [publication.time]);
    await linkEntry(registry, publication);
  });
}

async function linkEntry(registry: Registry, publication: PublicationRecord): Promise<void> {
  const { id, entry, network, account, permalink, operator, time } = publication;
  if (entry === undefined) return;
  const planned = await registry.plan.get(entry);
  const key = readAccountLink(permalink)?.key ?? null;
  const own = await accountAt(registry, network, account.toLowerCase(), key);
  if (!planned || !own || !planned.accounts.includes(own.id)) return;
  if (planned.published.some((one) => one.account === own.id)) return;
  const published = [...planned.published, { account: own.id, publication: id }];
  const done = new Set(published.map((one) => one.account));
  const state = planned.accounts.every((one) => done.has(one)) ? 'published' : planned.state;
  const deeds: Deed[] = [{ table: 'plan', put: { ...planned, published, state } }];
  if (planned.format !== null)
    deeds.push({ table: 'publicationMarks', put: { ...blankMark(id), format: planned.format } });
  const by = { operator, now: Date.parse(time), today: time.slice(0, 10) };
  await new RegistryDesk(registry).apply(deeds, by);
}
