import type { Check } from '../../registry/checks';
import type { PointState } from '../../regulation/points';
import { countRu } from '../plural';

const points = (n: number) => countRu(n, 'пункт', 'пункта', 'пунктов');
const days = (n: number) => countRu(n, 'день', 'дня', 'дней');

export const checks = {
  title: 'Проверки',
  found: (waiting: number, all: number) =>
    waiting === 0 ? `${points(all)}, всё проверено` : `Ждут проверки: ${waiting} из ${all}`,
  foundOf: (n: number, all: number) => `${n} из ${countRu(all, 'пункта', 'пунктов', 'пунктов')}`,
  search: 'Аккаунт, орган или пункт',
  filters: 'Отбор',
  list: 'Список',
  state: 'Состояние',
  states: {
    bad: 'не в порядке',
    overdue: 'просрочено',
    never: 'ещё не проверяли',
    soon: 'скоро срок',
    good: 'в порядке',
  } satisfies Record<PointState, string> as Record<PointState, string>,
  table: 'Пункты проверки',
  keys: 'Enter — открыть; у открытого пункта 1 — да, 2 — нет, 3 — не видно',
  fileTitle: 'Вахта проверки',
  column: {
    account: 'Аккаунт',
    body: 'Орган',
    network: 'Сеть',
    item: 'Пункт',
    state: 'Состояние',
    due: 'Проверить до',
    last: 'Смотрели',
    operator: 'Кто',
    evidence: 'Что видели',
  },
  empty: {
    title: 'Проверять пока нечего',
    hint: 'Добавьте аккаунты в реестр: у каждого появятся пункты защиты и оформления со сроками.',
    link: 'Открыть реестр',
    noneTitle: 'По этому отбору ничего нет',
    noneHint: 'Уберите часть условий или проверьте, нет ли опечатки.',
  },
  card: {
    label: 'Пункт проверки',
    missing: 'Такого пункта больше нет',
    missingHint: 'Его убрали из регламента или аккаунт удалён.',
    clause: (title: string, clause: string) => `${title}, п. ${clause}`,
    every: (n: number) => `раз в ${days(n)}`,
    due: (day: string) => `проверить до ${day}`,
    open: 'Открыть аккаунт в сети',
    question: 'Что сейчас?',
    results: { yes: 'Да, в порядке', no: 'Нет', unknown: 'Не видно' } satisfies Record<
      Check['result'],
      string
    > as Record<Check['result'], string>,
    evidence: 'Что видели и где',
    evidenceHint: 'Например: настройки сообщества, раздел «Безопасность».',
    fromPage: 'На странице видно',
    history: 'Прежние проверки',
    never: 'Этот пункт ещё не смотрели.',
    page: 'прочитано со страницы',
    answered: (item: string) => `Записано: ${item}`,
  },
  /** What the network's page itself shows, as it stands in a look. */
  evidence: {
    description: (text: string) => `На странице: «${text}»`,
    avatar: 'На странице есть картинка',
    cover: 'На странице видна обложка',
    contacts: (text: string) => `В описании: ${text}`,
  },
};
