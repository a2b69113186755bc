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
  box = shownBox(element),
): Point[] | null {
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
 * Controls around the editor are known by their boxes; whether anything else lies there the browser is
 * asked for the place so chosen alone, since on a page of a thousand comments that costs milliseconds.
 * @param isOurs true for Vakhta's own host, which stands over everything; null where the browser is not asked
 */
export function freePlace(
  places: readonly Point[],
  field: Field,
  { offsetWidth: width, offsetHeight: height }: HTMLElement,
  isOurs: ((node: Element) => boolean) | null,
): number {
  const words = wordRects(field);
  const controls = controlRects(field.element, places, width, height);
  const free = places.findIndex(
    (place) =>
      isInWindow(place, width, height) &&
      !covers(place, width, height, words) &&
      !covers(place, width, height, controls) &&
      (isOurs === null || isFree(place, width, height, field.element, isOurs)),
  );
  return free === -1 ? LAST_RESORT : free;
}

const wordRects = (field: Field) => field.rectsOf({ start: 0, end: Number.MAX_SAFE_INTEGER });

/** Whether the pill would cover words of the editor at a place. */
export const coversWords = (
  place: Point,
  field: Field,
  { offsetWidth: width, offsetHeight: height }: HTMLElement,
): boolean => covers(place, width, height, wordRects(field));

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

const isInWindow = ({ x, y }: Point, width: number, height: number) =>
  x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;

/** A block of more elements is no composer any more. */
const LARGEST = 500;

/** Boxes of what can be pressed in the block that holds all the places. */
function controlRects(
  editor: Element,
  places: readonly Point[],
  width: number,
  height: number,
): DOMRect[] {
  let block = editor;
  for (let around = editor.parentElement; around; around = around.parentElement) {
    if (around.getElementsByTagName('*').length > LARGEST) break;
    block = around;
    const { left, top, right, bottom } = around.getBoundingClientRect();
    const holds = ({ x, y }: Point) =>
      left <= x && top <= y && x + width <= right && y + height <= bottom;
    if (places.every(holds)) break;
  }
  return Array.from(block.querySelectorAll(CONTROL))
    .filter((control) => !control.contains(editor) && !editor.contains(control))
    .map((control) => control.getBoundingClientRect());
}

/** Nothing of the page that can be pressed lies in the middle of the place: a layer over all the rest would. */
function isFree(
  { x, y }: Point,
  width: number,
  height: number,
  editor: Element,
  isOurs: (node: Element) => boolean,
): boolean {
  const [left, top] = [x + width / 2, y + height / 2];
  const first = document.elementFromPoint(left, top);
  const under =
    first && isOurs(first)
      ? document.elementsFromPoint(left, top).find((node) => !isOurs(node))
      : first;
  const control = under?.closest(CONTROL);
  return !control || control === editor || control.contains(editor) || editor.contains(control);
}

/**
 * What is seen of the editor: it may be longer than the dialog that it is scrolled in. Null when nothing
 * of it is.
 */
export function shownBox(editor: HTMLElement): DOMRect | null {
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
