import { useEffect, useRef } from 'react';
import { openCaptionEditor } from './caption-editor';
import { look } from './look';
import { words } from './model';

const css = look({
  editor:
    'min-height: 140px; max-height: 40vh; overflow: auto; padding: 12px; border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; &:empty::before { content: attr(aria-label); color: var(--soft); } & p { margin: 0; }',
  named: 'color: var(--accent);',
});

/** The caption of a publication: Lexical in a block with a role and a label. */
export function CaptionField({
  start = '',
  onText,
}: {
  start?: string;
  onText(text: string): void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const told = useRef(onText);
  told.current = onText;
  const begun = useRef(start);
  useEffect(() => {
    if (!element.current) return;
    const editor = openCaptionEditor(element.current, begun.current, css.named, (text) =>
      told.current(text),
    );
    window.practice.caption = () => editor.text();
    element.current.focus();
    return () => editor.end();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the network's own markup, which the adapter must know
    <div
      ref={element}
      className={css.editor}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline
      aria-label={words.caption}
      spellCheck
    />
  );
}
