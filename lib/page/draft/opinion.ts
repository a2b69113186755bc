import type { Remark, Review } from '../../style/contract';
import { editBetween, shiftSpans } from './shift';
import { showable, type Typing } from './timing';

/** The draft check as it is called here; pure. */
export type ReviewDraft = (text: string, options: { ignored: ReadonlySet<string> }) => Review;

interface Dismissed {
  rule: string;
  start: number;
  end: number;
}

/**
 * What Vakhta thinks of one draft, and what of it may be shown at this moment. Knows no page: texts and
 * cursor places come in, remarks come out. Between a change of the text and the next check the remarks
 * are moved with their words, or dropped when the words were touched.
 */
export class Opinion {
  #text = '';
  #judged = false;
  #remarks: readonly Remark[] = [];
  #shown: Remark[] = [];
  #dismissed: Dismissed[] = [];
  #review: Review | null = null;

  constructor(private readonly review: ReviewDraft) {}

  get text(): string {
    return this.#text;
  }
  /** Remarks to show now, in indices of `text`. */
  get shown(): readonly Remark[] {
    return this.#shown;
  }
  /** The last review; of an older text until `judge` was called. */
  get last(): Review | null {
    return this.#review;
  }
  /** All remarks on the text as last judged, shown or not yet, without those dismissed here. */
  get remarks(): readonly Remark[] {
    return this.#remarks;
  }

  /** Takes the text as it is now; true when it has changed. */
  update(text: string): boolean {
    const edit = editBetween(this.#text, text);
    if (!edit) return false;
    this.#text = text;
    this.#judged = false;
    this.#remarks = shiftSpans(this.#remarks, edit);
    this.#shown = shiftSpans(this.#shown, edit);
    this.#dismissed = shiftSpans(this.#dismissed, edit);
    return true;
  }

  /** Judges the text unless that is done, and decides what to show. */
  judge(typing: Typing | null, ignored: ReadonlySet<string>): void {
    if (!this.#judged) {
      this.#review = this.review(this.#text, { ignored });
      this.#judged = true;
    }
    const remarks = this.#review?.remarks ?? [];
    this.#remarks = remarks.filter((remark) => !this.#isDismissed(remark));
    this.#shown = showable(this.#text, this.#remarks, typing, this.#shown);
  }

  /** Never mind this remark at this place. */
  dismiss({ rule, start, end }: Remark): void {
    this.#dismissed.push({ rule, start, end });
    this.#remarks = this.#remarks.filter((remark) => !this.#isDismissed(remark));
    this.#shown = this.#shown.filter((remark) => !this.#isDismissed(remark));
  }

  /** Forgets the review, for example because the author turned a rule off. */
  forget(): void {
    this.#judged = false;
  }

  #isDismissed({ rule, start, end }: Remark): boolean {
    return this.#dismissed.some(
      (place) => place.rule === rule && place.start === start && place.end === end,
    );
  }
}
