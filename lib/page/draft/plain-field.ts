import { type Field, type KeptSelection, movedIndex, type Span } from './field';
import { Mirror } from './mirror';

/** A `<textarea>` or a one-line text field. */
export class PlainField implements Field {
  readonly #mirror: Mirror;

  /** @param layer where the field's twin may stand, apart from all controls */
  constructor(
    readonly element: HTMLTextAreaElement | HTMLInputElement,
    layer: HTMLElement,
  ) {
    this.#mirror = new Mirror(element, layer);
  }

  read(): string {
    return this.element.value;
  }

  marksOf(span: Span): StaticRange[] {
    return this.#mirror.rangesOf(span);
  }

  targetOf(): null {
    return null;
  }

  follow(): void {
    this.#mirror.follow();
  }

  remove(): void {
    this.#mirror.remove();
  }

  rectsOf(span: Span): DOMRect[] {
    return this.#mirror.rectsOf(span);
  }

  selection(): Span | null {
    const { selectionStart: start, selectionEnd: end } = this.element;
    const root = this.element.getRootNode() as Document | ShadowRoot;
    return start === null || end === null || root.activeElement !== this.element
      ? null
      : { start, end };
  }

  keepSelection(): KeptSelection | null {
    const span = this.selection();
    if (!span) return null;
    const direction = this.element.selectionDirection ?? 'none';
    return (replaced, length) =>
      this.element.setSelectionRange(
        movedIndex(span.start, replaced, length),
        movedIndex(span.end, replaced, length),
        direction,
      );
  }

  select({ start, end }: Span): boolean {
    const { element } = this;
    if (!element.isConnected || element.disabled || element.readOnly) return false;
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
    return true;
  }

  reveal(span: Span): void {
    this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { scrollTop, clientHeight } = this.element;
    const top = this.#mirror.topOf(span);
    if (top < scrollTop || top > scrollTop + clientHeight - 24)
      this.element.scrollTop = top - clientHeight / 2;
  }
}
