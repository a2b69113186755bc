import { Text } from '@mantine/core';
import { useMemo } from 'react';
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
import { ImportPane, ImportTrouble, TakeIn } from '../files/ImportPane';
import { CriterionBadge } from '../text/CriterionBadge';
import shared from '../text/text.module.css';
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

/** A dictionary from a table or from another Vakhta. */
export function DictionaryImport({ entries, onImport, onClose }: Props) {
  const { messages, profile } = useApp();
  const words = messages.rules.import;
  const takeIn = async (file: ReadFile) => {
    if (await onImport(file)) onClose();
  };
  return (
    <ImportPane
      words={words}
      accept=".csv,.json,.txt,.tsv"
      read={(file) => read(file, profile)}
      onClose={onClose}
    >
      {(outcome) => {
        if (outcome.state === 'file')
          return <ImportTrouble>{words.files[outcome.trouble]}</ImportTrouble>;
        if (outcome.state === 'rows') return <Troubles {...outcome} />;
        return <Preview entries={entries} file={outcome} onImport={takeIn} />;
      }}
    </ImportPane>
  );
}

function Troubles({ troubles, more, good }: Extract<Outcome, { state: 'rows' }>) {
  const words = useApp().messages.rules.import;
  return (
    <>
      <ImportTrouble>
        {words.badRows(troubles.length + more)} {good > 0 && words.goodRows(good)}
      </ImportTrouble>
      <ul className={shared.lines}>
        {troubles.map((trouble) => (
          <li key={`${trouble.row} ${trouble.column}`}>
            <Trouble {...trouble} />
          </li>
        ))}
        {more > 0 && <li>{words.more(more)}</li>}
      </ul>
    </>
  );
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
  return (
    <>
      <TakeIn
        counts={words.counts(added, changed, same)}
        nothingNew={words.nothingNew}
        label={added + changed > 0 ? words.apply(added + changed) : null}
        onTakeIn={() => onImport(file)}
      />
      <div>
        <Text size="xs" c="dimmed" fw={550} mb={4}>
          {words.preview}
        </Text>
        <ul className={shared.lines}>
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
