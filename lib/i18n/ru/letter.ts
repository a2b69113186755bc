import type { NoticeEvent } from '../../registry/notices';

/**
 * Words of the letter that reports an account. It goes to a Russian authority, so it is written in
 * Russian whatever the language of the screen.
 */
export const letter = {
  title: 'Уведомление',
  about: {
    created: 'о создании официального аккаунта',
    deleted: 'об удалении официального аккаунта',
  } satisfies Record<NoticeEvent, string> as Record<NoticeEvent, string>,
  dateAndNumber: (day: string, number: string) => `${day} № ${number}`,
  blank: '________',
  /** The body stands first, so that its name needs no case. */
  sentence: {
    created: (body: string, day: string, network: string) =>
      `${body} сообщает: ${day} создан официальный аккаунт в социальной сети ${network}.`,
    deleted: (body: string, day: string, network: string) =>
      `${body} сообщает: ${day} удалён официальный аккаунт в социальной сети ${network}.`,
  } satisfies Record<NoticeEvent, unknown> as Record<
    NoticeEvent,
    (body: string, day: string, network: string) => string
  >,
  basis: (source: string, clause: string) => `Основание: ${source}, п. ${clause}.`,
  facts: 'Сведения об аккаунте:',
  fact: {
    body: 'Орган',
    network: 'Социальная сеть',
    name: 'Название аккаунта',
    address: 'Ссылка',
    created: 'Дата создания',
    deleted: 'Дата удаления',
    responsible: 'Ответственный',
  },
  /** Official letters quote a Russian name, and leave a Latin one bare. */
  network: (name: string) => (/^[а-яё]/i.test(name) ? `«${name}»` : name),
  executor: (name: string) => `Исполнитель: ${name}`,
};
