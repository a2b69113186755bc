import type { Remark } from '../../style/contract';
import type { PageContext } from '../context';
import { addMarkLooks, setMark } from '../marks';
import type { Field } from './field';
import { ADVICE, CURRENT, draftLooks, FIX, STYLE_MARKS } from './looks';

/** Draws the remarks on the words of one editor and knows which of them is under a point. */
export class Underlines {
  #looks = new AbortController();
  #field: Field | null = null;
  #remarks: readonly Remark[] = [];

  /** Trees where marked words may stand. */
  readonly #trees: (Document | ShadowRoot)[] = [document];
  readonly #forced = matchMedia('(forced-colors: active)');

  constructor(page: PageContext) {
    this.#dress();
    this.#forced.addEventListener('change', () => this.#dress(), { signal: page.signal });
    page.signal.addEventListener('abort', () => this.#looks.abort(), { once: true });
  }

  /** Dresses the marks in a shadow root too: Firefox looks for rules there. */
  enter(tree: ShadowRoot): void {
    this.#trees.push(tree);
    this.#dress();
  }

  #dress(): void {
    // Takes the old marks away too.
    this.#looks.abort();
    this.#looks = new AbortController();
    const looks = draftLooks(this.#forced.matches);
    for (const tree of this.#trees) addMarkLooks(tree, looks, this.#looks.signal);
    this.#paint(null);
  }

  /** Shows the remarks on the field's words, one of them as the current one. */
  show(field: Field, remarks: readonly Remark[], current: Remark | null): void {
    this.#field = field;
    this.#remarks = remarks;
    this.#paint(current);
  }

  /** Takes every mark away. */
  clear(): void {
    this.#field = null;
    this.#remarks = [];
    for (const name of STYLE_MARKS) setMark(name, []);
  }

  /**
   * The remark at a point of the viewport, or null. By rectangles: `highlightsFromPoint` of Chromium 156
   * finds nothing on screens with two device pixels to a CSS pixel (and at 200 % zoom).
   */
  at(x: number, y: number): Remark | null {
    const field = this.#field;
    if (!field) return null;
    const within = ({ left, right, top, bottom }: DOMRect) =>
      left <= x && x <= right && top <= y && y <= bottom;
    return this.#remarks.find((remark) => field.rectsOf(remark).some(within)) ?? null;
  }

  #paint(current: Remark | null): void {
    const field = this.#field;
    if (!field) return;
    const fixes: StaticRange[] = [];
    const advice: StaticRange[] = [];
    for (const remark of this.#remarks) {
      (remark.replacements.length > 0 ? fixes : advice).push(...field.marksOf(remark));
    }
    setMark(FIX, fixes);
    setMark(ADVICE, advice);
    setMark(CURRENT, current ? field.marksOf(current) : []);
  }
}
