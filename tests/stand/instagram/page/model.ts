import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ARRIVALS, COMMENTS, type StandComment } from '../comments';
import { CONVERSATIONS, type StandMessage } from '../messages';
import { type Account, COMMUNITY, OPERATOR } from '../people';
import { EMPTY_CODE, MAIN_CODE, POSTS, REEL_CODE, type StandPost } from '../posts';
import { readOptions } from './options';
import { wordsOf } from './words';

export const options = readOptions(new URLSearchParams(location.search));
export const words = wordsOf(options.language);
/** Who is signed in. */
export const viewer: Account = options.as === 'self' ? OPERATOR : COMMUNITY;

/** A comment as the page holds it now. */
export interface LiveComment extends StandComment {
  /** Sent from here and not yet answered for by the network: no address, no time. */
  pending: boolean;
}

/** What stands above the page: the network shows one dialog at a time. */
export type Dialog =
  | { kind: 'options'; code: string; comment: LiveComment }
  | { kind: 'delete'; code: string; comment: LiveComment }
  | { kind: 'block'; account: Account }
  | { kind: 'report'; answered: boolean }
  | { kind: 'delete-message'; conversation: string; message: StandMessage }
  | { kind: 'post-options'; code: string }
  | { kind: 'edit'; code: string }
  | { kind: 'create' };

interface Toast {
  text: string;
  undo?: () => void;
}

interface State {
  address: string;
  posts: readonly StandPost[];
  threads: Readonly<Record<string, readonly LiveComment[]>>;
  blocked: readonly string[];
  messages: Readonly<Record<string, readonly StandMessage[]>>;
  dialog: Dialog | null;
  toast: Toast | null;
}

/** The network answers after so many milliseconds. */
export const ANSWER_MS = 120;
/** How long a toast stays, milliseconds. */
const TOAST_MS = 6_000;

const live = (comment: StandComment): LiveComment => ({ ...comment, pending: false });

/** A long thread made of the practice one: the same authors, each text with its number. */
function crowd(count: number): LiveComment[] {
  const tops = COMMENTS.filter(({ parent, picture, hidden }) => !parent && !picture && !hidden);
  return Array.from({ length: count }, (_, index) => {
    const pattern = tops[index % tops.length];
    if (!pattern) throw new Error('the practice thread is empty');
    const id = `18100000000${String(index).padStart(6, '0')}`;
    return live({ ...pattern, id, text: `${pattern.text} (${index + 1})` });
  });
}

const openThread = () =>
  options.many > 0 ? crowd(options.many) : COMMENTS.map((comment) => live(comment));

const store = createStore<State>(() => ({
  address: location.pathname,
  posts: POSTS,
  threads: { [MAIN_CODE]: openThread(), [REEL_CODE]: openThread(), [EMPTY_CODE]: [] },
  blocked: [],
  messages: Object.fromEntries(CONVERSATIONS.map(({ id, messages }) => [id, messages])),
  dialog: null,
  toast: null,
}));

/** A part of the page's state; the component is drawn anew when it changes. */
export const useModel = <Part>(part: (state: State) => Part): Part => useStore(store, part);

const NONE: readonly LiveComment[] = [];
export const threadOf = (code: string, { threads }: State = store.getState()) =>
  threads[code] ?? NONE;

const setThread = (code: string, comments: readonly LiveComment[]) =>
  store.setState(({ threads }) => ({ threads: { ...threads, [code]: comments } }));

let toastEnds: ReturnType<typeof setTimeout> | undefined;
function say(toast: Toast): void {
  store.setState({ toast });
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => store.setState({ toast: null }), TOAST_MS);
}

export const open = (dialog: Dialog | null): void => store.setState({ dialog });

/** Goes to `path` without loading the page; the switches stay in the address. */
export function go(path: string): void {
  history.pushState(null, '', path + location.search);
  store.setState({ address: path, dialog: null });
}
addEventListener('popstate', () => store.setState({ address: location.pathname, dialog: null }));

