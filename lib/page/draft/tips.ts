import { chordLabel } from '../../settings/chord';
import { changeSettings } from '../../settings/settings';
import type { Remark } from '../../style/contract';
import type { PageContext } from '../context';
import { TipCard } from './card';
import type { Field } from './field';
import type { Opinion } from './opinion';
import type { Surface } from './surface';
import type { Word } from './word';

/** The draft that the tips speak of, and what only its owner can do. */
export interface TipsHost {
  current(): { field: Field; opinion: Opinion } | null;
  /** Draws the marks anew: another remark is the current one, or one is gone. */
  redraw(): void;
  replace(start: number, end: number, expected: string, replacement: string): Promise<boolean>;
}

/** The remarks as the author goes through them: one card at a time, and what is done about each. */
export class Tips {
  readonly #card: TipCard;
  #peeking = false;

  constructor(
    private readonly page: PageContext,
    private readonly surface: Surface,
    private readonly word: Word,
    private readonly host: TipsHost,
  ) {
    this.#card = new TipCard(page, surface, {
      accept: (remark, replacement) => void this.accept(remark, replacement),
      skipHere: (remark) => this.skipHere(remark),
      never: (remark) => void this.#never(remark),
      close: () => this.close(),
    });
  }

  /** The remark whose card is open, or null. */
  get open(): Remark | null {
    return this.#card.remark;
  }

  /** The card was opened by resting on the mark and closes when the pointer leaves both. */
  get isPeek(): boolean {
    return this.#peeking;
  }

  isHovered(): boolean {
    return this.#card.isHovered();
  }

  /** Opens the card of a remark that is marked now, and brings its words into the window. */
  show(remark: Remark): void {
    this.#open(remark, (field) => {
      this.#peeking = false;
      field.reveal(remark);
    });
  }

  /** Opens it for as long as the pointer rests on the mark or the card; nothing scrolls. */
  peek(remark: Remark): void {
    this.#open(remark, () => {
      this.#peeking = true;
    });
  }

  #open(remark: Remark, before: (field: Field) => void): void {
    const current = this.host.current();
    const index = current?.opinion.shown.indexOf(remark) ?? -1;
    if (!current || index < 0) return;
    const { field, opinion } = current;
    before(field);
    const { text, shown } = opinion;
    this.#card.open({ field, text, remark, index, total: shown.length });
    this.host.redraw();
  }

  /** Moves the focus into the card; false when none was opened on purpose. */
  enter(): boolean {
    return !this.#peeking && this.#card.focus();
  }

  /** Closes the card if one is open; the focus goes back to the editor when the card had it. */
  close(): void {
    this.#peeking = false;
    if (!this.#card.remark) return;
    this.#card.close();
    this.host.redraw();
  }

  /** The remark that a key speaks of: the open card's or the one after it, else the first after the cursor. */
  next(step: 0 | 1): Remark | null {
    const current = this.host.current();
    if (!current) return null;
    const { shown } = current.opinion;
    const at = this.open ? shown.indexOf(this.open) : -1;
    if (at >= 0) return shown[(at + step) % shown.length] ?? null;
    const caret = current.field.selection()?.start ?? 0;
    return shown.find((remark) => remark.end >= caret) ?? shown[0] ?? null;
  }

  /** Tells a screen reader what the card says, for the focus stays in the editor. */
  speak(remark: Remark): void {
    const current = this.host.current();
    if (!current) return;
    const { draft } = this.page.messages();
    const { text, shown } = current.opinion;
    const [best] = remark.replacements;
    const chord = this.page.settings().keys.acceptRemark;
    const keys = chordLabel(chord, this.page.locale()).join('+');
    const phrase = text.slice(remark.start, remark.end);
    const sentences = [
      draft.spoken(shown.indexOf(remark) + 1, shown.length, phrase, remark.why),
      ...(best ? [draft.spokenAccept(keys, best)] : []),
    ];
    this.surface.say(sentences.join(' '));
  }

  /** Puts a replacement in the place of the remark's words. */
  async accept({ start, end }: Remark, replacement: string): Promise<void> {
    const expected = this.host.current()?.opinion.text.slice(start, end);
    this.close();
    if (expected !== undefined) await this.host.replace(start, end, expected, replacement);
  }

  /** Never mind this remark at this place. */
  skipHere(remark: Remark): void {
    this.host.current()?.opinion.dismiss(remark);
    this.close();
    this.host.redraw();
  }

  async #never({ rule }: Remark): Promise<void> {
    this.close();
    const { draft } = this.page.messages();
    const others = () => this.page.settings().ignoredStyleRules.filter((known) => known !== rule);
    const change = async (rules: string[]): Promise<boolean> => {
      try {
        await changeSettings({ ignoredStyleRules: rules });
        return true;
      } catch {
        this.word.say(draft.settingNotSaved);
        return false;
      }
    };
    if (await change([...others(), rule]))
      this.word.say(draft.neverDone, { name: draft.undo, act: () => void change(others()) });
  }
}
