import { ContentState, Editor, EditorState } from 'draft-js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

/** Draft.js, the family of X's composer. */
function Draft() {
  const [state, setState] = useState(() =>
    EditorState.createWithContent(ContentState.createFromText(PARAGRAPHS.join('\n'))),
  );
  window.model = () => state.getCurrentContent().getPlainText('\n');
  return (
    <div className="editor">
      <Editor editorState={state} onChange={setState} ariaLabel="Черновик" />
    </div>
  );
}

createRoot(openFrame('Draft.js')).render(<Draft />);
