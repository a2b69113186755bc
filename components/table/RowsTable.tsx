import { useMemo } from 'react';
import { DataTable, type TableProps } from './DataTable';
import type { ColumnChoice } from './use-columns';

interface Props<Row>
  extends Omit<TableProps<Row>, 'columns' | 'ids' | 'rowOf' | 'onDelete' | 'sort' | 'onSort'> {
  /** In the order of the table. */
  rows: readonly Row[];
  columns: ColumnChoice<Row>;
  /** Delete was pressed on a row. */
  onRemove?(row: Row): void;
}

/** A table of rows that are all at hand, in columns that the operator chooses. */
export function RowsTable<Row extends { id: string }>({
  rows,
  columns,
  onRemove,
  ...rest
}: Props<Row>) {
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  return (
    <DataTable
      {...rest}
      columns={columns.shown}
      ids={ids}
      rowOf={(id) => byId.get(id)}
      {...(onRemove && {
        onDelete: (id: string) => {
          const row = byId.get(id);
          if (row) onRemove(row);
        },
      })}
      sort={columns.sort}
      onSort={columns.setSort}
    />
  );
}
