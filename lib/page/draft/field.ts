/** A stretch of a text, UTF-16 indices, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * An editor of the page as Vakhta works with it: a text with indices, a selection and places on the
 * screen. Nothing here writes text; that is the way of `replaceText` alone.
 */
export interface Field {
  readonly element: HTMLElement;
  /** The text as it is now. All indices below speak of the last text that was read. */
  read(): string;
  /** The selection inside the editor, or null when it is elsewhere. */
  selection(): Span | null;
  /** Remembers the selection as it is; the function puts it back, moved by an edit. */
  keepSelection(): KeptSelection | null;
  /** Focuses the editor and selects the stretch; false when it cannot be done. */
  select(span: Span): boolean;
  /** Where the stretch is drawn, in CSS pixels of the viewport; one rectangle a line at least. */
  rectsOf(span: Span): DOMRect[];
  /** Ranges to mark the stretch by: in the editor itself, or in the twin that stands over a form field. */
  marksOf(span: Span): StaticRange[];
  /** The stretch as the editor's own event names it; null where the text stands in no node. */
  targetOf(span: Span): StaticRange | null;
  /** The editor was moved, scrolled or changed its size or text: what stands over it must follow. */
  follow(): void;
  /** Takes away whatever was put up for this editor. */
  remove(): void;
  /** Scrolls the stretch into view, no further than needed. */
  reveal(span: Span): void;
}

/** Puts a remembered selection back after `replaced` has become a text of length `length`. */
export type KeptSelection = (replaced: Span, length: number) => void;

/**
 * Where an index of the text stands after `replaced` has become a text of length `length`: an index
 * inside the replaced stretch goes to its end, as after typing.
 */
export function movedIndex(index: number, replaced: Span, length: number): number {
  if (index <= replaced.start) return index;
  if (index >= replaced.end) return index + length - (replaced.end - replaced.start);
  return replaced.start + length;
}
