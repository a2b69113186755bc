import { Alert, Button, Code, FileButton, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDatabaseImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { BackupSummary } from '../../lib/exchange/backup/take';
import { useApp } from '../app/app-context';
import { SettingGroup } from '../settings/Setting';
import { momentWords } from '../time/format';
import { JobProgress } from './JobProgress';
import { type RestoreState, useSafety } from './safety-store';

/** Takes in what another copy of the registry has. */
export function RestoreSection() {
  const { messages } = useApp();
  const words = messages.safety.restore;
  const { restore, open } = useSafety();
  const reset = useRef<() => void>(null);
  const busy = restore.state === 'checking' || restore.state === 'taking';
  return (
    <SettingGroup title={words.title} hint={words.hint}>
      <FileButton
        resetRef={reset}
        onChange={(file) => {
          if (file) void open(file, null);
          // Or the same file could not be chosen twice: the browser tells of changes alone.
          reset.current?.();
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            disabled={busy}
            leftSection={<IconDatabaseImport size={16} aria-hidden="true" />}
          >
            {restore.state === 'idle' ? words.choose : words.another}
          </Button>
        )}
      </FileButton>
      <RestoreStep restore={restore} />
    </SettingGroup>
  );
}

function RestoreStep({ restore }: { restore: RestoreState }) {
  const { messages } = useApp();
  const { restore: words, badBackup, atLine } = messages.safety;
  const { stop, take, forget } = useSafety();
  switch (restore.state) {
    case 'idle':
      return null;
    case 'locked':
      return <Unlock {...restore} />;
    case 'checking':
    case 'taking':
      return (
        <JobProgress
          done={restore.rows}
          total={0}
          words={(done) => (restore.state === 'checking' ? words.checking : words.taking)(done)}
          onStop={() => stop('restore')}
        />
      );
    case 'found':
      return (
        <Stack gap="xs">
          <Found summary={restore.summary} />
          <Group gap="sm">
            <Button onClick={() => void take()}>{words.take}</Button>
            <Button variant="subtle" onClick={forget}>
              {messages.common.cancel}
            </Button>
          </Group>
        </Stack>
      );
    case 'done':
      return (
        <Alert color="green" variant="light" role="status" icon={<IconCircleCheck size={18} />}>
          {words.done}{' '}
          {words.brings(restore.summary.newEntries, restore.summary.counts.entries ?? 0)}
        </Alert>
      );
    case 'bad':
      return (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />}>
          {badBackup[restore.error.fault]}
          {restore.error.line > 0 && ` ${atLine(restore.error.line)}`}
        </Alert>
      );
    case 'stopped':
    case 'failed':
      return (
        <Text
          size="sm"
          role={restore.state === 'failed' ? 'alert' : 'status'}
          c={restore.state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
        >
          {words[restore.state]}
        </Text>
      );
  }
}

function Unlock({ file, wrong }: { file: File; wrong: boolean }) {
  const { messages } = useApp();
  const words = messages.safety;
  const open = useSafety((store) => store.open);
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open(file, passphrase);
      }}
    >
      <Group align="end" gap="sm">
        <PasswordInput
          label={words.restore.opening}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={wrong ? words.badBackup.passphrase : null}
          autoComplete="current-password"
          data-autofocus
          w="22rem"
        />
        <Button type="submit" disabled={passphrase === ''}>
          {words.restore.open}
        </Button>
      </Group>
    </form>
  );
}

function Found({ summary }: { summary: BackupSummary }) {
  const { locale, messages, profile } = useApp();
  const words = messages.safety.restore;
  const { header, counts, newEntries, print } = summary;
  const when = momentWords(
    Date.parse(header.made),
    Date.now(),
    profile.timeZone,
    locale,
    messages.dashboard,
  ).full;
  return (
    <div>
      <Text fw={600}>{words.found(when, header.operator)}</Text>
      <Text size="sm">{words.brings(newEntries, counts.entries ?? 0)}</Text>
      <Text size="sm">
        {words.tables(
          counts.bodies ?? 0,
          counts.accounts ?? 0,
          counts.publications ?? 0,
          counts.plan ?? 0,
        )}
      </Text>
      <Text size="sm" c="dimmed" mt={6}>
        {words.signed} <Code>{print}</Code>
      </Text>
    </div>
  );
}
