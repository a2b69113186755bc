import { moderate, prepare } from '../moderation';
import { CRITERIA, type Finding, withoutEchoes } from '../moderation/contract';
import { applyDictionary } from '../moderation/dictionary';
import { createRepetitionJudge } from '../moderation/repetition';
import type { Comment } from '../networks/contract';
import type { Reading } from '../networks/health';
import { EVIDENCE_TEXT_LIMIT } from '../registry/schema';
import type { CommentMarks } from './comment-marks';
import type { PageContext } from './context';
import type { OwnDictionary } from './own-dictionary';
import { Standings } from './standings';
import { type PageStore, putComment } from './state';
import { type CommentWatch, type LiveComment, watchComments } from './watch';

/**
 * Judges comments as they are read and keeps their marks. A comment whose text did not change is not
 * judged again, wherever its node went; changed settings or a changed dictionary judge all of them anew.
 */
export class Judging {
  readonly #standings: Standings;
  readonly #watch: CommentWatch;
  /** What the words alone say, by key: a mailing found later adds to it. */
  readonly #byWords = new Map<string, readonly Finding[]>();
  readonly #repetition = createRepetitionJudge();
  #mailingsMayHaveGrown = false;

  /**
   * @param onPart called with each part of the page that came
   * @param onIdle called when all changes of the page so far were dealt with; told whether they spoke of
   * comments or of new parts of the page
   * @param onWritten called when something was written in a field of the page
   */
  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly marks: CommentMarks,
    private readonly dictionary: OwnDictionary,
    onPart: (part: Element) => void,
    onIdle: (isOfComments: boolean) => void,
    onWritten: () => void,
  ) {
    this.#standings = new Standings(page, store);
    this.#watch = watchComments({
      adapter: page.adapter,
      document,
      signal: page.signal,
      prepare,
      onRead: (at) => this.#read(at),
      onMoved: (at) => this.show(at.key),
      onGone: (key) => marks.forget(key),
      onPart,
      onShadow: (tree) => marks.enter(tree),
      onIdle: (isOfComments) => {
        this.#judgeMailings();
        onIdle(isOfComments);
      },
      onWritten,
      onError: (error) => console.error('Вахта: комментарий не прочитан', error),
    });
    page.onSettings(() => this.#judgeAgain());
    dictionary.onChange(() => this.#judgeAgain(), page.signal);
  }

  /** Where a comment stands now, if it is in the document. */
  live(key: string): LiveComment | undefined {
    return this.#watch.comments.get(key);
  }

  /** What was read of the document as it stands. */
  reading(): Reading {
    const { comments } = this.#watch;
    // Nearly always the first one has words.
    let hasWords = false;
    for (const { comment } of comments.values()) {
      hasWords = comment.text.trim() !== '';
      if (hasWords) break;
    }
    return { comments: comments.size, hasWords };
  }

  /** The comment whose element this is. */
  at(root: Element): LiveComment | null {
    return this.#watch.at(root);
  }

  /** Something was recorded about an author: his comments show how he stands now. */
  authorChanged(authorUrl: string): void {
    this.#standings.askAgain(authorUrl);
  }

  /** The address changed without a new document. */
  navigated(): void {
    this.#watch.navigated();
  }

  /** Drops what is known of comments that are not on the page any more. */
  dropGone(): void {
    const { comments, revision } = this.store.getState();
    for (const key of comments.keys()) {
      if (this.live(key)) continue;
      comments.delete(key);
      this.#byWords.delete(key);
      this.#repetition.remove(key);
    }
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

  #read({ key, comment }: LiveComment): void {
    const known = this.#comments.get(key);
    if (known?.comment.text !== comment.text) {
      this.#byWords.set(key, this.#judge(comment.text));
      this.#repetition.add({ id: key, author: comment.authorUrl, text: comment.text });
      // A mailing grows by its newest copy; the earlier ones learn it when the page is dealt with.
      if (this.#repetition.finding(key)) this.#mailingsMayHaveGrown = true;
    }
    this.#put(key, comment);
  }

  /** Puts a comment with all that is found in it, and draws it. */
  #put(key: string, comment: Comment): void {
    const findings = [...(this.#byWords.get(key) ?? [])];
    const repeated = this.#repetition.finding(key);
    if (repeated && this.#isShown(repeated)) findings.push(repeated);
    putComment(this.store, { key, comment }, findings);
    this.show(key);
    const judged = this.#comments.get(key);
    if (judged) this.#standings.ask(judged);
  }

  /** A comment may turn out to be a mailing when the next copy comes; the earlier ones learn it here. */
  #judgeMailings(): void {
    if (!this.#mailingsMayHaveGrown) return;
    this.#mailingsMayHaveGrown = false;
    for (const { ids } of this.#repetition.mailings())
      for (const key of ids) {
        const judged = this.#comments.get(key);
        const repeated = this.#repetition.finding(key);
        if (!judged || !repeated) continue;
        const known = judged.findings.some(
          ({ rule, strength }) => rule === repeated.rule && strength === repeated.strength,
        );
        if (!known) this.#put(key, judged.comment);
      }
  }

  get #comments() {
    return this.store.getState().comments;
  }

  #isShown({ criterion, strength }: Finding): boolean {
    const { criteria, probable } = this.page.settings();
    return criteria[criterion] && (probable || strength === 'certain');
  }

  #judge(whole: string): Finding[] {
    // No network lets anybody write as much; a page that shows more must not hold up the tab.
    const text = whole.slice(0, EVIDENCE_TEXT_LIMIT);
    const { criteria } = this.page.settings();
    const on = new Set(CRITERIA.filter((criterion) => criteria[criterion]));
    const byRules = moderate(text, { criteria: on });
    const all = applyDictionary(text, byRules, this.dictionary.current());
    return withoutEchoes(all).filter((finding) => this.#isShown(finding));
  }

  #judgeAgain(): void {
    for (const [key, { comment }] of [...this.#comments]) {
      this.#byWords.set(key, this.#judge(comment.text));
      this.#put(key, comment);
    }
  }
}
