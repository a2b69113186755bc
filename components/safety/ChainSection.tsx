import { Alert, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconDownload,
  IconShieldSearch,
} from '@tabler/icons-react';
import { safeFileName } from '../../lib/exchange/file-name';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SettingGroup } from '../settings/Setting';
import { JobProgress } from './JobProgress';
import { useSafety } from './safety-store';

/** So many faults are told one by one. */
const SHOWN = 20;

/** Whether the ledger is as it was written, and the file with which others can see it. */
export function ChainSection() {
  const { messages, profile, settings } = useApp();
  const words = messages.safety.chain;
  const { chain, save, checkChain, saveCopy, stop } = useSafety();
  const name = () =>
    safeFileName(messages.safety.backup.ledgerTitle, dayOf(Date.now(), profile.timeZone), 'jsonl');
  return (
    <SettingGroup title={words.title} hint={words.hint}>
      <Group gap="sm">
        <Button
          leftSection={<IconShieldSearch size={16} aria-hidden="true" />}
          loading={chain.state === 'running'}
          onClick={() => void checkChain()}
        >
          {words.check}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={save.state === 'running'}
          onClick={() =>
            void saveCopy({ kind: 'ledger', operator: settings.operator }, null, name())
          }
        >
          {words.save}
        </Button>
      </Group>
      {chain.state === 'running' && (
        <JobProgress {...chain} words={words.progress} onStop={() => stop('chain')} />
      )}
      <ChainOutcome />
      <Text size="sm" c="dimmed">
        {words.saveHint}
      </Text>
    </SettingGroup>
  );
}

function ChainOutcome() {
  const { messages } = useApp();
  const { fault: words, chain: outcome } = messages.safety;
  const { chain } = useSafety();
  if (chain.state === 'failed')
    return (
      <Text role="alert" c="var(--mantine-color-error)" size="sm">
        {outcome.failed}
      </Text>
    );
  if (chain.state !== 'done') return null;
  const { entries, faults } = chain.report;
  if (faults.length === 0)
    return (
      <Alert color="green" variant="light" role="status" icon={<IconCircleCheck size={18} />}>
        {entries === 0 ? outcome.empty : outcome.good(entries)}
      </Alert>
    );
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={outcome.bad(faults.length)}
    >
      <ul>
        {faults.slice(0, SHOWN).map((one) => (
          <li key={`${one.device} ${one.seq} ${one.fault}`}>
            {words[one.fault](one.seq, 'to' in one ? one.to : one.seq)}
          </li>
        ))}
        {faults.length > SHOWN && <li>{outcome.more(faults.length - SHOWN)}</li>}
      </ul>
    </Alert>
  );
}
