/** What every screen with a list says alike. */
export const screen = {
  clearSearch: 'Очистить поиск',
  reset: 'Сбросить',
  resetAll: 'Сбросить отбор',
  loading: 'Читаю записи…',
  network: 'Сеть',
  criterion: 'Критерий',
  body: 'Орган',
  allBodies: 'Все органы',
  account: 'Аккаунт',
  allAccounts: 'Все аккаунты',
};
