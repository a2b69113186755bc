import { moderate } from '../moderation';
import type { Criterion, Finding } from '../moderation/contract';
import type { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import { Standings } from './standings';
import { type PageStore, putComment } from './state';
import { type CommentWatch, type LiveComment, watchComments } from './watch';

/**
 * Judges comments as they are read and keeps their marks. A comment whose text did not change is not
 * judged again, wherever its node went; changed settings judge all of them anew.
 */
export class Judging {
  readonly #standings: Standings;
  readonly #watch: CommentWatch;

  /** @param onIdle called when all changes of the page so far were dealt with */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly marks: CommentMarks,
    onIdle: () => void,
  ) {
    this.#standings = new Standings(page, store);
    this.#watch = watchComments({
      adapter: page.adapter,
      document,
      signal: page.signal,
      onRead: (at) => this.#read(at),
      onMoved: (at) => this.show(at.key),
      onGone: (key) => marks.forget(key),
      onIdle,
      onError: (error) => console.error('Вахта: комментарий не прочитан', error),
    });
    page.onSettings(() => this.#judgeAgain());
  }

  /** Where a comment stands now, if it is in the document. */
  live(key: string): LiveComment | undefined {
    return this.#watch.comments.get(key);
  }

  /** The comment whose element this is. */
  at(root: Element): LiveComment | null {
    return this.#watch.at(root);
  }

  /** The address changed without a new document. */
  navigated(): void {
    this.#watch.navigated();
  }

  /** Drops what is known of comments that are not on the page any more. */
  dropGone(): void {
    const { comments, revision } = this.store.getState();
    for (const key of comments.keys()) if (!this.live(key)) comments.delete(key);
    this.store.setState({ current: null, revision: revision + 1 });
  }

  /** Draws or removes the marks of a comment as it is judged now. */
  show(key: string): void {
    const at = this.live(key);
    const judged = this.store.getState().comments.get(key);
    if (at && judged && (judged.findings.length > 0 || judged.done))
      this.marks.mark(at, judged.done ? [] : judged.findings);
    else this.marks.forget(key);
  }

  #read(at: LiveComment): void {
    const known = this.store.getState().comments.get(at.key);
    if (known?.comment.text === at.comment.text) putComment(this.store, at, [...known.findings]);
    else putComment(this.store, at, this.#judge(at.comment.text));
    this.show(at.key);
    const judged = this.store.getState().comments.get(at.key);
    if (judged) this.#standings.ask(judged);
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
    for (const [key, { comment }] of [...this.store.getState().comments]) {
      putComment(this.store, { key, comment }, this.#judge(comment.text));
      this.show(key);
    }
  }
}
