import { COMMENTS } from '../../vk/comments';
import { type Account, accountOf, BODY, RESIDENT } from '../accounts';
import { ANSWERS, MESSAGES, OWN_POSTS, type Post, STRANGERS_POSTS } from '../posts';
import type { Options } from './options';

/** A private message as the page holds it. */
export interface LiveMessage {
  id: string;
  author: Account;
  text: string;
  time: string;
}

/** Answers that the page has at once; the rest comes on demand. */
const PAGE = 40;

/** Everything the pages hold until they are loaded anew; tells its listeners of each change. */
export class Model {
  readonly viewer: Account | null;
  readonly blocked = new Set<string>();
  /** Answers that the author of the thread has hidden, by id. */
  readonly hidden = new Set<string>();
  /** Blocked posts that the operator wants to see nevertheless. */
  readonly shown = new Set<string>();
  version = 0;
  #posts: Post[] = [...OWN_POSTS, ...STRANGERS_POSTS, ...ANSWERS];
  #messages: LiveMessage[] = MESSAGES.map(({ id, author, text, time }) => ({
    id,
    author: author ? accountOf(author) : BODY,
    text,
    time,
  }));
  #loaded = PAGE;
  #number = 1_000;
  readonly #listeners = new Set<() => void>();

  constructor(options: Options) {
    this.viewer = { body: BODY, resident: RESIDENT, guest: null }[options.viewer];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }

  post(id: string): Post | undefined {
    return this.#posts.find((post) => post.id === id);
  }

  isOwn = ({ author }: Post): boolean => author.handle === this.viewer?.handle;

  /** Whether the one who looks on began the thread that the post stands in. */
  mayHide({ thread }: Post): boolean {
    const root = thread === null ? undefined : this.post(thread);
    return root !== undefined && this.isOwn(root);
  }

  #answersTo(id: string): Post[] {
    return this.#posts.filter((post) => post.thread === id && !this.hidden.has(post.id));
  }

  /** The hidden answers to a post: everybody may look at them. */
  hiddenUnder(id: string): Post[] {
    return this.#posts.filter((post) => post.thread === id && this.hidden.has(post.id));
  }

  hide(id: string): void {
    this.hidden.add(id);
    this.#changed();
  }

  unhide(id: string): void {
    this.hidden.delete(id);
    this.#changed();
  }

  countOf = (id: string): number => this.#answersTo(id).length;

  /** The answers that are loaded, and whether there are more. */
  thread(id: string): { answers: Post[]; more: boolean } {
    const all = this.#answersTo(id);
    return { answers: all.slice(0, this.#loaded), more: all.length > this.#loaded };
  }

  loadMore(): void {
    this.#loaded += PAGE;
    this.#changed();
  }

  /** The timeline of everybody, newest first. */
  home(): Post[] {
    return this.#posts
      .filter(({ thread }) => thread === null)
      .sort((one, other) => other.time.localeCompare(one.time));
  }

  profile(handle: string): Post[] {
    return this.#posts
      .filter(({ author, thread }) => author.handle === handle && thread === null)
      .sort((one, other) => other.time.localeCompare(one.time));
  }

  person(handle: string): Account | undefined {
    return this.#posts.find(({ author }) => author.handle === handle)?.author;
  }

  /** Takes a post out for good: there is no way back in this network. */
  remove(id: string): void {
    this.#posts = this.#posts.filter((post) => post.id !== id);
    this.#changed();
  }

  block(handle: string): void {
    this.blocked.add(handle);
    this.#changed();
  }

  unblock(handle: string): void {
    this.blocked.delete(handle);
    this.#changed();
  }

  show(id: string): void {
    this.shown.add(id);
    this.#changed();
  }

  /** Publishes in the name of the one who is signed in. */
  publish(text: string, answered: Post | null): Post {
    const { viewer } = this;
    if (!viewer) throw new Error('nobody is signed in');
    const thread = answered ? (answered.thread ?? answered.id) : null;
    const post = this.#fresh(viewer, text, thread, answered?.author ?? null);
    // An own answer stands right under the post.
    this.#posts.unshift(post);
    this.#changed();
    return post;
  }

  /** One more answer by somebody else, as if it came while the page is open. */
  arrive(thread: string): Post {
    const pattern = COMMENTS[this.#number % COMMENTS.length];
    if (!pattern) throw new Error('nothing left to arrive');
    const post = this.#fresh(accountOf(pattern.author), pattern.text, thread, BODY);
    this.#posts.unshift(post);
    this.#changed();
    return post;
  }

  #fresh(author: Account, text: string, thread: string | null, answers: Account | null): Post {
    this.#number += 1;
    return {
      id: `190000000000000${this.#number}`,
      author,
      text,
      time: new Date().toISOString(),
      thread,
      answers,
      quote: null,
      picture: false,
      article: null,
      expect: null,
    };
  }

  messages(): readonly LiveMessage[] {
    return this.#messages;
  }

  send(text: string): void {
    this.#number += 1;
    const id = `5e1f0000-0000-4000-8000-${String(this.#number).padStart(12, '0')}`;
    const time = new Date().toLocaleTimeString('ru', { hour: 'numeric', minute: '2-digit' });
    this.#messages = [...this.#messages, { id, author: BODY, text, time }];
    this.#changed();
  }

  removeMessage(id: string): void {
    this.#messages = this.#messages.filter((message) => message.id !== id);
    this.#changed();
  }
}
