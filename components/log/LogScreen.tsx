import { IconFilterOff, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useApp } from '../app/app-context';
import { EmptyState } from '../app/EmptyState';
import { NextStep } from '../record/NextStep';
import { SearchHead } from '../screen/SearchHead';
import { Split } from '../screen/Split';
import classes from '../screen/screen.module.css';
import { useView } from '../screen/use-view';
import { ColumnMenu } from '../table/ColumnMenu';
import type { TableHandle } from '../table/DataTable';
import { useMinute } from '../time/clock';
import { addressOf, filterOf, isLimited, type LogView, readView, WHOLE_LOG } from './address';
import { EntryView } from './EntryView';
import { ExportMenu, ExportProgress } from './ExportMenu';
import { LogFilters } from './LogFilters';
import { LogTable } from './LogTable';
import { useLogColumns } from './log-columns';
import { useLogIds } from './use-log';

/** The whole log: filters in the address, table, entry, export. */
export function LogScreen() {
  const { messages, profile } = useApp();
  const words = messages.log;
  const { view, change, step: stepTo } = useView(readView, addressOf);
  const now = useMinute();
  const list = useLogIds(filterOf(view, now, profile.timeZone));
  const columns = useLogColumns();
  const newestFirst = columns.sort?.descending ?? true;
  // Its other end is known once the list is whole.
  const ids = useMemo(
    () => (newestFirst ? list?.rows : list?.whole ? list.rows.toReversed() : undefined),
    [list, newestFirst],
  );
  const table = useRef<TableHandle>(null);

  const open = (id: string) => (view.entry === null ? stepTo : change)({ entry: id });
  const close = () => {
    change({ entry: null });
    table.current?.focus();
  };

  const place = view.entry === null || !ids ? -1 : ids.indexOf(view.entry);
  const step = (by: number) => {
    const id = place < 0 ? undefined : ids?.[place + by];
    return id === undefined ? undefined : () => open(id);
  };
  return (
    <div className={classes.screen}>
      <SearchHead
        title={words.title}
        found={list && (list.whole ? words.found(list.rows.length) : messages.screen.loading)}
        label={words.filters}
        tools={
          <>
            <ColumnMenu choice={columns} />
            <ExportMenu ids={list?.whole && ids ? ids : []} />
          </>
        }
        onReset={isLimited(view) ? () => change({ ...WHOLE_LOG, entry: view.entry }) : undefined}
      >
        <LogFilters view={view} onChange={change} onLeave={() => table.current?.focus()} />
      </SearchHead>
      <ExportProgress />
      <Split
        open={view.entry !== null}
        beside="clamp(22rem, 30vw, 32rem)"
        loading={ids === undefined}
        onClose={close}
      >
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
      </Split>
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
