export const managed = {
  fixed: 'Задано администратором.',
  fixedShort: 'Задан администратором',
  networkOff: (host: string) => `${host}: здесь Вахту выключил администратор.`,
  note: 'Часть настроек задал администратор. Они одинаковы для всех браузеров, здесь их не изменить.',
  /** Names of settings as the policy gives them. */
  faulty: (names: string) =>
    `Вахта не поняла и не применила: ${names}. Покажите это администратору.`,
};
