import { actionOf, chordLabel, chordOf } from '../../settings/chord';
import { changeSettings, type KeyAction } from '../../settings/settings';
import type { Remark } from '../../style/contract';
import type { PageContext } from '../context';
import { TipCard } from './card';
import { type Composer, editorIn, watchComposers } from './composers';
import type { Field } from './field';
import { fieldOf } from './field-of';
import { Opinion, type Reviewer } from './opinion';
import { Pill } from './pill';
import { replaceText } from './replace';
import type { Surface } from './surface';
import { SETTLE_MS, type Typing } from './timing';
import { Underlines } from './underlines';
import type { Word } from './word';

/** A review that took longer than this waits for a pause in the typing, milliseconds. */
const SLOW_REVIEW_MS = 8;
/** How long the pointer rests on a mark before its card opens, and off both before it closes. */
const HOVER_OPENS_MS = 350;
const HOVER_CLOSES_MS = 300;

const DRAFT_KEYS: ReadonlySet<KeyAction | null> = new Set<KeyAction>([
  'nextRemark',
  'acceptRemark',
  'ignoreRemark',
]);

/** One draft: its editor as it stands now and what Vakhta thinks of it. */
interface Open {
  composer: Composer;
  field: Field;
  opinion: Opinion;
  /** Ends the listening to this very editor element. */
  ending: AbortController;
}

/** What is known of a draft when it is published. */
export interface DraftMemory {
  text: string;
  /** Null while the check is turned off. */
  score: number | null;
  remarks: number;
}

/**
 * The draft check on one page: it follows the operator from composer to composer, checks what is
 * written, shows it and replaces words at the operator's word. The keystroke itself does no work: it
 * only asks for a look at the next frame; the review runs after that frame was painted.
 */
export class Check {
  readonly #underlines: Underlines;
  readonly #card: TipCard;
  readonly #pill: Pill;
  /** Opinions by the composers' scopes, so that a draft is known again when its editor is drawn anew. */
  readonly #opinions = new WeakMap<Element, Map<Composer['markup'], Opinion>>();
  #open: Open | null = null;
  #typing: Typing | null = null;
  #wroteSomething = false;
  #frame = 0;
  #judging: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #hover: ReturnType<typeof setTimeout> | undefined;
  #hovered: Remark | null = null;
  /** The card was opened by resting on the mark and closes when the pointer leaves. */
  #peeking = false;
  #lastCost = 0;
  /** Vakhta itself is changing the text until this ends. */
  #replacing: Promise<unknown> | null = null;

