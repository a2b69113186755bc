import { exceptablePhrases } from '../moderation/dictionary';
import type { Action, ActionKind } from '../registry/schema';
import type { Ground } from '../regulation/profile';
import { guessGround, makeAction } from './action';
import type { PageContext } from './context';
import { ownRegulation } from './own-regulation';
import { changeComment, type Done, type Judged, type PageStore } from './state';
import type { Toast } from './toast';
import { wordsOf } from './words';

/** Kinds whose ground may be changed afterwards. */
const GROUNDED: ReadonlySet<ActionKind> = new Set(['delete', 'hide', 'ban', 'report', 'mark']);

interface Past {
  action: Action;
  judged: Judged;
}

/**
 * What the operator decides about comments, turned into records: every way (chip, keys, panel, the
 * network's own controls) ends here. The page's state changes at once; `saved` follows when the
 * record is safe.
 */
export class Verdicts {
  readonly #past: Past[] = [];
  #lastGround: string | null = null;

  constructor(
    private readonly page: PageContext,
    private readonly store: PageStore,
    private readonly toast: Toast,
  ) {
    toast.onExcept = () => void this.except();
  }

  /** Called with a comment's key after its state changed; the marks listen. */
  onChange: (key: string) => void = () => undefined;

  /** Called with the author's address after a record is safe; how he stands has changed. */
  onRecorded: (authorUrl: string) => void = () => undefined;

  /** Records that the network did something to a comment at the operator's own click. */
  native(kind: ActionKind, judged: Judged): void {
    const earlier = judged.done?.ground ?? null;
    const ground = GROUNDED.has(kind)
      ? (groundById(earlier) ?? guessGround(ownRegulation(), judged.findings))
      : null;
    this.#act({ kind, judged, ground, origin: 'native' });
  }

  /** Records a comment as taken away from its readers, by the operator's word. */
  removed(key: string, groundId: string): void {
    const judged = this.#judged(key);
    if (!judged) return;
    const kind = this.page.adapter.removalOf?.(judged.comment, document) ?? 'delete';
    this.#act({ kind, judged, ground: groundById(groundId), origin: 'vakhta' });
  }

  /** Marks a comment as a violation; gives another ground when it is recorded already. */
  mark(key: string, groundId: string): void {
    const judged = this.#judged(key);
    const ground = groundById(groundId);
    if (!judged || !ground) return;
    if (judged.done && GROUNDED.has(judged.done.kind)) this.#amend(judged, judged.done, ground);
    else this.#act({ kind: 'mark', judged, ground, origin: 'vakhta' });
  }

  keep(key: string): void {
    const judged = this.#judged(key);
    if (judged) this.#act({ kind: 'keep', judged, ground: null, origin: 'vakhta' });
  }

  note(key: string, note: string): void {
    const judged = this.#judged(key);
    if (judged && note.trim() !== '')
      this.#act({ kind: 'note', judged, ground: null, origin: 'vakhta', note: note.trim() });
  }

  /** Records that the author was put on the blacklist. */
  blacklist(key: string): void {
    const judged = this.#judged(key);
    if (!judged) return;
    const ground =
      groundById(judged.done?.ground ?? null) ?? guessGround(ownRegulation(), judged.findings);
    this.#act({ kind: 'ban', judged, ground, origin: 'vakhta' });
  }

  /**
   * Takes the exception that the last line offers: its words are never marked again. False when it
   * offers none. The dashboard takes it back.
   */
  except(): boolean {
    const offer = this.toast.current();
    const [phrase, ...except] = offer?.except ?? [];
    if (!offer || phrase === undefined || !this.page.except) return false;
    const { page } = this.page.messages();
    this.page.except(phrase).then(
      () => this.toast.offer({ ...offer, text: page.excepted(phrase), except }),
      () => this.toast.say(page.exceptFailed(phrase)),
    );
    return true;
  }

