import { Alert, Anchor } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { openRegistry } from '../../lib/registry/database';
import { BACKUP_DAYS } from '../../lib/settings/last-backup';
import { useApp } from '../app/app-context';
import { useMinute } from '../time/clock';
import { useLastBackup } from './use-last-backup';

const DAY_MS = 24 * 60 * 60 * 1000;

/** On the day's first screen, when there is something to lose and no copy of it for a while. */
export function BackupReminder() {
  const { messages } = useApp();
  const words = messages.safety.backup;
  const now = useMinute();
  const last = useLastBackup();
  const oldest = useLiveQuery(() => openRegistry().entries.orderBy('time').first(), []);
  // Undefined: still being read.
  if (last === undefined || !oldest) return null;
  const since = Date.parse(last ?? oldest.time);
  if (now - since < BACKUP_DAYS * DAY_MS) return null;
  return (
    <Alert icon={<IconDatabaseExport aria-hidden="true" />} color="petrol" title={words.due}>
      {words.dueHint}{' '}
      <Anchor component={Link} href="/safety">
        {words.dueLink}
      </Anchor>
    </Alert>
  );
}
