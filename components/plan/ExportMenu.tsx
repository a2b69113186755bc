import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { writeCsv } from '../../lib/exchange/csv';
import { safeFileName } from '../../lib/exchange/file-name';
import { planSheet } from '../../lib/exchange/plan-file';
import { planCalendar } from '../../lib/exchange/plan-ics';
import { writeXlsx } from '../../lib/exchange/xlsx';
import type { Account } from '../../lib/registry/accounts';
import type { PlanEntry } from '../../lib/registry/plan';
import { useApp } from '../app/app-context';
import { download } from '../files/download';
import { planTongue } from './plan-words';

const KINDS = ['xlsx', 'csv', 'ics'] as const;
type Kind = (typeof KINDS)[number];

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
  const blobOf = async (kind: Kind): Promise<Blob> => {
    const byId = new Map(accounts.map((account) => [account.id, account]));
    if (kind === 'ics') {
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
    const { signal } = new AbortController();
    return kind === 'xlsx' ? writeXlsx(sheet, signal) : writeCsv(sheet, signal);
  };
  const save = async (kind: Kind) => {
    try {
      const blob = await blobOf(kind);
      download(new File([blob], safeFileName(words.sheet, today, kind), { type: blob.type }));
    } catch (error) {
      reportError(error);
      notifications.show({
        color: 'red',
        autoClose: false,
        message: words.failed,
        closeButtonProps: { 'aria-label': messages.common.close },
      });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={entries.length === 0}
        >
          {words.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.what(entries.length)}</Menu.Label>
        {KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => void save(kind)}>
            {words[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
