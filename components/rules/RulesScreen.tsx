import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPlugConnectedX, IconPlus, IconVocabulary } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ENTRY_KINDS, type Entry } from '../../lib/moderation/dictionary';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { CriterionFilter } from '../screen/CriterionFilter';
import { NothingFound } from '../screen/NothingFound';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { Split } from '../screen/Split';
import classes from '../screen/screen.module.css';
import { useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { RowsTable } from '../table/RowsTable';
import { readRules, rulesAddress, WHOLE_DICTIONARY } from './address';
import { DictionaryImport } from './DictionaryImport';
import { EntryForm } from './EntryForm';
import { ExportMenu } from './ExportMenu';
import { seenEntries } from './filter';
import { NO_ENTRIES, useRuleColumns } from './rule-columns';
import { useDictionaryDeeds, useEntries } from './use-dictionary';

/** The body's own words and exceptions: filters in the address, table, form, import and export. */
export function RulesScreen() {
  const { messages } = useApp();
  const words = messages.rules;
  const { view, change, step } = useView(readRules, rulesAddress);
  const entries = useEntries();
  const deeds = useDictionaryDeeds();
  const [importing, setImporting] = useState(false);
  const table = useRef<TableHandle>(null);
  const columns = useRuleColumns(entries ?? NO_ENTRIES);
  const seen = sortRows(seenEntries(entries ?? [], view), columns.all, columns.sort);

  const open = (id: string) => {
    setImporting(false);
    (view.entry === null ? step : change)({ entry: id, add: null });
  };
  const add = () => {
    setImporting(false);
    step({ add: '', entry: null });
  };
  const close = () => {
    setImporting(false);
    change({ entry: null, add: null });
    table.current?.focus();
  };
  const remove = (entry: Entry) => {
    if (view.entry === entry.id) close();
    void deeds.remove(entry);
  };

  if (entries === null)
    return <EmptyState alert icon={IconPlugConnectedX} title={words.notLoaded} />;
  const entry = entries?.find(({ id }) => id === view.entry) ?? null;
  const isOpen = importing || entry !== null || view.add !== null;
  const limited = view.search !== '' || view.kind !== null || view.criteria.length > 0;

  return (
    <div className={classes.screen}>
      <SearchHead
        title={words.title}
        found={
          entries &&
          (limited ? words.foundOf(seen.length, entries.length) : words.found(entries.length))
        }
        label={words.filters}
        tools={
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
              onClick={() => {
                change({ entry: null, add: null });
                setImporting(true);
              }}
            >
              {words.import.choose}
            </Button>
            <ColumnMenu choice={columns} />
            <ExportMenu entries={entries ?? []} />
            <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={add}>
              {words.add}
            </Button>
          </>
        }
        onReset={
          limited
            ? () => change({ ...WHOLE_DICTIONARY, entry: view.entry, add: view.add })
            : undefined
        }
      >
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => change({ search })}
          onLeave={() => table.current?.focus()}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.form.kind}
          value={view.kind ?? 'all'}
          data={[
            { value: 'all', label: words.all },
            ...ENTRY_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
          ]}
          onChange={(kind) => change({ kind: ENTRY_KINDS.find((one) => one === kind) ?? null })}
        />
        <CriterionFilter chosen={view.criteria} onChange={(criteria) => change({ criteria })} />
      </SearchHead>
      <Split
        open={isOpen}
        beside="clamp(24rem, 34vw, 34rem)"
        loading={entries === undefined}
        onClose={close}
      >
        {entries?.length === 0 && (
          <EmptyState icon={IconVocabulary} title={words.empty.title} hint={words.empty.hint}>
            {!isOpen && <Button onClick={add}>{words.add}</Button>}
          </EmptyState>
        )}
        {entries && entries.length > 0 && seen.length === 0 && <NothingFound words={words.empty} />}
        {seen.length > 0 && (
          <RowsTable
            ref={table}
            name="rule"
            label={words.table}
            description={words.keys}
            rows={seen}
            columns={columns}
            open={view.entry}
            onOpen={open}
            onRemove={remove}
          />
        )}
        {entries && importing && (
          <DictionaryImport
            entries={entries}
            onImport={(file) => deeds.importAll(file)}
            onClose={close}
          />
        )}
        {entries && !importing && (entry || view.add !== null) && (
          <EntryForm
            key={entry?.id ?? `new ${view.add}`}
            entries={entries}
            entry={entry}
            phrase={view.add ?? ''}
            onSave={(written) => deeds.save(written)}
            onRemove={remove}
            onOpen={open}
            onClose={close}
          />
        )}
      </Split>
    </div>
  );
}
