import { getOverflowAncestors } from '@floating-ui/dom';
import type { Field } from './field';

/** Gap between the pill and the editor's edge, CSS pixels. */
const GAP = 6;

const CONTROL =
  'button, a, input, select, label, [role="button"], [role="link"], [onclick], [tabindex]';

interface Point {
  x: number;
  y: number;
}

/**
 * Where the pill may stand: the first of the editor's corners where it covers neither words nor a
 * control of the page. Null when the editor itself is not to be seen there.
 * @param isOurs true for Vakhta's own host, which stands over everything
 */
export function pillPlace(
  field: Field,
  pill: HTMLElement,
  isOurs: (node: Element) => boolean,
): Point | null {
  const box = shownBox(field.element);
  if (!box) return null;
  const { offsetWidth: width, offsetHeight: height } = pill;
  const right = box.right - width - GAP;
  const words = field.rectsOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  const places: Point[] = [
    { x: right, y: box.bottom - height - GAP },
    { x: right, y: box.bottom - height / 2 },
    { x: right, y: box.top - height / 2 },
    { x: right, y: box.top - height - 2 },
    { x: right, y: box.bottom + 2 },
    { x: box.left + GAP, y: box.bottom - height / 2 },
  ];
  const free = places.find(
    (place) =>
      isFree(place, width, height, field.element, isOurs) && !covers(place, width, height, words),
  );
  return free ?? { x: right, y: box.bottom - height / 2 };
}

function covers(
  { x, y }: Point,
  width: number,
  height: number,
  words: readonly DOMRect[],
): boolean {
  return words.some(
    (rect) =>
      rect.width > 0 &&
      rect.left < x + width + 2 &&
      x - 2 < rect.right &&
      rect.top < y + height &&
      y < rect.bottom,
  );
}

/** Nothing of the page that can be pressed is under the place, and it is inside the window. */
function isFree(
  { x, y }: Point,
  width: number,
  height: number,
  editor: Element,
  isOurs: (node: Element) => boolean,
): boolean {
  if (x < 0 || y < 0 || x + width > innerWidth || y + height > innerHeight) return false;
  const points: [number, number][] = [
    [x + 1, y + 1],
    [x + width - 1, y + 1],
    [x + width / 2, y + height / 2],
    [x + 1, y + height - 1],
    [x + width - 1, y + height - 1],
  ];
  return points.every(([left, top]) => {
    const under = document.elementsFromPoint(left, top).find((node) => !isOurs(node));
    const control = under?.closest(CONTROL);
    return !control || control === editor || control.contains(editor) || editor.contains(control);
  });
}

/** What is seen of the editor: it may be longer than the dialog that it is scrolled in. */
function shownBox(editor: HTMLElement): DOMRect | null {
  if (!editor.checkVisibility({ visibilityProperty: true })) return null;
  let { left, top, right, bottom } = editor.getBoundingClientRect();
  for (const ancestor of getOverflowAncestors(editor)) {
    if (!(ancestor instanceof Element)) continue;
    const frame = ancestor.getBoundingClientRect();
    left = Math.max(left, frame.left);
    top = Math.max(top, frame.top);
    right = Math.min(right, frame.right);
    bottom = Math.min(bottom, frame.bottom);
  }
  bottom = Math.min(bottom, innerHeight);
  top = Math.max(top, 0);
  return right - left < 1 || bottom - top < 1
    ? null
    : new DOMRect(left, top, right - left, bottom - top);
}
