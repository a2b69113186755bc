import type { RegulationProfile } from './profile';

/**
 * Decree of the Government of the Kemerovo Region – Kuzbass No. 66 of 14 February 2020 and its
 * Procedure. Clauses are retold, not quoted; «3 постановления» is a point of the decree itself. The
 * decree sets no periods for checks, no threshold for offenders and no retention: those are ours.
 */
export const KUZBASS: RegulationProfile = {
  id: 'kuzbass-66',
  title: 'Кузбасс, постановление № 66 от 14.02.2020',
  source: 'Постановление Правительства Кемеровской области – Кузбасса от 14.02.2020 № 66',
  timeZone: 'Asia/Novokuznetsk',
  clauses: [
    { number: '2 постановления', text: 'Координация органов и методическая помощь им.' },
    {
      number: '3 постановления',
      text: 'О создании и об удалении аккаунта орган сообщает за 10 дней.',
    },
    { number: '1.1', text: 'Аккаунты в Одноклассниках, ВКонтакте, Твиттере и Инстаграме.' },
    { number: '1.2.1', text: 'Реестр официальных аккаунтов: создать и вести.' },
    { number: '1.2.2', text: 'Защита аккаунтов от чужих рук.' },
    { number: '1.2.3', text: 'Контент-план: когда и о чём публикации.' },
    { number: '1.3', text: 'Свежий реестр опубликован на официальном сайте.' },
    { number: '2.2', text: 'Не меньше 10 публикаций в неделю.' },
    {
      number: '2.3',
      text: 'Тексты, фото, инфографика, карточки, анимация, видео, прямые эфиры, опросы, конкурсы, акции.',
    },
    {
      number: '2.4',
      text: 'У аккаунта есть описание и оформление, в ходу новые возможности сети.',
    },
    {
      number: '2.5',
      text: 'Живой разговорный стиль, без формата пресс-релиза и без канцеляризмов.',
    },
    {
      number: '2.6',
      text: 'Удаляются комментарии и сообщения, которые нарушают закон, а ещё спам-рассылки, оскорбления и мат. Автора можно занести в чёрный список.',
    },
  ],
  networks: { clause: '1.1', ids: ['ok', 'vk', 'x', 'instagram'] },
  norm: {
    clause: '2.2',
    kinds: [
      { id: 'government', title: { ru: 'Правительство', en: 'Government' }, weeklyNorm: 10 },
      { id: 'body', title: { ru: 'Орган власти', en: 'Public body' }, weeklyNorm: 10 },
    ],
  },
  formats: {
    clause: '2.3',
    list: [
      { id: 'text', title: { ru: 'Текст', en: 'Text' } },
      { id: 'photo', title: { ru: 'Фото', en: 'Photo' } },
      { id: 'infographics', title: { ru: 'Инфографика', en: 'Infographics' } },
      { id: 'cards', title: { ru: 'Карточки', en: 'Cards' } },
      { id: 'animation', title: { ru: 'Анимация', en: 'Animation' } },
      { id: 'video', title: { ru: 'Видео', en: 'Video' } },
      { id: 'live', title: { ru: 'Прямой эфир', en: 'Live' } },
      { id: 'poll', title: { ru: 'Опрос', en: 'Poll' } },
      { id: 'contest', title: { ru: 'Конкурс', en: 'Contest' } },
      { id: 'campaign', title: { ru: 'Акция', en: 'Campaign' } },
    ],
  },
  notices: { clause: '3 постановления', days: 10 },
  publishing: { clause: '1.3' },
  style: {
    clause: '2.5',
    demands: [
      { id: 'conversational', title: { ru: 'Разговорный стиль', en: 'Conversational style' } },
      { id: 'no-press-release', title: { ru: 'Не пресс-релиз', en: 'No press release' } },
      { id: 'no-officialese', title: { ru: 'Без канцеляризмов', en: 'No officialese' } },
    ],
  },
  grounds: [
    {
      id: 'obscenity',
      criterion: 'obscenity',
      clause: '2.6',
      title: { ru: 'Нецензурная речь', en: 'Obscene language' },
    },
    {
      id: 'insult',
      criterion: 'insult',
      clause: '2.6',
      title: { ru: 'Оскорбление', en: 'Insult' },
    },
    {
      id: 'threat',
      criterion: 'threat',
      clause: '2.6',
      title: { ru: 'Угроза, призыв к насилию', en: 'Threat or call to violence' },
    },
    {
      id: 'hate',
      criterion: 'hate',
      clause: '2.6',
      title: { ru: 'Вражда и ненависть', en: 'Hatred' },
    },
    {
      id: 'spam',
      criterion: 'spam',
      clause: '2.6',
      title: { ru: 'Спам-рассылка', en: 'Spam mailing' },
    },
    {
      id: 'personal-data',
      criterion: 'personal-data',
      clause: '2.6',
      title: { ru: 'Чужие личные данные', en: 'Personal data of others' },
    },
    {
      id: 'drugs',
      criterion: 'drugs',
      clause: '2.6',
      title: { ru: 'Наркотики, запрещённые товары', en: 'Drugs and illegal goods' },
    },
    { id: 'fraud', criterion: 'fraud', clause: '2.6', title: { ru: 'Мошенничество', en: 'Fraud' } },
    {
      id: 'law',
      criterion: 'custom',
      clause: '2.6',
      title: { ru: 'Иное нарушение закона', en: 'Other breach of law' },
    },
  ],
  checklists: [
    {
      id: 'security',
      clause: '1.2.2',
      title: { ru: 'Защита аккаунта', en: 'Account security' },
      items: [
        {
          id: 'two-factor',
          title: { ru: 'Вход с подтверждением включён', en: 'Two-factor sign-in is on' },
          everyDays: 90,
        },
        {
          id: 'password',
          title: { ru: 'Пароль сменён', en: 'Password changed' },
          everyDays: 180,
        },
        {
          id: 'administrators',
          title: { ru: 'Список администраторов сверен', en: 'Administrators reviewed' },
          everyDays: 30,
        },
        {
          id: 'sign-ins',
          title: { ru: 'Чужих входов нет', en: 'No foreign sign-ins' },
          everyDays: 30,
        },
        {
          id: 'recovery',
          title: {
            ru: 'Телефон и почта для восстановления у органа',
            en: 'Recovery phone and mail belong to the body',
          },
          everyDays: 180,
        },
      ],
    },
    {
      id: 'appearance',
      clause: '2.4',
      title: { ru: 'Оформление', en: 'Appearance' },
      items: [
        {
          id: 'description',
          title: { ru: 'Описание есть и верное', en: 'Description is there and right' },
          everyDays: 180,
        },
        {
          id: 'avatar',
          title: { ru: 'Аватар по фирменному стилю', en: 'Avatar in the house style' },
          everyDays: 180,
        },
        {
          id: 'cover',
          title: { ru: 'Обложка есть', en: 'Cover is there' },
          everyDays: 180,
        },
        {
          id: 'contacts',
          title: { ru: 'Контакты и ссылка на сайт', en: 'Contacts and a link to the site' },
          everyDays: 90,
        },
        {
          id: 'features',
          title: {
            ru: 'Виджеты, меню и другие возможности сети',
            en: 'Widgets, menu and other features',
          },
          everyDays: 180,
        },
      ],
    },
  ],
  offenders: { clause: '2.6', violations: 3, days: 30 },
  retentionMonths: 36,
};
