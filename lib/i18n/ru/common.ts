import type { Criterion } from '../../moderation/contract';
import type { ActionKind } from '../../registry/schema';
import { networkNames } from '../network-names';

export const common = {
  appName: 'Вахта',
  criterion: {
    obscenity: 'Мат',
    insult: 'Оскорбление',
    threat: 'Угроза',
    hate: 'Вражда',
    spam: 'Спам',
    'personal-data': 'Личные данные',
    drugs: 'Наркотики',
    fraud: 'Мошенничество',
    custom: 'Свой словарь',
  } satisfies Record<Criterion, string> as Record<Criterion, string>,
  strength: { certain: 'точно', probable: 'возможно' },
  kind: {
    delete: 'удалён',
    restore: 'восстановлен',
    hide: 'скрыт',
    ban: 'автор заблокирован',
    unban: 'автор разблокирован',
    report: 'жалоба',
    keep: 'не нарушение',
    mark: 'отмечен',
    note: 'заметка об авторе',
    amend: 'другое основание',
    undo: 'отмена записи',
  } satisfies Record<ActionKind, string> as Record<ActionKind, string>,
  /** What an action was about. */
  subject: { comment: 'комментарий', message: 'сообщение' },
  /** Kinds whose words name what the action was about, for a message; the others are as above. */
  messageKind: {
    delete: 'сообщение удалено',
    restore: 'сообщение восстановлено',
    hide: 'сообщение скрыто',
    report: 'жалоба на сообщение',
    mark: 'сообщение отмечено',
  } satisfies Partial<Record<ActionKind, string>> as Partial<Record<ActionKind, string>>,
  network: networkNames('ru'),
  close: 'Закрыть',
  cancel: 'Отмена',
};
