export const table = {
  columns: 'Столбцы',
  choose: 'Выбрать строку',
  chooseAll: 'Выбрать все строки',
  loading: 'Читаю…',
};
