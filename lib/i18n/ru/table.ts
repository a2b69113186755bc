import type { TableFormat } from '../../exchange/formats';

export const table = {
  columns: 'Столбцы',
  choose: 'Выбрать строку',
  chooseAll: 'Выбрать все строки',
  loading: 'Читаю…',
  save: 'Выгрузить',
  stop: (percent: number) => `Готово ${percent} %, остановить`,
  what: (n: number) => `Строк в файле: ${n}`,
  /** Names of the formats in which tables are saved. */
  format: {
    csv: 'Таблица CSV',
    xlsx: 'Таблица Excel (XLSX)',
  } satisfies Record<TableFormat, string> as Record<TableFormat, string>,
  notSaved: 'Файл не получился. Записи целы — попробуйте ещё раз.',
};
