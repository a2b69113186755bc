import {
  Button,
  CloseButton,
  Group,
  Loader,
  SegmentedControl,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import {
  IconFileImport,
  IconFilterOff,
  IconPlugConnectedX,
  IconPlus,
  IconSearch,
  IconVocabulary,
} from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { CRITERIA } from '../../lib/moderation/contract';
import { ENTRY_KINDS, type Entry } from '../../lib/moderation/dictionary';
import { actionOf } from '../../lib/settings/chord';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { Keys } from '../keys/Keys';
import { isTyping } from '../keys/typing';
import { FilterMenu } from '../log/FilterMenu';
import { ColumnMenu } from '../table/ColumnMenu';
import { sortRows } from '../table/column';
import type { TableHandle } from '../table/DataTable';
import { CriterionBadge } from '../text/CriterionBadge';
import { type RulesView, readRules, rulesAddress, WHOLE_DICTIONARY } from './address';
import { DictionaryImport } from './DictionaryImport';
import { EntryForm } from './EntryForm';
import { ExportMenu } from './ExportMenu';
import { seenEntries } from './filter';
import { RulesTable } from './RulesTable';
import { NO_ENTRIES, useRuleColumns } from './rule-columns';
import classes from './rules.module.css';
import { useDictionaryDeeds, useEntries } from './use-dictionary';

/** The body's own words and exceptions: filters in the address, table, form, import and export. */
export function RulesScreen() {
  const { messages, settings } = useApp();
  const words = messages.rules;
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => readRules(search), [search]);
  const entries = useEntries();
  const deeds = useDictionaryDeeds();
  const [importing, setImporting] = useState(false);
  const table = useRef<TableHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const columns = useRuleColumns(entries ?? NO_ENTRIES);
  const seen = sortRows(seenEntries(entries ?? [], view), columns.all, columns.sort);

  /** What is typed replaces the address; an opened entry is a step one can go back from. */
  const change = (part: Partial<RulesView>, replace = true) =>
    navigate(rulesAddress({ ...view, ...part }), { replace });
  const open = (id: string) => {
    setImporting(false);
    change({ entry: id, add: null }, view.entry !== null);
  };
  const add = () => {
    setImporting(false);
    change({ add: '', entry: null }, false);
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

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (actionOf(settings.keys, event) !== 'search') return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [settings.keys]);

  if (entries === null)
    return <EmptyState alert icon={IconPlugConnectedX} title={words.notLoaded} />;
  const entry = entries?.find(({ id }) => id === view.entry) ?? null;
  const isOpen = importing || entry !== null || view.add !== null;
  const limited = view.search !== '' || view.kind !== null || view.criteria.length > 0;

  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Group justify="space-between" mb="xs">
          <Group gap="sm" align="baseline">
            <Title order={1}>{words.title}</Title>
            <Text c="dimmed" size="sm" role="status">
              {entries &&
                (limited
                  ? words.foundOf(seen.length, entries.length)
                  : words.found(entries.length))}
            </Text>
            {limited && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => change({ ...WHOLE_DICTIONARY, entry: view.entry, add: view.add })}
              >
                {words.resetAll}
              </Button>
            )}
          </Group>
          <Group gap="xs">
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
          </Group>
        </Group>
        <Group gap={6} role="search" aria-label={words.filters}>
          <TextInput
            ref={field}
            size="xs"
            flex="1 1 14rem"
            maw="24rem"
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            rightSection={
              view.search === '' ? (
                <Keys chord={settings.keys.search} />
              ) : (
                <CloseButton
                  size="xs"
                  aria-label={messages.log.clearSearch}
                  onClick={() => change({ search: '' })}
                />
              )
            }
            rightSectionWidth={view.search === '' ? 52 : 28}
            value={view.search}
            onChange={(event) => change({ search: event.currentTarget.value.slice(0, 200) })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              table.current?.focus();
            }}
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
          <FilterMenu
            label={words.criterion}
            chosen={view.criteria}
            options={CRITERIA.map((criterion) => ({
              value: criterion,
              label: <CriterionBadge criterion={criterion} />,
            }))}
            onChange={(criteria) => change({ criteria })}
          />
        </Group>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside */}
      <div
        className={classes.split}
        data-open={isOpen || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        {entries === undefined && (
          <Group justify="center" p="xl">
            <Loader size="sm" type="dots" aria-label={messages.log.loading} />
          </Group>
        )}
        {entries?.length === 0 && (
          <EmptyState icon={IconVocabulary} title={words.empty.title} hint={words.empty.hint}>
            {!isOpen && <Button onClick={add}>{words.add}</Button>}
          </EmptyState>
        )}
        {entries && entries.length > 0 && seen.length === 0 && (
          <EmptyState
            icon={IconFilterOff}
            title={words.empty.noneTitle}
            hint={words.empty.noneHint}
          />
        )}
        {seen.length > 0 && (
          <RulesTable
            ref={table}
            entries={seen}
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
      </div>
    </div>
  );
}
