import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconFilterOff, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { actionOf } from '../../lib/settings/chord';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { isTyping } from '../keys/typing';
import { NextStep } from '../record/NextStep';
import { ColumnMenu } from '../table/ColumnMenu';
import type { TableHandle } from '../table/DataTable';
import { useMinute } from '../time/clock';
import { addressOf, filterOf, isLimited, type LogView, readView, WHOLE_LOG } from './address';
import { EntryView } from './EntryView';
import { ExportMenu, ExportProgress } from './ExportMenu';
import { LogFilters } from './LogFilters';
import { LogTable } from './LogTable';
import classes from './log.module.css';
import { useLogColumns } from './log-columns';
import { useLogIds } from './use-log';

/** The whole log: filters in the address, table, entry, export. */
export function LogScreen() {
  const { messages, profile, settings } = useApp();
  const words = messages.log;
  const search = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => readView(search), [search]);
  const now = useMinute();
  const list = useLogIds(filterOf(view, now, profile.timeZone));
  const columns = useLogColumns();
  const newestFirst = columns.sort?.descending ?? true;
  // Its other end is known once the list is whole.
  const ids = useMemo(
    () => (newestFirst ? list?.ids : list?.whole ? list.ids.toReversed() : undefined),
    [list, newestFirst],
  );
  const table = useRef<TableHandle>(null);
  const field = useRef<HTMLInputElement>(null);

  /** What is typed or moved replaces the address; an opened entry is a step one can go back from. */
  const change = (part: Partial<LogView>, replace = true) =>
    navigate(addressOf({ ...view, ...part }), { replace });
  const open = (id: string) => change({ entry: id }, view.entry !== null);
  const close = () => {
    change({ entry: null });
    table.current?.focus();
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

  const place = view.entry === null || !ids ? -1 : ids.indexOf(view.entry);
  const step = (by: number) => {
    const id = place < 0 ? undefined : ids?.[place + by];
    return id === undefined ? undefined : () => open(id);
  };
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Group gap="sm" align="baseline">
            <Title order={1}>{words.title}</Title>
            <Text c="dimmed" size="sm" role="status">
              {list && (list.whole ? words.found(list.ids.length) : words.loading)}
            </Text>
            {isLimited(view) && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => change({ ...WHOLE_LOG, entry: view.entry })}
              >
                {words.resetAll}
              </Button>
            )}
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ColumnMenu choice={columns} />
            <ExportMenu ids={list?.whole && ids ? ids : []} />
          </Group>
        </Group>
        <LogFilters
          view={view}
          searchRef={field}
          onChange={change}
          onLeave={() => table.current?.focus()}
        />
      </header>
      <ExportProgress />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside */}
      <div
        className={classes.split}
        data-open={view.entry !== null || undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || view.entry === null || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        {ids === undefined && (
          <Group justify="center" p="xl">
            <Loader size="sm" type="dots" aria-label={words.loading} />
          </Group>
        )}
        {ids?.length === 0 && <Nothing view={view} />}
        {ids && ids.length > 0 && (
          <LogTable ref={table} ids={ids} columns={columns} open={view.entry} onOpen={open} />
        )}
        {view.entry !== null && (
          <EntryView
            key={view.entry}
            id={view.entry}
            onClose={close}
            onPrevious={step(-1)}
            onNext={step(1)}
          />
        )}
      </div>
    </div>
  );
}

function Nothing({ view }: { view: LogView }) {
  const { empty } = useApp().messages.log;
  if (!isLimited(view))
    return (
      <EmptyState icon={IconShieldCheck} title={empty.title} hint={empty.hint}>
        <NextStep />
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconFilterOff}
      title={empty.noneTitle}
      hint={view.search === '' ? empty.noneHint : empty.searchHint}
    />
  );
}
