import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

const place = openFrame('ProseMirror');
const paragraphs = PARAGRAPHS.map((text) => schema.node('paragraph', null, [schema.text(text)]));
const view = new EditorView(place, {
  state: EditorState.create({
    doc: schema.node('doc', null, paragraphs),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
  }),
  attributes: { class: 'editor', 'aria-label': 'Черновик' },
});
window.model = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