  constructor(
    private readonly page: PageContext,
    private readonly surface: Surface,
    private readonly word: Word,
    private readonly review: Reviewer,
  ) {
    this.#underlines = new Underlines(page);
    this.#card = new TipCard(page, surface, {
      accept: (remark, replacement) => void this.#accept(remark, replacement),
      skipHere: (remark) => this.#skipHere(remark),
      never: (remark) => void this.#never(remark),
    });
    this.#pill = new Pill(page, surface, (remark) => this.#showCard(remark));
    watchComposers(page.adapter, page.signal, {
      onEnter: (composer) => this.#enter(composer),
      onAppear: (composer) => this.#appear(composer),
      onLeave: () => this.#left(),
    });
    page.onSettings(() => this.#settingsChanged());
    page.signal.addEventListener('abort', () => this.#close(), { once: true });
    this.#listen();
  }

  /**
   * Replaces `[start, end)` of the draft that is open, if `expected` stands there. True when the draft
   * then reads as wanted; else the operator was told.
   */
  async replace(
    start: number,
    end: number,
    expected: string,
    replacement: string,
  ): Promise<boolean> {
    const open = this.#open;
    const { draft } = this.page.messages();
    if (!open) {
      this.word.say(draft.stale);
      return false;
    }
    const replacing = replaceText(open.field, { start, end }, expected, replacement);
    this.#replacing = replacing;
    const outcome = await replacing.finally(() => {
      this.#replacing = null;
    });
    this.#typing = null;
    this.#wroteSomething = false;
    this.#look();
    if (outcome === 'done') {
      this.surface.say(replacement === '' ? draft.leftOut : draft.replaced(replacement));
      return true;
    }
    this.word.say(draft[outcome]);
    return false;
  }

  /**
   * What stands, or last stood, in the composer with this scope. Asked at the operator's publishing
   * click, so the text is judged as it is at that moment.
   */
  memoryOf({ scope, markup }: Pick<Composer, 'scope' | 'markup'>): DraftMemory | null {
    const own = this.#open?.composer;
    const isOpen = own?.scope === scope && own.markup === markup;
    const opinion = isOpen ? this.#open?.opinion : this.#opinions.get(scope)?.get(markup);
    const editor = editorIn({ scope, markup });
    const field = isOpen ? this.#open?.field : editor && fieldOf(editor, this.surface.layer);
    const text = field?.element.isConnected ? field.read() : (opinion?.text ?? '');
    if (text.trim() === '') return null;
    if (!this.#isOn()) return { text, score: null, remarks: 0 };
    const judged = opinion ?? new Opinion(this.review);
    judged.update(text);
    judged.judge(null, this.#ignored());
    return { text, score: judged.last?.score ?? null, remarks: judged.remarks.length };
  }

  #isOn = () => this.page.settings().draftCheck;
  #ignored = () => new Set(this.page.settings().ignoredStyleRules);

  // Composers come and go.

  #enter(composer: Composer): void {
    if (this.#open?.field.element !== composer.editor) this.#attach(composer);
  }

  /** An editor that nobody has entered is followed when it stands in for the one that was open. */
  #appear(composer: Composer): void {
    const own = this.#open;
    const isOpen = own?.field.element.isConnected;
    const sameDraft =
      own?.composer.scope === composer.scope && own.composer.markup === composer.markup;
    if (isOpen || (own && !sameDraft && own.composer.scope.isConnected)) return;
    if (own?.field.element !== composer.editor) this.#attach(composer);
  }

  #left(): void {
    const open = this.#open;
    if (!open || open.field.element.isConnected) return;
    const editor = editorIn(open.composer);
    if (editor) this.#attach({ ...open.composer, editor });
    else this.#close();
  }

  #attach(composer: Composer): void {
    const field = fieldOf(composer.editor, this.surface.layer);
    if (!field) return;
    this.#close();
    const ending = new AbortController();
    const { signal } = ending;
    this.#open = { composer, field, opinion: this.#opinionOf(composer), ending };
    const { editor } = composer;
    const look = () => this.#askForLook();
    const observer = new MutationObserver(look);
    observer.observe(editor, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
    editor.addEventListener(
      'input',
      () => {
        this.#wroteSomething = true;
        this.#askForLook();
      },
      { signal },
    );
    editor.addEventListener('change', look, { signal });
    editor.addEventListener('scroll', look, { signal, passive: true });
    editor.addEventListener('focusout', look, { signal });
    this.#look();
  }

  #opinionOf({ scope, markup }: Composer): Opinion {
    const ofScope = this.#opinions.get(scope) ?? new Map<Composer['markup'], Opinion>();
    this.#opinions.set(scope, ofScope);
    const opinion = ofScope.get(markup) ?? new Opinion(this.review);
    ofScope.set(markup, opinion);
    return opinion;
  }

  #close(): void {
    clearTimeout(this.#judging);
    clearTimeout(this.#settling);
    clearTimeout(this.#hover);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#typing = null;
    this.#card.close();
    this.#pill.hide();
    this.#underlines.clear();
    this.#open?.ending.abort();
    this.#open?.field.remove();
    if (this.#open) this.page.showDraft(null);
    this.#open = null;
    this.#shownIsCurrent = false;
  }

  #settingsChanged(): void {
    this.#open?.opinion.forget();
    this.#shownIsCurrent = false;
    this.#look();
  }

  // What happens in the page.

  #listen(): void {
    const { signal } = this.page;
    document.addEventListener('selectionchange', () => this.#askForLook(), { signal });
    addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    addEventListener('pointerdown', (event) => this.#pressed(event), { signal, capture: true });
    addEventListener('pointermove', (event) => this.#moved(event), { signal, passive: true });
    addEventListener('click', (event) => this.#clicked(event), { signal, capture: true });
  }

  #askForLook(): void {
    if (!this.#open || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  }

  /** Reads the editor and moves what is shown with the words; a check follows after the paint. */
  #look(): void {
    const open = this.#open;
    if (!open) return;
    const { field, opinion } = open;
    const changed = opinion.update(field.read());
    const wrote = this.#wroteSomething;
    this.#wroteSomething = false;
    const selection = field.selection();
    if (changed && wrote && !this.#replacing && selection?.start === selection?.end && selection)
      this.#typing = { caret: selection.start, settled: false };
    else if (this.#typing && selection?.end !== this.#typing.caret) this.#typing = null;
    else if (!changed && this.#shownIsCurrent) {
      field.follow();
      return;
    }
    if (changed && !this.#replacing) this.#card.close();
    this.#shownIsCurrent = false;
    this.#draw();
    clearTimeout(this.#judging);
    const slow = this.#lastCost > SLOW_REVIEW_MS && this.#typing !== null;
    this.#judging = setTimeout(() => this.#judge(), slow ? SETTLE_MS : 0);
    clearTimeout(this.#settling);
    if (this.#typing)
      this.#settling = setTimeout(() => {
        if (this.#typing) this.#typing = { ...this.#typing, settled: true };
        this.#judge();
      }, SETTLE_MS);
  }
  /** What is drawn is the review of the text as it is. */
  #shownIsCurrent = false;

  #judge(): void {
    const open = this.#open;
    if (!open) return;
    const began = performance.now();
    if (this.#isOn()) open.opinion.judge(this.#typing, this.#ignored());
    this.#lastCost = performance.now() - began;
    this.#shownIsCurrent = true;
    this.#draw();
  }

  /** The author asks for remarks: writing has stopped, and the answer is about the text as it is. */
  #catchUp(): void {
    const open = this.#open;
    if (!open) return;
    open.opinion.update(open.field.read());
    this.#typing = null;
    this.#wroteSomething = false;
    this.#judge();
  }

  #draw(): void {
    const open = this.#open;
    if (!open) return;
    const { field, opinion } = open;
    const { shown, text, last } = opinion;
    if (!this.#isOn() || text.trim() === '') {
      this.#card.close();
      this.#pill.hide();
      this.#underlines.clear();
      this.page.showDraft(null);
      return;
    }
    this.#underlines.show(field, shown, this.#card.remark);
    if (!this.#shownIsCurrent || !last) return;
    this.surface.dress(field.element);
    this.#pill.show(field, { text, review: last, remarks: shown });
    this.page.showDraft({
      text,
      score: last.score,
      ease: last.readability.ease,
      remarks: shown.map((remark) => ({ ...remark })),
    });
  }

  // Remarks and what the operator does about them.

  #showCard(remark: Remark): void {
    const open = this.#open;
    if (!open) return;
    const { field, opinion } = open;
    const index = opinion.shown.indexOf(remark);
    if (index < 0) return;
    this.#pill.closeList();
    field.reveal(remark);
    const total = opinion.shown.length;
    this.#card.open({ field, text: opinion.text, remark, index, total });
    this.#underlines.show(field, opinion.shown, remark);
  }

  #closeCard(): void {
    this.#peeking = false;
    this.#card.close();
    if (this.#open) this.#underlines.show(this.#open.field, this.#open.opinion.shown, null);
  }

  /** The remark that the keys speak of: the open card's, else the first after the cursor. */
  #nextRemark(step: 0 | 1): Remark | null {
    const shown = this.#open?.opinion.shown ?? [];
    const current = this.#card.remark;
    const at = current ? shown.indexOf(current) : -1;
    if (at >= 0) return shown[(at + step) % shown.length] ?? null;
    const caret = this.#open?.field.selection()?.start ?? 0;
    return shown.find((remark) => remark.end >= caret) ?? shown[0] ?? null;
  }

  async #accept(remark: Remark, replacement: string): Promise<void> {
    const expected = this.#open?.opinion.text.slice(remark.start, remark.end);
    this.#closeCard();
    if (expected !== undefined) await this.replace(remark.start, remark.end, expected, replacement);
  }

  #skipHere(remark: Remark): void {
    this.#open?.opinion.dismiss(remark);
    this.#closeCard();
    this.#draw();
  }

  async #never({ rule }: Remark): Promise<void> {
    this.#closeCard();
    const { draft } = this.page.messages();
    const change = async (rules: string[]) => {
      try {
        await changeSettings({ ignoredStyleRules: rules });
        return true;
      } catch {
        this.word.say(draft.settingNotSaved);
        return false;
      }
    };
    const before = this.page.settings().ignoredStyleRules;
    if (!(await change([...before.filter((known) => known !== rule), rule]))) return;
    this.word.say(draft.neverDone, {
      name: draft.undo,
      act: () =>
        void change(this.page.settings().ignoredStyleRules.filter((known) => known !== rule)),
    });
  }

  // Keys and pointer.

  #key(event: KeyboardEvent): void {
    const open = this.#open;
    if (!open || !event.isTrusted || event.isComposing) return;
    const inside = event.composedPath().includes(open.field.element) || this.surface.hasFocus();
    if (!inside) return;
    const replacing = this.#replacing;
    if (replacing && DRAFT_KEYS.has(actionOf(this.page.settings().keys, event)))
      // The cursor and the marks are not back in their places yet.
      void replacing.finally(() => setTimeout(() => this.#use(event)));
    else if (!this.#use(event)) {
      // The author goes on writing or moves the cursor: the card would be in the way.
      if (!this.surface.hasFocus() && chordOf(event) !== null) this.#closeCard();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** True when the key was ours. */
  #use(event: KeyboardEvent): boolean {
    if (event.code === 'Escape' && !event.altKey && !event.ctrlKey) {
      const isShown = this.#card.remark !== null || this.#pill.isListOpen();
      this.#closeCard();
      this.#pill.closeList();
      return isShown;
    }
    if (event.code === 'Tab' && !event.shiftKey && !event.altKey && !event.ctrlKey)
      return !this.#peeking && !this.surface.hasFocus() && this.#card.focus();
    const action = actionOf(this.page.settings().keys, event);
    if (!DRAFT_KEYS.has(action) || !this.#isOn()) return false;
    this.#catchUp();
    const remark = this.#nextRemark(action === 'nextRemark' ? 1 : 0);
    if (!remark) return false;
    switch (action) {
      case 'nextRemark':
        this.#peeking = false;
        this.#showCard(remark);
        this.#speak(remark);
        return true;
      case 'acceptRemark': {
        const [best] = remark.replacements;
        if (best === undefined) this.#showCard(remark);
        else void this.#accept(remark, best);
        return true;
      }
      case 'ignoreRemark':
        this.#skipHere(remark);
        return true;
      default:
        return false;
    }
  }

  #speak(remark: Remark): void {
    const { draft } = this.page.messages();
    if (!this.#open) return;
    const { text, shown } = this.#open.opinion;
    const phrase = text.slice(remark.start, remark.end);
    const [best] = remark.replacements;
    const keys = chordLabel(this.page.settings().keys.acceptRemark, 'en').join('+');
    this.surface.say(
      [
        draft.spoken(shown.indexOf(remark) + 1, shown.length, phrase, remark.why),
        best ? draft.spokenAccept(keys, best) : '',
      ].join(' '),
    );
  }

  #pressed(event: PointerEvent): void {
    if (!event.isTrusted || this.page.overlay.owns(event.target)) return;
    this.#closeCard();
    this.#pill.closeList();
  }

  #clicked(event: MouseEvent): void {
    const open = this.#open;
    if (!open || !event.isTrusted || event.button !== 0) return;
    if (!event.composedPath().includes(open.field.element)) return;
    const remark = this.#underlines.at(event.clientX, event.clientY);
    clearTimeout(this.#hover);
    if (!remark) return;
    this.#peeking = false;
    this.#showCard(remark);
  }

  #moved(event: PointerEvent): void {
    const open = this.#open;
    if (!open || event.pointerType === 'touch' || event.buttons !== 0) return;
    const overEditor = event.composedPath().includes(open.field.element);
    if (!overEditor && !this.#peeking && this.#hovered === null) return;
    const remark = overEditor ? this.#underlines.at(event.clientX, event.clientY) : null;
    if (remark === this.#hovered && remark !== null) return;
    this.#hovered = remark;
    clearTimeout(this.#hover);
    if (remark && remark !== this.#card.remark && (this.#peeking || !this.#card.remark))
      this.#hover = setTimeout(() => {
        if (this.#typing && !this.#typing.settled) return;
        this.#peeking = true;
        this.#showCard(remark);
      }, HOVER_OPENS_MS);
    else if (!remark && this.#peeking)
      this.#hover = setTimeout(() => {
        if (!this.#card.isHovered() && !this.surface.hasFocus()) this.#closeCard();
      }, HOVER_CLOSES_MS);
  }
}
