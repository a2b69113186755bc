import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PARAGRAPHS } from '../text';
import { openFrame } from './frame';

/** A `<textarea>` whose value React owns, as Instagram's comment field. */
function Editor() {
  const [value, setValue] = useState(PARAGRAPHS.join('\n'));
  window.model = () => value;
  return (
    <textarea
      className="editor"
      aria-label="Черновик"
      value={value}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}

createRoot(openFrame('textarea')).render(<Editor />);
