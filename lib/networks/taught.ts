import * as z from 'zod/mini';
import { absoluteAddress } from './address';
import type { CommentMarkup, NetworkAdapter, Selector, Selectors } from './contract';
import { fnv1a } from './fnv';
import { NETWORK_IDS, siteOf } from './hosts';
import { lineOf } from './read';

// Markup that an operator has taught by pointing at one comment, for when a network changes its own.
// It is data: a few CSS selectors of a plain kind, checked wherever they come from, never code.

/** Longest selector, UTF-16 code units: ours are far shorter, and a file may hold anything. */
const CSS_LIMIT = 400;

const NAME = '[a-zA-Z_][-\\w]*';
const ATTRIBUTE = `\\[${NAME}(?:[\\^$*~|]?="[^"\\\\\\n]{1,120}")?\\]`;
const COMPOUND = `(?=[a-zA-Z_:.\\[])(?:${NAME}|:scope)?(?:${ATTRIBUTE}|\\.-?${NAME}|:nth-of-type\\(\\d{1,3}\\))*`;
const COMPLEX = `${COMPOUND}(?:(?: > | )${COMPOUND})*`;
/** Tags, classes, attributes and places among siblings: what `derive.ts` makes, and no more. */
const PLAIN = new RegExp(`^${COMPLEX}(?:, ${COMPLEX})*$`);

