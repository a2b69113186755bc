import type { NoticeEvent } from '../../registry/notices';
import { countRu } from '../plural';

/** Duties to report accounts, and their letters on the screen. The letter's own words: letter.ts. */
export const notices = {
  title: 'Уведомления',
  table: 'Уведомления об аккаунтах',
  label: 'Карточка уведомления',
  search: 'Поиск по аккаунту, органу, номеру',
  state: 'Какие показать',
  states: { waiting: 'Ждут отправки', sent: 'Отправлены', all: 'Все' },
  summary: (waiting: number, overdue: number) =>
    overdue === 0
      ? `Ждут отправки: ${waiting}`
      : `Ждут отправки: ${waiting}, просрочены: ${overdue}`,
  events: {
    created: 'создан',
    deleted: 'удалён',
  } satisfies Record<NoticeEvent, string> as Record<NoticeEvent, string>,
  column: {
    state: 'Срок',
    event: 'Событие',
    account: 'Аккаунт',
    network: 'Сеть',
    body: 'Орган',
    day: 'День события',
    last: 'Последний день',
  },
  left: (n: number) => `ещё ${countRu(n, 'день', 'дня', 'дней')}`,
  lastDay: 'последний день',
  overdue: (n: number) => `просрочено на ${countRu(n, 'день', 'дня', 'дней')}`,
  sentAs: (day: string, number: string) =>
    number === '' ? `отправлено ${day}` : `отправлено ${day}, № ${number}`,
  sentBy: (sent: string, name: string) => `${sent}. Отметил(а): ${name}.`,
  openByHand: 'Добавить',
  opened: (event: string) => `Уведомление добавлено: аккаунт ${event}`,
  noneHere: (days: number) =>
    `Пока нет. Появится само, когда вы укажете день создания или удаления: на отправку даётся ${countRu(days, 'день', 'дня', 'дней')}.`,
  empty: {
    title: 'Уведомлений пока нет',
    doneTitle: 'Всё отправлено',
    hint: (days: number, clause: string) =>
      `Создали или удалили аккаунт — укажите день в его карточке. Вахта отсчитает ${countRu(days, 'день', 'дня', 'дней')} (п. ${clause}) и подготовит письмо.`,
    accounts: 'К аккаунтам',
    showAll: 'Показать отправленные',
    noneTitle: 'По этому отбору ничего нет',
    noneHint: 'Уберите часть условий или проверьте, нет ли опечатки.',
  },
  paneTitle: (event: string, account: string) => `Аккаунт ${event}: ${account}`,
  toAccount: 'Карточка аккаунта',
  term: (day: string, last: string) => `День события — ${day}, последний день — ${last}.`,
  basis: (clause: string, text: string) => `П. ${clause}. ${text}`,
  day: 'День письма',
  number: 'Номер письма',
  numberHint: 'если есть',
  mark: 'Отметить отправленным',
  marked: (account: string) => `Отправлено: ${account}`,
  takeBack: 'Ещё не отправлено',
  unmarked: (account: string) => `Отметка снята: ${account}`,
  remove: 'Убрать',
  removeHint: 'Если сообщать не о чем: аккаунт записали по ошибке.',
  removed: (account: string) => `Уведомление убрано: ${account}`,
  letter: 'Письмо',
  copy: 'Скопировать текст',
  copied: 'Скопировано',
  saveFile: 'Сохранить DOCX',
  fileFailed: 'Файл не получился. Скопируйте текст: он такой же.',
  addressee: 'Кому',
  headHint: 'Запомню для следующих писем этого органа.',
  signerPosition: 'Подпишет: должность',
  signerName: 'Подпишет: имя',
};
