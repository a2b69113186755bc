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
  /** Where the piece begins inside a text node's data (white space that is not shown is left out). */
  offset: number;
}

/** How an element's text is to be read. */
export interface TextRules {
  /** CSS of parts that are not the text, such as a «show more» button. */
  skip?: string;
  /** CSS of hidden parts that are read nevertheless, such as the folded rest of a long comment. */
  keep?: string;
  /**
   * `html` (default): white space as a browser shows it, block elements on lines of their own.
   * `lines`: white space as written, lines by `\n` and `<br>` only.
   * `written`: white space as written, block elements on lines of their own (what stands in an editor:
   * the space before the cursor counts).
   */
  flow?: 'html' | 'lines' | 'written';
}

const ELEMENT = 1;
const TEXT = 3;

/** Never someone's words, whatever the style: code, and controls of the page. */
const NOT_WORDS = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'TITLE',
  'TEXTAREA',
  'SELECT',
  'BUTTON',
  'SVG',
  'svg',
]);

/** Elements that stand on lines of their own in the default style sheet and are met in comments. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

/** An image that stands for characters; a photograph is described in words. */
const EMOJI = /\p{Extended_Pictographic}|^\P{L}+$/u;

/** Longest runs that are shown exactly as written: words with single spaces between them. */
const SHOWN_RUN = /[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g;

/** What a picture stands for in words; null for what is no picture. */
function pictureWords(element: Element): string | null {
  if (element.tagName === 'IMG') return element.getAttribute('alt') ?? '';
  if (element.getAttribute('role') !== 'img' || element.textContent?.trim()) return null;
  return element.getAttribute('aria-label') ?? '';
}

/** Not shown, or an editor: what is typed there is not yet said. */
const isHidden = (element: Element) =>
  element.hasAttribute('hidden') ||
  element.getAttribute('contenteditable') === 'true' ||
  element.getAttribute('aria-hidden') === 'true' ||
  /(?:^|;)\s*display\s*:\s*none/i.test(element.getAttribute('style') ?? '');

/** Whether the page's style shows line feeds as such; asked only where there is one to show. */
function showsLineFeeds(element: Element): boolean {
  if (!element.textContent?.includes('\n')) return false;
  const whiteSpace = element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace ?? '';
  return /^(?:pre|break-spaces)/.test(whiteSpace);
}

class Reader {
  text = '';
  readonly pieces: TextPiece[] = [];
  private breaks = 0;
  private space: { node: Node; offset: number } | null = null;

  constructor(
    private readonly rules: TextRules,
    private readonly asWritten: boolean,
  ) {}

  read(parent: Node): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === TEXT) this.readText(node as Text);
      else if (node.nodeType === ELEMENT) this.readElement(node as Element);
    }
  }

  private readElement(element: Element): void {
    const tag = element.tagName;
    if (NOT_WORDS.has(tag)) return;
    const { skip, keep } = this.rules;
    if (skip && element.matches(skip)) return;
    const picture = pictureWords(element);
    if (picture !== null) {
      if (EMOJI.test(picture) && !element.hasAttribute('hidden')) this.add(element, picture, 0);
      return;
    }
    if (tag === 'BR') {
      this.lineBreak();
      return;
    }
    if (isHidden(element) && !(keep && element.matches(keep))) return;
    const block = this.rules.flow !== 'lines' && BLOCKS.has(tag);
    if (block) this.blockEdge();
    this.read(element);
    if (block) this.blockEdge();
  }

  private readText(node: Text): void {
    const { data } = node;
    if (this.asWritten) {
      if (data) this.add(node, data, 0);
      return;
    }
    let from = 0;
    for (const run of data.matchAll(SHOWN_RUN)) {
      if (run.index > from) this.space ??= { node, offset: from };
      this.add(node, run[0], run.index);
      from = run.index + run[0].length;
    }
    if (from < data.length) this.space ??= { node, offset: from };
  }

  private lineBreak(): void {
    if (this.asWritten) this.text += '\n';
    else this.breaks += 1;
    this.space = null;
  }

  private blockEdge(): void {
    this.breaks = Math.max(this.breaks, 1);
    this.space = null;
  }

  /** Appends shown text after the line breaks or the space that are due before it. */
  private add(node: Node, shown: string, offset: number): void {
    if (this.text !== '') {
      if (this.breaks > 0) this.text += '\n'.repeat(this.breaks);
      else if (this.space) this.append(this.space.node, ' ', this.space.offset);
    }
    this.breaks = 0;
    this.space = null;
    this.append(node, shown, offset);
  }

  private append(node: Node, shown: string, offset: number): void {
    const start = this.text.length;
    this.text += shown;
    const last = this.pieces.at(-1);
    const continues =
      last?.node === node && last.end === start && last.offset + (last.end - last.start) === offset;
    if (continues) last.end = this.text.length;
    else this.pieces.push({ node, start, end: this.text.length, offset });
  }
}

