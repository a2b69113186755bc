import { safeFileName } from '../../lib/exchange/file-name';
import { TABLE_FORMATS, type TableFormat, writeSheet } from '../../lib/exchange/formats';
import { planSheet } from '../../lib/exchange/plan-file';
import { planCalendar } from '../../lib/exchange/plan-ics';
import type { Account } from '../../lib/registry/accounts';
import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import { SaveMenu } from '../files/SaveMenu';
import { planTongue } from './plan-words';

interface Props {
  /** What is on the screen. */
  entries: readonly PlanEntry[];
  accounts: readonly Account[];
  today: string;
}

/** Saves what is on the screen: a table to work on and load again, or a calendar. */
export function ExportMenu({ entries, accounts, today }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.plan.export;
  const blobOf = async (format: TableFormat | 'ics'): Promise<Blob> => {
    const byId = new Map(accounts.map((account) => [account.id, account]));
    if (format === 'ics') {
      const calendar = planCalendar({
        name: words.sheet,
        entries,
        timeZone: profile.timeZone,
        now: Date.now(),
        nameOf: (id) => byId.get(id)?.name,
        reminder: words.reminder,
      });
      return new Blob([calendar], { type: 'text/calendar;charset=utf-8' });
    }
    const tongue = planTongue(locale, profile);
    const sheet = planSheet(entries, words.sheet, tongue, (id) => byId.get(id)?.address);
    return writeSheet(format, sheet, new AbortController().signal);
  };
  return (
    <SaveMenu
      label={words.button}
      what={words.what(entries.length)}
      formats={[...TABLE_FORMATS, 'ics' as const]}
      names={{ ...messages.table.format, ics: words.ics }}
      failed={words.failed}
      disabled={entries.length === 0}
      make={async (format) => {
        const blob = await blobOf(format);
        return new File([blob], safeFileName(words.sheet, today, format), { type: blob.type });
      }}
    />
  );
}
