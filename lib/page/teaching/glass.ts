import { element } from '../dom';

/** A frame over the page. */
export interface Frame {
  target: Element;
  /** `chosen`: what the operator is at; `part`: a part of the comment; `found`: one of those found. */
  kind: 'chosen' | 'part' | 'found';
  /** Words on the frame; none where it needs none. */
  tag?: string;
}

export interface GlassEvents {
  /** The pointer is over this element of the page. */
  onPoint(target: Element): void;
  /** The operator has pressed there. */
  onPick(target: Element): void;
}

/** Frames drawn at once: more cannot be told apart on a screen. */
const MOST_FRAMES = 80;
/** Air between an element and its frame, CSS pixels. */
const AIR = 3;

/**
 * A pane over the whole page: the pointer meets it in place of the page, so that no press, hover or
 * menu ever reaches what is under it, and nothing of the page is changed. What lies below is asked of
 * the browser by the point.
 */
export class Glass {
  readonly #pane = element('div', { class: 'glass' });
  #frames: { frame: Frame; node: HTMLElement }[] = [];
  #last: Element | null = null;

  /**
   * @param isOwn tells the overlay's own hosts, which are never what was meant
   * @param signal takes the pane and its frames away
   */
  constructor(
    private readonly layer: HTMLElement,
    isOwn: (node: Element) => boolean,
    events: GlassEvents,
    signal: AbortSignal,
  ) {
    const under = ({ clientX, clientY }: MouseEvent): Element | null =>
      document.elementsFromPoint(clientX, clientY).find((node) => !isOwn(node)) ?? null;
    const pane = this.#pane;
    pane.addEventListener('pointermove', (event) => {
      const target = under(event);
      if (!event.isTrusted || !target || target === this.#last) return;
      this.#last = target;
      events.onPoint(target);
    });
    for (const type of [
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'contextmenu',
      'auxclick',
    ])
      pane.addEventListener(type, (event) => {
        // The focus stays in the card, where the keys are.
        event.preventDefault();
        event.stopPropagation();
      });
    pane.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      const target = under(event);
      if (event.isTrusted && target) events.onPick(target);
    });
    pane.addEventListener('wheel', (event) => this.#scroll(event, under(event)), {
      passive: false,
    });
    layer.append(pane);
    // Pages scroll inside, grow and move by themselves; a lesson is short, so each picture is drawn anew.
    let frame = requestAnimationFrame(function follow(this: void) {
      place();
      frame = requestAnimationFrame(follow);
    });
    const place = () => this.#place();
    signal.addEventListener(
      'abort',
      () => {
        cancelAnimationFrame(frame);
        pane.remove();
        for (const { node } of this.#frames) node.remove();
        this.#frames = [];
      },
      { once: true },
    );
  }

  /** Pressing the page means nothing now; the pointer shows it. */
  set still(still: boolean) {
    this.#pane.toggleAttribute('data-still', still);
  }

  /** Draws these frames and no others. */
  show(frames: readonly Frame[]): void {
    for (const { node } of this.#frames) node.remove();
    this.#frames = frames.slice(0, MOST_FRAMES).map((frame) => {
      const { kind, tag } = frame;
      const node = element('div', { class: 'frame', 'data-kind': kind });
      if (tag) node.append(element('span', { class: 'tag' }, tag));
      this.layer.append(node);
      return { frame, node };
    });
    this.#place();
  }

  #place(): void {
    for (const { frame, node } of this.#frames) {
      const { left, top, width, height } = frame.target.getBoundingClientRect();
      const seen = width > 0 && height > 0 && top < innerHeight && top + height > 0;
      node.hidden = !seen;
      if (!seen) continue;
      const air = frame.kind === 'part' ? 1 : AIR;
      node.style.left = `${left - air}px`;
      node.style.top = `${top - air}px`;
      node.style.width = `${width + 2 * air}px`;
      node.style.height = `${height + 2 * air}px`;
    }
  }

  /** The wheel moves what it would move without the pane: the page by itself, a list inside by hand. */
  #scroll(event: WheelEvent, target: Element | null): void {
    for (let at = target; at && at !== document.body; at = at.parentElement) {
      if (at.scrollHeight <= at.clientHeight || at === document.scrollingElement) continue;
      if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
      event.preventDefault();
      at.scrollBy(event.deltaX, event.deltaY);
      return;
    }
  }
}
