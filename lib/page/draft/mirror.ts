import type { Span } from './field';

/** Everything that decides where a character of a form field stands. */
const COPIED = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-indent',
  'text-rendering',
  'text-transform',
  'white-space',
  'word-break',
  'word-spacing',
] as const;

/**
 * The twin of a form field: the same text in the same box, its letters transparent, over the field. CSS
 * highlights and ranges do not reach inside form fields, so marks are drawn on the twin and places are
 * asked of it. It lets every click through. Whoever lists the page's highlights can reach it, so it stands
 * apart from Vakhta's controls.
 */
export class Mirror {
  readonly #box = document.createElement('div');
  readonly #text = document.createTextNode('');

  /** @param layer where the twin stands, in a root without anything else */
  constructor(
    private readonly field: HTMLTextAreaElement | HTMLInputElement,
    private readonly layer: HTMLElement,
  ) {
    this.#box.append(this.#text);
    this.#box.setAttribute('aria-hidden', 'true');
  }

  /** Ranges over the stretch in the twin's text. */
  rangesOf({ start, end }: Span): StaticRange[] {
    this.follow();
    const { length } = this.#text;
    return [
      new StaticRange({
        startContainer: this.#text,
        startOffset: Math.min(start, length),
        endContainer: this.#text,
        endOffset: Math.min(end, length),
      }),
    ];
  }

  /** Rectangles of the stretch in the viewport, cut to what the field shows. */
  rectsOf(span: Span): DOMRect[] {
    this.follow();
    const shown = this.#inner();
    return Array.from(this.#live(span).getClientRects(), (rect) => cut(rect, shown)).filter(
      (rect) => rect.width > 0 && rect.height > 0,
    );
  }

  /** How far the field must scroll for the stretch to be inside, in CSS pixels from its top. */
  topOf(span: Span): number {
    this.follow();
    const [rect] = this.#live(span).getClientRects();
    return rect ? rect.top - this.#inner().top + this.#box.scrollTop : 0;
  }

  /** Takes the field's text, style and place anew. */
  follow(): void {
    if (!this.#box.isConnected) this.layer.append(this.#box);
    const { field } = this;
    // A last empty line has height in a field but not in a block.
    const text = `${field.value}\u200b`;
    if (this.#text.data !== text) this.#text.data = text;
    const style = getComputedStyle(field);
    for (const name of COPIED) this.#box.style.setProperty(name, style.getPropertyValue(name));
    const { left, top, width, height } = this.#inner();
    const oneLine = field instanceof HTMLInputElement;
    Object.assign(this.#box.style, {
      position: 'fixed',
      color: 'transparent',
      forcedColorAdjust: 'none',
      pointerEvents: 'none',
      userSelect: 'none',
      boxSizing: 'border-box',
      overflow: 'hidden',
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
      ...(oneLine ? { whiteSpace: 'pre', lineHeight: `${height}px`, paddingBlock: '0' } : {}),
    });
    this.#box.scrollTop = field.scrollTop;
    this.#box.scrollLeft = field.scrollLeft;
  }

  remove(): void {
    this.#box.remove();
  }

  #live({ start, end }: Span): Range {
    const range = document.createRange();
    range.setStart(this.#text, Math.min(start, this.#text.length));
    range.setEnd(this.#text, Math.min(end, this.#text.length));
    return range;
  }

  /** The padding box of the field. */
  #inner(): DOMRect {
    const box = this.field.getBoundingClientRect();
    return new DOMRect(
      box.left + this.field.clientLeft,
      box.top + this.field.clientTop,
      this.field.clientWidth,
      this.field.clientHeight,
    );
  }
}

function cut(rect: DOMRect, frame: DOMRect): DOMRect {
  const left = Math.max(rect.left, frame.left);
  const top = Math.max(rect.top, frame.top);
  return new DOMRect(
    left,
    top,
    Math.min(rect.right, frame.right) - left,
    Math.min(rect.bottom, frame.bottom) - top,
  );
}
