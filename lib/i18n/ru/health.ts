import type { Blindness } from '../../networks/contract';
import { countRu } from '../plural';

const shown = (claimed: number | null) =>
  claimed === null ? 'они на странице есть' : `страница показывает ${claimed}`;

/** What Vakhta does not see and what can be done about it: in the popup, the panel and the settings. */
export const health = {
  title: {
    comments: 'Не вижу комментариев',
    words: 'Не вижу слов в комментариях',
    composer: 'Не узнаю поле для текста',
  } satisfies Record<Blindness, string> as Record<Blindness, string>,
  say: {
    comments: (claimed: number | null) =>
      `Не вижу комментариев, хотя ${shown(claimed)}. Похоже, сеть изменила разметку. Покажите мне один комментарий — найду остальные.`,
    words: (_claimed: number | null) =>
      'Комментарии вижу, а слов в них нет. Похоже, сеть изменила разметку. Покажите мне один комментарий — найду слова и в остальных.',
    composer: (_claimed: number | null) =>
      'Вижу кнопку отправки, а поле для текста не узнаю. Черновик здесь не проверяю, остальное работает.',
  } satisfies Record<Blindness, (claimed: number | null) => string> as Record<
    Blindness,
    (claimed: number | null) => string
  >,
  /** The same below the title. */
  hint: {
    comments: (claimed: number | null) =>
      `${claimed === null ? 'На странице они есть' : `Страница показывает ${claimed}`}. Похоже, сеть изменила разметку. Покажите мне один — найду остальные.`,
    words: (_claimed: number | null) =>
      'Похоже, сеть изменила разметку. Покажите мне один комментарий — найду слова и в остальных.',
    composer: (_claimed: number | null) =>
      'Кнопку отправки вижу. Черновик здесь не проверяю, остальное работает.',
  } satisfies Record<Blindness, (claimed: number | null) => string> as Record<
    Blindness,
    (claimed: number | null) => string
  >,
  teach: 'Показать комментарий',
  teachMore: 'Здесь есть комментарии? Покажите',
  teachFailed: 'Страница не отвечает. Обновите её и попробуйте ещё раз.',
  report: 'Отчёт для разработчиков',
  reportHint: 'Только устройство страницы: ни слов, ни имён, ни адресов.',
  reportSaved: 'Отчёт в загрузках. Приложите его к письму об ошибке.',
  reportFailed: 'Страница не отвечает. Обновите её и попробуйте ещё раз.',
  reportFile: (network: string) => `Вахта отчёт ${network}`,
  lessons: {
    title: 'Разметка сетей',
    hint: 'Когда сеть меняет страницы, Вахте можно показать один комментарий. Уроки хранятся в этом браузере.',
    none: 'Уроков нет: Вахта знает разметку сама.',
    list: 'Уроки',
    about: (network: string, host: string) => `${network} · ${host}`,
    parts: {
      author: 'автор',
      text: 'текст',
      link: 'ссылка',
    },
    without: 'пропущено',
    remove: 'Забыть',
    removeOne: (host: string) => `Забыть урок на ${host}`,
    removed: (host: string) => `Урок на ${host} забыт.`,
    undo: 'Вернуть',
    export: 'Сохранить в файл',
    import: 'Взять из файла',
    importLabel: 'Файл с уроками',
    fileName: 'Вахта уроки',
    imported: (n: number) => `${countRu(n, 'урок взят', 'урока взяты', 'уроков взято')}.`,
    trouble: {
      'too-large': 'Файл слишком большой: уроки занимают меньше 256 КБ. Всё осталось как было.',
      'not-json': 'Это не файл с уроками: внутри не JSON. Всё осталось как было.',
      'not-lessons': 'Это не файл с уроками Вахты. Всё осталось как было.',
      newer: 'Файл от более новой Вахты. Обновите расширение. Всё осталось как было.',
      empty: 'В файле нет ни одного урока.',
      'too-many': 'Уроков в файле слишком много. Всё осталось как было.',
    },
    refused: (n: number) =>
      `Урок №${n} в файле с ошибкой: такую разметку Вахта не берёт. Всё осталось как было.`,
    failed: 'Не сохранилось. Похоже, на диске нет места. Всё осталось как было.',
    reports: 'Отчёт об открытых страницах',
    reportsHint:
      'Соберу со всех открытых страниц сетей, что на них вижу: сколько чего нашлось и как устроена страница. Ни слов, ни имён, ни адресов.',
    reportsSaved: (n: number) =>
      `Отчёт в загрузках: ${countRu(n, 'страница', 'страницы', 'страниц')}.`,
    reportsNone: 'Ни одна страница сети не открыта. Откройте нужную и попробуйте ещё раз.',
  },
};
