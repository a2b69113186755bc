import { HashtagNode, registerLexicalHashtag } from '@lexical/hashtag';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
} from 'lexical';

/** A name or a tag: the editor keeps each in a node of its own. */
const NAMED = /[@#][\p{L}\d_.]+/u;
/** Edits this close to each other are undone together, milliseconds. */
const UNDO_TOGETHER = 300;

export interface CaptionEditor {
  /** The text by the editor's own model: what is published. */
  text(): string;
  end(): void;
}

/** The real Lexical in `element`, for plain text with line breaks, names and tags. */
export function openCaptionEditor(
  element: HTMLElement,
  start: string,
  namedLook: string,
  onText: (text: string) => void,
): CaptionEditor {
  const editor = createEditor({
    namespace: 'caption',
    nodes: [HashtagNode],
    theme: { hashtag: namedLook },
    onError: (error) => {
      throw error;
    },
  });
  const text = () => editor.read(() => $getRoot().getTextContent());
  const ends = [
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), UNDO_TOGETHER),
    registerLexicalHashtag(editor, {
      getHashtagMatch(words) {
        const found = NAMED.exec(words);
        return found && { start: found.index, end: found.index + found[0].length };
      },
    }),
    editor.registerUpdateListener(() => onText(text())),
  ];
  editor.setRootElement(element);
  editor.update(
    () => {
      const paragraph = $createParagraphNode();
      start.split('\n').forEach((line, index) => {
        if (index > 0) paragraph.append($createLineBreakNode());
        if (line) paragraph.append($createTextNode(line));
      });
      $getRoot().append(paragraph);
    },
    { discrete: true, tag: 'historic' },
  );
  return {
    text,
    end() {
      for (const end of ends) end();
      editor.setRootElement(null);
    },
  };
}
