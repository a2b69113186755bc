import type { ControlMark } from './contract';
import { cssOf } from './select';

/** Longer than any control's label; a longer text is a container of several. */
const LONGEST_LABEL = 120;
const TEXT = 3;

/** Labels repeat in every comment: normalised once. Dropped when it grows past any interface. */
const normalised = new Map<string, string>();
const MOST_LABELS = 2_000;

/**
 * A label as it is compared: NFKC, no-break spaces as spaces, lower case, ё as е, single spaces, no
 * dots at the end, and `@` for any account («Внести @ivan в чёрный список»). Labels are compared
 * whole: «удалить» is also a part of «удалить из друзей».
 */
export function normalLabel(label: string): string {
  let normal = normalised.get(label);
  if (normal === undefined) {
    normal = label
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
      .replace(/@[\p{L}\p{N}_.]+/gu, '@')
      .replace(/^ +| *\.* *$/g, '');
    if (normalised.size >= MOST_LABELS) normalised.clear();
    normalised.set(label, normal);
  }
  return normal;
}

/**
 * The text of an element, or null where it is too long for a label. Never reads more than that: what is
 * asked may be the block that holds a thousand comments.
 */
function shortText(element: Element): string | null {
  if (!element.firstElementChild) {
    const text = element.textContent ?? '';
    return text.length > LONGEST_LABEL ? null : text;
  }
  let text = '';
  let node: Node | null = element.firstChild;
  while (node) {
    if (node.nodeType === TEXT) {
      text += (node as Text).data;
      if (text.length > LONGEST_LABEL) return null;
    }
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== element && !node.nextSibling) node = node.parentNode;
    node = node === element ? null : (node?.nextSibling ?? null);
  }
  return text;
}

/** All that names a control to a person, normalised: its label for screen readers, title and text. */
export function labelsOf(element: Element): string[] {
  return [element.getAttribute('aria-label'), element.getAttribute('title'), shortText(element)]
    .filter((label): label is string => label !== null && label !== '')
    .map(normalLabel);
}

/** Whether `element` itself is the marked control. */
export function isMarked(element: Element, { selectors, labels }: ControlMark): boolean {
  const css = cssOf(selectors);
  if (css !== '' && element.matches(css)) return true;
  if (labels.length === 0) return false;
  const isOne = (label: string | null) =>
    label !== null && label !== '' && labels.includes(normalLabel(label));
  return (
    isOne(element.getAttribute('aria-label')) ||
    isOne(element.getAttribute('title')) ||
    isOne(shortText(element))
  );
}

const telling = new WeakMap<readonly string[], readonly string[]>();

/** The longest word of each label: a text without any of them holds no label. */
function tellingWords(labels: readonly string[]): readonly string[] {
  let words = telling.get(labels);
  if (!words) {
    const longest = (label: string) =>
      label.split(/[ @]/).reduce((word, other) => (other.length > word.length ? other : word));
    words = [...new Set(labels.map(longest))];
    telling.set(labels, words);
  }
  return words;
}

/** Signs that NFKC leaves as they are, as in nearly every text. */
const UNCHANGED = /^[\s!-~«»№\u0401\u0410-\u044f\u0451–—]*$/;

/**
 * False only where nothing inside `scope` carries the mark: a few questions to the page in place of many.
 * @param scope without much text: all of it is read
 */
export function mayHoldMark(scope: Element, { selectors, labels }: ControlMark): boolean {
  const css = cssOf(selectors);
  if (css !== '' && scope.querySelector(css)) return true;
  if (labels.length === 0) return false;
  const text = scope.textContent ?? '';
  const normal = (UNCHANGED.test(text) ? text : text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll('ё', 'е');
  for (const word of tellingWords(labels)) if (normal.includes(word)) return true;
  for (const named of scope.querySelectorAll('[aria-label], [title]'))
    for (const name of ['aria-label', 'title']) {
      const label = named.getAttribute(name);
      if (label && labels.includes(normalLabel(label))) return true;
    }
  return false;
}

/** Whether a text begins with one of the normalised `beginnings`. */
export function beginsWith(text: string, beginnings: readonly string[]): boolean {
  const label = normalLabel(text);
  return beginnings.some((beginning) => label.startsWith(beginning));
}