/** Bare tags name half of any page; something of each selector must be its own. */
const isTelling = (css: string) =>
  css.split(', ').every((part) => /[[.]|^article\b|\w-\w/.test(part));

const cssSchema = () =>
  z.string().check(z.minLength(1), z.maxLength(CSS_LIMIT), z.regex(PLAIN), z.refine(isPossible));

/** Whether a browser understands the selector; asked of a fragment, where it finds nothing. */
function isPossible(css: string): boolean {
  // A test or a command may have no document; the plain kind above is valid CSS by itself.
  if (typeof document === 'undefined') return true;
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
}

/** Most levels between something inside a comment and the comment. */
export const CLIMB_LIMIT = 14;

/** The element `up` levels above, or null where the page ends before. */
export function climbed(element: Element, up: number): Element | null {
  let at: Element | null = element;
  for (let level = 0; at && level < up; level += 1) at = at.parentElement;
  return at === null || at === at.ownerDocument.body || at === at.ownerDocument.documentElement
    ? null
    : at;
}

/** All comments of the document that a lesson finds, in the order of the page. */
export const rootsOf = ({ root, up }: Pick<Taught, 'root' | 'up'>, document: Document): Element[] =>
  [...new Set(Array.from(document.querySelectorAll(root), (found) => climbed(found, up)))].filter(
    (each) => each !== null,
  );

/**
 * What an operator has taught about one kind of comment on one host. Made when the first one is read:
 * hardly anybody teaches, and all pages would wait for it.
 */
export const taughtSchema = z.lazy(() =>
  z
    .object({
      network: z.enum(NETWORK_IDS),
      host: z.string(),
      /** Finds every comment of the kind in the document, or something inside each. */
      root: cssSchema().check(z.refine(isTelling)),
      /** Levels from what `root` finds up to the comment; 0 where it finds the comment itself. */
      up: z.int().check(z.gte(0), z.lte(CLIMB_LIMIT)),
      /** These find the parts inside a comment; null where the operator had nothing to show. */
      author: z.nullable(cssSchema()),
      text: z.nullable(cssSchema()),
      link: z.nullable(cssSchema()),
      /** When it was taught, ISO 8601. */
      taughtAt: z.iso.datetime(),
      /** The newest markup that this version of Vakhta knew by itself then. */
      generation: z.string().check(z.maxLength(100)),
    })
    .check(
      z.refine(({ network, host }) => siteOf(network).hosts.includes(host)),
      // Without a name or an address nothing tells one comment from another.
      z.refine(({ author, link }) => author !== null || link !== null),
    ),
);
export type Taught = z.infer<typeof taughtSchema>;

/** What makes two lessons one: the same kind of comment on the same host. */
export const taughtKey = ({ host, root, up }: Pick<Taught, 'host' | 'root' | 'up'>) =>
  `${host} ${up} ${root}`;

/** Name of the taught generation in `CommentMarkup` and in `Health`. */
export const TAUGHT = 'taught';

/** Two hashes with two seeds as hexadecimal digits. */
function hashOf(text: string): string {
  const digits = (hash: number) => hash.toString(16).padStart(8, '0');
  return digits(fnv1a(text)) + digits(fnv1a(text, 0x01234567));
}

/** Attributes by which pages name a comment; frameworks' own counters (`:r1:`) name nothing. */
const OWN_ID = /^(?:id|data-(?:[a-z-]*-)?(?:id|key|uid))$/;
const isOwnId = (value: string) => /\d{2}/.test(value) && /^[\w-]{2,80}$/.test(value);

function idInAttributes(root: Element): string | null {
  const own = Array.from(root.attributes).find(
    ({ name, value }) => OWN_ID.test(name) && isOwnId(value),
  );
  return own ? `${TAUGHT}-${own.value}` : null;
}

const WORDS_ID = new RegExp(`^${TAUGHT}-[0-9a-f]{16}$`);

/** The hour of a visible time: «сегодня в 11:31» is «вчера в 11:31» tomorrow, «5 минут назад» runs. */
const clockOf = (time: string) => /\d{1,2}:\d{2}/.exec(time)?.[0] ?? '';

/**
 * An id made of what the comment says. Weaker than the network's: it changes when the comment is
 * edited, and two comments of one author with the same words and the same minute are one.
 */
function idOfWords(root: Element, taught: Taught, url: URL): string | null {
  // What answers inside it say is not its own.
  const own = (css: string | null) =>
    Array.from(css === null ? [] : root.querySelectorAll(css)).find(
      (element) => taught.up > 0 || element.closest(taught.root) === root,
    ) ?? null;
  const author = own(taught.author);
  const link = own(taught.link);
  const who = absoluteAddress(author?.closest('a')?.getAttribute('href'), url) || lineOf(author);
  const time =
    (link?.closest('time') ?? link?.querySelector('time'))?.getAttribute('datetime') ??
    clockOf(lineOf(link));
  const words = lineOf(own(taught.text));
  return who === '' && words === '' ? null : `${TAUGHT}-${hashOf([who, time, words].join('\n'))}`;
}

/** Whether a comment's id was made of its words: the network gave none. */
export const isIdOfWords = (id: string): boolean => WORDS_ID.test(id);

/** The taught markup as an adapter's generation; ids and addresses are read in the network's own way. */
function markupOf(taught: Taught, base: CommentMarkup): CommentMarkup {
  const selector = (css: string): Selector => ({
    css,
    seen: taught.taughtAt.slice(0, 7),
    source: 'shown by the operator',
  });
  const selectors = (css: string | null): Selectors => (css === null ? [] : [selector(css)]);
  return {
    generation: TAUGHT,
    root: [selector(taught.root)],
    ...(taught.up > 0 ? { climb: (found: Element) => climbed(found, taught.up) } : {}),
    text: selectors(taught.text),
    textSkip: base.textSkip,
    ...(base.textKeep ? { textKeep: base.textKeep } : {}),
    ...(base.textFlow ? { textFlow: base.textFlow } : {}),
    author: selectors(taught.author),
    authorLink: [],
    date: selectors(taught.link),
    readPermalink: (root, date, url) =>
      base.readPermalink?.(root, date, url) ?? absoluteAddress(date?.getAttribute('href'), url),
    ...(base.readTime ? { readTime: base.readTime } : {}),
    readId: (root, permalink, url) =>
      base.readId(root, permalink, url) ?? idInAttributes(root) ?? idOfWords(root, taught, url),
    readParent: base.readParent,
    readThread: base.readThread,
  };
}

/** Attributes that the taught selectors speak of: a change of one may make a comment of an element. */
function attributesIn({ root }: Taught): string[] {
  const names = Array.from(root.matchAll(/\[([a-zA-Z_][-\w]*)/g), ([, name = '']) => name);
  return names.filter((name) => name !== 'class' && name !== 'id');
}

/** The adapter with what was taught before its own markup; the adapter itself where nothing was. */
export function withTaught(adapter: NetworkAdapter, taught: readonly Taught[]): NetworkAdapter {
  const [base] = adapter.comments;
  if (!base || taught.length === 0) return adapter;
  return {
    ...adapter,
    comments: [...taught.map((one) => markupOf(one, base)), ...adapter.comments],
    tellingAttributes: [
      ...new Set([...adapter.tellingAttributes, ...taught.flatMap(attributesIn)]),
    ],
  };
}
