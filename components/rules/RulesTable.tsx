import type { Ref } from 'react';
import type { Entry } from '../../lib/moderation/dictionary';
import { useApp } from '../app/app-context';
import { DataTable, type TableHandle } from '../table/DataTable';
import type { ColumnChoice } from '../table/use-columns';

interface Props {
  /** In the order of the table. */
  entries: readonly Entry[];
  columns: ColumnChoice<Entry>;
  /** The entry that stands open beside the table, or null. */
  open: string | null;
  onOpen(id: string): void;
  onRemove(entry: Entry): void;
  ref?: Ref<TableHandle>;
}

/** The dictionary as a table; Delete removes. */
export function RulesTable({ entries, columns, open, onOpen, onRemove, ref }: Props) {
  const words = useApp().messages.rules;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <DataTable
      ref={ref}
      name="rule"
      label={words.table}
      description={words.keys}
      columns={columns.shown}
      ids={[...byId.keys()]}
      rowOf={(id) => byId.get(id)}
      open={open}
      onOpen={onOpen}
      onDelete={(id) => {
        const entry = byId.get(id);
        if (entry) onRemove(entry);
      }}
      sort={columns.sort}
      onSort={columns.setSort}
    />
  );
}
