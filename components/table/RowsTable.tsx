import type { Ref } from 'react';
import { DataTable, type TableHandle } from './DataTable';
import type { ColumnChoice } from './use-columns';

interface Props<Row extends { id: string }> {
  /** Unique among the tables of a screen. */
  name: string;
  label: string;
  /** What its keys do. */
  description: string;
  /** In the order of the table. */
  rows: readonly Row[];
  columns: ColumnChoice<Row>;
  /** The row that stands open beside the table, or null. */
  open: string | null;
  onOpen(id: string): void;
  /** Delete was pressed on a row. */
  onRemove(row: Row): void;
  ref?: Ref<TableHandle>;
}

/** A table of rows that are all at hand; Delete removes. */
export function RowsTable<Row extends { id: string }>({
  rows,
  columns,
  onRemove,
  ...rest
}: Props<Row>) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <DataTable
      {...rest}
      columns={columns.shown}
      ids={[...byId.keys()]}
      rowOf={(id) => byId.get(id)}
      onDelete={(id) => {
        const row = byId.get(id);
        if (row) onRemove(row);
      }}
      sort={columns.sort}
      onSort={columns.setSort}
    />
  );
}
