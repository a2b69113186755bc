/**
 * The exact text of an element together with the way back into the DOM, so that a span of the text
 * can be marked without touching the page.
 */
export interface TextReading {
  /** UTF-16; emoji images by `alt`, `<br>` and block ends as `\n`. */
  text: string;
  /** In order of `start`; gaps are characters that stand in no text node (a `<br>`). */
  pieces: readonly TextPiece[];
}

export interface TextPiece {
  /** A text node, or the element (an emoji image) that stands for `[start, end)`. */
  node: Node;
  start: number;
  end: number;
}
