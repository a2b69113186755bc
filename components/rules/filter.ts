import type { Entry } from '../../lib/moderation/dictionary';
import { wordSearch } from '../text/search-words';
import type { RulesView } from './address';

/** The entries that the view lets through, newest first. */
export function seenEntries(entries: readonly Entry[], view: RulesView): Entry[] {
  const isWanted = wordSearch(view.search);
  return entries
    .filter(
      (entry) =>
        (view.kind === null || entry.kind === view.kind) &&
        (view.criteria.length === 0 ||
          (entry.kind === 'word' && view.criteria.includes(entry.criterion))) &&
        isWanted(`${entry.phrase}\n${entry.note}`),
    )
    .reverse();
}
