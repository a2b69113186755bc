import { Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { TABLE_FORMATS, type TableFormat } from '../../lib/exchange/formats';
import { formatNumber } from '../../lib/i18n/plural';
import { openRegistry } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { useExport } from './export-store';
import { MaskItem } from './MaskItem';

/** Saves exactly what is filtered. */
export function ExportMenu({ ids }: { ids: readonly string[] }) {
  const { locale, messages, profile } = useApp();
  const words = messages.log.export;
  const running = useExport(({ job }) => job.state === 'running');
  const start = useExport((store) => store.start);
  // Asked for anew on each visit: a file with everybody's names is no habit.
  const [masked, setMasked] = useState(true);
  const save = (format: TableFormat) =>
    start({
      registry: openRegistry(),
      ids,
      format,
      thirdPersons: !masked,
      locale,
      profile,
      now: Date.now(),
    });

  return (
    <Menu position="bottom-end" width="20rem">
      <Menu.Target>
        <Button
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          disabled={running || ids.length === 0}
        >
          {words.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.what(ids.length)}</Menu.Label>
        <MaskItem masked={masked} onChange={setMasked} />
        <Menu.Divider />
        {TABLE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {messages.table.format[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** How the export goes; quiet while there is none. */
export function ExportProgress() {
  const { locale, messages } = useApp();
  const words = messages.log.export;
  const { job, stop, dismiss } = useExport();
  if (job.state === 'idle') return null;
  if (job.state === 'running') {
    const share = job.total === 0 ? 100 : (job.done / job.total) * 100;
    const label = words.progress(formatNumber(locale, job.done), formatNumber(locale, job.total));
    return (
      <Group gap="sm" wrap="nowrap" px="md" py={6}>
        <Progress value={share} aria-label={label} size="sm" flex={1} maw="16rem" />
        <Text size="sm">{label}</Text>
        <Button size="compact-xs" variant="default" onClick={stop}>
          {words.stop}
        </Button>
      </Group>
    );
  }
  const text = {
    done: job.state === 'done' ? words.done(job.fileName) : '',
    stopped: words.stopped,
    failed: `${words.failed}. ${words.failedHint}`,
    'too-many': words.tooMany,
  }[job.state];
  const bad = job.state === 'failed' || job.state === 'too-many';
  return (
    <Group gap="sm" px="md" py={6} role={bad ? 'alert' : 'status'}>
      <Text size="sm" c={bad ? 'var(--mantine-color-error)' : 'dimmed'}>
        {text}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={dismiss}>
        {messages.common.close}
      </Button>
    </Group>
  );
}
