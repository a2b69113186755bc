import { COMMUNITY, OPERATOR } from '../people';
import { button, h, writtenText } from './dom';
import type { LiveComment, Model, Thread } from './model';
import { openDialog } from './popups';

/** The field under a thread, with the switch «от имени сообщества». */
export function commentField(model: Model, thread: Thread) {
  let answered: LiveComment | null = null;
  const editor = h('span', {
    'data-testid': 'content-editable-input',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Написать комментарий…',
    class: 'editor',
  });
  const send = button(
    '➤',
    () => {
      const text = writtenText(editor);
      if (text === '') return;
      thread.add(model.speaker(), text, answered);
      editor.replaceChildren();
      answer(null);
      refresh();
    },
    { 'data-testid': 'send-comment', class: 'send', 'aria-label': 'Отправить' },
  );
  const refresh = () => {
    send.disabled = writtenText(editor) === '';
  };
  editor.addEventListener('input', refresh);

  const note = h('div', { class: 'field__answer', hidden: true });
  const answer = (comment: LiveComment | null) => {
    answered = comment;
    note.hidden = comment === null;
    note.replaceChildren();
    if (!comment) return;
    note.append(
      `Ответ: ${comment.author.name}`,
      button('×', () => answer(null), { class: 'link', 'aria-label': 'Не отвечать' }),
    );
    editor.focus();
  };

  const picture = h('img', { alt: '', width: 32, height: 32 });
  const box = h('input', { type: 'checkbox' });
  const name = h('span');
  const showSpeaker = () => {
    const speaker = model.speaker();
    box.checked = model.asCommunity;
    picture.src = `/drawings/avatar/${speaker.id}.svg`;
    name.textContent = model.asCommunity
      ? 'От имени сообщества'
      : `От вашего имени, ${OPERATOR.name}`;
  };
  box.addEventListener('change', () => {
    model.asCommunity = box.checked;
    showSpeaker();
  });
  showSpeaker();
  refresh();
  const speakerRow = model.options.visitor
    ? null
    : h('label', { class: 'field__speaker' }, box, name);
  const element = h(
    'div',
    { class: 'field' },
    note,
    h('div', { class: 'field__row' }, picture, editor, send),
    speakerRow,
  );
  return { element, answer };
}

/** The post composer: write, look, publish. */
export function openPostComposer(model: Model, onPublished: () => void): void {
  const editor = h('div', {
    'data-testid': 'posting_base_screen_input_message',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Текст записи',
    class: 'editor editor--post',
  });
  const preview = h('div', { class: 'preview' });
  const publish = button(
    'Опубликовать',
    () => {
      model.publish(text);
      dialog.close();
      onPublished();
    },
    { 'data-testid': 'posting_submit_button', class: 'primary' },
  );
  const next = button('Далее', () => step(2), {
    'data-testid': 'posting_base_screen_next',
    class: 'primary',
  });
  let text = '';
  const first = h(
    'div',
    { class: 'dialog__body' },
    editor,
    h('div', { class: 'dialog__foot' }, next),
  );
  const second = h(
    'div',
    { class: 'dialog__body', hidden: true },
    preview,
    h(
      'div',
      { class: 'dialog__foot' },
      button('Назад', () => step(1), { class: 'quiet' }),
      publish,
    ),
  );
  const step = (number: 1 | 2) => {
    text = writtenText(editor);
    if (number === 2 && text === '') return;
    preview.textContent = text;
    first.hidden = number === 2;
    second.hidden = number === 1;
    if (model.options.unmount) {
      if (number === 2) first.remove();
      else second.before(first);
    }
    if (number === 2) publish.focus();
    else editor.focus();
  };
  const refresh = () => {
    next.disabled = writtenText(editor) === '';
  };
  editor.addEventListener('input', refresh);
  refresh();
  const speaker = h('p', { class: 'dialog__note' }, `От имени сообщества «${COMMUNITY.name}»`);
  const dialog = openDialog('Новый пост', [speaker, first, second], 'modalheader-title');
}
