import { button, h } from '../../vk/page/dom';
import { openLayer } from './layers';
import type { Model } from './model';
import { notify } from './notices';
import { TopicEditor } from './topic-editor';

/** The layer in which a topic is written; with a time of publication it is kept for later. */
export function openTopicComposer(model: Model, onPublished: () => void): void {
  const timer = h('input', {
    type: 'checkbox',
    name: 'timer',
    class: 'irc gpf-timer-post',
    id: 'gpf-timer',
  });
  const publish = button(
    'Поделиться',
    () => {
      const text = editor.text();
      if (text === '') return;
      editor.forget();
      close();
      if (timer.checked) notify('Тема опубликуется 25.11.2026 в 09:00');
      else {
        model.publish(text);
        onPublished();
      }
    },
    {
      class: 'posting_submit button-pro js-publish-btn',
      'data-l': 't,button.submit',
      'data-save': 'Сохранить',
      title: 'Поделиться',
    },
  );
  const editor = new TopicEditor((text) => {
    publish.disabled = text === '';
  });
  publish.disabled = true;
  timer.addEventListener('change', () => {
    publish.textContent = timer.checked ? 'Сохранить' : 'Поделиться';
  });
  const close = openLayer(
    'Новая тема',
    'hook_Block_MediaTopicLayerBody',
    [
      h('h2', {}, 'Новая тема'),
      editor.place,
      h('label', { class: 'posting_timer', for: 'gpf-timer' }, timer, 'Время публикации'),
      h('div', { class: 'posting_f' }, publish),
    ],
    () => {},
  );
  editor.focus();
}
