import type { Remark } from '../../style/contract';
import type { PageContext } from '../context';

/** How long the pointer rests on a mark before its card opens, and off both before it closes, ms. */
const OPENS_MS = 350;
const CLOSES_MS = 300;

/** What the pointer can find and do. */
export interface PointingTargets {
  /** The editor that is checked now, or null. */
  editor(): Element | null;
  remarkAt(x: number, y: number): Remark | null;
  /** The remark whose card is open, and whether resting opened it. */
  card(): { remark: Remark | null; isPeek: boolean };
  /** The pointer or the focus is in the card. */
  isCardUsed(): boolean;
  /** The author is typing: nothing may open by itself. */
  isBusy(): boolean;
  /** Opens a card by a click. */
  show(remark: Remark): void;
  /** Opens it for as long as the pointer rests. */
  peek(remark: Remark): void;
  /** Closes what is open. */
  dismiss(): void;
}

/** Opens cards by a click on a mark or by resting on it; a press elsewhere closes them. */
export function listenToPointer(page: PageContext, targets: PointingTargets): void {
  const { signal } = page;
  let due: ReturnType<typeof setTimeout> | undefined;
  let under: Remark | null = null;
  signal.addEventListener('abort', () => clearTimeout(due), { once: true });

  const isOverEditor = (event: Event) => {
    const editor = targets.editor();
    return editor !== null && event.composedPath().includes(editor);
  };
  const moved = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const over = isOverEditor(event);
    const { remark: open, isPeek } = targets.card();
    if (!over && !isPeek && under === null) return;
    const remark = over ? targets.remarkAt(event.clientX, event.clientY) : null;
    if (remark !== null && remark === under) return;
    under = remark;
    clearTimeout(due);
    if (remark && remark !== open && (isPeek || !open))
      due = setTimeout(() => {
        if (!targets.isBusy()) targets.peek(remark);
      }, OPENS_MS);
    else if (!remark && isPeek)
      due = setTimeout(() => {
        if (!targets.isCardUsed()) targets.dismiss();
      }, CLOSES_MS);
  };
  addEventListener('pointermove', moved, { signal, passive: true });
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || page.overlay.owns(event.target)) return;
      clearTimeout(due);
      targets.dismiss();
    },
    { signal, capture: true },
  );
  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || !isOverEditor(event)) return;
      const remark = targets.remarkAt(event.clientX, event.clientY);
      if (remark) targets.show(remark);
    },
    { signal, capture: true },
  );
}
