import { Button, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { accountColumns } from '../../lib/exchange/account-sheet';
import { exportTable, TABLE_FORMATS, type TableFormat } from '../../lib/exchange/table-sheet';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { download } from '../files/download';

interface Props {
  bodies: readonly Body[];
  /** Those that are filtered, in the order of the table. */
  accounts: readonly Account[];
}

/** Saves exactly what is filtered, all fields of it. */
export function ExportMenu({ bodies, accounts }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.registry.export;
  const save = async (format: TableFormat) => {
    try {
      download(
        await exportTable(format, {
          title: words.fileTitle,
          day: dayOf(Date.now(), profile.timeZone),
          columns: accountColumns(locale, bodies),
          rows: accounts,
        }),
      );
    } catch {
      notifications.show({ color: 'red', autoClose: false, message: words.failed });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={accounts.length === 0}
        >
          {words.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.what(accounts.length)}</Menu.Label>
        {TABLE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {words[format]}
          </Menu.Item>
        ))}
        <Text size="xs" c="dimmed" px="sm" py={6} maw="16rem">
          {words.private}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
