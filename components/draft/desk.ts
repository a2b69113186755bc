import { createStore } from 'zustand/vanilla';
import { Opinion } from '../../lib/page/draft/opinion';
import { editBetween, shiftSpans } from '../../lib/page/draft/shift';
import { SETTLE_MS, type Typing } from '../../lib/page/draft/timing';
import { createReviewer } from '../../lib/style';
import type { Remark, Review } from '../../lib/style/contract';
import { type OwnReplacement, ownFinder, withOwnRemarks } from '../../lib/style/own';
import { mergedChange } from './sentences';

/** A review that took longer than this waits for a pause in the typing, milliseconds. */
const SLOW_REVIEW_MS = 8;

/** The field in which the draft is written, as the desk works with it. */
export interface Sheet {
  /** Draws the marks on the words, at once. */
  draw(text: string, remarks: readonly Remark[], current: Remark | null): void;
  /** Types `text` in place of `[start, end)` for the author, so that undo takes it back. */
  replace(start: number, end: number, text: string): void;
  /** Scrolls the place into view, no further than needed. */
  reveal(start: number): void;
}

/** The draft as it was last judged while nobody was typing. */
export interface Judged {
  text: string;
  /** Null before the first judgement. */
  review: Review | null;
  /** Remarks that may be shown, in order, in indices of `text`. */
  remarks: readonly Remark[];
  /** One of `remarks`, or null. */
  current: Remark | null;
  /** The check itself has failed on this text; the text is as it was. */
  broken: boolean;
}

const NOTHING: Judged = { text: '', review: null, remarks: [], current: null, broken: false };
const NONE: ReadonlySet<string> = new Set();

/**
 * The draft on the screen and what Vakhta thinks of it. A keystroke moves the marks and does no more;
 * the review runs after the screen was painted; lists and figures, which cost more to draw than to
 * know, follow `judged` when the author pauses. A remark of `judged` may be spoken of at any time: its
 * place is followed through what was typed since.
 */
export class Desk {
  readonly judged = createStore<Judged>(() => NOTHING);
  #find = ownFinder([]);
  readonly #reviewer = createReviewer();
  readonly #opinion = new Opinion((text, { ignored }) =>
    withOwnRemarks(this.#reviewer.review(text, { ignored }), this.#find(text, ignored)),
  );
  #ignored = NONE;
  #sheet: Sheet | null = null;
  #typing: Typing | null = null;
  #current: Remark | null = null;
  #judging: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #lastCost = 0;

  get text(): string {
    return this.#opinion.text;
  }

  /** Gives the desk its field; null takes it away. */
  layOn(sheet: Sheet | null): void {
    this.#sheet = sheet;
    this.#draw();
  }

