import { countRu } from '../plural';

export const dashboard = {
  nav: {
    label: 'Разделы',
    overview: 'Сегодня',
    registry: 'Реестр',
    publications: 'Публикации',
    plan: 'План',
    log: 'Модерация',
    offenders: 'Нарушители',
    checks: 'Проверки',
    report: 'Отчёт',
    draft: 'Черновик',
    rules: 'Правила',
    regulation: 'Регламент',
    safety: 'Сохранность',
    settings: 'Настройки',
    about: 'О Вахте',
    skip: 'К содержанию',
  },
  /** A region's clock that is not the machine's. */
  otherZone: (region: string, here: string) =>
    `Время региона, ${region}. На этом компьютере ${here}.`,
  /** The button of a screen that is empty yet. */
  next: {
    firstAccount: 'Добавить первый аккаунт',
    open: (name: string) => `Открыть: ${name}`,
  },
  yesterday: 'вчера',
  today: 'сегодня',
  screenBroken: 'Этот экран не открылся',
  screenBrokenHint: 'Записи целы. Обновите страницу. Если не поможет, пришлите нам эту строку:',
  reload: 'Обновить страницу',
  registryBroken: 'Записи не открываются',
  registryBrokenHint:
    'Они целы и лежат на диске. Закройте другие вкладки Вахты и обновите страницу. Если не поможет, перезапустите браузер.',
  notSaved: 'Запись не сохранилась',
  notSavedHint: 'Хранилище не отвечает. Всё осталось как было — нажмите ещё раз.',
  retry: 'Повторить',
  overview: {
    nameTitle: 'Как вас зовут?',
    nameHint: 'Имя попадёт в каждую запись: через год будет ясно, кто и почему удалил комментарий.',
    namePlaceholder: 'Например: Анна Ковалёва',
    nameSave: 'Запомнить',
    handledToday: 'Разобрано сегодня',
    handled: (n: number) => countRu(n, 'комментарий', 'комментария', 'комментариев'),
    violationsWeek: 'Нарушения за 7 дней',
    keptWeek: (n: number) => `Признано не нарушением: ${n}`,
    upkeep: (percent: number) =>
      `Вахта обновилась и перекладывает журнал: ${percent} %. Все записи на месте, работать можно.`,
    waiting: (n: number) => `Ждут записи: ${n}. Они в памяти браузера и не потеряются.`,
    rejected: (n: number) =>
      `${countRu(n, 'запись не прошла', 'записи не прошли', 'записей не прошло')} проверку и лежит отдельно, ничего не удалено.`,
    recent: 'Последние записи',
    all: 'Вся модерация',
    emptyTitle: 'Здесь появится ваша смена',
    emptyHint:
      'Откройте свою страницу в соцсети и обсуждение под постом. Вахта подсветит нарушения, а когда вы удалите комментарий, запишет это сама.',
    emptyQuiet: 'Сегодня записей ещё нет.',
    quietWeek: 'За неделю ни одного нарушения.',
  },
};
