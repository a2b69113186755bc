import { absoluteAddress } from './address';
import type { Comment, CommentMarkup, ControlMark, NetworkAdapter, Selectors } from './contract';
import { isMarked, mayHoldMark } from './labels';
import { commentRootOf, holdsNoOther, markupOf } from './roots';
import { counts, cssOf } from './select';
import { readText, type TextReading } from './text';

/** A comment together with the place where it stands. */
export interface LocatedComment {
  comment: Comment;
  root: Element;
  /** Empty for a comment without words (an image alone). */
  reading: TextReading;
}

const any = () => true;

/**
 * The first element of the comment itself, by the first selector that finds one: a comment's element
 * often contains its answers, and what belongs to those is passed over.
 */
export const findOwn = (
  adapter: NetworkAdapter,
  root: Element,
  selectors: Selectors,
  accept: (element: Element) => boolean = any,
): Element | null => findIn(root, selectors, ownIn(adapter, root), accept);

/** Tells which elements inside the comment `root` are its own and no answer's. */
const ownIn = (
  adapter: NetworkAdapter,
  root: Element,
  isAlone = holdsNoOther(adapter, root),
): ((element: Element) => boolean) =>
  isAlone ? any : (element) => commentRootOf(adapter, element) === root;

function findIn(
  root: Element,
  selectors: Selectors,
  isOwn: (element: Element) => boolean,
  accept: (element: Element) => boolean,
): Element | null {
  for (const selector of selectors) {
    // Nearly always the first one; looking at all is dear in a comment with thousands of answers.
    const first = root.querySelector(selector.css);
    if (!first) continue;
    if (counts(first, selector) && isOwn(first) && accept(first)) return first;
    for (const element of root.querySelectorAll(selector.css))
      if (counts(element, selector) && isOwn(element) && accept(element)) return element;
  }
  return null;
}

/** Words of a line of the page (a name, a date), without line breaks. */
export const lineOf = (element: Element | null): string =>
  element ? readText(element).text.replace(/\s+/g, ' ').trim() : '';

interface Parts {
  /** No answer stands inside the comment's element. */
  isAlone: boolean;
  text: Element | null;
  author: Element | null;
  authorLink: Element | null;
  date: Element | null;
}

function partsOf(adapter: NetworkAdapter, root: Element, markup: CommentMarkup): Parts {
  const isAlone = holdsNoOther(adapter, root);
  const isOwn = ownIn(adapter, root, isAlone);
  const text = findIn(
    root,
    markup.text,
    isOwn,
    (element) => markup.isText?.(element, root) ?? true,
  );
  const skipped = cssOf(markup.textSkip);
  // A link in someone's words must not pass for the author or the permalink.
  const outsideText = (element: Element) =>
    !text?.contains(element) || (skipped !== '' && text.contains(element.closest(skipped)));
  return {
    isAlone,
    text,
    author: findIn(root, markup.author, isOwn, outsideText),
    authorLink: findIn(root, markup.authorLink, isOwn, outsideText),
    date: findIn(root, markup.date, isOwn, outsideText),
  };
}

/** What a person can press; the other marks of a control are its label or the network's own. */
const PRESSABLE: Selectors = [
  {
    css: 'button, a, [role="button"], [role="link"], [role="menuitem"]',
    seen: '2026-11',
    source: 'HTML',
  },
];

const carriers = new WeakMap<ControlMark, string>();

/** CSS of all that may carry the mark. */
function carriersOf(mark: ControlMark): string {
  let css = carriers.get(mark);
  if (css === undefined) {
    css = cssOf(mark.labels.length > 0 ? [...mark.selectors, ...PRESSABLE] : mark.selectors);
    carriers.set(mark, css);
  }
  return css;
}

/** Elements in `scope` that carry the mark. */
export function markedIn(scope: ParentNode, mark: ControlMark): Element[] {
  const css = carriersOf(mark);
  const marked: Element[] = [];
  if (css === '') return marked;
  for (const element of scope.querySelectorAll(css))
    if (isMarked(element, mark)) marked.push(element);
  return marked;
}

/** Elements of the comment itself (its answers left out) that carry the mark, outside `words`. */
export function marksIn(
  adapter: NetworkAdapter,
  root: Element,
  mark: ControlMark,
  words: readonly (Element | null)[] = [],
): Element[] {
  return markedIn(root, mark).filter(
    (element) =>
      (commentRootOf(adapter, element) ?? root) === root &&
      !words.some((part) => part?.contains(element)),
  );
}

/** Whether an element is shown, as far as the page's style is known. */
function isShown(element: Element): boolean {
  if ('checkVisibility' in element && !element.checkVisibility()) return false;
  return element.closest('[hidden], [style*="display: none"], [style*="display:none"]') === null;
}

/**
 * The stub that stands inside `root` in place of its comment, or null. While the comment's own words
 * are shown there is none: a stub then belongs to an answer, or is a link that someone has written.
 */
