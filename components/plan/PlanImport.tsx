import { Text } from '@mantine/core';
import {
  type PlanChange,
  planChanges,
  planRows,
  type RawRow,
  type RowTrouble,
  readPlan,
} from '../../lib/exchange/plan-file';
import { calendarRows } from '../../lib/exchange/plan-ics';
import {
  readTableFile,
  TABLE_FILE_LIMIT,
  type TableFileTrouble,
} from '../../lib/exchange/table-file';
import { shortDay } from '../../lib/i18n/day';
import { openRegistry } from '../../lib/registry/database';
import type { PlanEntry } from '../../lib/registry/plan';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { useApp } from '../app/app-context';
import { ImportPane, ImportTrouble, TakeIn } from '../files/ImportPane';
import type { RegistryRows } from '../record/use-registry';
import shared from '../text/text.module.css';
import classes from './plan.module.css';
import { accountReader, planTongues } from './plan-words';

/** Rows that the preview and the list of errors show; the rest is counted. */
const SHOWN = 50;

type Outcome =
  | { state: 'file'; trouble: TableFileTrouble | 'unreadable' | 'no-columns' }
  | { state: 'rows'; troubles: readonly RowTrouble[]; good: number }
  | { state: 'read'; changes: readonly PlanChange[] };

/** Entries of the registry that the file's may be: those with its codes and those of its days. */
async function knownOf(entries: readonly PlanEntry[]): Promise<PlanEntry[]> {
  const { plan } = openRegistry();
  const days = [...new Set(entries.map(({ day }) => day))];
  const [byId, byDay] = await Promise.all([
    plan.bulkGet(entries.map(({ id }) => id)),
    plan.where('day').anyOf(days).toArray(),
  ]);
  return [...byDay, ...byId.flatMap((entry) => entry ?? [])];
}

async function rowsOf(file: File, profile: RegulationProfile): Promise<RawRow[] | Outcome> {
  if (file.size > TABLE_FILE_LIMIT) return { state: 'file', trouble: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.ics$/i.test(file.name)) {
    const rows = calendarRows(new TextDecoder().decode(bytes), profile.timeZone);
    return rows ?? { state: 'file', trouble: 'not-table' };
  }
  const reading = await readTableFile(bytes);
  if (reading.state === 'trouble') return { state: 'file', trouble: reading.trouble };
  for (const sheet of reading.sheets) {
    const rows = planRows(sheet, planTongues(profile));
    if (rows) return rows;
  }
  return { state: 'file', trouble: 'no-columns' };
}

async function read(
  file: File,
  profile: RegulationProfile,
  accounts: RegistryRows['accounts'],
): Promise<Outcome> {
  try {
    const rows = await rowsOf(file, profile);
    if (!Array.isArray(rows)) return rows;
    if (rows.length === 0) return { state: 'file', trouble: 'empty' };
    const plan = readPlan(rows, planTongues(profile), accountReader(accounts));
    if (plan.state === 'rows') return plan;
    const known = await knownOf(plan.rows.map(({ entry }) => entry));
    return { state: 'read', changes: planChanges(plan.rows, known) };
  } catch (error) {
    reportError(error);
    return { state: 'file', trouble: 'unreadable' };
  }
}

interface Props {
  accounts: RegistryRows['accounts'];
  /** Resolves with false when nothing was stored. */
  onImport(entries: readonly PlanEntry[]): Promise<boolean>;
  onClose(): void;
}

/** A plan from a table or a calendar. */
export function PlanImport({ accounts, onImport, onClose }: Props) {
  const { messages, profile } = useApp();
  const words = messages.plan.import;
  const takeIn = async (entries: readonly PlanEntry[]) => {
    if (await onImport(entries)) onClose();
  };
  return (
    <ImportPane
      words={words}
      accept=".xlsx,.csv,.ics,.txt,.tsv"
      read={(file) => read(file, profile, accounts)}
      onClose={onClose}
    >
      {(outcome) => {
        if (outcome.state === 'file')
          return <ImportTrouble>{words.files[outcome.trouble]}</ImportTrouble>;
        if (outcome.state === 'rows')
          return <Troubles troubles={outcome.troubles} good={outcome.good} />;
        return <Preview changes={outcome.changes} onImport={takeIn} />;
      }}
    </ImportPane>
  );
}

function Troubles({ troubles, good }: { troubles: readonly RowTrouble[]; good: number }) {
  const { messages } = useApp();
  const words = messages.plan.import;
  return (
    <>
      <ImportTrouble>
        {words.bad(troubles.length)} {good > 0 && words.good(good)}
      </ImportTrouble>
      <ul className={`${shared.lines} ${classes.rows}`}>
        {troubles.slice(0, SHOWN).map(({ row, column, reason, value }) => (
          <li key={`${row} ${column} ${value}`}>
            <Text span size="sm" fw={550}>
              {words.row(row)}
            </Text>{' '}
            <Text span size="sm">
              {words.rows[reason](messages.plan.file[column], value)}
            </Text>
          </li>
        ))}
        {troubles.length > SHOWN && <li>{words.more(troubles.length - SHOWN)}</li>}
      </ul>
    </>
  );
}

interface PreviewProps {
  changes: readonly PlanChange[];
  onImport(entries: readonly PlanEntry[]): Promise<void>;
}

function Preview({ changes, onImport }: PreviewProps) {
  const { locale, messages } = useApp();
  const words = messages.plan.import;
  const count = (what: PlanChange['what']) => changes.filter((one) => one.what === what).length;
  const news = changes.filter(({ what }) => what !== 'same');
  return (
    <>
      <TakeIn
        counts={words.counts(count('add'), count('change'), count('same'))}
        nothingNew={words.nothingNew}
        label={news.length > 0 ? words.apply(news.length) : null}
        onTakeIn={() => onImport(news.map(({ entry }) => entry))}
      />
      <div>
        <Text size="xs" c="dimmed" fw={550} mb={4}>
          {words.preview}
        </Text>
        <ul className={`${shared.lines} ${classes.rows}`}>
          {changes.slice(0, SHOWN).map(({ what, entry }) => (
            <li key={`${what} ${entry.id}`} data-what={what}>
              <span>{entry.title}</span>
              <Text span size="xs" c="dimmed">
                {shortDay(entry.day, locale)}
                {entry.time !== null && `, ${entry.time}`} · {words.what[what]}
              </Text>
            </li>
          ))}
          {changes.length > SHOWN && <li>{words.more(changes.length - SHOWN)}</li>}
        </ul>
      </div>
    </>
  );
}
