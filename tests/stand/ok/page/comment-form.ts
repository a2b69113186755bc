import { button, h } from '../../vk/page/dom';
import type { LiveComment, Thread } from '../../vk/page/model';
import { OPERATOR } from '../../vk/people';
import { pathOf } from '../group';
import type { Model } from './model';
import { shortcutMenu } from './shortcut-menu';
import { installInputScripts, writtenIn } from './written';

/** The form under a discussion, with the switch of the name in which one writes. */
export function commentForm(model: Model, thread: Thread) {
  let answered: LiveComment | null = null;
  const editor = h('div', {
    class: 'itx js-comments_add js-ok-e comments_add-ceditable',
    id: `field_${Math.random().toString(36).slice(2)}`,
    name: 'st.dM',
    contenteditable: 'true',
    'data-placeholder': 'Напишите комментарий…',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Напишите комментарий…',
  });
  installInputScripts(editor);
  const error = h('div', { class: 'js-comments_add-error comments_add-error', hidden: true });
  const send = () => {
    const text = writtenIn(editor);
    if (text === '') return;
    thread.add(model.speaker(), text, answered);
    editor.replaceChildren();
    answer(null);
  };
  editor.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  });

  const note = h('div', { class: 'comments_add-answer', hidden: true });
  const answer = (comment: LiveComment | null) => {
    answered = comment;
    note.hidden = comment === null;
    note.textContent = comment ? `Ответ: ${comment.author.name}` : '';
    if (comment) editor.focus();
  };

  const who = h('a', { class: 'comments_add-who' });
  const showWho = () => {
    const speaker = model.speaker();
    who.href = pathOf(speaker);
    who.setAttribute('data-type', model.asGroup ? 'GROUP' : 'USER');
    who.replaceChildren(
      h('img', {
        src: `/drawings/avatar/${speaker.id}.svg`,
        alt: speaker.name,
        width: 32,
        height: 32,
      }),
      model.asGroup ? 'От имени группы' : `От своего имени, ${OPERATOR.name}`,
    );
  };
  const choose = (asGroup: boolean) => ({
    label: asGroup ? 'От имени группы' : 'От своего имени',
    run: () => {
      model.asGroup = asGroup;
      showWho();
    },
  });
  showWho();

  const element = h(
    'div',
    { class: 'comments_form' },
    note,
    model.options.visitor
      ? null
      : h(
          'div',
          { class: 'comments_add-from' },
          who,
          shortcutMenu('От чьего имени писать', () => [choose(true), choose(false)]),
        ),
    editor,
    error,
    h(
      'div',
      { class: 'comments_add-controls' },
      button('Добавить', send, { class: 'button-pro form-actions_yes', 'data-l': 't,submit' }),
    ),
  );
  return { element, answer };
}
