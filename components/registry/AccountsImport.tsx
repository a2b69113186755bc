import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { IconTable, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import {
  readTableFile,
  TABLE_FILE_LIMIT,
  type TableCells,
  type TableFileTrouble,
} from '../../lib/exchange/table-file';
import { type ImportItem, type ImportPlan, planImport } from '../../lib/registry/account-import';
import {
  type ColumnMap,
  guessColumns,
  headRowOf,
  IMPORT_FIELDS,
  type ImportField,
} from '../../lib/registry/account-import-columns';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { ChooseFile, ImportTrouble, useChosenFile } from '../files/ImportPane';
import { useDesk } from '../record/use-desk';
import type { RegistryRows } from '../record/use-registry';
import type { TableColumn } from '../table/column';
import { DataTable } from '../table/DataTable';
import { Chip, type ChipTone } from './Chip';
import classes from './registry.module.css';

interface Props {
  rows: RegistryRows;
  onClose(): void;
}

type Outcome =
  | { state: 'read'; sheets: readonly TableCells[] }
  | { state: 'trouble'; trouble: TableFileTrouble | 'unreadable' };

async function read(file: File): Promise<Outcome> {
  // Nothing of a file that is too large is read at all.
  if (file.size > TABLE_FILE_LIMIT) return { state: 'trouble', trouble: 'too-large' };
  try {
    return await readTableFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { state: 'trouble', trouble: 'unreadable' };
  }
}

/** The sheet whose headings say most of accounts. */
function bestSheet(sheets: readonly TableCells[]): number {
  const known = sheets.map(
    (rows) => guessColumns(rows[headRowOf(rows)] ?? []).filter((field) => field !== null).length,
  );
  return Math.max(0, known.indexOf(Math.max(...known)));
}

/** A table of accounts: chosen, understood, looked at row by row, taken in whole or not at all. */
export function AccountsImport({ rows, onClose }: Props) {
  const { messages } = useApp();
  const words = messages.registry.import;
  const { chosen, choose } = useChosenFile(read);
  const button = (
    <ChooseFile
      accept=".csv,.xlsx,.tsv,.txt"
      chosen={chosen}
      label={words.choose}
      another={words.another}
      onChoose={choose}
    />
  );

  return (
    <section className={classes.import} aria-label={words.title}>
      <Group justify="space-between" wrap="nowrap" className={classes.importHead}>
        <Group gap="sm">
          <Title order={2}>{words.title}</Title>
          {chosen && (
            <Text size="sm" c="dimmed">
              {chosen.name}
            </Text>
          )}
          {chosen && button}
        </Group>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      {!chosen && (
        <EmptyState icon={IconTable} title={words.startTitle} hint={words.startHint}>
          {button}
          <Text size="sm" c="dimmed" mt="md">
            {words.columnsHint}
          </Text>
        </EmptyState>
      )}
      {chosen?.outcome.state === 'trouble' && (
        <div className={classes.importTrouble}>
          <ImportTrouble>{words.files[chosen.outcome.trouble]}</ImportTrouble>
        </div>
      )}
      {chosen?.outcome.state === 'read' && (
        <Understood
          key={chosen.attempt}
          sheets={chosen.outcome.sheets}
          rows={rows}
          onClose={onClose}
        />
      )}
    </section>
  );
}

interface UnderstoodProps {
  sheets: readonly TableCells[];
  rows: RegistryRows;
  onClose(): void;
}

/** What the columns hold, which can be changed, and what becomes of each row. */
function Understood({ sheets, rows, onClose }: UnderstoodProps) {
  const { locale, messages, profile } = useApp();
  const words = messages.registry.import;
  const desk = useDesk();
  const [sheet, setSheet] = useState(() => bestSheet(sheets));
  const [mapped, setMapped] = useState<ReadonlyMap<number, ImportField | null>>(new Map());
  const [kind, setKind] = useState(profile.norm.kinds.at(-1)?.id ?? '');
  const [carryBody, setCarryBody] = useState(true);
  const [skip, setSkip] = useState(false);
  const [busy, setBusy] = useState(false);

  const cells = sheets[sheet] ?? [];
  const at = useMemo(() => headRowOf(cells), [cells]);
  const { head, body } = useMemo(() => {
    const below = cells.slice(at + 1);
    const width = Math.max(0, ...cells.map(({ length }) => length));
    const named = Array.from({ length: width }, (_, place) => cells[at]?.[place] ?? '');
    return { head: named, body: below };
  }, [cells, at]);
  const columns = useMemo<ColumnMap>(
    () =>
      guessColumns(head).map(
        (field, place) => mapped.get(place) ?? (mapped.has(place) ? null : field),
      ),
    [head, mapped],
  );
  const plan = useMemo(
    () => planImport(body, at + 2, head, columns, rows, { kind, carryBody }),
    [body, at, head, columns, rows, kind, carryBody],
  );
  const counts = countsOf(plan);
  const todo = counts.new + counts.changed;

  const choose = (place: number, field: ImportField | null) =>
    setMapped((known) => {
      const next = new Map(known);
      // Every field but the link stands in one column: the one that was chosen last.
      if (field !== null && field !== 'link')
        for (const [other, holds] of columns.entries()) if (holds === field) next.set(other, null);
      return next.set(place, field);
    });
  const apply = async () => {
    setBusy(true);
    const done = await desk(plan.deeds, words.done(counts.new, counts.changed, plan.bodies.length));
    setBusy(false);
    if (done) onClose();
  };

  return (
    <div className={classes.importBody}>
      <Stack className={classes.mapping} gap="md">
        {sheets.length > 1 && (
          <Select
            label={words.sheet}
            allowDeselect={false}
            value={String(sheet)}
            data={sheets.map((_, place) => ({
              value: String(place),
              label: words.sheetNumber(place + 1),
            }))}
            onChange={(value) => {
              setMapped(new Map());
              setSheet(Number(value));
            }}
          />
        )}
        <div>
          <Title order={3} mb={2}>
            {words.mapping}
          </Title>
          <Text size="xs" c="dimmed" mb="xs">
            {words.mappingHint(at + 1)}
          </Text>
          <Stack gap={8}>
            {head.map((heading, place) => (
              <Select
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={place}
                size="xs"
                label={heading || words.noHeading(place + 1)}
                description={sampleOf(body, place) || undefined}
                placeholder={words.notTaken}
                clearable
                value={columns[place] ?? null}
                data={IMPORT_FIELDS.map((field) => ({ value: field, label: words.field[field] }))}
                onChange={(field) =>
                  choose(place, IMPORT_FIELDS.find((one) => one === field) ?? null)
                }
              />
            ))}
          </Stack>
        </div>
        <Switch
          size="xs"
          label={words.carryBody}
          checked={carryBody}
          onChange={(event) => setCarryBody(event.currentTarget.checked)}
        />
        {plan.bodies.length > 0 && (
          <Select
            size="xs"
            label={words.newBodies(plan.bodies.length)}
            allowDeselect={false}
            value={kind}
            data={profile.norm.kinds.map(({ id, title }) => ({ value: id, label: title[locale] }))}
            onChange={(chosen) => chosen && setKind(chosen)}
          />
        )}
      </Stack>
      <div className={classes.preview}>
        <div className={classes.previewHead}>
          <Group gap="sm" justify="space-between">
            <Text fw={550} role="status">
              {words.counts(counts.new, counts.changed, counts.same, counts.error)}
            </Text>
            <Group gap="md">
              {counts.error > 0 && todo > 0 && (
                <Checkbox
                  size="xs"
                  label={words.skip(counts.error)}
                  checked={skip}
                  onChange={(event) => setSkip(event.currentTarget.checked)}
                />
              )}
              <Button
                loading={busy}
                disabled={plan.deeds.length === 0 || (counts.error > 0 && !skip)}
                onClick={() => void apply()}
              >
                {words.apply(todo)}
              </Button>
            </Group>
          </Group>
          {!columns.includes('link') && (
            <Text size="sm" c="var(--vakhta-warn)" mt={6}>
              {words.noLinkColumn}
            </Text>
          )}
          {plan.deeds.length === 0 && counts.error === 0 && (
            <Text size="sm" c="dimmed" mt={6}>
              {words.nothingNew}
            </Text>
          )}
        </div>
        <Preview plan={plan} counts={counts} />
      </div>
    </div>
  );
}

const OUTCOMES = ['new', 'changed', 'same', 'error'] as const;
type Counts = Record<ImportItem['outcome'], number>;

function countsOf({ items }: ImportPlan): Counts {
  const counts: Counts = { new: 0, changed: 0, same: 0, error: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/** Some values of a column, so that one sees what it holds. */
function sampleOf(rows: TableCells, place: number): string {
  const values = [...new Set(rows.slice(0, 50).map((row) => row[place] ?? ''))].filter(
    (value) => value !== '',
  );
  const text = values.slice(0, 2).join(' · ');
  return text.length > 70 ? `${text.slice(0, 70)}…` : text;
}

const TONES: Record<ImportItem['outcome'], ChipTone> = {
  new: 'plain',
  changed: 'warn',
  same: 'quiet',
  error: 'bad',
};

/** Row by row: what the file says and what becomes of it. */
function Preview({ plan, counts }: { plan: ImportPlan; counts: Counts }) {
  const { messages } = useApp();
  const { import: words, history } = messages.registry;
  const [only, setOnly] = useState<ImportItem['outcome'] | 'all'>(
    counts.error > 0 ? 'error' : 'all',
  );
  const shown = only !== 'all' && counts[only] === 0 ? 'all' : only;
  const items = plan.items.filter(({ outcome }) => shown === 'all' || outcome === shown);
  const byId = new Map(items.map((item) => [item.id, item]));
  const fields: Record<string, string> = history.field;
  const told = ({ fault, changes, outcome, network }: ImportItem) => {
    if (fault) {
      if (fault.reason !== 'too-long') return words.faults[fault.reason](fault.value);
      return words.faults['too-long'](fields[fault.value] ?? fault.value);
    }
    if (outcome === 'changed') return changes.map((field) => fields[field] ?? field).join(', ');
    return network === null ? words.bodyAlone : '';
  };
  const columns: TableColumn<ImportItem>[] = [
    { id: 'row', title: words.column.row, width: '3.5rem', cell: ({ row }) => row },
    {
      id: 'outcome',
      title: words.column.outcome,
      width: '7.2rem',
      cell: ({ outcome }) => <Chip tone={TONES[outcome]}>{words.outcome[outcome]}</Chip>,
    },
    {
      id: 'told',
      title: words.column.told,
      width: 'minmax(12rem, 1.8fr)',
      cell: (item) => (
        <span className={item.fault ? classes.wrong : classes.quiet} title={told(item)}>
          {told(item)}
        </span>
      ),
    },
    {
      id: 'body',
      title: words.column.body,
      width: 'minmax(0, 1fr)',
      cell: ({ body }) => <span title={body}>{body}</span>,
    },
    {
      id: 'name',
      title: words.column.name,
      width: 'minmax(0, 1fr)',
      from: 54,
      cell: ({ name }) => <span title={name}>{name}</span>,
    },
    {
      id: 'address',
      title: words.column.address,
      width: 'minmax(0, 1fr)',
      cell: ({ address }) => <span title={address}>{address.replace(/^https?:\/\//, '')}</span>,
    },
  ];
  const [open, setOpen] = useState<string | null>(null);
  const opened = open === null ? undefined : byId.get(open);
  return (
    <>
      <SegmentedControl
        size="xs"
        mx="1.25rem"
        mb="xs"
        style={{ alignSelf: 'start' }}
        aria-label={words.show}
        value={shown}
        data={[
          { value: 'all', label: words.all(plan.items.length) },
          ...OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
            value: outcome,
            label: `${words.outcome[outcome]}: ${counts[outcome]}`,
          })),
        ]}
        onChange={(value) => setOnly(value as typeof only)}
      />
      {opened && (
        <Text size="sm" mx="1.25rem" mb="xs" className={classes.whole ?? ''} role="status">
          <b>{words.rowNumber(opened.row)}</b>{' '}
          {[words.outcome[opened.outcome], told(opened), opened.body, opened.name, opened.address]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      )}
      <DataTable
        name="import"
        label={words.preview}
        columns={columns}
        ids={[...byId.keys()]}
        rowOf={(id) => byId.get(id)}
        open={open}
        onOpen={setOpen}
        follow
      />
    </>
  );
}
