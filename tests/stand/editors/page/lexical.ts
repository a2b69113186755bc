import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

/** Lexical, the family of Instagram's caption editor. */
const root = document.createElement('div');
root.contentEditable = 'true';
root.setAttribute('role', 'textbox');
root.setAttribute('aria-label', 'Черновик');
root.className = 'editor';
openFrame('Lexical').append(root);

const editor = createEditor({
  namespace: 'neighbour',
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(
  () => {
    for (const paragraph of PARAGRAPHS)
      $getRoot().append($createParagraphNode().append($createTextNode(paragraph)));
  },
  { discrete: true, tag: 'historic' },
);
window.model = () =>
  editor.read(() =>
    $getRoot()
      .getChildren()
      .map((paragraph) => paragraph.getTextContent())
      .join('\n'),
  );
