import { banned, type LiveComment, type Thread } from './model';
import type { Options } from './options';
import { askConfirm, askReason, type MenuItem, notify } from './popups';

/** Deletes a comment, with the question when it is switched on. */
function remove(thread: Thread, comment: LiveComment, options: Options): void {
  if (!options.confirm) thread.remove(comment);
  else {
    askConfirm('Удаление комментария', 'Удалить этот комментарий?', 'Удалить', () =>
      thread.remove(comment),
    );
  }
}

function ban(comment: LiveComment): void {
  askReason(
    'Чёрный список',
    ['Спам', 'Оскорбление участников', 'Нецензурная лексика', 'Разговоры не по теме'],
    'Заблокировать',
    () => {
      banned.add(comment.author.id);
      notify(`Пользователь заблокирован: ${comment.author.name}`);
    },
  );
}

function unban(comment: LiveComment): void {
  banned.delete(comment.author.id);
  notify(`Пользователь разблокирован: ${comment.author.name}`);
}

/** The reasons that the network offers when one reports a comment. */
const REPORT_REASONS = ['Спам', 'Оскорбление', 'Призыв к насилию', 'Запрещённый товар', 'Обман'];

/** Asks for the reason and reports. */
export function report(): void {
  askReason('Пожаловаться на комментарий', REPORT_REASONS, 'Отправить', () =>
    notify('Жалоба отправлена'),
  );
}

/** The menu of a comment, as its viewer may use it. */
export function menuOf(
  thread: Thread,
  comment: LiveComment,
  options: Options,
  startEdit: () => void,
): MenuItem[] {
  const items: MenuItem[] = [
    {
      label: 'Скопировать ссылку',
      run: () => notify('Ссылка скопирована'),
    },
  ];
  if (comment.own) items.push({ label: 'Редактировать', run: startEdit });
  if (!comment.own) items.push({ label: 'Пожаловаться', run: report });
  if (!options.visitor) {
    if (!comment.own) {
      items.push(
        banned.has(comment.author.id)
          ? { label: 'Разблокировать автора', run: () => unban(comment) }
          : { label: 'Заблокировать автора', danger: true, run: () => ban(comment) },
      );
    }
    items.push({ label: 'Удалить', danger: true, run: () => remove(thread, comment, options) });
  }
  return items;
}
