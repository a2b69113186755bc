import { ActionIcon, Alert, Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileImport, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import {
  FILE_LIMIT,
  type FileTrouble,
  type Reading,
  type RowTrouble,
  readDictionaryFile,
} from '../../lib/exchange/dictionary-file';
import type { Entry } from '../../lib/moderation/dictionary';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { takeIn } from '../../lib/settings/dictionary';
import { useApp } from '../app/app-context';
import { CriterionBadge } from '../text/CriterionBadge';
import classes from './rules.module.css';
import { tableLanguages } from './table-words';
import type { ReadFile } from './use-dictionary';

/** Rows that the preview shows; the rest is counted. */
const SHOWN = 50;

type Outcome = Reading | { state: 'file'; trouble: FileTrouble | 'unreadable' };

async function read(file: File, profile: RegulationProfile): Promise<Outcome> {
  // Nothing of a file that is too large is read at all.
  if (file.size > FILE_LIMIT) return { state: 'file', trouble: 'too-large' };
  try {
    return readDictionaryFile(new Uint8Array(await file.arrayBuffer()), tableLanguages(profile));
  } catch {
    return { state: 'file', trouble: 'unreadable' };
  }
}

interface Props {
  entries: readonly Entry[];
  onImport(file: ReadFile): Promise<boolean>;
  onClose(): void;
}

/** A file chosen, looked at, and taken in whole or not at all. */
export function ImportPane({ entries, onImport, onClose }: Props) {
  const { messages, profile } = useApp();
  const words = messages.rules.import;
  const [chosen, setChosen] = useState<{ name: string; outcome: Outcome } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const choose = async (file: File | null) => {
    if (!file) return;
    setChosen({ name: file.name, outcome: await read(file, profile) });
    setAttempt((number) => number + 1);
  };

  return (
    <aside className={classes.side} aria-label={words.title}>
      <Group justify="space-between" wrap="nowrap" className={classes.sideHead}>
        <Title order={2}>{words.title}</Title>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      <Stack className={classes.sideBody} gap="md">
        <div>
          {/* The key lets the same file be chosen again after it was corrected. */}
          <FileButton
            key={attempt}
            onChange={(file) => void choose(file)}
            accept=".csv,.json,.txt,.tsv"
          >
            {(props) => (
              <Button
                {...props}
                autoFocus
                variant={chosen ? 'default' : 'filled'}
                leftSection={<IconFileImport size={16} aria-hidden="true" />}
              >
                {chosen ? words.another : words.button}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" mt={6}>
            {chosen ? chosen.name : words.hint}
          </Text>
        </div>
        {chosen && (
          <Result
            entries={entries}
            outcome={chosen.outcome}
            onImport={async (file) => {
              if (await onImport(file)) onClose();
            }}
          />
        )}
      </Stack>
    </aside>
  );
}

interface ResultProps {
  entries: readonly Entry[];
  outcome: Outcome;
  onImport(file: ReadFile): Promise<void>;
}

function Result({ entries, outcome, onImport }: ResultProps) {
  const { messages } = useApp();
  const words = messages.rules.import;
  if (outcome.state === 'file')
    return (
      <Alert role="alert" color="orange" icon={<IconAlertTriangle size={18} />}>
        {words.files[outcome.trouble]}
      </Alert>
    );
  if (outcome.state === 'rows')
    return (
      <>
        <Alert role="alert" color="orange" icon={<IconAlertTriangle size={18} />}>
          {words.badRows(outcome.troubles.length + outcome.more)}{' '}
          {outcome.good > 0 && words.goodRows(outcome.good)}
        </Alert>
        <ul className={classes.rows}>
          {outcome.troubles.map((trouble) => (
            <li key={`${trouble.row} ${trouble.column}`}>
              <Trouble {...trouble} />
            </li>
          ))}
          {outcome.more > 0 && <li>{words.more(outcome.more)}</li>}
        </ul>
      </>
    );
  return <Preview entries={entries} file={outcome} onImport={onImport} />;
}

function Trouble({ row, column, reason, value }: RowTrouble) {
  const words = useApp().messages.rules.import;
  const name = column === null ? '' : words.columns[column];
  return (
    <>
      <Text span size="sm" fw={550}>
        {words.row(row)}
      </Text>{' '}
      <Text span size="sm">
        {words.rows[reason](name, value)}
      </Text>
    </>
  );
}

interface PreviewProps {
  entries: readonly Entry[];
  file: ReadFile;
  onImport(file: ReadFile): Promise<void>;
}

function Preview({ entries, file, onImport }: PreviewProps) {
  const { drafts, says } = file;
  const { messages } = useApp();
  const words = messages.rules.import;
  const { outcomes } = useMemo(() => takeIn(entries, drafts, says), [entries, drafts, says]);
  const [added, changed, same] = (['added', 'changed', 'same'] as const).map(
    (one) => outcomes.filter((outcome) => outcome === one).length,
  ) as [number, number, number];
  const [busy, setBusy] = useState(false);
  const apply = async () => {
    setBusy(true);
    await onImport(file);
    setBusy(false);
  };
  return (
    <>
      <div role="status">
        <Text fw={550}>{words.counts(added, changed, same)}</Text>
        {added + changed === 0 && (
          <Text size="sm" c="dimmed">
            {words.nothingNew}
          </Text>
        )}
      </div>
      {added + changed > 0 && (
        <Button loading={busy} onClick={() => void apply()} style={{ alignSelf: 'start' }}>
          {words.apply(added + changed)}
        </Button>
      )}
      <div>
        <Text size="xs" c="dimmed" fw={550} mb={4}>
          {words.preview}
        </Text>
        <ul className={classes.rows}>
          {drafts.slice(0, SHOWN).map((draft, place) => (
            <li key={JSON.stringify(draft)} className={classes.draft}>
              <span>
                {draft.phrase}{' '}
                <Text span size="xs" c="dimmed">
                  {words.outcome[outcomes[place] ?? 'same']}
                </Text>
              </span>
              {draft.kind === 'word' ? (
                <CriterionBadge criterion={draft.criterion} strength={draft.strength} />
              ) : (
                <Text span size="sm" c="dimmed">
                  {messages.rules.silent}
                </Text>
              )}
            </li>
          ))}
          {drafts.length > SHOWN && <li>{words.more(drafts.length - SHOWN)}</li>}
        </ul>
      </div>
    </>
  );
}
