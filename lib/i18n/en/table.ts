import type { Messages } from '..';

export const table: Messages['table'] = {
  columns: 'Columns',
  choose: 'Choose the row',
  chooseAll: 'Choose all rows',
  loading: 'Reading…',
};
