import type { Blindness, CommentMarkup, Health, NetworkAdapter } from './contract';
import { findOwn, permalinkOf } from './read';
import { commentRoots, markupOf } from './roots';
import { closest, cssOf, findFirst } from './select';

/** Comments that are looked into; more would hold a page of thousands. */
const SAMPLE = 100;

/** The first whole number in a label such as «1 234 комментария», or null. */
function countIn(element: Element): number | null {
  const words =
    element.getAttribute('data-count') ??
    element.getAttribute('aria-label') ??
    element.textContent ??
    '';
  const digits = /\d[\d\s\u00a0\u202f.,]*/.exec(words)?.[0].replace(/\D/g, '');
  return digits ? Number(digits) : null;
}

function claimedIn(adapter: NetworkAdapter, document: Document, url: URL): number | null {
  // On a wall comments are folded: only an open thread promises to show them.
  if (adapter.threadOf(url) === null) return null;
  const counter = findFirst(document, adapter.claimedComments);
  return counter && countIn(counter);
}

/** Anything that one could type into. */
const TYPABLE = '[contenteditable="true"], [role="textbox"], textarea';

const sends = new WeakMap<NetworkAdapter, string>();

function sendCss(adapter: NetworkAdapter): string {
  const known = sends.get(adapter);
  if (known !== undefined) return known;
  const css = cssOf(adapter.composers.flatMap(({ publish }) => publish.selectors));
  sends.set(adapter, css);
  return css;
}

/**
 * What may be a button that sends, inside `scope` or `scope` itself. A search of a page of thousands of
 * comments costs many milliseconds, so that who watches a page keeps what was found in its parts.
 */
export function sendButtons(adapter: NetworkAdapter, scope: ParentNode): Element[] {
  const css = sendCss(adapter);
  if (css === '') return [];
  const found = Array.from(scope.querySelectorAll(css));
  if ('matches' in scope && (scope as Element).matches(css)) found.unshift(scope as Element);
  return found;
}

/** The editor that was found beside each button that sends, and what it was found by. */
const editorBeside = new WeakMap<Element, { editor: WeakRef<Element>; css: string }>();

function standsBeside(button: Element): boolean {
  const known = editorBeside.get(button);
  const editor = known?.editor.deref();
  return known !== undefined && editor?.isConnected === true && editor.matches(known.css);
}

/**
 * Whether a composer stands open, with a field and a button that sends, and the field is not one that
 * the adapter knows. A step of a composer that has no field at all is not blind.
 */
function composerBlind({ composers }: NetworkAdapter, buttons: readonly Element[]): boolean {
  return buttons.some((button) => {
    // The holder may be the whole page: what was found there is not looked for again while it stands.
    if (standsBeside(button)) return false;
    // One button may send from several composers: the one that holds it here is asked.
    for (const { publish, scope, editor } of composers) {
      const holder = button.matches(cssOf(publish.selectors)) ? closest(button, scope) : null;
      if (!holder) continue;
      const known = holder.querySelector(cssOf(editor));
      if (known) editorBeside.set(button, { editor: new WeakRef(known), css: cssOf(editor) });
      return !known && holder.querySelector(TYPABLE) !== null;
    }
    return false;
  });
}

/** So many comments without a word between them are no pictures: their words are not seen. */
const WORDLESS = 5;

/** What tells whether an adapter sees what it should. */
export interface Sight {
  /** What the page itself says it shows, or null where it does not say. */
  commentsClaimed: number | null;
  /** What matters most of what is not seen. */
  blind: Blindness | null;
}

/** What was read of the page as it stands. */
export interface Reading {
  /** Comments, each with its id. */
  comments: number;
  /** At least one of them has words. */
  hasWords: boolean;
}

/**
 * Whether the adapter sees the comments and the editor of the page; for those who watch it.
 * @param buttons what `sendButtons` found in the parts of the page
 */
export function sightOf(
  adapter: NetworkAdapter,
  document: Document,
  url: URL,
  { comments, hasWords }: Reading,
  buttons: readonly Element[],
): Sight {
  const commentsClaimed = claimedIn(adapter, document, url);
  const isPromised = commentsClaimed !== null && commentsClaimed > 0;
  const blind =
    isPromised && comments === 0
      ? 'comments'
      : comments >= WORDLESS && !hasWords
        ? 'words'
        : composerBlind(adapter, buttons)
          ? 'composer'
          : null;
  return { commentsClaimed, blind };
}

/**
 * What the adapter finds on the page, in counts without texts, so that a change of the markup is
 * told instead of passing for a page without comments. Call it when the page is at rest, and not more
 * often than once a second: it searches the document.
 * @param roots elements of comments, where they are known already; else they are searched for
 */
export function healthOf(
  adapter: NetworkAdapter,
  document: Document,
  url: URL,
  roots: readonly Element[] = commentRoots(adapter, document),
): Health {
  const sample = roots
    .slice(0, SAMPLE)
    .map((root) => ({ root, markup: markupOf(adapter, root) }))
    .filter((each): each is { root: Element; markup: CommentMarkup } => each.markup !== null);
  const count = (found: (root: Element, markup: CommentMarkup) => boolean) =>
    sample.filter(({ root, markup }) => found(root, markup)).length;
  const claimed = claimedIn(adapter, document, url);
  const withId = count((root, markup) => {
    const permalink = permalinkOf(markup, root, findOwn(adapter, root, markup.date), url);
    return markup.readId(root, permalink, url) !== null;
  });
  return {
    network: adapter.id,
    generation: sample[0]?.markup.generation ?? null,
    commentsClaimed: claimed,
    commentsFound: roots.length,
    sampled: sample.length,
    withId,
    withAuthor: count((root, { author }) => findOwn(adapter, root, author) !== null),
    withTime: count((root, { date }) => findOwn(adapter, root, date) !== null),
    withText: count((root, { text }) => findOwn(adapter, root, text) !== null),
    composerBlind: composerBlind(adapter, sendButtons(adapter, document)),
    blind: claimed !== null && claimed > 0 && withId === 0,
  };
}
