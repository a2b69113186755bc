import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { printCsv, printJson } from '../../lib/exchange/dictionary-file';
import { safeFileName } from '../../lib/exchange/file-name';
import type { Entry } from '../../lib/moderation/dictionary';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { download } from '../files/download';
import { tableWords } from './table-words';

/** Saves the whole dictionary. */
export function ExportMenu({ entries }: { entries: readonly Entry[] }) {
  const { locale, messages, profile } = useApp();
  const words = messages.rules.export;
  const save = (content: string, type: string, extension: string) => {
    const day = dayOf(Date.now(), profile.timeZone);
    download(new File([content], safeFileName(words.fileTitle, day, extension), { type }));
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
        <Menu.Item
          onClick={() =>
            save(printCsv(entries, tableWords(locale, profile)), 'text/csv;charset=utf-8', 'csv')
          }
        >
          {words.csv}
        </Menu.Item>
        <Menu.Item onClick={() => save(printJson(entries), 'application/json', 'json')}>
          {words.json}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