  /** Withdraws the last record of this tab; false when there is none. */
  undo(): boolean {
    const last = this.#past.pop();
    if (!last) return false;
    const { action, judged } = last;
    const { comment, findings } = judged;
    const undo = makeAction({
      ...this.#who(),
      kind: 'undo',
      comment,
      findings,
      ground: null,
      origin: 'vakhta',
      refers: action.id,
    });
    this.#put(judged.key, judged.done);
    const saved = this.#save(undo, judged.key);
    const line = this.#line(undo, judged);
    this.toast.say(line);
    this.#confirm(line, saved);
    return true;
  }

  /** The ground used last, which a question for a ground offers first. */
  lastGround(): string | null {
    return this.#lastGround;
  }

  #judged(key: string): Judged | undefined {
    return this.store.getState().comments.get(key);
  }

  #who(): { operator: string; account: string } {
    const { identity, account } = this.store.getState();
    return { operator: this.page.settings().operator || identity, account };
  }

  #amend(judged: Judged, done: Done, ground: Ground): void {
    const { comment, findings } = judged;
    const amend = makeAction({
      ...this.#who(),
      kind: 'amend',
      comment,
      findings,
      ground,
      origin: 'vakhta',
      refers: done.actionId,
    });
    this.#lastGround = ground.id;
    this.#put(judged.key, { ...done, ground: ground.id, saved: false });
    const saved = this.#save(amend, judged.key);
    this.#announce(amend, { ...judged, done: { ...done, ground: ground.id } }, ground, saved);
  }

  #act(what: {
    kind: ActionKind;
    judged: Judged;
    ground: Ground | null;
    origin: Action['origin'];
    note?: string;
  }): void {
    const { kind, judged, ground, origin, note } = what;
    const { comment, findings } = judged;
    const action = makeAction({
      ...this.#who(),
      kind,
      comment,
      findings,
      ground,
      origin,
      ...(note === undefined ? {} : { note }),
    });
    this.#past.push({ action, judged });
    if (ground) this.#lastGround = ground.id;
    const done: Done = { kind, ground: ground?.id ?? null, actionId: action.id, saved: false };
    // A restored comment is open again; a note is about the author and leaves the comment as it is.
    if (kind === 'restore') this.#put(judged.key, null);
    else if (kind !== 'note') this.#put(judged.key, done);
    this.#announce(action, judged, ground, this.#save(action, judged.key));
  }

  #put(key: string, done: Done | null): void {
    changeComment(this.store, key, { done });
    this.onChange(key);
  }

  /** Resolves when the record is safe. */
  async #save(action: Action, key: string): Promise<void> {
    await this.page.record({ type: 'action', action });
    const judged = this.#judged(key);
    if (judged?.done) changeComment(this.store, key, { done: { ...judged.done, saved: true } });
    this.onRecorded(action.authorUrl);
  }

  /** The line says that it is recorded once it is, and not a moment before. */
  #confirm(line: string, saved: Promise<void>): void {
    void saved.then(() => this.toast.retell(line, `${line} ${this.page.messages().page.recorded}`));
  }

  #announce(action: Action, judged: Judged, ground: Ground | null, saved: Promise<void>): void {
    const { page } = this.page.messages();
    const asks = ground === null && GROUNDED.has(action.kind);
    const line = this.#line(action, judged);
    const text = asks ? `${line} ${page.askGround}` : line;
    this.#confirm(text, saved);
    this.toast.offer({
      text,
      key: judged.key,
      grounds: GROUNDED.has(action.kind) || action.kind === 'amend',
      except: action.kind === 'keep' ? this.#exceptable(judged) : [],
    });
  }

  #exceptable({ comment, findings }: Judged): string[] {
    return this.page.except ? exceptablePhrases(comment.text, findings) : [];
  }

  #line(action: Action, judged: Judged): string {
    const page = wordsOf(this.page.messages(), judged.comment);
    const ground = groundById(action.ground);
    const what = page.toast[action.kind](judged.comment.author || page.unknownAuthor);
    const why = ground ? ` — ${page.ground(ground.title[this.page.locale()], ground.clause)}` : '';
    return `${what}${why}.`;
  }
}

function groundById(id: string | null): Ground | null {
  return ownRegulation().grounds.find((ground) => ground.id === id) ?? null;
}
