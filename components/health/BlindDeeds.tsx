import { Button, Text } from '@mantine/core';
import { IconFileDownload, IconHandFinger } from '@tabler/icons-react';
import { useState } from 'react';
import type { Blindness } from '../../lib/networks/contract';
import type { NetworkId } from '../../lib/networks/hosts';
import { useApp } from '../app/app-context';
import { download } from '../files/download';
import classes from './health.module.css';
import { askReport, reportFile } from './report-file';

interface Props {
  blind: Blindness;
  network: NetworkId;
  /** The tab that is spoken of, or null while it is not known. */
  tab: number | null;
  /** Begins a lesson on the page. */
  onTeach(): void;
}

/** What the operator can do about what is not seen: show a comment, or take a report to the developers. */
export function BlindDeeds({ blind, network, tab, onTeach }: Props) {
  const { messages } = useApp();
  const words = messages.health;
  const [told, setTold] = useState<'saved' | 'failed' | null>(null);
  const save = () => {
    if (tab === null) return;
    askReport(tab).then(
      (report) => {
        download(reportFile([report], words.reportFile(messages.common.network[network])));
        setTold('saved');
      },
      () => setTold('failed'),
    );
  };
  return (
    <div className={classes.deeds}>
      {blind !== 'composer' && (
        <Button
          size="sm"
          leftSection={<IconHandFinger size={17} aria-hidden="true" />}
          onClick={onTeach}
        >
          {words.teach}
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        leftSection={<IconFileDownload size={17} aria-hidden="true" />}
        onClick={save}
      >
        {words.report}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {told === 'saved'
          ? words.reportSaved
          : told === 'failed'
            ? words.reportFailed
            : words.reportHint}
      </Text>
    </div>
  );
}
