import type { NetworkId } from './hosts';

export type { NetworkId };

/**
 * One comment as the page shows it, or one message of a conversation: the regulation speaks of both
 * (clause 2.6), and both are read, judged and recorded alike. Plain data: it crosses worlds and lands
 * in the ledger.
 */
export interface Comment {
  network: NetworkId;
  /** Absent for a comment. */
  kind?: 'message';
  /** Stable id inside the network, e.g. `-100_301` on VK. The key of everything Vakhta knows of it. */
  id: string;
  /** Absolute address of this very comment; of its conversation for a message. */
  permalink: string;
  /** Name as shown. */
  author: string;
  /** Absolute address of the author's page; empty where the page does not tell. */
  authorUrl: string;
  /** As the page gives it: ISO 8601 where there is a machine-readable time, else the visible words. */
  time: string;
  /** Id of the comment this one answers, or null for a top one. */
  parent: string | null;
  /** Id of the post under which it stands, e.g. `-100_200`; of the conversation for a message. */
  thread: string;
  /** Exact text as seen; emoji images by their `alt`, line breaks as `\n`. Empty for an image alone. */
  text: string;
}

/**
 * A way to find a part of the page. Lists of them are tried in order, the first that finds something
 * wins; `seen` is the month (YYYY-MM) the markup was last seen, `source` where.
 */
export interface Selector {
  css: string;
  /** A match inside such an element does not count, e.g. the author of a quoted post. */
  outside?: string;
  seen: string;
  source: string;
  /** Not seen in evidence yet: found by role, words and outcome only. */
  assumed?: true;
}
export type Selectors = readonly Selector[];

/** What an operator can do to a comment with the network's own controls. */
export const NATIVE_KINDS = ['delete', 'restore', 'hide', 'ban', 'unban', 'report'] as const;
export type NativeKind = (typeof NATIVE_KINDS)[number];

/** How to know one of the network's own controls: by selector, or by its whole normalised label. */
export interface ControlMark {
  selectors: Selectors;
  /** Whole labels in every interface language that operators use, lower case, ё as е. */
  labels: readonly string[];
}

/** A state of the page that proves that an action took effect. */
export type Outcome =
  /** A stub stands in the comment's place. */
  | ({ state: 'stub' } & ControlMark)
  /** The stub is gone and the comment is readable again. */
  | { state: 'back' }
  /** The comment left the document although its thread is still there. */
  | { state: 'gone' }
  /** A notice (toast, dialog) that was not there before; `labels` are beginnings of its text. */
  | ({ state: 'notice' } & ControlMark);

export interface NativeControls {
  /** Inside a comment: opens its menu. */
  menuToggle: ControlMark;
  /** Containers of menus, sheets and dialogs; they stand outside the comment. */
  popups: Selectors;
  /** Those of them that are never about a comment, such as the menu of a post. */
  foreignPopups?: Selectors;
  /** Controls inside the comment itself, inside a popup, or inside the stub. */
  items: Readonly<Partial<Record<NativeKind, ControlMark>>>;
  /** The button of an optional second question inside a popup. */
  confirm: ControlMark;
  /** The button or key that leaves the question without an answer. */
  cancel: ControlMark;
  /** Any one of the outcomes proves the action; an empty list means it cannot be proved yet. */
  outcomes: Readonly<Partial<Record<NativeKind, readonly Outcome[]>>>;
}

export interface CommentMarkup {
  /** Name of the markup generation, e.g. `2026`, `legacy`, `mobile`. */
  generation: string;
  /** What stands here; comments where it is absent. */
  kind?: 'message';
  /** Every element that is one comment, replies included; with `climb`, something inside each. */
  root: Selectors;
  /**
   * For markup where nothing names the comment's element: from what `root` found to that element, or
   * null where none can be told. Must give the same for the same page, and one element a comment.
   */
  climb?(found: Element): Element | null;
  /** The element whose text is the comment's text; absent for an image alone. */
  text: Selectors;
  /** Whether an element that `text` found holds the comment's words, where selectors cannot tell. */
  isText?(element: Element, root: Element): boolean;
  /** Parts inside the text element that are not the comment's words (e.g. the «show more» button). */
  textSkip: Selectors;
  /** Hidden parts of the text element that are the comment's words all the same (a folded rest). */
  textKeep?: Selectors;
  /** `lines` where the network shows white space as written; absent where a browser collapses it. */
  textFlow?: 'html' | 'lines';
  author: Selectors;
  /** The link to the author's page, where it is not the element above. */
  authorLink: Selectors;
  /** The link that carries the permalink and shows the time. */
  date: Selectors;
  /** Absolute, or empty; absent where the date's `href` is all there is. */
  readPermalink?(root: Element, date: Element | null, url: URL): string;
  /** Written by the operator's side: not read, since nobody moderates his own messages. */
  isOwn?(root: Element, url: URL): boolean;
  /** Who wrote it where the element itself does not say, as in a run of messages of one person. */
  readAuthor?(root: Element, url: URL): Pick<Comment, 'author' | 'authorUrl'> | null;
  /** The time where it stands outside `time[datetime]`, in ISO 8601 where the page has it so. */
  readTime?(root: Element, date: Element | null): string | null;
  /** Ids are read from these, in the adapter's own words; `url` is the page's. */
  readId(root: Element, permalink: string, url: URL): string | null;
  readParent(root: Element, permalink: string, url: URL): string | null;
  /** The thread's id, from the permalink or the page; empty where neither tells. */
  readThread(root: Element, permalink: string, url: URL): string;
}

