import { Button, PasswordInput, Text } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { safeFileName } from '../../lib/exchange/file-name';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SettingGroup } from '../settings/Setting';
import { Moment } from '../time/Moment';
import { JobProgress } from './JobProgress';
import { useSafety } from './safety-store';
import { useLastBackup } from './use-last-backup';

/** Fewer signs than this are guessed in an afternoon. */
const SHORTEST = 8;

/** Saves everything into one file. */
export function CopySection() {
  const { messages, profile, settings } = useApp();
  const words = messages.safety.backup;
  const { save, saveCopy, stop } = useSafety();
  const last = useLastBackup();
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const sealed = passphrase !== '';
  const short = sealed && passphrase.length < SHORTEST;
  const differs = sealed && repeat !== '' && repeat !== passphrase;
  const ready = !sealed || (!short && repeat === passphrase);

  const start = () => {
    const day = dayOf(Date.now(), profile.timeZone);
    const extension = sealed ? 'vakhta' : 'jsonl.gz';
    const name = safeFileName(words.fileTitle, day, extension);
    const order = { kind: 'backup', operator: settings.operator } as const;
    void saveCopy(order, sealed ? passphrase : null, name);
    setPassphrase('');
    setRepeat('');
  };

  return (
    <SettingGroup title={words.title} hint={words.hint}>
      <Text size="sm">
        {last === null && words.never}
        {typeof last === 'string' && <LastBackup time={last} />}
      </Text>
      <PasswordInput
        label={words.passphrase}
        description={words.passphraseHint}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={short ? words.short : null}
        autoComplete="new-password"
        w="22rem"
      />
      {sealed && (
        <PasswordInput
          label={words.repeat}
          value={repeat}
          onChange={(event) => setRepeat(event.currentTarget.value)}
          error={differs ? words.differs : null}
          autoComplete="new-password"
          w="22rem"
        />
      )}
      <Button
        leftSection={<IconDatabaseExport size={16} aria-hidden="true" />}
        disabled={!ready || save.state === 'running'}
        onClick={start}
      >
        {words.save}
      </Button>
      {save.state === 'running' && (
        <JobProgress {...save} words={words.saving} onStop={() => stop('save')} />
      )}
      {save.state === 'done' && (
        <Text size="sm" c="dimmed" role="status">
          {words.saved(save.fileName)}
        </Text>
      )}
      {save.state === 'stopped' && (
        <Text size="sm" c="dimmed" role="status">
          {words.stopped}
        </Text>
      )}
      {save.state === 'failed' && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {words.failed}
        </Text>
      )}
    </SettingGroup>
  );
}

function LastBackup({ time }: { time: string }) {
  const { messages } = useApp();
  const [before = '', after = ''] = messages.safety.backup.last('\u0000').split('\u0000');
  return (
    <>
      {before}
      <Moment time={time} />
      {after}
    </>
  );
}
