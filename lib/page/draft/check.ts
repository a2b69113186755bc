import { silentIn } from '../../style/registers';
import type { PageContext } from '../context';
import { element } from '../dom';
import { type Composer, editorIn, postComposer, watchComposers } from './composers';
import { type DraftAction, listenToDraftKeys } from './draft-keys';
import type { Field } from './field';
import { fieldOf } from './field-of';
import type { LateReviewer } from './late-reviewer';
import { Opinion, type ReviewDraft } from './opinion';
import { Pill } from './pill';
import { listenToPointer } from './pointing';
import { fillEmpty, type ReplaceOutcome, replaceText } from './replace';
import type { Surface } from './surface';
import { SETTLE_MS, type Typing } from './timing';
import { Tips } from './tips';
import { Underlines } from './underlines';
import type { Word } from './word';

/** While the author types, reviews take at most one part in so many of the time. */
const REVIEW_SHARE = 8;

/**
 * Longer drafts are not checked, UTF-16 code units: no network takes a post of that length, and the
 * page must not stand still over a pasted book.
 */
const LONGEST_DRAFT = 20_000;

/**
 * Judged one by one while the author is still thinking, so that tables are made in small pieces and none
 * of them is left for the first key: the words of each case, and turns that open most official texts.
 */
const WARMING: readonly string[] = [
  '',
  'В целях проведения ремонта домов ведётся работа.',
  'По дворам и школам района мы чиним дорогу к мосту.',
  'На площади состоялось открытие, в рамках программы будут созданы условия.',
  'Осуществляется обеспечение жителей водой, с участием главы.',
];

/** What is published before the check has come is recorded without a score after this long, milliseconds. */
const LATEST_MS = 3_000;

/** One draft: its editor as it stands now and what Vakhta thinks of it. */
interface Open {
  composer: Composer;
  field: Field;
  opinion: Opinion;
  /** Ends the listening to this very editor element. */
  ending: AbortController;
}

/** What is known of a draft when it is published. */
export interface WrittenDraft {
  text: string;
  /** Never rejects. */
  scored: Promise<DraftScore>;
  /** Id of the plan's entry that the text came from, or null. */
  entry: string | null;
}

export interface DraftScore {
  /** Null while the check is turned off or could not come. */
  score: number | null;
  remarks: number;
}

const UNSCORED: DraftScore = { score: null, remarks: 0 };

/**
 * The draft check on one page: it follows the operator from composer to composer, checks what is
 * written, shows it and replaces words at the operator's word. The keystroke itself does no work: it
 * only asks for a look at the next frame; the review runs after that frame was painted.
 */
export class Check {
  readonly #underlines: Underlines;
  readonly #tips: Tips;
  readonly #pill: Pill;
  /** Opinions by the composers' scopes, so that a draft is known again when its editor is drawn anew. */
  readonly #opinions = new WeakMap<Element, Map<Composer['markup'], Opinion>>();
  /** Entries of the plan that texts came from, until their editor is empty again. */
  readonly #entries = new WeakMap<Opinion, string>();
  #open: Open | null = null;
  #twinLayer: HTMLElement | null = null;
  /** What the author is writing now; null when the words stand still. */
  #typing: Typing | null = null;
  #wroteSomething = false;
  /** What is drawn is the review of the text as it is. */
  #isCurrent = false;
  #frame = 0;
  #judging: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #lastCost = 0;
  /** The check is on its way; a draft that waits for it is judged then. */
  #coming = false;
  #isWarm = false;
  /** The controls are dressed for the sheet on which the editor stands. */
  #isDressed = false;
  #toldMissing = false;
  /** Vakhta itself is changing the text until this ends. */
  #replacing: Promise<unknown> | null = null;

