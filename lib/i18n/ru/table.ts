export const table = {
  columns: 'Столбцы',
  choose: 'Выбрать строку',
  chooseAll: 'Выбрать все строки',
  loading: 'Читаю…',
  save: 'Выгрузить',
  stop: (percent: number) => `Готово ${percent} %, остановить`,
  what: (n: number) => `Строк в файле: ${n}`,
  csv: 'Таблица CSV',
  xlsx: 'Таблица Excel (XLSX)',
  notSaved: 'Файл не получился. Записи целы — попробуйте ещё раз.',
};