  /** Stops every timer. */
  rest(): void {
    clearTimeout(this.#judging);
    clearTimeout(this.#settling);
  }

  ignore(rules: ReadonlySet<string>): void {
    this.#ignored = rules;
    this.#judgeAnew();
  }

  adopt(replacements: readonly OwnReplacement[]): void {
    this.#find = ownFinder(replacements);
    this.#judgeAnew();
  }

  /**
   * The text has changed.
   * @param caret where the author is typing, or null when the text came in another way
   */
  write(text: string, caret: number | null): void {
    if (!this.#opinion.update(text)) return;
    this.#typing = caret === null ? null : { caret, settled: false };
    this.#current = null;
    this.#draw();
    clearTimeout(this.#judging);
    const slow = this.#lastCost > SLOW_REVIEW_MS && this.#typing !== null;
    this.#judging = setTimeout(() => this.judge(), slow ? SETTLE_MS : 0);
    clearTimeout(this.#settling);
    if (this.#typing)
      this.#settling = setTimeout(() => {
        if (this.#typing) this.#typing = { ...this.#typing, settled: true };
        this.judge();
      }, SETTLE_MS);
  }

  /** The cursor stands elsewhere: the author has left the word that was being written. */
  moveTo(caret: number): void {
    if (!this.#typing || this.#typing.caret === caret) return;
    this.#typing = null;
    clearTimeout(this.#judging);
    this.#judging = setTimeout(() => this.judge(), 0);
  }

  /** Judges the text as it is now. */
  judge(): void {
    clearTimeout(this.#judging);
    const began = performance.now();
    try {
      this.#opinion.judge(this.#typing, this.#ignored);
    } catch (error) {
      // A rule that stumbles must not take the author's text, its copying or its keeping with it.
      reportError(error);
      this.judged.setState({ ...NOTHING, text: this.text, broken: true });
      return;
    }
    this.#lastCost = performance.now() - began;
    this.#tell();
  }

  /** Makes a remark the current one, or none. True when it is still there. */
  choose(remark: Remark | null): boolean {
    const moved = remark && this.#moved(remark);
    this.#catchUp();
    this.#current = moved && (this.#sameAs(moved) ?? null);
    if (this.#current) this.#sheet?.reveal(this.#current.start);
    this.#tell();
    return this.#current !== null;
  }

  /** The remark at this place of the text, or null. */
  at(index: number): Remark | null {
    return this.#opinion.shown.find(({ start, end }) => start <= index && index <= end) ?? null;
  }

  /** The current remark, else the first that ends at or after the cursor. */
  nearest(caret: number): Remark | null {
    this.#catchUp();
    const { shown } = this.#opinion;
    const current = this.#current && this.#sameAs(this.#current);
    return current ?? shown.find(({ end }) => end >= caret) ?? shown[0] ?? null;
  }

  /** The remark after the current one, round and round; without a current one the nearest. */
  next(caret: number): Remark | null {
    const { shown } = this.#opinion;
    const nearest = this.nearest(caret);
    if (!nearest || !this.#current) return nearest;
    return shown[(shown.indexOf(nearest) + 1) % shown.length] ?? null;
  }

  /** Puts a replacement in place; false when the words are not there any more. */
  accept(remark: Remark, replacement: string): boolean {
    const moved = this.#moved(remark);
    this.#catchUp();
    const known = moved && this.#sameAs(moved);
    if (!known) return false;
    this.#sheet?.replace(known.start, known.end, replacement);
    this.#catchUp();
    return true;
  }

  /** Puts the first replacement of each in place, as one change; gives how many. */
  acceptAll(remarks: readonly Remark[]): number {
    const moved = remarks.flatMap((remark) => this.#moved(remark) ?? []);
    this.#catchUp();
    const known = moved.flatMap((remark) => this.#sameAs(remark) ?? []);
    const change = mergedChange(this.text, known);
    if (!change) return 0;
    this.#sheet?.replace(change.start, change.end, change.text);
    this.#catchUp();
    return known.length;
  }

  /** Never mind this remark at this place. */
  dismiss(remark: Remark): void {
    const moved = this.#moved(remark);
    this.#catchUp();
    const known = moved && this.#sameAs(moved);
    if (known) this.#opinion.dismiss(known);
    this.#current = null;
    this.#tell();
  }

  /** The author asks: writing has stopped, and the answer is about the text as it is. */
  #catchUp(): void {
    clearTimeout(this.#settling);
    if (this.#typing || this.judged.getState().text !== this.text) {
      this.#typing = null;
      this.judge();
    }
  }

  /** A remark of `judged` where its words stand now; null when they were touched since. */
  #moved(remark: Remark): Remark | null {
    const { text, remarks } = this.judged.getState();
    const edit = remarks.includes(remark) ? editBetween(text, this.text) : null;
    return edit ? (shiftSpans([remark], edit)[0] ?? null) : remark;
  }

  #judgeAnew(): void {
    this.#opinion.forget();
    this.judge();
  }

  #sameAs({ rule, start, end }: Remark): Remark | undefined {
    return this.#opinion.shown.find(
      (remark) => remark.rule === rule && remark.start === start && remark.end === end,
    );
  }

  #tell(): void {
    const { text, last, shown } = this.#opinion;
    this.#current = this.#current && (this.#sameAs(this.#current) ?? null);
    this.#draw();
    if (this.#typing && !this.#typing.settled) return;
    this.judged.setState({
      text,
      review: last,
      remarks: shown,
      current: this.#current,
      broken: false,
    });
  }

  #draw(): void {
    this.#sheet?.draw(this.text, this.#opinion.shown, this.#current);
  }
}
