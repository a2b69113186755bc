import type { Comment, CommentMarkup, NetworkAdapter } from './contract';
import { isMarked } from './labels';
import { cssOf, findOwn, rootCss } from './select';
import { readText, type TextReading } from './text';

/** A comment together with the place where it stands. */
export interface LocatedComment {
  comment: Comment;
  root: Element;
  /** Null for a comment without words (an image alone). */
  textElement: Element | null;
  reading: TextReading;
}

/** Elements of comments inside `scope`, itself included, in the order of the page, answers included. */
export function commentRoots(adapter: NetworkAdapter, scope: ParentNode): Element[] {
  const css = rootCss(adapter);
  const found = Array.from(scope.querySelectorAll(css));
  if ('matches' in scope && (scope as Element).matches(css)) found.unshift(scope as Element);
  return found;
}

/** The comment that `element` is a part of, or null. */
export function commentRootOf(adapter: NetworkAdapter, element: Element): Element | null {
  return element.closest(rootCss(adapter));
}

/** The markup generation of a comment's element, newest first. */
export function markupOf(adapter: NetworkAdapter, root: Element): CommentMarkup | null {
  return adapter.comments.find((markup) => root.matches(cssOf(markup.root))) ?? null;
}

/** `href` as an absolute http(s) address, or empty when it is none. */
export function absoluteAddress(href: string | null | undefined, base: URL): string {
  if (!href || href.startsWith('#')) return '';
  try {
    const address = new URL(href, base);
    return /^https?:$/.test(address.protocol) ? address.href : '';
  } catch {
    return '';
  }
}

/** Words of a line of the page (a name, a date), without line breaks. */
export const lineOf = (element: Element | null): string =>
  element ? readText(element).text.replace(/\s+/g, ' ').trim() : '';

interface Parts {
  text: Element | null;
  author: Element | null;
  authorLink: Element | null;
  date: Element | null;
}

function partsOf(adapter: NetworkAdapter, root: Element, markup: CommentMarkup): Parts {
  const text = findOwn(adapter, root, markup.text);
  // A link in someone's words must not pass for the author or the permalink.
  const outsideText = (element: Element) => !text?.contains(element) || element.contains(text);
  return {
    text,
    author: findOwn(adapter, root, markup.author, outsideText),
    authorLink: findOwn(adapter, root, markup.authorLink, outsideText),
    date: findOwn(adapter, root, markup.date, outsideText),
  };
}

const PRESSABLE = [
  { css: 'button, a, [role="button"], [role="link"]', seen: '2026-08', source: 'HTML' },
];

/**
 * The stub that stands in `scope` instead of a deleted comment, or null. Links within `words` (the
 * comment's own parts) do not count, or anyone could hide a comment by a link «Восстановить».
 */
export function stubIn(
  adapter: NetworkAdapter,
  root: Element,
  words: readonly (Element | null)[] = [],
): Element | null {
  const outcomes = adapter.controls.outcomes.delete ?? [];
  const outsideWords = (element: Element) => !words.some((part) => part?.contains(element));
  for (const outcome of outcomes) {
    if (outcome.state !== 'stub') continue;
    const bySelector = findOwn(adapter, root, outcome.selectors, outsideWords);
    if (bySelector) return bySelector;
    const mark = { selectors: [], labels: outcome.labels };
    const byLabel = findOwn(
      adapter,
      root,
      PRESSABLE,
      (element) => outsideWords(element) && isMarked(element, mark),
    );
    if (byLabel) return byLabel;
  }
  return null;
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

/**
 * Reads the comment that `root` shows, or null when it shows none: not filled in yet, deleted (a stub
 * stands there), or without anything that identifies it. Answers inside `root` are not a part of it.
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
  if (!parts.author && !parts.authorLink && !parts.date) return null;
  const permalink =
    markup.readPermalink?.(root, parts.date, url) ??
    absoluteAddress(parts.date?.getAttribute('href'), url);
  const id = markup.readId(root, permalink, url);
  if (id === null) return null;
  if (stubIn(adapter, root, [parts.text, parts.author, parts.authorLink, parts.date])) return null;

  const { author } = parts;
  const link = parts.authorLink ?? author?.closest('a') ?? author?.querySelector('a') ?? null;
  const rules = {
    skip: cssOf(markup.textSkip),
    ...(markup.textKeep ? { keep: cssOf(markup.textKeep) } : {}),
    ...(markup.textFlow ? { flow: markup.textFlow } : {}),
  };
  const reading = parts.text ? readText(parts.text, rules) : { text: '', pieces: [] };
  return {
    comment: {
      network: adapter.id,
      id,
      permalink,
      author: authorName(author),
      authorUrl: absoluteAddress(link?.getAttribute('href'), url),
      time: markup.readTime?.(root, parts.date) ?? (timeIn(parts.date) || lineOf(parts.date)),
      parent: markup.readParent(root, permalink, url),
      thread: markup.readThread(root, permalink, url),
      text: reading.text,
    },
    root,
    textElement: parts.text,
    reading,
  };
}
