import type { TableFormat } from '../../exchange/formats';
import type { Messages } from '..';

export const table: Messages['table'] = {
  columns: 'Columns',
  choose: 'Choose the row',
  chooseAll: 'Choose all rows',
  loading: 'Reading…',
  save: 'Export',
  stop: (percent) => `${percent}% done, stop`,
  what: (n) => `Rows in the file: ${n}`,
  /** Names of the formats in which tables are saved. */
  format: {
    csv: 'CSV table',
    xlsx: 'Excel table (XLSX)',
  } satisfies Record<TableFormat, string> as Record<TableFormat, string>,
  notSaved: 'The file was not made. The records are safe — try again.',
};
