import type { CommentMarkup, Health, NetworkAdapter, Selectors } from './contract';
import { healthOf } from './health';
import { commentRoots } from './roots';
import { cssOf, findFirst } from './select';
import { TAUGHT } from './taught';

// What an adapter finds on a page, for a bug report. It speaks of the page's structure alone: of the
// page's own strings only words of the list below come in, so that no name, text, address or number of
// anybody can, wherever a network may have put it.

/** A report as it is sent from the page and saved to a file. */
export interface HealthReport {
  format: 'vakhta-health';
  version: 1;
  /** Version of Vakhta. */
  vakhta: string;
  /** ISO 8601 UTC. */
  time: string;
  host: string;
  /** A thread is open; its address is left out. */
  thread: boolean;
  health: Health;
  /** Lessons of this browser that are in force here. */
  lessons: number;
  /** How many elements each of the adapter's selectors finds in the document. */
  selectors: { part: string; css: string; seen: string; found: number }[];
  /** Skeletons of what matters, a line an element: tag, attribute names, known words of their values. */
  skeletons: { of: string; lines: string[] }[];
}

/** Words of markup: what developers call the parts of a page. Nobody is called so. */
const MARKUP_WORDS = new Set(
  'action actions add ago all answer answers app article attach attachment author avatar badge bar block body bottom box branch btn button buttons card cell chat child close cnt col column comment comments composer container content context controls convo counter current cut data date delete desktop dialog discussion div dm dropdown edit editable editor emoji empty feed field file first foot footer form frame from full group head header hide hint holder hover icon id image img in info inline inner input item items label last layer layout left level lexical like likes line link list load loading main media menu message messages mobile modal more name names nav nested new next node note notes notice number online open outer owner page panel parent part parts people person photo picture placeholder popup post posts preview previous publish quote react reaction reactions read reply replies report review right role root row say scroll section send share show show shown shortcut sidebar since size slot source spam span stack stat stub submit tab tail target text textarea thread threads time title toggle tool toolbar tooltip top topic tweet tx type user video view viewer visible wall when who widget window word words wrap wrapper write'.split(
    ' ',
  ),
);
/** Values of attributes that HTML and ARIA know; all else is cut to the words above. */
const PLAIN_VALUES: Readonly<Record<string, RegExp>> = {
  role: /^[a-z]{3,20}$/,
  type: /^(?:button|submit|text|checkbox|radio|file|hidden)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  contenteditable: /^(?:true|false|plaintext-only)?$/,
  hidden: /^(?:hidden|until-found)?$/,
  tabindex: /^-?\d$/,
};
/** Attributes whose values are names that developers give. */
const NAMING =
  /^(?:class|data-(?:testid|test-id|test|qa|tsid|part|l|module|marker|hook|type|role))$/;
/** An attribute's own name is plain, short and without digits, or it is not told. */
const PLAIN_NAME = /^[a-z][a-z-]{0,30}$/;

/** The value with every word that is not a known one replaced by «…». */
const cut = (value: string): string =>
  value
    .slice(0, 200)
    .split(/([-_:./\s]+|(?<=[a-z])(?=[A-Z]))/)
    .map((piece) =>
      /^[-_:./\s]*$/.test(piece) || MARKUP_WORDS.has(piece.toLowerCase()) ? piece : '…',
    )
    .join('')
    .replace(/…(?:[-_:./\s]*…)+/g, '…');

function attributeOf({ name, value }: Attr): string | null {
  if (name === 'style' || name.startsWith('on')) return null;
  // Parts of a name that are no markup's words are somebody's or a number's.
  const shown = PLAIN_NAME.test(name) ? name : '…';
  if (PLAIN_VALUES[name]?.test(value)) return `${shown}=${value}`;
  return NAMING.test(name) ? `${shown}=${cut(value)}` : shown;
}

/** Elements of one skeleton, and levels of it. */
const MOST_LINES = 400;
const MOST_LEVELS = 24;