function stubIn(adapter: NetworkAdapter, root: Element, parts: Parts): Element | null {
  for (const outcome of adapter.controls.outcomes.delete ?? []) {
    if (outcome.state !== 'stub' || (parts.isAlone && !mayHoldMark(root, outcome))) continue;
    const [stub] = marksIn(adapter, root, outcome, [parts.text, parts.author, parts.authorLink]);
    // Asked only now: whether something is shown can make the browser work out the page's style.
    if (stub) return parts.text?.textContent?.trim() && isShown(parts.text) ? null : stub;
  }
  return null;
}

/** Whether `element` is a part of someone's words or name in the comment, not a control of the page. */
export function isInWords(adapter: NetworkAdapter, root: Element, element: Element): boolean {
  const markup = markupOf(adapter, root);
  if (!markup) return false;
  const { text, author } = partsOf(adapter, root, markup);
  return text?.contains(element) === true || author?.contains(element) === true;
}

/** Whether `root` shows a stub in place of a deleted comment. */
export function standsDeleted(adapter: NetworkAdapter, root: Element): boolean {
  const markup = markupOf(adapter, root);
  return markup !== null && stubIn(adapter, root, partsOf(adapter, root, markup)) !== null;
}

const timeIn = (element: Element | null): string =>
  (element?.matches('time[datetime]')
    ? element
    : element?.querySelector('time[datetime]')
  )?.getAttribute('datetime') ?? '';

function authorName(author: Element | null): string {
  if (author?.tagName === 'IMG') return author.getAttribute('alt')?.trim() ?? '';
  return lineOf(author);
}

/** Longer names are cut, UTF-16 code units; no network has one as long. */
const NAME_LIMIT = 200;
/** What turns the direction of all that follows it. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name that can be put into a sentence: without signs that would turn the sentence round, and not
 * longer than a name is. Who somebody is tells his address, not his name.
 */
function plainName(name: string): string {
  const plain = name.replace(TURNING, '').trim();
  return plain.length > NAME_LIMIT ? `${plain.slice(0, NAME_LIMIT).toWellFormed()}…` : plain;
}

/** The address of a comment with its dated link; empty where neither tells. */
export const permalinkOf = (
  markup: CommentMarkup,
  root: Element,
  date: Element | null,
  url: URL,
): string =>
  markup.readPermalink?.(root, date, url) ?? absoluteAddress(date?.getAttribute('href'), url);

/** The id of the comment that `root` shows, without reading the rest of it; null as `readComment`. */
export function readId(adapter: NetworkAdapter, root: Element, url: URL): string | null {
  const markup = markupOf(adapter, root);
  if (!markup) return null;
  const parts = partsOf(adapter, root, markup);
  if (!identified(markup, parts) || stubIn(adapter, root, parts)) return null;
  return markup.readId(root, permalinkOf(markup, root, parts.date, url), url);
}

/** A comment not filled in yet, or one that the network removed, has none of these. */
const identified = ({ readAuthor }: CommentMarkup, { text, author, authorLink, date }: Parts) =>
  (author ?? authorLink ?? date ?? (readAuthor ? text : null)) !== null;

/**
 * Reads the comment that `root` shows, or null when it shows none: not filled in yet, deleted (a stub
 * stands there), the operator's own message, or without anything that identifies it. Answers inside
 * `root` are not a part of it.
 * @param url the page's address, against which links are resolved
 */
export function readComment(
  adapter: NetworkAdapter,
  root: Element,
  url: URL,
): LocatedComment | null {
  const markup = markupOf(adapter, root);
  if (!markup) return null;
  const parts = partsOf(adapter, root, markup);
  if (!identified(markup, parts)) return null;
  const permalink = permalinkOf(markup, root, parts.date, url);
  const id = markup.readId(root, permalink, url);
  if (id === null) return null;
  if (stubIn(adapter, root, parts)) return null;
  if (markup.isOwn?.(root, url)) return null;

  const { author } = parts;
  const link = parts.authorLink ?? author?.closest('a') ?? author?.querySelector('a') ?? null;
  const rules = {
    skip: cssOf(markup.textSkip),
    ...(markup.textKeep ? { keep: cssOf(markup.textKeep) } : {}),
    ...(markup.textFlow ? { flow: markup.textFlow } : {}),
  };
  const reading = parts.text ? readText(parts.text, rules) : { text: '', pieces: [] };
  const written = {
    author: authorName(author),
    authorUrl: absoluteAddress(link?.getAttribute('href'), url),
  };
  const signed =
    written.author || written.authorUrl ? written : (markup.readAuthor?.(root, url) ?? written);
  return {
    comment: {
      network: adapter.id,
      ...(markup.kind && { kind: markup.kind }),
      id,
      permalink,
      author: plainName(signed.author),
      authorUrl: signed.authorUrl,
      time: markup.readTime?.(root, parts.date) ?? (timeIn(parts.date) || lineOf(parts.date)),
      parent: markup.readParent(root, permalink, url),
      thread: markup.readThread(root, permalink, url),
      text: reading.text,
    },
    root,
    reading,
  };
}