export type ComposerKind = 'post' | 'comment';

export interface ComposerMarkup {
  kind: ComposerKind;
  /** The editable element itself. */
  editor: Selectors;
  /** The button that sends what is in the editor. */
  publish: ControlMark;
  /**
   * The closest ancestor that holds both editor and publish button (a dialog, a form); the document
   * where the markup has none.
   */
  scope: Selectors;
  /** A bare Enter only breaks the line; absent where it may send. */
  enterBreaks?: true;
}

/** A post of the page, as needed to record that it was published. */
export interface Publication {
  network: NetworkId;
  id: string;
  permalink: string;
  /** Owner as in addresses, e.g. `-100` for a community on VK. */
  account: string;
  time: string;
  text: string;
}

/** Whom the network takes the operator for. */
export interface Identity {
  name: string;
  /** Absolute address of the operator's own page, or empty. */
  url: string;
}

/** In whose name something is about to be written. */
export interface Voice {
  /**
   * One's own profile or a community's, where a network has both; `account` is whoever is signed in,
   * where it has not.
   */
  kind: 'person' | 'community' | 'account';
  /** As the page names it; empty where it does not. */
  name: string;
  /** Absolute address of that account; empty where the page does not tell. */
  url: string;
}

/**
 * What an adapter does not see although the page shows it: `comments` that a counter promises, the
 * `words` of comments that were found, the field of a `composer` that stands open.
 */
export const BLINDNESS = ['comments', 'words', 'composer'] as const;
export type Blindness = (typeof BLINDNESS)[number];

/** What an adapter found on a page; counts only, never texts. */
export interface Health {
  network: NetworkId;
  generation: string | null;
  /** What the page itself says it shows, or null where it does not say. */
  commentsClaimed: number | null;
  commentsFound: number;
  /** How many of them were looked into for the figures below. */
  sampled: number;
  withId: number;
  withAuthor: number;
  withTime: number;
  /** Comments whose text element was found; an image-only comment has none. */
  withText: number;
  /** A composer stands open but no editor was recognised in it. */
  composerBlind: boolean;
  /** The page claims comments and none was read. */
  blind: boolean;
}

/**
 * All that Vakhta knows of the pages of one network: data and small readers, one file a network. Nothing outside
 * `lib/networks` knows a selector.
 */
export interface NetworkAdapter {
  id: NetworkId;
  /** Every markup generation that is still met, newest first. */
  comments: readonly CommentMarkup[];
  controls: NativeControls;
  composers: readonly ComposerMarkup[];
  /**
   * Attributes of this network's markup whose change means that an element shows another comment;
   * classes and styles change all the time and are none.
   */
  tellingAttributes: readonly string[];
  /** Lists or feeds whose growth brings comments; the watcher needs none of them to exist. */
  claimedComments: Selectors;
  /**
   * Items of lists that the network places absolutely: the order of their elements is not that on the
   * screen. Absent where it is.
   */
  placedItems?: Selectors;
  /** Elements in whose open shadow root the network keeps comments or messages. */
  shadowHosts?: Selectors;
  /**
   * Whether what stands at this address can be an answer to the operator's side: where posts and
   * answers have one markup, a feed of strangers' posts must not be judged. Absent: everywhere.
   */
  judges?(url: URL): boolean;
  /**
   * How a comment is taken away from its readers; absent where it is always deleted. Where strangers'
   * answers can only be hidden, the log must not say that one was deleted.
   */
  removalOf?(comment: Comment, document: Document): 'delete' | 'hide';
  /** The publication of the operator that a notice of the network leads to; null where there is none. */
  readAnnounced?(
    document: Document,
    url: URL,
  ): Pick<Publication, 'id' | 'permalink' | 'account'> | null;
  readPublications(root: ParentNode, url: URL): Publication[];
  readIdentity(document: Document): Identity | null;
  /**
   * In whose name one writes in the composer of which `near` is the field or the button; null where the
   * page does not tell.
   */
  readVoice(near: Element): Voice | null;
  /** The community or profile whose page this is, e.g. `-100`; null where the page does not tell. */
  readAccount(document: Document, url: URL): string | null;
  /**
   * The picture of the cover on an account's own page; absent where the network has no covers or its
   * markup of them was met nowhere. That nothing is found proves nothing.
   */
  cover?: Selectors;
  /** Other addresses of that account, such as its short name; absent where `readAccount` says all. */
  readAccountLinks?(document: Document, url: URL): string[];
  /** The thread that is open (its id), or null on a wall or feed. */
  threadOf(url: URL): string | null;
}
