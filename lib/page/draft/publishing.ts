import { v7 as uuidv7 } from 'uuid';
import { readComment } from '../../networks/read';
import { commentRoots } from '../../networks/roots';
import { EVIDENCE_TEXT_LIMIT, type PublicationRecord } from '../../registry/schema';
import type { PageContext } from '../context';
import type { DraftScore, WrittenDraft } from './check';
import type { Composer } from './composers';
import { pressOf } from './press';
import { sameText } from './same-text';

/** How long after the click the page may take to show what was published, milliseconds. */
const WATCH_MS = 20_000;
/** A changing page is looked at no more often than this, milliseconds. */
const LOOK_EVERY_MS = 250;
/** New comments kept in view while one of them is awaited; a live thread brings others too. */
const MOST_ROOTS = 200;

/** What a new publication in the page tells of itself. */
interface Seen {
  id: string;
  permalink: string;
  account: string;
}

export interface PublishingEvents {
  /** What stands, or last stood, in this composer; null where nothing does. */
  draftIn(composer: Pick<Composer, 'scope' | 'markup'>): WrittenDraft | null;
  /** Seen in the page and safely recorded. */
  onRecorded(kind: PublicationRecord['kind']): void;
  /** Not seen in the page in time: nothing was recorded. */
  onNotSeen(kind: PublicationRecord['kind']): void;
}

/**
 * Records what the operator publishes: the text is remembered at the operator's own press of the
 * network's button, and recorded only when the page shows it as published. A page's script cannot
 * press for the operator, and what was refused or postponed does not count.
 */
export function watchPublishing(page: PageContext, events: PublishingEvents): void {
  const { adapter, signal } = page;
  /** The texts that are awaited now: a second press of the same button must not record twice. */
  const awaited = new Set<string>();
  /** Ends the wait that a bare Enter began: the next press shows that it only broke the line. */
  let guess: AbortController | null = null;

  const pressed = (composer: Pick<Composer, 'scope' | 'markup'>, sure: boolean) => {
    const draft = events.draftIn(composer);
    const { kind } = composer.markup;
    const key = `${kind} ${draft?.text}`;
    if (!draft || awaited.has(key)) return;
    awaited.add(key);
    const ending = new AbortController();
    ending.signal.addEventListener('abort', () => awaited.delete(key), { once: true });
    guess?.abort();
    guess = sure ? null : ending;
    const time = new Date().toISOString();
    const inPage = kind === 'post' ? newPost(page, draft.text) : newComment(page, draft.text);
    const watch = orAnnounced(page, inPage);
    awaitOf(page, watch, AbortSignal.any([signal, ending.signal]), (seen) => {
      awaited.delete(key);
      if (!seen) {
        if (sure) events.onNotSeen(kind);
        return;
      }
      // Neither rejects.
      void draft.scored
        .then((judged) => {
          const publication = publicationOf(page, { kind, time, seen, draft, judged });
          return page.record({ type: 'publication', publication });
        })
        .then(() => events.onRecorded(kind));
    });
  };

  const onPress = (event: MouseEvent | KeyboardEvent) => {
    if (!event.isTrusted || page.overlay.owns(event.target)) return;
    const press = pressOf(adapter, event);
    if (press) pressed(press.composer, press.sure);
  };
  addEventListener('click', onPress, { signal, capture: true });
  addEventListener('keydown', onPress, { signal, capture: true });
}

/** What was published, when and as what it was seen, and what was written for it. */
interface Published {
  kind: PublicationRecord['kind'];
  /** Of the press, ISO 8601. */
  time: string;
  seen: Seen;
  draft: WrittenDraft;
  judged: DraftScore;
}

function publicationOf(page: PageContext, published: Published): PublicationRecord {
  const { kind, time, seen, draft, judged } = published;
  const { text, entry } = draft;
  const { score, remarks } = judged;
  return {
    id: uuidv7(),
    time,
    operator: page.settings().operator,
    network: page.adapter.id,
    account: seen.account.slice(0, 2_000),
    postId: seen.id.slice(0, 2_000),
    permalink: seen.permalink.slice(0, 4_000),
    kind,
    text: text.slice(0, EVIDENCE_TEXT_LIMIT),
    score: score === null ? null : Math.round(Math.min(100, Math.max(0, score))),
    remarks,
    ...(kind === 'post' && entry !== null && { entry }),
  };
}

/** Looks for one publication in the page as it changes; null while it is not there. */
interface PublicationSearch {
  added(node: Element): void;
  look(): Seen | null;
}

/** Some networks show a new post nowhere but in a notice with its address. */
function orAnnounced({ adapter }: PageContext, search: PublicationSearch): PublicationSearch {
  const read = () => adapter.readAnnounced?.(document, new URL(location.href)) ?? null;
  const before = read()?.id;
  return {
    added: (node) => search.added(node),
    look() {
      const announced = read();
      return announced && announced.id !== before ? announced : search.look();
    },
  };
}

function newPost({ adapter }: PageContext, text: string): PublicationSearch {
  const read = () => adapter.readPublications(document, new URL(location.href));
  const before = new Set(read().map(({ id }) => id));
  return {
    added() {},
    look: () => read().find((post) => !before.has(post.id) && sameText(post.text, text)) ?? null,
  };
}

function newComment({ adapter }: PageContext, text: string): PublicationSearch {
  const roots = new Set<Element>();
  return {
    added(node) {
      for (const root of commentRoots(adapter, node)) if (roots.size < MOST_ROOTS) roots.add(root);
    },
    look() {
      const url = new URL(location.href);
      for (const root of roots) {
        const comment = root.isConnected ? readComment(adapter, root, url)?.comment : undefined;
        if (comment && sameText(comment.text, text)) {
          const account = adapter.readAccount(document, url) ?? '';
          return { id: comment.id, permalink: comment.permalink, account };
        }
      }
      return null;
    },
  };
}

/** Ends with what was seen, or with null when the time is over; silent when the signal aborts. */
function awaitOf(
  { adapter }: PageContext,
  search: PublicationSearch,
  signal: AbortSignal,
  onEnd: (seen: Seen | null) => void,
): void {
  const ending = new AbortController();
  let due: ReturnType<typeof setTimeout> | undefined;
  const end = (seen: Seen | null) => {
    ending.abort();
    onEnd(seen);
  };
  const look = () => {
    due = undefined;
    const seen = search.look();
    if (seen) end(seen);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) search.added(node);
    due ??= setTimeout(look, LOOK_EVERY_MS);
  });
  observer.observe(document.documentElement, {
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href', 'id', ...adapter.tellingAttributes],
    subtree: true,
  });
  const deadline = setTimeout(() => {
    end(search.look());
  }, WATCH_MS);
  const stop = () => {
    observer.disconnect();
    clearTimeout(due);
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
  };
  ending.signal.addEventListener('abort', stop, { once: true });
  signal.addEventListener('abort', stop, { once: true });
}
