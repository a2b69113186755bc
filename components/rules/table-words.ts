import type { TableWords } from '../../lib/exchange/dictionary-file';
import { type Locale, messagesOf } from '../../lib/i18n';
import { KUZBASS, type RegulationProfile } from '../../lib/regulation/profile';

/** Headings and values of a dictionary's table in one language. */
export function tableWords(locale: Locale, profile: RegulationProfile = KUZBASS): TableWords {
  const { common, rules } = messagesOf(locale);
  return {
    column: rules.import.columns,
    kind: rules.kind,
    criterion: common.criterion,
    strength: common.strength,
    ground: Object.fromEntries(profile.grounds.map(({ id, title }) => [id, title[locale]])),
  };
}

/** A table is read in either language, whatever the screen's own is. */
export function tableLanguages(profile: RegulationProfile = KUZBASS): readonly TableWords[] {
  return [tableWords('ru', profile), tableWords('en', profile)];
}
