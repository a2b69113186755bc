import { Text } from '@mantine/core';
import { accountColumns } from '../../lib/exchange/account-sheet';
import { TABLE_FORMATS } from '../../lib/exchange/formats';
import { exportTable } from '../../lib/exchange/table-sheet';
import type { Account } from '../../lib/registry/accounts';
import type { Body } from '../../lib/registry/bodies';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SaveMenu } from '../files/SaveMenu';

interface Props {
  bodies: readonly Body[];
  /** Those that are filtered, in the order of the table. */
  accounts: readonly Account[];
}

/** Saves exactly what is filtered, all fields of it. */
export function ExportMenu({ bodies, accounts }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.registry.export;
  return (
    <SaveMenu
      label={words.button}
      what={words.what(accounts.length)}
      formats={TABLE_FORMATS}
      names={messages.table.format}
      failed={words.failed}
      disabled={accounts.length === 0}
      make={(format, running) =>
        exportTable(format, running, {
          title: words.fileTitle,
          day: dayOf(Date.now(), profile.timeZone),
          columns: accountColumns(locale, bodies),
          rows: accounts,
        })
      }
    >
      <Text size="xs" c="dimmed" px="sm" py={6} maw="16rem">
        {words.private}
      </Text>
    </SaveMenu>
  );
}
