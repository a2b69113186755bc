import { NETWORK_IDS, type NetworkId, siteOf } from '../networks/hosts';
import type { Locale } from './locale';

/** Names of the networks as people say them. */
export const networkNames = (locale: Locale) =>
  Object.fromEntries(NETWORK_IDS.map((id) => [id, siteOf(id).name[locale]])) as Record<
    NetworkId,
    string
  >;

/** Names of the networks whose pages come with the installation, as a list in words: «ВКонтакте и X». */
export function givenNetworks(locale: Locale): string {
  const names = NETWORK_IDS.map(siteOf)
    .filter(({ access }) => access === 'given')
    .map(({ name }) => name[locale]);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
