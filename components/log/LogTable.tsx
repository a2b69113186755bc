import { type Ref, useCallback, useState } from 'react';
import type { LogRow } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import { DataTable, type TableHandle } from '../table/DataTable';
import type { ColumnChoice } from '../table/use-columns';
import { useRows } from './use-log';

interface Props {
  ids: readonly string[];
  columns: ColumnChoice<LogRow>;
  /** The entry that stands open beside the table, or null. */
  open: string | null;
  onOpen(id: string): void;
  ref?: Ref<TableHandle>;
}

/** The log, of which only the rows on the screen are read. */
export function LogTable({ ids, columns, open, onOpen, ref }: Props) {
  const words = useApp().messages.log;
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const rows = useRows(ids, range.first, range.last);
  return (
    <DataTable
      ref={ref}
      name="log"
      label={words.table}
      columns={columns.shown}
      ids={ids}
      rowOf={(id) => rows.get(id)}
      open={open}
      onOpen={onOpen}
      follow
      sort={columns.sort}
      onSort={columns.setSort}
      onRange={onRange}
    />
  );
}
