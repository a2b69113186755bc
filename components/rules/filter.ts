import type { Entry } from '../../lib/moderation/dictionary';
import type { RulesView } from './address';

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** The entries that the view lets through, newest first. */
export function seenEntries(entries: readonly Entry[], view: RulesView): Entry[] {
  const wanted = plain(view.search.trim());
  return entries
    .filter(
      (entry) =>
        (view.kind === null || entry.kind === view.kind) &&
        (view.criteria.length === 0 ||
          (entry.kind === 'word' && view.criteria.includes(entry.criterion))) &&
        (wanted === '' ||
          plain(entry.phrase).includes(wanted) ||
          plain(entry.note).includes(wanted)),
    )
    .reverse();
}
