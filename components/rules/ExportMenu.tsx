import { printCsv, printJson } from '../../lib/exchange/dictionary-file';
import { safeFileName } from '../../lib/exchange/file-name';
import type { Entry } from '../../lib/moderation/dictionary';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SaveMenu } from '../files/SaveMenu';
import { tableWords } from './table-words';

/** Saves the whole dictionary. */
export function ExportMenu({ entries }: { entries: readonly Entry[] }) {
  const { locale, messages, profile } = useApp();
  const words = messages.rules.export;
  const contentOf = {
    csv: () => printCsv(entries, tableWords(locale, profile)),
    json: () => printJson(entries),
  };
  const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' };
  return (
    <SaveMenu
      label={words.button}
      what={words.what(entries.length)}
      formats={['csv', 'json'] as const}
      names={words}
      failed={messages.table.notSaved}
      disabled={entries.length === 0}
      make={(format) => {
        const day = dayOf(Date.now(), profile.timeZone);
        const name = safeFileName(words.fileTitle, day, format);
        return new File([contentOf[format]()], name, { type: types[format] });
      }}
    />
  );
}
