import type { Field, Span } from './field';

/**
 * - `done`: the text is as wanted;
 * - `stale`: the words are not there any more, nothing was touched;
 * - `refused`: the editor did not take the replacement, the text is as before;
 * - `otherwise`: the editor changed the text in another way; the author must look.
 */
export type ReplaceOutcome = 'done' | 'stale' | 'refused' | 'otherwise';

/** Editors that keep a model of their own may draw later; how long to wait for them, milliseconds. */
const WAITS_MS = [0, 16, 50, 100, 200];

/** Longest wait for the browser to tell the page of a new selection, milliseconds. */
const SELECTION_TOLD_MS = 60;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Ends when the page has heard of the new selection: editors with a model of their own (Draft.js) type
 * where they last heard it was. The time is for a selection that was the same already.
 */
function selectionTold(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', told);
      resolve();
    };
    // In a turn of its own, after all the page's listeners.
    const told = () => setTimeout(done);
    const timer = setTimeout(done, SELECTION_TOLD_MS);
    document.addEventListener('selectionchange', told);
  });
}

let isTyping = false;

/** Whether what is being put into an editor at this moment is Vakhta's, not the author's. */
export const isOwnInput = (): boolean => isTyping;

/** Types for the user, as the browser does. */
export function typeText(document: Document, text: string): void {
  isTyping = true;
  try {
    document.execCommand('insertText', false, text);
  } finally {
    isTyping = false;
  }
}

/** Editors put other white space and ends of line than was asked; they mean the same. */
const comparable = (text: string) => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

/**
 * Puts `replacement` in place of `span` through the editor's own input path, so that its model and its
 * undo history stay right: first the editor is asked (`beforeinput`, which those with a model of their
 * own answer), then the browser types for the user, then the text is compared. The DOM of the editor
 * is never written. The selection is put back where the author had it.
 * @param expected the words that must stand at `span`, or nothing is done
 */
export async function replaceText(
  field: Field,
  span: Span,
  expected: string,
  replacement: string,
): Promise<ReplaceOutcome> {
  const before = field.read();
  if (before.slice(span.start, span.end) !== expected) return 'stale';
  const wanted = before.slice(0, span.start) + replacement + before.slice(span.end);
  const putBack = field.keepSelection();
  const { ownerDocument: document } = field.element;
  const told = selectionTold(document);
  if (!field.select(span)) return 'refused';
  await told;
  if (field.read() !== before) return 'stale';
  const target = field.targetOf(span);
  const ask = new InputEvent('beforeinput', {
    inputType: 'insertReplacementText',
    data: replacement,
    bubbles: true,
    cancelable: true,
    composed: true,
    targetRanges: target ? [target] : [],
  });
  const drawn = selectionTold(document);
  const nobodyTookIt = field.element.dispatchEvent(ask);
  if (nobodyTookIt) typeText(document, replacement);

  const outcome = await outcomeOf(field, before, wanted);
  if (outcome === 'done') {
    // Only when the editor has put the cursor where it wants it; else it would do so after us.
    await drawn;
    field.read();
    const restored = selectionTold(document);
    putBack?.(span, replacement.length);
    // «Done» means that one may type on: the editor has heard where the cursor is.
    await restored;
  } else if (outcome === 'refused') putBack?.({ start: span.start, end: span.start }, 0);
  return outcome;
}

/** What the editor has made of it, as soon as that is known. */
async function outcomeOf(
  field: Field,
  before: string,
  wanted: string,
): Promise<Exclude<ReplaceOutcome, 'stale'>> {
  let after = field.read();
  for (const ms of WAITS_MS) {
    if (after === wanted || comparable(after) === comparable(wanted)) return 'done';
    await wait(ms);
    after = field.read();
  }
  return comparable(after) === comparable(before) ? 'refused' : 'otherwise';
}

/**
 * Asks by the older event of typing, the only one that Draft.js hears. The browser breaks a text of
 * several lines apart before it types it, and the paragraphs between would go past that editor into its
 * DOM, which it then cannot draw any more; the event carries the text whole. True when the editor or
 * the browser has put it in.
 */
function takesLines(element: HTMLElement, text: string): boolean {
  if (!text.includes('\n') || typeof TextEvent === 'undefined') return false;
  const { ownerDocument: document } = element;
  const typing = document.createEvent('TextEvent');
  const before = element.textContent;
  isTyping = true;
  try {
    typing.initTextEvent('textInput', true, true, document.defaultView, text);
    const target = document.getSelection()?.anchorNode ?? element;
    return !target.dispatchEvent(typing) || element.textContent !== before;
  } finally {
    isTyping = false;
  }
}

/**
 * Puts a text into an editor that holds none, through the same input path as `replaceText`; the cursor
 * stands after it. `stale` when something stands there.
 */
export async function fillEmpty(field: Field, text: string): Promise<ReplaceOutcome> {
  const before = field.read();
  if (before.trim() !== '') return 'stale';
  const { element } = field;
  const { ownerDocument: document } = element;
  const told = selectionTold(document);
  element.focus({ preventScroll: true });
  if (element.isContentEditable && !field.selection()) {
    const selection = document.getSelection();
    selection?.selectAllChildren(element);
    selection?.collapseToEnd();
  }
  await told;
  if (field.read() !== before) return 'stale';
  const ask = new InputEvent('beforeinput', {
    inputType: 'insertReplacementText',
    data: text,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (element.dispatchEvent(ask) && !takesLines(element, text)) typeText(document, text);
  return outcomeOf(field, before, text);
}
