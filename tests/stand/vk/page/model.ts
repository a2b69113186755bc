import { ARRIVALS, COMMENTS, type StandComment } from '../comments';
import { COMMUNITY, OPERATOR, PEOPLE, type Person } from '../people';
import { POSTS, type StandPost } from '../posts';
import { timeNow } from './dom';
import type { Options } from './options';

/** A comment as the page holds it now. */
export interface LiveComment {
  n: number;
  author: Person;
  text: string;
  time: string;
  branch: number | null;
  /** Who is answered by name at the start of the text. */
  mention: Person | null;
  image: boolean;
  deleted: boolean;
  /** Written here by the one who is signed in: may be edited. */
  own: boolean;
}

/** A thread: every comment under one post, in the order of the page. */
export class Thread {
  readonly comments: LiveComment[];
  private readonly listeners = new Set<(comment: LiveComment, change: Change) => void>();
  private arrived = 0;

  constructor(
    readonly post: number,
    comments: LiveComment[],
  ) {
    this.comments = comments;
  }

  tops(): LiveComment[] {
    return this.comments.filter((comment) => comment.branch === null);
  }

  branchOf(n: number): LiveComment[] {
    return this.comments.filter((comment) => comment.branch === n);
  }

  byNumber(n: number): LiveComment | undefined {
    return this.comments.find((comment) => comment.n === n);
  }

  onChange(listener: (comment: LiveComment, change: Change) => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
  }

  private tell(comment: LiveComment, change: Change): void {
    for (const listener of this.listeners) listener(comment, change);
  }

  remove(comment: LiveComment): void {
    comment.deleted = true;
    this.tell(comment, 'deleted');
  }

  restore(comment: LiveComment): void {
    comment.deleted = false;
    this.tell(comment, 'restored');
  }

  edit(comment: LiveComment, text: string): void {
    comment.text = text;
    this.tell(comment, 'edited');
  }

  /** Adds a comment written by `author`; an answer goes to the end of its branch. */
  add(author: Person, text: string, answered: LiveComment | null = null): LiveComment {
    const comment: LiveComment = {
      n: Math.max(300, ...this.comments.map(({ n }) => n)) + 1,
      author,
      text,
      time: timeNow(),
      branch: answered ? (answered.branch ?? answered.n) : null,
      mention: null,
      image: false,
      deleted: false,
      own: author === OPERATOR || author === COMMUNITY,
    };
    this.comments.push(comment);
    this.tell(comment, 'added');
    return comment;
  }

  /** One more comment by somebody else, as if it came while the page is open. */
  arrive(): LiveComment {
    const next = ARRIVALS[this.arrived % ARRIVALS.length];
    if (!next) throw new Error('nothing left to arrive');
    this.arrived += 1;
    return this.add(PEOPLE[next.author], next.text);
  }
}

type Change = 'added' | 'edited' | 'deleted' | 'restored';

/** Which accounts the operator has put on the blacklist of the community. */
export const banned = new Set<number>();

export function live(comment: StandComment, index: number): LiveComment {
  const minute = 9 * 60 + 4 + index * 3;
  const time = `сегодня в ${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`;
  return {
    n: comment.n,
    author: PEOPLE[comment.author],
    text: comment.text,
    time,
    branch: comment.branch ?? null,
    mention: comment.mention ? PEOPLE[comment.mention] : null,
    image: comment.image ?? false,
    deleted: false,
    own: false,
  };
}

/** How an answer begins: the first name of who is answered. */
export const address = (comment: LiveComment): string => comment.mention?.name.split(' ')[0] ?? '';

/** A long thread made of the practice one: the same authors, each text with its number. */
function crowd(count: number): LiveComment[] {
  const tops = COMMENTS.filter((comment) => comment.branch === undefined);
  return Array.from({ length: count }, (_, index) => {
    const pattern = tops[index % tops.length];
    if (!pattern) throw new Error('the practice thread is empty');
    const { image: _image, ...comment } = pattern;
    return live({ ...comment, n: 1_001 + index, text: `${comment.text} (${index + 1})` }, index);
  });
}

/** Words without end, with an insult at the very end: 100,000 characters. */
function bigText(): string {
  const ending = ' и автор тупой баран';
  const filler = 'Дайте горячую воду, верните автобус, почините фонарь. ';
  return (
    filler.repeat(Math.ceil(100_000 / filler.length)).slice(0, 100_000 - ending.length) + ending
  );
}

/** The thread under post `n` as it stands when the page opens. */
function openThread(post: number, options: Options): Thread {
  if (options.many > 0) return new Thread(post, crowd(options.many));
  const comments = COMMENTS.map(live);
  if (options.big) {
    comments.unshift({
      ...live({ n: 300, author: 'vadim', text: bigText(), expect: 'insult' }, 0),
    });
  }
  // Only two posts have comments; the others show an empty thread.
  const full = post === 200 || post === 201;
  return new Thread(post, full ? comments : comments.slice(0, 0));
}

/** Everything the page holds until it is loaded anew. */
export class Model {
  readonly posts: StandPost[] = [...POSTS];
  private readonly threads = new Map<number, Thread>();
  /** True: comments are written in the name of the community. */
  asCommunity = true;

  constructor(readonly options: Options) {}

  thread(post: number): Thread {
    const known = this.threads.get(post);
    if (known) return known;
    const thread = openThread(post, this.options);
    this.threads.set(post, thread);
    return thread;
  }

  speaker(): Person {
    return this.asCommunity ? COMMUNITY : OPERATOR;
  }

  publish(text: string): StandPost {
    const post = { n: Math.max(...this.posts.map(({ n }) => n)) + 1, text, time: timeNow() };
    this.posts.unshift(post);
    return post;
  }
}
