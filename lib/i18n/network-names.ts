import { NETWORK_HOSTS, NETWORK_IDS } from '../networks/hosts';
import type { Messages } from './index';
import type { Locale } from './locale';

/** Names of the networks that Vakhta works on, as a list in words: «ВКонтакте, Одноклассники и X». */
export function workingNetworks({ common }: Pick<Messages, 'common'>, locale: Locale): string {
  const names = NETWORK_IDS.filter((id) => NETWORK_HOSTS[id]).map((id) => common.network[id]);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
