import { featuresOf, kindOf, namedness } from './features';

// Which comment an operator means by pointing into it, and what in it is its author, words and address:
// guesses, for the operator to agree with or to correct.

/** Parts of a comment; null where it has none or none was found. */
export interface Parts {
  author: Element | null;
  text: Element | null;
  link: Element | null;
}
export const PARTS = ['author', 'text', 'link'] as const;
export type Part = (typeof PARTS)[number];

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const wordsOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Longest name of a person or a community, and longest words of a date. */
const NAME_LIMIT = 80;
const DATE_LIMIT = 40;
const TIME_WORDS =
  /\d{1,2}:\d{2}|\d\s*(?:мин|час|ч\b|дн|д\b|нед|сек|min|hour|h\b|day|d\b|w\b)|назад|ago|сегодня|вчера|today|yesterday|только что|just now|\d{4}/i;
/** Elements looked into for parts: a comment is small, a page is not. */
const LOOKED_INTO = 2_000;

/** How likely a link leads to the comment itself. */
function permanence(link: Element): number {
  const href = link.getAttribute('href') ?? '';
  const words = wordsOf(link);
  if (words.length > DATE_LIMIT || href === '' || href === '#') return 0;
  const timed = link.closest('time') ?? link.querySelector('time');
  return (
    (timed ? 3 : 0) +
    (TIME_WORDS.test(words) ? 2 : 0) +
    (/[?&](?:reply|comment|thread)[\w]*=|\/(?:status|c)\/|#comment/i.test(href) ? 3 : 0)
  );
}

function linkIn(elements: readonly Element[]): Element | null {
  let best: Element | null = null;
  let most = 1;
  for (const element of elements) {
    const likely = element.localName === 'a' ? permanence(element) : 0;
    if (likely > most) {
      best = element;
      most = likely;
    }
  }
  return (
    best ??
    elements.find(
      (element) =>
        element.localName === 'time' ||
        (element.childElementCount === 0 &&
          wordsOf(element).length <= DATE_LIMIT &&
          /\d{1,2}:\d{2}/.test(wordsOf(element))),
    ) ??
    null
  );
}

function authorIn(elements: readonly Element[], link: Element | null): Element | null {
  const isName = (element: Element) => {
    const words = wordsOf(element);
    return (
      words.length > 1 && words.length <= NAME_LIMIT && !TIME_WORDS.test(words) && element !== link
    );
  };
  return (
    elements.find(
      (element) =>
        element.localName === 'a' &&
        !/^(?:#|javascript:)/.test(element.getAttribute('href') ?? '#') &&
        isName(element),
    ) ??
    elements.find((element) => element.matches('b, strong, h2, h3, h4') && isName(element)) ??
    null
  );
}

/** Characters that stand in the element itself, or in what only dresses its words. */
function ownWords(element: Element): number {
  let count = 0;
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT_NODE) count += (node.nodeValue ?? '').trim().length;
    else if (
      node.nodeType === ELEMENT_NODE &&
      /^(?:a|b|i|em|strong|span|u|s)$/.test((node as Element).localName)
    )
      count += wordsOf(node as Element).length;
    else if (node.nodeName === 'IMG') count += (node as Element).getAttribute('alt')?.length ?? 0;
  }
  return count;
}

function textIn(
  root: Element,
  elements: readonly Element[],
  author: Element | null,
  link: Element | null,
): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of elements) {
    if (element.closest('a, button, time, [role="button"]') || element.contains(author)) continue;
    if (author?.contains(element) || link?.contains(element) || element.contains(link)) continue;
    const words = ownWords(element);
    if (words > most) {
      best = element;
      most = words;
    }
  }
  // The same words may be wrapped more than once: the outermost wrapper lives longest.
  for (
    let around = best?.parentElement;
    best && around && around !== root;
    around = around.parentElement
  ) {
    if (around.contains(author) || around.contains(link)) break;
    if (around.querySelector('button, [role="button"]')) break;
    if (wordsOf(around) !== wordsOf(best)) break;
    best = around;
  }
  return best;
}

/** Elements of the comment that come before the answers inside it. */
function ownElements(root: Element): Element[] {
  const elements = Array.from(root.querySelectorAll('*')).slice(0, LOOKED_INTO);
  const first = authorIn(elements, linkIn(elements));
  if (!first) return elements;
  // A link without a name of its own is like any link in someone's words.
  if (featuresOf(first).length === 0) return elements;
  const kind = kindOf(first);
  const address = first.getAttribute('href');
  const second = elements.findIndex(
    (element) =>
      element !== first &&
      element.localName === first.localName &&
      wordsOf(element) !== '' &&
      // A handle beside the name leads to the same person, a date to the comment.
      (address === null || element.getAttribute('href') !== address) &&
      permanence(element) < 2 &&
      kindOf(element) === kind,
  );
  return second === -1 ? elements : elements.slice(0, second);
}

/** The likely parts of a comment, for the operator to agree with or to correct. */
export function guessParts(root: Element): Parts {
  const elements = ownElements(root);
  const link = linkIn(elements);
  const author = authorIn(elements, link);
  return { author, text: textIn(root, elements, author, link), link };
}

/** Levels above the pointed element among which its comment is looked for. */
const LEVELS = 14;

/** Whether another whole comment stands beside this one, as in a list. */
function isInList(element: Element, isWhole: (parts: Parts) => boolean): boolean {
  const kind = kindOf(element);
  return [element.previousElementSibling, element.nextElementSibling].some(
    (other) => other !== null && kindOf(other) === kind && isWhole(guessParts(other)),
  );
}

/** The best named of the elements around `pointed` that are one whole comment; null where none is. */
function commentAround(pointed: Element, isWhole: (parts: Parts) => boolean): Element | null {
  let best: Element | null = null;
  let author: Element | null = null;
  let at: Element | null = pointed;
  for (let level = 0; at && level < LEVELS; level += 1) {
    if (at === at.ownerDocument.body) break;
    const parts = guessParts(at);
    // Somebody else comes first: this is the post above, or the thread.
    if (best && parts.author !== author) break;
    if (isWhole(parts) && (!best || namedness(at) < namedness(best))) {
      best = at;
      author = parts.author;
    }
    // What is above a comment in a list is the list.
    if (best && isInList(at, isWhole)) break;
    at = at.parentElement;
  }
  return best;
}

/**
 * The comment that `pointed` is likely a part of, its answers included: the best named of the elements
 * around it that hold one author first, words and a dated link. The operator widens or narrows from there.
 */
export function likelyComment(pointed: Element): Element {
  return (
    commentAround(
      pointed,
      ({ author, text, link }) => author !== null && text !== null && link !== null,
    ) ??
    commentAround(pointed, ({ author, text }) => author !== null && text !== null) ??
    pointed
  );
}
