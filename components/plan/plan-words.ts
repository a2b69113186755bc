import type { PlanTongue } from '../../lib/exchange/plan-file';
import { type Locale, messagesOf } from '../../lib/i18n';
import { readAccountLink } from '../../lib/networks/account-link';
import type { Account } from '../../lib/registry/accounts';
import type { RegulationProfile } from '../../lib/regulation/profile';

/** Headings and values of a plan's table in one language. */
export function planTongue(locale: Locale, profile: RegulationProfile): PlanTongue {
  const { plan } = messagesOf(locale);
  return {
    columns: plan.file,
    states: plan.states,
    formats: new Map(profile.formats.list.map(({ id, title }) => [id, title[locale]])),
  };
}

/** A table is read in either language, whatever the screen's own is. */
export const planTongues = (profile: RegulationProfile): readonly PlanTongue[] => [
  planTongue('ru', profile),
  planTongue('en', profile),
];

/** Finds the account that a link or a name means; a name that several bear means none. */
export function accountReader(accounts: readonly Account[]): (text: string) => string | undefined {
  const kept = accounts.filter(({ status }) => status !== 'deleted');
  const byLink = new Map(kept.map(({ id, network, key }) => [`${network} ${key}`, id]));
  const byName = new Map<string, string | undefined>();
  for (const { id, name } of kept) {
    const folded = name.trim().toLowerCase();
    byName.set(folded, byName.has(folded) ? undefined : id);
  }
  return (text) => {
    const link = readAccountLink(text);
    return (link && byLink.get(`${link.network} ${link.key}`)) ?? byName.get(text.toLowerCase());
  };
}
