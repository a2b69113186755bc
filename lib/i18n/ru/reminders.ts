import { countRu } from '../plural';

/** Reminders outside the dashboard. */
export const reminders = {
  title: 'Напоминания',
  hint: 'О плане и сроках, даже когда Вахта закрыта. Без вашего согласия не приходят.',
  button: 'Напоминать…',
  ask: 'Браузер спросит, можно ли показывать уведомления о плане и сроках. В них время, повод и аккаунт, без текста поста.',
  denied: 'Браузер не разрешил. Нажмите ещё раз или разрешите уведомления в его настройках.',
  morning: 'Доброе утро! Сегодня ждёт вас',
  morningHint: 'И раз в день, с девяти утра: что просрочено и что сегодня в плане без времени.',
  before: 'Предупреждать о публикации',
  choice: (minutes: number) =>
    minutes === 0
      ? 'вовремя'
      : minutes < 60
        ? `за ${countRu(minutes, 'минуту', 'минуты', 'минут')}`
        : `за ${countRu(minutes / 60, 'час', 'часа', 'часов')}`,
  stop: 'Больше не напоминать',
  entry: (time: string, occasion: string) =>
    occasion === '' ? `${time}: публикация по плану` : `${time}: ${occasion}`,
  noAccount: 'Аккаунт пока не выбран',
  accounts: (name: string, more: number) => (more > 0 ? `${name} и ещё ${more}` : name),
  many: (n: number) => `По плану скоро ${countRu(n, 'публикация', 'публикации', 'публикаций')}`,
  from: (time: string) => `Первая — в ${time}`,
  anyTime: (n: number) =>
    `В плане без времени: ${countRu(n, 'публикация', 'публикации', 'публикаций')}`,
  notices: (n: number) => `Просрочено: ${countRu(n, 'уведомление', 'уведомления', 'уведомлений')}`,
  checks: (points: number, accounts: number) =>
    `Пора проверить: ${countRu(points, 'пункт', 'пункта', 'пунктов')} у ${countRu(accounts, 'аккаунта', 'аккаунтов', 'аккаунтов')}`,
};
