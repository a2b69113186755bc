import type { NoticeEvent } from '../../registry/notices';
import { countRu } from '../plural';

const days = (n: number) => countRu(n, 'день', 'дня', 'дней');

/** The start of the day: what waits for a person. */
export const today = {
  waits: 'Ждёт вас',
  calm: 'На сегодня всё сделано',
  calmHint: 'Сроки не горят, план на сегодня пуст.',
  report: 'Отчёт за неделю',
  more: (n: number) => `и ещё ${n}`,
  notices: 'Уведомления',
  event: { created: 'создан', deleted: 'удалён' } satisfies Record<NoticeEvent, string> as Record<
    NoticeEvent,
    string
  >,
  overdue: (n: number) => `просрочено на ${days(n)}`,
  lastDay: 'последний день сегодня',
  left: (n: number) => `ещё ${days(n)}`,
  plan: 'План на сегодня',
  anyTime: 'в течение дня',
  noText: 'текста ещё нет',
  state: {
    idea: 'идея',
    draft: 'черновик',
    ready: 'готово',
    published: 'вышло',
    dropped: 'не выйдет',
  },
  accountsOf: (n: number) => countRu(n, 'аккаунт', 'аккаунта', 'аккаунтов'),
  checks: 'Проверки',
  checksDue: (points: number, accounts: number) =>
    `${countRu(points, 'пункт', 'пункта', 'пунктов')} пора проверить у ${countRu(accounts, 'аккаунта', 'аккаунтов', 'аккаунтов')}`,
  tabs: 'В открытых вкладках',
  commentsWait: (n: number) => `${countRu(n, 'комментарий', 'комментария', 'комментариев')} ждёт`,
  blind: 'Не вижу комментариев: похоже, сеть изменила разметку',
  goTab: (network: string) => `Перейти на вкладку: ${network}`,
  norm: 'Норма недели',
  normAll: (done: number, norm: number) => `${done} из ${norm}`,
  normBehind: (n: number, all: number) =>
    n === 0 ? 'Никто не отстаёт.' : `Отстают ${n} из ${all}. Больше всех:`,
  normSince: (day: string) => `Счёт идёт с ${day}: что вышло раньше, Вахта не видела.`,
  lacks: (n: number) => `не хватит ${n}`,
  normEmpty: 'В реестре пока нет аккаунтов.',
  normLink: 'Все аккаунты',
  paper: 'Реестр на сайте',
  publishedOn: (day: string) => `Опубликован ${day}.`,
  publishedNever: 'Ещё не публиковался.',
  publishedChanged: (n: number) =>
    n === 0 ? 'С тех пор ничего не изменилось.' : `С тех пор изменилось: ${n}.`,
};