const later = (work: () => void) => setTimeout(work, ANSWER_MS);

/** Takes a comment out, its answers with it; the toast can bring them back for a while. */
export function remove(code: string, comment: LiveComment): void {
  open(null);
  later(() => {
    const before = threadOf(code);
    setThread(
      code,
      before.filter(({ id, parent }) => id !== comment.id && parent !== comment.id),
    );
    if (options.silent) return;
    say({
      text: words.deleted,
      undo: () => {
        setThread(code, before);
        store.setState({ toast: null });
      },
    });
  });
}

export function block(account: Account): void {
  open(null);
  later(() => {
    store.setState(({ blocked }) => ({ blocked: [...blocked, account.handle] }));
    say({ text: words.blocked(account.handle) });
  });
}

export function unblock(account: Account): void {
  open(null);
  later(() => {
    store.setState(({ blocked }) => ({
      blocked: blocked.filter((handle) => handle !== account.handle),
    }));
    say({ text: words.unblocked(account.handle) });
  });
}

export function restrict(account: Account): void {
  open(null);
  later(() => say({ text: words.restricted(account.handle) }));
}

export function report(): void {
  open(null);
  later(() => open({ kind: 'report', answered: true }));
}

/** Where a new comment stands: an answer at the end of its thread, any other on top. */
function placed(comments: readonly LiveComment[], fresh: LiveComment): LiveComment[] {
  if (fresh.parent === null) return [fresh, ...comments];
  const last = comments.findLastIndex(({ id, parent }) => [id, parent].includes(fresh.parent));
  return [...comments.slice(0, last + 1), fresh, ...comments.slice(last + 1)];
}

let written = 0;
const freshId = () => {
  written += 1;
  return `189000000000${String(written).padStart(5, '0')}`;
};

/** Adds a comment; one of the viewer's own is shown at once and gets its address from the answer. */
export function add(
  code: string,
  { author, text, parent }: Pick<LiveComment, 'author' | 'text' | 'parent'>,
): string {
  const id = freshId();
  const fresh: LiveComment = {
    id,
    author,
    text,
    parent,
    expect: null,
    picture: false,
    hidden: false,
    time: new Date().toISOString(),
    pending: author === viewer,
  };
  setThread(code, placed(threadOf(code), fresh));
  later(() =>
    setThread(
      code,
      threadOf(code).map((one) => (one.id === id ? { ...one, pending: false } : one)),
    ),
  );
  return id;
}

let arrived = 0;
/** One more comment by somebody else, as if it came while the page is open; its id. */
export function arrive(code: string): string {
  const next = ARRIVALS[arrived % ARRIVALS.length];
  if (!next) throw new Error('nothing left to arrive');
  arrived += 1;
  return add(code, { ...next, parent: null });
}

/** Puts a new publication on top of the profile. */
export function publish(caption: string): void {
  const code = `DKnew${Date.now().toString(36)}`;
  const post: StandPost = {
    code,
    kind: 'photo',
    picture: 3,
    caption,
    time: new Date().toISOString(),
  };
  store.setState(({ posts, threads }) => ({
    posts: [post, ...posts],
    threads: { ...threads, [code]: [] },
  }));
}

export function rewrite(code: string, caption: string): void {
  store.setState(({ posts }) => ({
    posts: posts.map((post) => (post.code === code ? { ...post, caption } : post)),
  }));
}

export function removeMessage(conversation: string, message: StandMessage): void {
  open(null);
  later(() => {
    store.setState(({ messages }) => ({
      messages: {
        ...messages,
        [conversation]: (messages[conversation] ?? []).filter((one) => one !== message),
      },
    }));
    say({ text: words.messageDeleted });
  });
}

export function send(conversation: string, message: StandMessage): void {
  store.setState(({ messages }) => ({
    messages: { ...messages, [conversation]: [...(messages[conversation] ?? []), message] },
  }));
}
