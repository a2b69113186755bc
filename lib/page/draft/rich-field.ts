import { rangesOf, readText, spansOf, type TextReading } from '../../networks/text';
import { type Field, type KeptSelection, movedIndex, type Span } from './field';

const TEXT = 3;

/** A place in the document. */
interface Place {
  node: Node;
  offset: number;
}

/** An element with `contenteditable`, whoever keeps its model. */
export class RichField implements Field {
  #reading: TextReading = { text: '', pieces: [] };

  constructor(readonly element: HTMLElement) {}

  read(): string {
    this.#reading = readText(this.element, { flow: 'written' });
    return this.#reading.text;
  }

  marksOf({ start, end }: Span): StaticRange[] {
    return rangesOf(this.#reading, start, end);
  }

  targetOf({ start, end }: Span): StaticRange | null {
    const places = spansOf(this.#reading, start, end);
    const first = places[0];
    const last = places.at(-1);
    if (!first || !last) return null;
    return new StaticRange({
      startContainer: first.container,
      startOffset: first.start,
      endContainer: last.container,
      endOffset: last.end,
    });
  }

  /** Marks stand in the editor's own text and need nothing. */
  follow(): void {}
  remove(): void {}

  rectsOf(span: Span): DOMRect[] {
    const rects: DOMRect[] = [];
    for (const place of spansOf(this.#reading, span.start, span.end)) {
      const range = liveRange(
        { node: place.container, offset: place.start },
        { node: place.container, offset: place.end },
      );
      if (range) rects.push(...range.getClientRects());
    }
    return rects;
  }

  selection(): Span | null {
    const selection = this.#selection();
    if (!selection) return null;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const start = this.#indexOf({ node: startContainer, offset: startOffset });
    const end = this.#indexOf({ node: endContainer, offset: endOffset });
    return { start, end };
  }

  keepSelection(): KeptSelection | null {
    const selection = this.#selection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    const anchor = this.#keepPlace({ node: selection.anchorNode, offset: selection.anchorOffset });
    const focus = this.#keepPlace({ node: selection.focusNode, offset: selection.focusOffset });
    return (replaced, length) => {
      const from = anchor(replaced, length);
      const to = focus(replaced, length);
      if (from && to) selectionOf(this.element)?.setBaseAndExtent(...both(from), ...both(to));
    };
  }

  select({ start, end }: Span): boolean {
    const target = this.targetOf({ start, end });
    if (!target || !this.element.isConnected || !this.element.isContentEditable) return false;
    this.element.focus({ preventScroll: true });
    selectionOf(this.element)?.setBaseAndExtent(
      target.startContainer,
      target.startOffset,
      target.endContainer,
      target.endOffset,
    );
    return true;
  }

  reveal(span: Span): void {
    const [first] = spansOf(this.#reading, span.start, span.end);
    const node = first?.container;
    const at = node instanceof Element ? node : node?.parentElement;
    at?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #selection(): Selection | null {
    const selection = selectionOf(this.element);
    const within = selection?.rangeCount && this.element.contains(selection.anchorNode);
    return within && this.element.contains(selection.focusNode) ? selection : null;
  }

  /**
   * A place stays where it is when the edit did not touch its node; else it is found again by its index
   * in the new text.
   */
  #keepPlace(place: Place): (replaced: Span, length: number) => Place | null {
    const index = this.#indexOf(place);
    const isElement = place.node.nodeType !== TEXT;
    return (replaced, length) => {
      if (isElement && this.element.contains(place.node) && place.node !== this.element)
        return place;
      return this.#placeAt(movedIndex(index, replaced, length));
    };
  }

  /** The index in the last reading that a place stands at; between pieces, the end of the one before. */
  #indexOf({ node, offset }: Place): number {
    const point = document.createRange();
    point.setStart(node, Math.min(offset, lengthOf(node)));
    let index = 0;
    for (const piece of this.#reading.pieces) {
      if (piece.node === node && node.nodeType === TEXT) {
        const inside = offset - piece.offset;
        if (inside < 0) return index;
        if (inside <= piece.end - piece.start) return piece.start + inside;
      } else if (!piece.node.isConnected || point.comparePoint(piece.node, 0) >= 0) return index;
      index = piece.end;
    }
    return index;
  }

  #placeAt(index: number): Place | null {
    let found: Place | null = null;
    for (const { node, start, end, offset } of this.#reading.pieces) {
      if (start > index) break;
      if (node.nodeType === TEXT) found = { node, offset: offset + Math.min(index, end) - start };
      else if (node.parentNode) {
        const place = Array.prototype.indexOf.call(node.parentNode.childNodes, node);
        found = { node: node.parentNode, offset: place + (index > start ? 1 : 0) };
      }
      if (end >= index) break;
    }
    return found;
  }
}

const both = ({ node, offset }: Place): [Node, number] => [node, offset];

const lengthOf = (node: Node) =>
  node.nodeType === TEXT ? (node as Text).data.length : node.childNodes.length;

/** The selection of the tree that holds `element`: Chromium keeps one for each shadow root. */
function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode();
  const own = 'getSelection' in root ? (root.getSelection as () => Selection | null)() : null;
  return own ?? document.getSelection();
}

/** A live range, or null when the text has changed under the reading; keep it no longer than a look. */
function liveRange(from: Place, to: Place): Range | null {
  if (from.offset > lengthOf(from.node) || to.offset > lengthOf(to.node)) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
