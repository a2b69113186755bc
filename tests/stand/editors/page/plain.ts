import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

/** A bare `contenteditable`, as VKontakte's: the document is the model. */
const editor = document.createElement('div');
editor.contentEditable = 'true';
editor.setAttribute('role', 'textbox');
editor.setAttribute('aria-label', 'Черновик');
editor.className = 'editor';
for (const paragraph of PARAGRAPHS) {
  const line = document.createElement('div');
  line.textContent = paragraph;
  editor.append(line);
}
openFrame('contenteditable').append(editor);
window.model = () => Array.from(editor.children, (line) => line.textContent).join('\n');
