import { getOverflowAncestors } from '@floating-ui/dom';
import type { Field } from './field';

/** Gap between the pill and the editor's edge, CSS pixels. */
const GAP = 6;

const CONTROL =
  'button, a, input, select, label, [role="button"], [role="link"], [onclick], [tabindex]';

export interface Point {
  x: number;
  y: number;
}

/** The corner that is taken where none is free: half over the editor's edge. */
export const LAST_RESORT = 1;

/** The editor's corners at which the pill may stand, the best first; null when the editor is not seen. */
export function pillPlaces(
  { element }: Field,
  { offsetWidth: width, offsetHeight: height }: HTMLElement,
): Point[] | null {
  const box = shownBox(element);
  if (!box) return null;
  const right = box.right - width - GAP;
  return [
    { x: right, y: box.bottom - height - GAP },
    { x: right, y: box.bottom - height / 2 },
    { x: right, y: box.top - height / 2 },
    { x: right, y: box.top - height - 2 },
    { x: right, y: box.bottom + 2 },
    { x: box.left + GAP, y: box.bottom - height / 2 },
  ];
}

/**
 * The first of the places where the pill covers neither words nor a control of the page, by its index.
 * On a page of thousands of comments this costs milliseconds.
 * @param isOurs true for Vakhta's own host, which stands over everything
 */
export function freePlace(
  places: readonly Point[],
  field: Field,
  { offsetWidth: width, offsetHeight: height }: HTMLElement,
  isOurs: (node: Element) => boolean,
): number {
  const words = field.rectsOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  const free = places.findIndex(
    (place) =>
      !covers(place, width, height, words) && isFree(place, width, height, field.element, isOurs),
  );
  return free === -1 ? LAST_RESORT : free;
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
    const first = document.elementFromPoint(left, top);
    const under =
      first && isOurs(first)
        ? document.elementsFromPoint(left, top).find((node) => !isOurs(node))
        : first;
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
