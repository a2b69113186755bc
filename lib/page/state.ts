import { createStore } from 'zustand/vanilla';
import type { PanelView } from '../messages/panel';
import { byWeight, type Finding } from '../moderation/contract';
import type { Blindness, Comment } from '../networks/contract';
import type { Standing } from '../registry/authors';
import type { ActionKind } from '../registry/schema';

/** What was done about a comment in this tab. */
export interface Done {
  kind: ActionKind;
  /** Ground id, or null where the kind needs none or none was chosen yet. */
  ground: string | null;
  actionId: string;
  /** The record is in the registry or the outbox. */
  saved: boolean;
}

/** A comment of the page with Vakhta's opinion of it. */
export interface Judged {
  /** Thread and id, as the watch gives it: ids of one owner repeat between his wall and his photos. */
  key: string;
  comment: Comment;
  /** Heaviest first. */
  findings: readonly Finding[];
  done: Done | null;
  standing: Standing | null;
}

export interface PageState {
  /**
   * All comments read since the page was opened, by key, in the order they were met. Changed in place,
   * because a thread may hold thousands: `revision` tells that it changed.
   */
  readonly comments: Map<string, Judged>;
  revision: number;
  /** Key of the comment the operator is at. */
  current: string | null;
  account: string;
  identity: string;
  thread: string;
  /** What is not seen although the page shows it. */
  blind: Blindness | null;
  claimed: number | null;
  /** Records that could not be handed over yet. */
  waiting: number;
  /** A sentence for the operator, or null when all is well. */
  trouble: string | null;
  draft: PanelView['draft'];
}

/** The state of one page, as the marks, chips, keys and the panel see it. */
export function createPageStore() {
  return createStore<PageState>()(() => ({
    comments: new Map(),
    revision: 0,
    current: null,
    account: '',
    identity: '',
    thread: '',
    blind: null,
    claimed: null,
    waiting: 0,
    trouble: null,
    draft: null,
  }));
}
export type PageStore = ReturnType<typeof createPageStore>;

/** Puts a comment in, or a new reading of it; what was done about it stays. */
export function putComment(
  store: PageStore,
  { key, comment }: Pick<Judged, 'key' | 'comment'>,
  findings: Finding[],
): void {
  const { comments, revision } = store.getState();
  const known = comments.get(key);
  comments.set(key, {
    key,
    comment: { ...comment },
    findings: findings.sort(byWeight),
    done: known?.done ?? null,
    standing: known?.standing ?? null,
  });
  store.setState({ revision: revision + 1 });
}

/** Changes what is known of a comment; does nothing when it is not on the page any more. */
export function changeComment(
  store: PageStore,
  key: string,
  change: Partial<Pick<Judged, 'done' | 'standing'>>,
): void {
  const { comments, revision } = store.getState();
  const known = comments.get(key);
  if (!known) return;
  comments.set(key, { ...known, ...change });
  store.setState({ revision: revision + 1 });
}

/** Comments that wait for the operator, or did, in the order of the page. */
export function flagged(state: PageState): Judged[] {
  const list: Judged[] = [];
  for (const judged of state.comments.values())
    if (judged.findings.length > 0 || judged.done !== null) list.push(judged);
  return list;
}

/**
 * Which violation of its author this comment is, counting those recorded in the profile's last days and
 * the comment itself; null while it would be the first.
 */
export function violationNumber({ done, standing }: Judged): number | null {
  const number = (standing?.violations ?? 0) + (done ? 0 : 1);
  return number > 1 ? number : null;
}
