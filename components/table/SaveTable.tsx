import { TABLE_FORMATS } from '../../lib/exchange/formats';
import { exportTable } from '../../lib/exchange/table-sheet';
import { dayOf } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { SaveMenu } from '../files/SaveMenu';
import type { TableColumn } from './column';

interface Props<Row> {
  /** Of the file and the sheet in it. */
  title: string;
  /** Those of them that have values are written. */
  columns: readonly TableColumn<Row>[];
  /** What is seen, in its order. */
  rows: readonly Row[];
}

/** Saves what a table shows; a long one tells how far it is and can be stopped. */
export function SaveTable<Row>({ title, columns, rows }: Props<Row>) {
  const { messages, profile } = useApp();
  const words = messages.table;
  return (
    <SaveMenu
      label={words.save}
      what={words.what(rows.length)}
      formats={TABLE_FORMATS}
      names={words.format}
      failed={words.notSaved}
      disabled={rows.length === 0}
      make={(format, running) =>
        exportTable(format, running, {
          title,
          day: dayOf(Date.now(), profile.timeZone),
          columns: columns.flatMap(({ title: heading, value }) =>
            value ? [{ title: heading, width: 24, cell: (row: Row) => value(row) ?? null }] : [],
          ),
          rows,
        })
      }
    />
  );
}