/** One element without what is in it. A tag of a name's own is a custom element of the network. */
function lineOf(element: Element): string {
  const attributes = Array.from(element.attributes)
    .map(attributeOf)
    .filter((each) => each !== null);
  const tag = PLAIN_NAME.test(element.localName) ? element.localName : '…';
  return attributes.length === 0 ? tag : `${tag} [${attributes.join(' ')}]`;
}

/** The skeleton of `root`; siblings that look alike are one line with their number. */
function skeletonOf(root: Element): string[] {
  const lines: string[] = [];
  const walk = (element: Element, depth: number, times: number) => {
    if (lines.length >= MOST_LINES) return;
    lines.push(`${'  '.repeat(depth)}${lineOf(element)}${times > 1 ? ` ×${times}` : ''}`);
    if (depth >= MOST_LEVELS || element.localName === 'svg') return;
    const alike = new Map<string, { first: Element; times: number }>();
    for (const child of element.children) {
      if (/^(?:script|style|link|meta|noscript|template)$/.test(child.localName)) continue;
      const line = lineOf(child);
      const known = alike.get(line);
      if (known) known.times += 1;
      else alike.set(line, { first: child, times: 1 });
    }
    for (const { first, times: number } of alike.values()) walk(first, depth + 1, number);
  };
  walk(root, 0, 1);
  return lines;
}

function selectorsOf(adapter: NetworkAdapter, document: Document): HealthReport['selectors'] {
  const list = (part: string, selectors: Selectors, isTaught = false) =>
    selectors.map(({ css, seen }) => ({
      part,
      // What was taught here was made of this page's own strings.
      css: isTaught ? TAUGHT : css,
      seen,
      found: document.querySelectorAll(css).length,
    }));
  const partsOf = (markup: CommentMarkup) =>
    (['root', 'text', 'author', 'authorLink', 'date'] as const).flatMap((part) =>
      list(
        `${markup.generation} ${part}`,
        // Inside a comment only: a taught way may begin at the comment itself.
        markup.generation === TAUGHT && part !== 'root' ? [] : markup[part],
        markup.generation === TAUGHT,
      ),
    );
  return [
    ...adapter.comments.flatMap(partsOf),
    ...list('claimedComments', adapter.claimedComments),
    ...adapter.composers.flatMap(({ kind, editor, publish, scope }) => [
      ...list(`${kind} editor`, editor),
      ...list(`${kind} publish`, publish.selectors),
      ...list(`${kind} scope`, scope),
    ]),
    ...list('menuToggle', adapter.controls.menuToggle.selectors),
    ...list('popups', adapter.controls.popups),
  ];
}

/** What is shown in skeleton: a comment and a composer where they are known, and the page around them. */
function skeletonsOf(adapter: NetworkAdapter, document: Document): HealthReport['skeletons'] {
  const [comment] = commentRoots(adapter, document);
  const composers = adapter.composers.map(({ kind, scope, publish }) => {
    const button = findFirst(document, publish.selectors);
    const css = cssOf(scope);
    return { of: `${kind} composer`, root: button && css !== '' ? button.closest(css) : null };
  });
  const page = document.querySelector('main, [role="main"]') ?? document.body;
  return [{ of: 'comment', root: comment ?? null }, ...composers, { of: 'page', root: page }]
    .filter((each): each is { of: string; root: Element } => each.root !== null)
    .map(({ of, root }) => ({ of, lines: skeletonOf(root) }));
}

/**
 * Looks over the whole document; tens of milliseconds on a large page, so only at somebody's word.
 * @param vakhta version of Vakhta
 */
export function reportOf(
  adapter: NetworkAdapter,
  document: Document,
  url: URL,
  vakhta: string,
  time: string,
): HealthReport {
  return {
    format: 'vakhta-health',
    version: 1,
    vakhta,
    time,
    host: url.hostname,
    thread: adapter.threadOf(url) !== null,
    health: healthOf(adapter, document, url),
    lessons: adapter.comments.filter(({ generation }) => generation === TAUGHT).length,
    selectors: selectorsOf(adapter, document),
    skeletons: skeletonsOf(adapter, document),
  };
}
