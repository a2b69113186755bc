import { moderate } from '../moderation';
import type { Criterion, Finding } from '../moderation/contract';
import type { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import { Standings } from './standings';
import { type PageStore, putComment } from './state';
import type { LiveComment } from './watch';

/**
 * Judges comments as they are read and keeps their marks. A comment whose text did not change is not
 * judged again, wherever its node went; changed settings judge all of them anew.
 */
export class Judging {
  /** Comments that stand in the document now, by id. */
  readonly live = new Map<string, LiveComment>();
  readonly #keyOf = new WeakMap<Element, string>();
  readonly #standings: Standings;

  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly marks: CommentMarks,
  ) {
    this.#standings = new Standings(page, store);
    page.onSettings(() => this.#judgeAgain());
  }

  /** Takes a comment that appeared or changed. */
  read(at: LiveComment): void {
    this.live.set(at.key, at);
    this.#keyOf.set(at.root, at.key);
    const known = this.store.getState().comments.get(at.key);
    if (known?.comment.text !== at.comment.text)
      putComment(this.store, at.comment, this.#judge(at.comment.text));
    this.show(at.key);
    const judged = this.store.getState().comments.get(at.key);
    if (judged) this.#standings.ask(judged);
  }

  /** The comment that stands in an element now. */
  liveAt(root: Element): LiveComment | undefined {
    const at = this.live.get(this.#keyOf.get(root) ?? '');
    return at?.root === root ? at : undefined;
  }

  /** Forgets where a comment stood; what is known of it stays until the page changes. */
  gone(key: string): void {
    this.live.delete(key);
    this.marks.forget(key);
  }

  /** Drops what is known of comments that are not on the page any more. */
  dropGone(): void {
    const { comments, revision } = this.store.getState();
    for (const key of comments.keys()) if (!this.live.has(key)) comments.delete(key);
    this.store.setState({ current: null, revision: revision + 1 });
  }

  /** Draws or removes the marks of a comment as it is judged now. */
  show(key: string): void {
    const at = this.live.get(key);
    const judged = this.store.getState().comments.get(key);
    if (at && judged && (judged.findings.length > 0 || judged.done))
      this.marks.mark(at, judged.done ? [] : judged.findings);
    else this.marks.forget(key);
  }

  #judge(text: string): Finding[] {
    const { criteria, probable } = this.page.settings();
    const on = new Set(
      (Object.keys(criteria) as Criterion[]).filter((criterion) => criteria[criterion]),
    );
    const findings = moderate(text, { criteria: on });
    return probable ? findings : findings.filter((finding) => finding.strength === 'certain');
  }

  #judgeAgain(): void {
    for (const { comment } of [...this.store.getState().comments.values()])
      putComment(this.store, comment, this.#judge(comment.text));
    for (const key of this.live.keys()) this.show(key);
  }
}