/**
 * Reads the text of `element` as a person sees it. Hidden parts, scripts and what `rules.skip` names
 * are left out. Changes nothing in the page and is linear in its size.
 */
export function readText(element: Element, rules: TextRules = {}): TextReading {
  const plain = plainTextIn(element);
  if (plain) return plain;
  const asWritten = rules.flow === 'lines' || rules.flow === 'written' || showsLineFeeds(element);
  const reader = new Reader(rules, asWritten);
  reader.read(element);
  const { text, pieces } = reader;
  return asWritten && rules.flow !== 'written'
    ? withoutOuterSpace({ text, pieces })
    : { text, pieces };
}

/** What is not shown as it is written, or not everywhere. */
const UNLIKE_SHOWN = /^\s|\s$| {2}|[\t\n\r\f]/;

/** The reading of an element with nothing but one text that is shown as written; null for any other. */
function plainTextIn({ firstChild: node }: Element): TextReading | null {
  if (node?.nodeType !== TEXT || node.nextSibling) return null;
  const { data } = node as Text;
  if (data === '' || UNLIKE_SHOWN.test(data)) return null;
  return { text: data, pieces: [{ node, start: 0, end: data.length, offset: 0 }] };
}

/** White space around a text is not seen, even where the one inside is shown as written. */
function withoutOuterSpace({ text, pieces }: TextReading): TextReading {
  const from = text.length - text.trimStart().length;
  const to = Math.max(from, text.trimEnd().length);
  if (from === 0 && to === text.length) return { text, pieces };
  const kept = pieces.flatMap((piece) => {
    const start = Math.max(piece.start, from);
    const end = Math.min(piece.end, to);
    if (start >= end) return [];
    const offset = piece.offset + start - piece.start;
    return [{ ...piece, start: start - from, end: end - from, offset }];
  });
  return { text: text.slice(from, to), pieces: kept };
}

/** The first piece that ends after `index`, by halving. */
function pieceAt(pieces: readonly TextPiece[], index: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A stretch inside one node: of a text node's data, or of its parent's children for an image. */
export interface NodeSpan {
  container: Node;
  start: number;
  end: number;
}

/**
 * Where `[start, end)` of the reading stands in the page, in the order of the text: one span a text
 * node or image. Characters that stand in no node (line breaks) have none.
 */
export function spansOf(reading: TextReading, start: number, end: number): NodeSpan[] {
  const spans: NodeSpan[] = [];
  const { pieces } = reading;
  if (start >= end) return spans;
  for (let i = pieceAt(pieces, start); i < pieces.length; i += 1) {
    const piece = pieces[i] as TextPiece;
    if (piece.start >= end) break;
    if (piece.node.nodeType === TEXT) {
      const shift = piece.offset - piece.start;
      spans.push({
        container: piece.node,
        start: Math.max(piece.start, start) + shift,
        end: Math.min(piece.end, end) + shift,
      });
    } else if (piece.node.parentNode) {
      const place = Array.prototype.indexOf.call(piece.node.parentNode.childNodes, piece.node);
      spans.push({ container: piece.node.parentNode, start: place, end: place + 1 });
    }
  }
  return spans;
}

/**
 * Static ranges over `[start, end)` of the reading, for `Highlight`. Browser only. A range whose nodes
 * have changed since the reading is simply not painted; read again then.
 */
export function rangesOf(reading: TextReading, start: number, end: number): StaticRange[] {
  return spansOf(reading, start, end).map(
    (span) =>
      new StaticRange({
        startContainer: span.container,
        startOffset: span.start,
        endContainer: span.container,
        endOffset: span.end,
      }),
  );
}

/**
 * The index in the reading's text of a place in the page (a caret or a point hit), or null when the
 * place is outside it.
 * @param offset UTF-16 index into the data of the text node `node`
 */
export function indexOf(reading: TextReading, node: Node, offset: number): number | null {
  for (const piece of reading.pieces) {
    if (piece.node !== node) continue;
    const index = offset - piece.offset;
    if (index >= 0 && index <= piece.end - piece.start) return piece.start + index;
  }
  return null;
}
