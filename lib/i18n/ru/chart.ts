/** A chart and the table of its figures. */
export const chart = {
  view: (title: string) => `Как показать: ${title}`,
  chart: 'График',
  table: 'Таблица',
};