  constructor(
    private readonly page: PageContext,
    private readonly surface: Surface,
    private readonly word: Word,
    private readonly reviewer: LateReviewer,
  ) {
    this.#underlines = new Underlines(page);
    this.#tips = new Tips(page, surface, word, {
      current: () => this.#open,
      redraw: () => this.#draw(),
      replace: (...change) => this.replace(...change),
    });
    this.#pill = new Pill(page, surface, (remark) => this.#tips.show(remark));
    // Late enough for a network that follows the system's theme to have changed its ink.
    matchMedia('(prefers-color-scheme: dark)').addEventListener(
      'change',
      () => requestAnimationFrame(() => this.#open && surface.dress(this.#open.field.element)),
      { signal: page.signal },
    );
    watchComposers(page.adapter, page.signal, {
      onEnter: (composer) => this.#enter(composer),
      onAppear: (composer) => this.#appear(composer),
      onLeave: () => this.#left(),
    });
    page.onSettings(() => this.#settingsChanged());
    page.signal.addEventListener('abort', () => this.#close(), { once: true });
    document.addEventListener('selectionchange', () => this.#askForLook(), { signal: page.signal });
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
    if (!open || this.#replacing) {
      this.word.say(draft.stale);
      return false;
    }
    const outcome = await this.#doing(
      replaceText(open.field, { start, end }, expected, replacement),
    );
    if (outcome === 'done') {
      this.surface.say(replacement === '' ? draft.leftOut : draft.replaced(replacement));
      return true;
    }
    this.word.say(draft[outcome]);
    return false;
  }

  /**
   * Puts a text of the plan into the empty editor of a new post. True when it stands there; else the
   * operator was told why.
   */
  async fill(text: string, entry: string): Promise<boolean> {
    const { draft } = this.page.messages();
    const isPost =
      this.#open?.composer.markup.kind === 'post' && this.#open.field.element.isConnected;
    const composer = isPost ? null : postComposer(this.page.adapter, document);
    if (composer) this.#attach(composer);
    const open = this.#open;
    if (open?.composer.markup.kind !== 'post' || this.#replacing) {
      this.word.say(draft.noPostEditor);
      return false;
    }
    const outcome = await this.#doing(fillEmpty(open.field, text));
    if (outcome !== 'done') {
      this.word.say(outcome === 'stale' ? draft.notEmpty : draft[outcome]);
      return false;
    }
    this.#entries.set(open.opinion, entry);
    this.surface.say(draft.filled);
    return true;
  }

  /** Waits until what Vakhta itself does to the text is done, and looks at it then. */
  async #doing(work: Promise<ReplaceOutcome>): Promise<ReplaceOutcome> {
    this.#replacing = work;
    const outcome = await work.finally(() => {
      this.#replacing = null;
    });
    this.#typing = null;
    this.#wroteSomething = false;
    this.#look();
    return outcome;
  }

  /**
   * What stands, or last stood, in the composer with this scope. Asked at the operator's publishing
   * click, so the text is judged as it is at that moment.
   */
  draftIn({ scope, markup }: Pick<Composer, 'scope' | 'markup'>): WrittenDraft | null {
    const own = this.#open?.composer;
    const isOpen = own?.scope === scope && own.markup === markup;
    const opinion = isOpen ? this.#open?.opinion : this.#opinions.get(scope)?.get(markup);
    const editor = editorIn({ scope, markup });
    const field = isOpen ? this.#open?.field : editor && fieldOf(editor, this.#twins);
    const text = field?.element.isConnected ? field.read() : (opinion?.text ?? '');
    if (text.trim() === '') return null;
    const entry = (opinion && this.#entries.get(opinion)) ?? null;
    if (!this.#isChecked(text)) return { text, entry, scored: Promise.resolve(UNSCORED) };
    const ignored = this.#ignored(markup);
    const judge = (judging: Opinion): DraftScore => {
      judging.update(text);
      judging.judge(null, ignored);
      return { score: judging.last?.score ?? null, remarks: judging.remarks.length };
    };
    if (this.reviewer.review)
      return { text, entry, scored: Promise.resolve(judge(opinion ?? new Opinion(this.#review))) };
    // The editor may hold other words by then: the opinion of the draft is left alone.
    const late = this.reviewer.come().then(
      () => judge(new Opinion(this.#review)),
      () => UNSCORED,
    );
    const tooLate = new Promise<DraftScore>((resolve) => {
      setTimeout(() => resolve(UNSCORED), LATEST_MS);
    });
    return { text, entry, scored: Promise.race([late, tooLate]) };
  }

  #isChecked = (text: string) =>
    this.page.settings().draftCheck && text.length <= LONGEST_DRAFT && text.trim() !== '';
  #review: ReviewDraft = (text, options) => {
    const { review } = this.reviewer;
    if (!review) throw new Error('a draft is judged before the check has come');
    return review(text, options);
  };
  /** A comment answers somebody; everything else is a post. */
  #ignored = ({ kind }: Composer['markup']) =>
    silentIn(kind === 'comment' ? 'answer' : 'post', this.page.settings().ignoredStyleRules);

  // Composers come and go.

  #enter(composer: Composer): void {
    if (this.#open?.field.element !== composer.editor) this.#attach(composer);
    this.#warmUp();
  }

  /** An editor that nobody has entered is followed when nothing else is, or in place of a lost one. */
  #appear(composer: Composer): void {
    const own = this.#open;
    if (own?.field.element.isConnected) return;
    const sameDraft =
      own?.composer.scope === composer.scope && own.composer.markup === composer.markup;
    if (!own || sameDraft || !own.composer.scope.isConnected) this.#attach(composer);
  }

  #left(): void {
    const open = this.#open;
    if (!open || open.field.element.isConnected) return;
    const editor = editorIn(open.composer);
    if (editor) this.#attach({ ...open.composer, editor });
    else this.#close();
  }

  #attach(composer: Composer): void {
    const field = fieldOf(composer.editor, this.#twins);
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
    this.#isDressed = false;
    this.#look();
  }

  /** Who goes into an editor is about to write: the check comes while the author is still thinking. */
  #warmUp(): void {
    if (this.#isWarm || !this.page.settings().draftCheck) return;
    this.#isWarm = true;
    this.#await(() => this.#warm(0));
  }

  #warm(step: number): void {
    const text = WARMING[step];
    if (text === undefined || this.page.signal.aborted) return;
    requestIdleCallback(() => {
      // Judged already: the tables are there.
      if (this.#isCurrent && this.#open?.opinion.text) return;
      this.#review(text, { ignored: new Set() });
      this.#warm(step + 1);
    });
  }

  /** Brings the check if it is not here; what is written meanwhile is judged when it comes. */
  #await(onCome: () => void): void {
    if (this.#coming) return;
    this.#coming = true;
    const { signal } = this.page;
    this.reviewer.come().then(
      () => {
        this.#coming = false;
        this.#toldMissing = false;
        if (signal.aborted) return;
        onCome();
        if (this.#open && !this.#isCurrent) this.#judge();
      },
      () => {
        this.#coming = false;
        this.#isWarm = false;
        if (signal.aborted || this.#toldMissing) return;
        this.#toldMissing = true;
        this.word.say(this.page.messages().draft.notHereYet);
      },
    );
  }

  /** Where the twins of form fields stand. */
  #twins = (): HTMLElement => {
    if (!this.#twinLayer) {
      const root = this.page.overlay.openApart();
      this.#twinLayer = element('div');
      root.append(this.#twinLayer);
      this.#underlines.enter(root);
    }
    return this.#twinLayer;
  };

  #opinionOf({ scope, markup }: Composer): Opinion {
    const ofScope = this.#opinions.get(scope) ?? new Map<Composer['markup'], Opinion>();
    this.#opinions.set(scope, ofScope);
    const opinion = ofScope.get(markup) ?? new Opinion(this.#review);
    ofScope.set(markup, opinion);
    return opinion;
  }

  #close(): void {
    clearTimeout(this.#judging);
    clearTimeout(this.#settling);
    cancelAnimationFrame(this.#frame);
    this.#judging = undefined;
    this.#frame = 0;
    this.#typing = null;
    this.#isCurrent = false;
    const open = this.#open;
    this.#open = null;
    this.#tips.close();
    this.#pill.hide();
    this.#underlines.clear();
    open?.ending.abort();
    open?.field.remove();
    if (open) this.page.showDraft(null);
  }

  #settingsChanged(): void {
    this.#tips.close();
    this.#isCurrent = false;
    if (!this.#open) return;
    this.#open.opinion.forget();
    this.surface.dress(this.#open.field.element);
    this.#look();
  }

  // Look, judge, draw.

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
    // What is written into an emptied editor is another text.
    if (opinion.text.trim() === '' && !this.#replacing) this.#entries.delete(opinion);
    const wrote = this.#wroteSomething && !this.#replacing;
    this.#wroteSomething = false;
    const selection = field.selection();
    if (changed && wrote && selection && selection.start === selection.end)
      this.#typing = { caret: selection.start, settled: false };
    else if (this.#typing && selection?.end !== this.#typing.caret) this.#typing = null;
    else if (!changed && this.#isCurrent) {
      field.follow();
      return;
    }
    this.#isCurrent = false;
    if (changed && !this.#replacing) this.#tips.close();
    this.#draw();
    // Not put off by further keys, or somebody who never pauses would never see a mark.
    const delay = this.#typing ? Math.min(SETTLE_MS, this.#lastCost * REVIEW_SHARE) : 0;
    this.#judging ??= setTimeout(() => this.#judge(), delay);
    clearTimeout(this.#settling);
    if (this.#typing) this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  #settle(): void {
    if (this.#typing) this.#typing = { ...this.#typing, settled: true };
    this.#judge();
  }

  #judge(): void {
    clearTimeout(this.#judging);
    this.#judging = undefined;
    const open = this.#open;
    if (!open) return;
    const { opinion } = open;
    const isChecked = this.#isChecked(opinion.text);
    if (isChecked && !this.reviewer.review) {
      this.#await(() => undefined);
      return;
    }
    const began = performance.now();
    if (isChecked) opinion.judge(this.#typing, this.#ignored(open.composer.markup));
    this.#lastCost = performance.now() - began;
    this.#isCurrent = true;
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

  /** Asking for the editor's ink makes the browser work out the page's style: only when it is needed. */
  #dress(): void {
    if (this.#isDressed || !this.#open) return;
    this.#isDressed = true;
    this.surface.dress(this.#open.field.element);
  }

  #draw(): void {
    const open = this.#open;
    if (!open) return;
    const { field, opinion } = open;
    const { shown, text, last } = opinion;
    if (!this.#isChecked(text)) {
      this.#pill.hide();
      this.#underlines.clear();
      this.page.showDraft(null);
      return;
    }
    this.#dress();
    this.#underlines.show(field, shown, this.#tips.open);
    if (!this.#isCurrent || !last) return;
    this.#pill.show(field, { text, review: last, remarks: shown });
    this.page.showDraft({
      text,
      score: last.score,
      ease: last.readability.ease,
      remarks: shown.map((remark) => ({ ...remark })),
    });
  }

  // What the operator does.

  #listen(): void {
    const editor = () => this.#open?.field.element ?? null;
    const dismiss = () => {
      const isShown = this.#tips.open !== null || this.#pill.isListOpen();
      this.#tips.close();
      this.#pill.closeList();
      return isShown;
    };
    listenToDraftKeys(this.page, {
      editor,
      isInControls: () => this.surface.hasFocus(),
      replacing: () => this.#replacing,
      act: (action) => this.#act(action),
      enterCard: () => this.#tips.enter(),
      dismiss,
    });
    listenToPointer(this.page, {
      editor,
      remarkAt: (x, y) => this.#underlines.at(x, y),
      card: () => ({ remark: this.#tips.open, isPeek: this.#tips.isPeek }),
      isCardUsed: () => this.#tips.isHovered() || this.surface.hasFocus(),
      isBusy: () => this.#typing !== null && !this.#typing.settled,
      show: (remark) => this.#tips.show(remark),
      peek: (remark) => this.#tips.peek(remark),
      dismiss,
    });
  }

  #act(action: DraftAction): boolean {
    this.#catchUp();
    if (!this.#isChecked(this.#open?.opinion.text ?? '')) return false;
    const remark = this.#tips.next(action === 'nextRemark' ? 1 : 0);
    if (!remark) return false;
    const [best] = remark.replacements;
    if (action === 'ignoreRemark') this.#tips.skipHere(remark);
    else if (action === 'acceptRemark' && best !== undefined) void this.#tips.accept(remark, best);
    else {
      this.#pill.closeList();
      this.#tips.show(remark);
      this.#tips.speak(remark);
    }
    return true;
  }
}
